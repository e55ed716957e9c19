import type { RewardRule } from '@guihu/shared';
import fc from 'fast-check';
import { heldUntil, shareOf, standingOf, takesBack, waitsForPayment, weigh } from './reward.policy';

const rule = (given: Partial<RewardRule>): RewardRule => ({
  id: 'r',
  name: '签约奖励',
  on: 'signed',
  to: 'referrer',
  form: 'cash',
  amount: { how: 'fixed', amount: 300_000 },
  ...given,
});

const FACTS = { dealAmount: 328_000_000, dealsBefore: 0, ownsHome: false };

describe('what a rule gives', () => {
  it('is a fixed amount, in words', () => {
    expect(weigh(rule({}), FACTS)).toEqual({ ok: true, form: 'cash', amount: 300_000, why: '规则「签约奖励」：好友签约，¥3,000' });
  });

  it('is a share of the deal, half a fen counting as a whole one', () => {
    const percent = rule({ amount: { how: 'percent', basisPoints: 50, most: null } });
    expect(weigh(percent, FACTS)).toEqual({
      ok: true,
      form: 'cash',
      amount: 1_640_000,
      why: '规则「签约奖励」：好友签约，按成交价 ¥3,280,000 的 0.5% 计算，¥16,400',
    });
    expect([shareOf(99, 50), shareOf(100, 50), shareOf(299, 50), shareOf(300, 50)]).toEqual([0, 1, 1, 2]);
    expect(shareOf(9_007_199_254_740_991, 1_000)).toBe(900_719_925_474_099);
  });

  it('is never more than the cap, and says so', () => {
    const capped = rule({ amount: { how: 'percent', basisPoints: 100, most: 2_000_000 } });
    expect(weigh(capped, FACTS)).toMatchObject({ ok: true, amount: 2_000_000, why: expect.stringContaining('超过上限取上限') });
    expect(weigh(capped, { ...FACTS, dealAmount: 200_000_000 })).toMatchObject({
      ok: true,
      amount: 2_000_000,
      why: expect.not.stringContaining('上限'),
    });
  });

  it('cannot be counted without the price, and is nothing below half a fen', () => {
    const percent = rule({ amount: { how: 'percent', basisPoints: 1, most: null } });
    expect(weigh(percent, { ...FACTS, dealAmount: null })).toEqual({
      ok: false,
      why: '规则「签约奖励」：缺少成交金额，暂时无法按比例计算',
    });
    expect(weigh(percent, { ...FACTS, dealAmount: 4_999 })).toMatchObject({ ok: false });
    expect(weigh(percent, { ...FACTS, dealAmount: 5_000 })).toMatchObject({ ok: true, amount: 1 });
  });

  it('grows with the deals before', () => {
    const tiered = rule({
      amount: {
        how: 'tiered',
        tiers: [
          { fromDeals: 5, amount: 800_000 },
          { fromDeals: 1, amount: 300_000 },
          { fromDeals: 2, amount: 500_000 },
        ],
      },
    });
    const given = (dealsBefore: number) => weigh(tiered, { ...FACTS, dealsBefore });
    expect(given(0)).toEqual({ ok: false, why: '规则「签约奖励」：已成交 0 组，未到起奖档位' });
    expect([1, 2, 4, 5, 50].map((deals) => (given(deals) as { amount: number }).amount)).toEqual([
      300_000, 500_000, 500_000, 800_000, 800_000,
    ]);
    expect(given(2).why).toBe('规则「签约奖励」：好友签约，此前已成交 2 组，适用「2 组起」一档，¥5,000');
  });

  it('is money for a referrer who has no home here whose fee could be waived; a friend is about to have one', () => {
    const waiver = rule({ form: 'fee-waiver' });
    expect(weigh(waiver, { ...FACTS, ownsHome: true })).toMatchObject({
      form: 'fee-waiver',
      why: '规则「签约奖励」：好友签约，物业费减免 ¥3,000',
    });
    expect(weigh(waiver, FACTS)).toMatchObject({ form: 'cash', amount: 300_000, why: expect.stringContaining('改发等额现金') });
    expect(weigh({ ...waiver, to: 'friend' }, FACTS)).toMatchObject({ form: 'fee-waiver', why: expect.stringContaining('绑定房屋后抵扣') });
  });

  it('of a share is never off by more than half a fen, and grows with the price', () => {
    const price = fc.integer({ min: 0, max: 100_000_000_000 });
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 1_000 }), (a, b, basisPoints) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(shareOf(less, basisPoints)).toBeLessThanOrEqual(shareOf(more, basisPoints));
        expect(Math.abs(shareOf(a, basisPoints) * 10_000 - a * basisPoints)).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});

describe('how long and to whom', () => {
  it('only what hangs on the deal waits for its money, to the millisecond', () => {
    expect([waitsForPayment('agreed'), waitsForPayment('visited'), waitsForPayment('signed')]).toEqual([false, false, true]);
    expect([heldUntil(1_000, 30), heldUntil(1_000, 0), heldUntil(1_000, null)]).toEqual([1_000 + 30 * 86_400_000, 1_000, null]);
  });

  it('a cancelled deal takes back what hangs on it; a lost verdict takes everything; what merely ended takes nothing', () => {
    expect([takesBack('deal-cancelled', 'signed'), takesBack('deal-cancelled', 'visited')]).toEqual([true, false]);
    expect([takesBack('lost', 'visited'), takesBack('lost', 'signed')]).toEqual([true, true]);
    for (const why of ['expired', 'declined', 'withdrawn', null] as const) expect(takesBack(why, 'visited')).toBe(false);
  });

  it('a tier is what the deals reach, with what is missing to the next', () => {
    const tiers = [
      { key: 'gold', title: '金卡', fromDeals: 5, privileges: ['家宴'] },
      { key: 'silver', title: '银卡', fromDeals: 2, privileges: [] },
    ];
    expect(standingOf(0, tiers)).toEqual({ title: '推荐人', privileges: [], dealsToNext: 2, nextTitle: '银卡' });
    expect(standingOf(4, tiers)).toEqual({ title: '银卡', privileges: [], dealsToNext: 1, nextTitle: '金卡' });
    expect(standingOf(5, tiers)).toEqual({ title: '金卡', privileges: ['家宴'], dealsToNext: null, nextTitle: null });
    expect(standingOf(3, [])).toEqual({ title: '推荐人', privileges: [], dealsToNext: null, nextTitle: null });
  });
});
