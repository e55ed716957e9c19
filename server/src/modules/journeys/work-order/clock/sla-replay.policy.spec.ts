import { DEFAULT_SERVICE_POLICY as POLICY } from '@guihu/shared';
import { MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { type Entry, logOf, MINUTE } from '../../../../../test/factories/work-order-log.factory';
import { replay } from './sla-replay.policy';

const LATER = MONDAY_TEN + 3000 * MINUTE;
const order = (id: string, ...entries: Entry[]) => ({ id, number: `BX-${id}`, events: logOf(...entries) });

const acceptedAt = (id: string, minute: number) =>
  order(id, ['reported', 0], ['dispatched', 0], ['accepted', minute], ['arrived', minute + 60], ['finished', minute + 90]);

describe('a replay with other numbers (rule 105)', () => {
  const orders = [
    acceptedAt('quick', 20),
    acceptedAt('slow', 100),
    order('waiting', ['reported', 5]),
    order('cancelled', ['reported', 0], ['dispatched', 0], ['cancelled', 10]),
  ];

  it('counts what would have been met and missed, and names what changes, newest first', () => {
    const view = replay(orders, POLICY, { ...POLICY, acceptMinutes: 60, resolveMinutes: 4000 }, null, LATER);
    expect(view.orders).toBe(4);
    expect(view.clocks).toEqual([
      { clock: 'accept', name: '接单', now: { met: 2, missed: 1 }, draft: { met: 1, missed: 2 } },
      { clock: 'arrive', name: '上门', now: { met: 2, missed: 0 }, draft: { met: 2, missed: 0 } },
      { clock: 'resolve', name: '办结', now: { met: 2, missed: 1 }, draft: { met: 2, missed: 0 } },
    ]);
    expect(view.changed).toEqual([
      { id: 'waiting', number: 'BX-waiting', clock: 'resolve', now: 'late', draft: 'running' },
      { id: 'slow', number: 'BX-slow', clock: 'accept', now: 'met', draft: 'missed' },
    ]);
  });

  it('names at most fifty', () => {
    const many = Array.from({ length: 60 }, (_, i) => acceptedAt(String(i), 100));
    expect(replay(many, POLICY, { ...POLICY, acceptMinutes: 60 }, null, LATER).changed).toHaveLength(50);
  });

  it('leaves every event as it was', () => {
    const before = structuredClone(orders);
    replay(orders, POLICY, { ...POLICY, mostPauses: 0, acceptMinutes: 1 }, null, LATER);
    expect(orders).toEqual(before);
  });

  it('says nothing of no orders', () => {
    expect(replay([], POLICY, POLICY, null, LATER)).toEqual({ orders: 0, clocks: [], changed: [] });
  });
});
