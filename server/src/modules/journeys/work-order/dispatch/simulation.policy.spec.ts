import type { DispatchRule } from '@guihu/shared';
import { HOUR, MONDAY_TEN } from '../../../../../test/factories/choice.factory';
import { leak, rule } from '../../../../../test/factories/dispatch.factory';
import { type PastOrder, type SimulatedEngineer, simulateDispatch } from './simulation.policy';

const MINUTE = 60_000;
const DAY = 24 * HOUR;

const who = (staffId: string, over: Partial<SimulatedEngineer> = {}): SimulatedEngineer => ({
  staffId,
  name: `师傅${staffId}`,
  teamId: 'team-1',
  active: true,
  capacity: 5,
  dailyQuota: 9,
  skills: [],
  presenceAt: (at) => ({ inShift: true, onLeave: false, clockStartsAt: at }),
  ...over,
});

/** The n-th order, ten minutes after the one before; held for an hour by `a`, who said yes after ten minutes. */
const order = (n: number, over: Partial<PastOrder> = {}): PastOrder => {
  const createdAt = over.createdAt ?? MONDAY_TEN + n * 10 * MINUTE;
  return {
    id: `o${String(n).padStart(2, '0')}`,
    number: `WX${n}`,
    createdAt,
    order: leak,
    assigneeId: 'a',
    acceptMinutes: 10,
    heldUntil: createdAt + HOUR,
    ...over,
  };
};
const orders = (count: number, over: (n: number) => Partial<PastOrder> = () => ({})) =>
  Array.from({ length: count }, (_, n) => order(n, over(n)));

const simulate = (past: PastOrder[], engineers: SimulatedEngineer[], ...rules: DispatchRule[]) =>
  simulateDispatch(past, { rules }, { engineers, supervisor: { id: 'sup', name: '王芳' }, manager: null });
const tiersOf = (view: ReturnType<typeof simulate>) => Object.fromEntries(view.tiers.map((t) => [t.tier, t.orders]));

describe('a draft over past orders', () => {
  it('spreads what one engineer had alone, and shows both loads', () => {
    const view = simulate(orders(6), [who('a'), who('b'), who('idle', { active: false })], rule());
    expect(view).toMatchObject({ orders: 6, changed: 3, claimable: 0 });
    expect(view.engineers).toEqual([
      { staffId: 'a', name: '师傅a', now: { orders: 6, mostAtOnce: 6 }, draft: { orders: 3, mostAtOnce: 3 } },
      { staffId: 'b', name: '师傅b', now: { orders: 0, mostAtOnce: 0 }, draft: { orders: 3, mostAtOnce: 3 } },
    ]);
    expect(view.examples[0]).toEqual({
      id: 'o05',
      number: 'WX5',
      createdAt: new Date(MONDAY_TEN + 50 * MINUTE).toISOString(),
      now: '师傅a',
      draft: '师傅b',
      rule: '全部工单',
    });
  });

  it('holds an engineer for the real time of the order and no longer', () => {
    const heldUntil = (at: number) => (n: number) => ({ createdAt: MONDAY_TEN + n * HOUR, heldUntil: MONDAY_TEN + n * HOUR + at });
    const one = [who('a', { capacity: 1 }), who('b', { capacity: 1 })];
    const named = rule({ mode: 'assign', group: { staffIds: ['a', 'b'] } });
    expect(simulate(orders(3, heldUntil(HOUR)), one, named).engineers[0]?.draft).toEqual({ orders: 3, mostAtOnce: 1 });
    expect(simulate(orders(3, heldUntil(HOUR + 1)), one, named).engineers.map((e) => e.draft.orders)).toEqual([2, 1]);
  });

  it('an order that nobody finished is still held', () => {
    const past = orders(2, (n) => ({ createdAt: MONDAY_TEN + n * 30 * DAY, heldUntil: null }));
    const named = rule({ mode: 'assign', group: { staffIds: ['a', 'b'] } });
    expect(simulate(past, [who('a', { capacity: 1 }), who('b')], named).engineers.map((e) => e.draft.orders)).toEqual([1, 1]);
  });

  it('counts the orders of a day anew each morning', () => {
    const past = orders(4, (n) => ({ createdAt: MONDAY_TEN + Math.floor(n / 2) * DAY + n * HOUR }));
    const named = rule({ mode: 'assign', group: { staffIds: ['a', 'b'] } });
    expect(simulate(past, [who('a', { dailyQuota: 1 }), who('b')], named).engineers.map((e) => e.draft.orders)).toEqual([2, 2]);
  });

  it('takes turns as they would have been taken', () => {
    const view = simulate(orders(7), [who('a'), who('b'), who('c')], rule({ id: 'constructor', mode: 'rotate' }));
    expect(view.engineers.map((e) => [e.staffId, e.draft.orders])).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 2],
    ]);
  });

  it('gives out again in the order of time, however the orders are listed', () => {
    const past = orders(9, (n) => ({ id: `o${9 - n}`, acceptMinutes: n, heldUntil: MONDAY_TEN + (n % 3) * HOUR + 1 }));
    const engineers = [who('a'), who('b')];
    expect(simulate([...past].reverse(), [...engineers].reverse(), rule())).toEqual(simulate(past, engineers, rule()));
    expect(
      simulate(past, engineers, rule())
        .examples.map((e) => e.number)
        .slice(0, 2),
    ).toEqual(['WX7', 'WX5']);
  });
});

