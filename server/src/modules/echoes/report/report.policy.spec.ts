import type { OrderFacts } from '../../journeys/work-order';
import { reportOf } from './report.policy';

const MONDAY = Date.parse('2026-11-23T00:00:00+08:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const order = (id: string, facts: Partial<OrderFacts> = {}): OrderFacts => ({
  id,
  status: 'closed',
  categoryId: 'water-tap',
  buildingId: 'one',
  assigneeId: 'ma',
  createdAt: MONDAY + 10 * HOUR,
  closedAt: MONDAY + 12 * HOUR,
  stars: null,
  clocks: [],
  ...facts,
});

const NAMES = {
  categories: new Map([['water-tap', '龙头漏水']]),
  buildings: new Map([['one', '1 号楼']]),
  people: new Map([['ma', '马师傅']]),
};
const report = (orders: OrderFacts[]) => reportOf(orders, NAMES, MONDAY, MONDAY + 2 * DAY);

describe('how the service did', () => {
  it('of nothing says so with empty numbers, and names every day and target', () => {
    const { times, satisfaction, days, targets, ...rest } = report([]);
    expect(rest).toMatchObject({ total: 0, closed: 0, types: [], buildings: [], engineers: [] });
    expect(times.map((each) => [each.name, each.meanMinutes, each.metShare])).toEqual([
      ['接单', null, null],
      ['上门', null, null],
      ['首次响应', null, null],
      ['办结', null, null],
    ]);
    expect(satisfaction).toEqual({ meanStars: null, rated: 0, satisfiedShare: null });
    expect(days).toEqual([
      { day: '2026-11-23', reported: 0, closed: 0 },
      { day: '2026-11-24', reported: 0, closed: 0 },
    ]);
    expect(targets).toEqual({ resolveMinutes: 1440, satisfiedShare: 0.95 });
  });

  it('counts a clock that is late and not ended as not kept, without minutes; one that still runs not at all', () => {
    const { times, engineers } = report([
      order('a', { clocks: [{ key: 'accept', minutes: 30, kept: true }] }),
      order('b', { status: 'dispatched', clocks: [{ key: 'accept', minutes: null, kept: false }] }),
      order('c', { status: 'dispatched', clocks: [{ key: 'accept', minutes: null, kept: null }] }),
    ]);
    expect(times[0]).toEqual({ clock: 'accept', name: '接单', meanMinutes: 30, medianMinutes: 30, p90Minutes: 30, metShare: 0.5 });
    expect(engineers).toMatchObject([{ name: '马师傅', count: 3, lateShare: 0.3333 }]);
  });

  it('a cancelled order is a report and a type, and nobody’s work', () => {
    const { total, closed, types, engineers, days, satisfaction } = report([
      order('a', { stars: 5 }),
      order('b', { stars: 3 }),
      order('c', { status: 'cancelled', clocks: [{ key: 'accept', minutes: null, kept: false }] }),
      order('d', { status: 'cancelled', assigneeId: null, categoryId: 'gone' }),
    ]);
    expect([total, closed]).toEqual([4, 2]);
    expect(types).toEqual([
      { id: 'water-tap', name: '龙头漏水', count: 3, share: 0.75 },
      { id: 'gone', name: 'gone', count: 1, share: 0.25 },
    ]);
    expect(engineers).toEqual([{ id: 'ma', name: '马师傅', count: 2, meanStars: 4, meanResolveMinutes: null, lateShare: 0 }]);
    expect(days[0]).toEqual({ day: '2026-11-23', reported: 4, closed: 2 });
    expect(satisfaction).toEqual({ meanStars: 4, rated: 2, satisfiedShare: 0.5 });
  });

  it('a closing after the time is on no day of it, and midnight belongs to the new day', () => {
    const { days } = report([order('a', { createdAt: MONDAY + DAY, closedAt: MONDAY + 2 * DAY })]);
    expect(days).toEqual([
      { day: '2026-11-23', reported: 0, closed: 0 },
      { day: '2026-11-24', reported: 1, closed: 0 },
    ]);
  });
});