describe('where the draft finds somebody', () => {
  const nights: Partial<SimulatedEngineer> = {
    presenceAt: (at) => ({ inShift: false, onLeave: false, clockStartsAt: at + 8 * HOUR }),
  };
  const leave: Partial<SimulatedEngineer> = { presenceAt: () => ({ inShift: false, onLeave: true, clockStartsAt: null }) };

  it.each([
    ['on duty', [who('a')], { 'on-duty': 2, away: 0, group: 0, supervisor: 0 }],
    ['first back at work', [who('a', nights)], { 'on-duty': 0, away: 2, group: 0, supervisor: 0 }],
    ['anybody of the group', [who('a', leave)], { 'on-duty': 0, away: 0, group: 2, supervisor: 0 }],
    ['the supervisor', [who('a', { active: false })], { 'on-duty': 0, away: 0, group: 0, supervisor: 2 }],
  ])('%s', (_what, engineers, tiers) => expect(tiersOf(simulate(orders(2), engineers, rule()))).toEqual(tiers));

  it('is told as shares of all orders', () => {
    const urgent = { order: { ...leak, urgent: true } };
    const view = simulate(
      orders(4, (n) => (n === 0 ? urgent : {})),
      [who('a')],
      rule({ when: { urgent: false } }),
    );
    expect(view.tiers.map((t) => [t.name, t.share])).toEqual([
      ['当班可接单', 0.75],
      ['下一班最早到岗', 0],
      ['同组在手最少', 0],
      ['主管安排', 0.25],
    ]);
    expect(view.examples).toMatchObject([{ now: '师傅a', draft: '主管安排', rule: null }]);
  });
});

describe('an order offered to be claimed', () => {
  const claim = rule({ mode: 'claim' });

  it('stays with who really had it when they were asked too', () => {
    const view = simulate(orders(3), [who('a'), who('b')], claim);
    expect([view.claimable, view.changed]).toEqual([3, 0]);
  });

  it('goes to whoever would have said yes first when they were not', () => {
    const history = [order(0, { assigneeId: 'b', acceptMinutes: 30 }), order(1, { assigneeId: 'c', acceptMinutes: 5 })];
    const gone = order(2, { assigneeId: 'gone' });
    const view = simulate([...history, gone], [who('b'), who('c')], claim);
    expect(view.examples).toMatchObject([{ id: 'o02', now: '已离开的同事', draft: '师傅c' }]);
  });
});

describe('minutes until acceptance', () => {
  it('are those of each engineer’s own median, on both sides', () => {
    const past = [...[2, 4, 60].map((m, n) => order(n, { acceptMinutes: m })), order(3, { assigneeId: 'b', acceptMinutes: 20 })];
    const view = simulate(past, [who('a'), who('b')], rule({ mode: 'assign', group: { staffIds: ['a'] } }));
    expect(view.acceptMinutes).toEqual({ now: 8, draft: 4 });
  });

  it('of an even number of yeses are the mean of the middle two', () => {
    const past = [1, 3, 6, 90].map((m, n) => order(n, { acceptMinutes: m }));
    expect(simulate(past, [who('a')], rule()).acceptMinutes).toEqual({ now: 4.5, draft: 4.5 });
  });

  it('count from when the engineer is there', () => {
    const past = [order(0), order(1, { createdAt: MONDAY_TEN + 12 * HOUR })];
    const dayShift = who('a', {
      presenceAt: (at) => (at === MONDAY_TEN ? presence(at) : { inShift: false, onLeave: false, clockStartsAt: at + 2 * HOUR }),
    });
    const presence = (at: number) => ({ inShift: true, onLeave: false, clockStartsAt: at });
    const view = simulate(past, [dayShift, who('b')], rule({ mode: 'assign', group: { staffIds: ['a', 'b'] } }));
    expect(view.acceptMinutes).toEqual({ now: (10 + 130) / 2, draft: 10 });
  });

  it('of somebody without a past are those of everybody', () => {
    const view = simulate([order(0, { acceptMinutes: 6 })], [who('a'), who('b')], rule({ mode: 'assign', group: { staffIds: ['b'] } }));
    expect(view.acceptMinutes).toEqual({ now: 6, draft: 6 });
  });

  it('are over the orders that can be estimated on both sides', () => {
    const nobody = order(1, { assigneeId: null, acceptMinutes: null });
    expect(simulate([order(0), nobody], [who('a')], rule()).acceptMinutes).toEqual({ now: 10, draft: 10 });
    expect(simulate([nobody], [who('a')], rule()).acceptMinutes).toEqual({ now: null, draft: null });
  });
});

describe('the result in sentences', () => {
  it('is one that a person can decide by', () => {
    const past = [...orders(6), order(6, { assigneeId: 'b', acceptMinutes: 90 }), order(7, { order: { ...leak, urgent: true } })];
    const view = simulate(past, [who('a'), who('b')], rule({ when: { urgent: false } }));
    expect(view.sentences).toEqual([
      '按草稿重算 8 张工单：当班同事直接接手 88%，交主管安排 13%',
      '同时在手最多的同事由 6 张变为 3 张',
      '预计平均接单用时由 21 分钟 变为 44 分钟',
      '5 张工单（63%）会换人处理',
    ]);
  });

  it('says when nothing changes, and when there is nothing to go by', () => {
    expect(simulate(orders(2), [who('a')], rule({ mode: 'claim' })).sentences).toEqual([
      '按草稿重算 2 张工单：当班同事直接接手 100%',
      '其中 2 张由当班同事抢单',
      '同时在手最多的同事仍是 2 张',
      '预计平均接单用时仍为 10 分钟',
      '没有工单会换人处理',
    ]);
    expect(simulate([], [who('a')], rule()).sentences).toEqual(['这段时间没有工单，无法试算']);
    const unanswered = simulate([order(0, { acceptMinutes: null })], [who('a')], rule());
    expect(unanswered.sentences).toContain('接单记录不足，无法估算接单用时');
  });
});

it('a season of orders is replayed within seconds', () => {
  const past = orders(1500, (n) => ({ createdAt: MONDAY_TEN + n * 2 * HOUR, heldUntil: MONDAY_TEN + (n * 2 + 30) * HOUR }));
  const engineers = Array.from({ length: 20 }, (_, i) => who(`e${i}`, { capacity: 8 }));
  const startedAt = performance.now();
  expect(simulate(past, engineers, rule({ mode: 'rotate' })).orders).toBe(1500);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});
