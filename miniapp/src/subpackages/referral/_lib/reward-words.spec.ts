import type { MyRewards } from '@guihu/shared';
import {
  debtWords,
  figuresOf,
  lapsingWords,
  nextTierWords,
  redemptionTag,
  signedPoints,
  spacedCode,
  stockWords,
  whyNot,
} from './reward-words';

const mine: MyRewards = {
  cashPaid: 200_000,
  cashDue: 0,
  feeWaiver: 0,
  feeWaiverDue: 0,
  debt: { fen: 0, points: 0 },
  rewards: [],
  points: 1200,
  lapsing: { points: 200, on: '2026-12-31' },
  tier: { title: '推荐人', privileges: [], dealsToNext: 2, nextTitle: '金卡推荐人' },
  entries: [],
};

it('shows money and points, and a waiver only to whoever has one', () => {
  expect(figuresOf(mine)).toEqual([
    { label: '已到账', value: '¥2,000' },
    { label: '待发放', value: '¥0' },
    { label: '积分', value: '1,200' },
  ]);
  expect(figuresOf({ ...mine, feeWaiver: 60_000 }).at(-1)).toEqual({ label: '已减免物业费', value: '¥600' });
  expect(figuresOf({ ...mine, feeWaiverDue: 60_000 }).at(-1)).toEqual({ label: '待减免物业费', value: '¥600' });
});

it('says what is missing to the next tier, and nothing at the top', () => {
  expect(nextTierWords(mine)).toBe('再有 2 位好友签约，升为金卡推荐人');
  expect(nextTierWords({ tier: { ...mine.tier, dealsToNext: null, nextTitle: null } })).toBeNull();
});

it('says what is owed after a deal was undone, and nothing to whoever owes nothing', () => {
  expect(debtWords(mine)).toBeNull();
  expect(debtWords({ debt: { fen: 200_000, points: 50 } })).toBe('有交易取消，已发放的 ¥2,000、50 积分将从之后的奖励中扣回');
});

it('says which points lapse on which day of Beijing, and calls only what is near near', () => {
  const now = Date.parse('2026-11-23T03:00:00Z');
  expect(lapsingWords(mine, now)).toEqual({ text: '200 积分 12月31日到期', soon: true });
  expect(lapsingWords({ lapsing: { points: 50, on: '2026-12-31T15:59:59Z' } }, now)?.text).toBe('50 积分 12月31日到期');
  expect(lapsingWords({ lapsing: { points: 2000, on: '2028-12-02' } }, now)).toEqual({ text: '2,000 积分 2028年12月2日到期', soon: false });
  expect(lapsingWords({ lapsing: null }, now)).toBeNull();
});

it('is honest about what cannot be had', () => {
  expect(whyNot({ points: 500, stock: 0 }, 1000)).toBe('已兑完');
  expect(whyNot({ points: 500, stock: 3 }, 300)).toBe('还差 200 积分');
  expect(whyNot({ points: 500, stock: 3 }, 500)).toBeNull();
  expect(whyNot({ points: 500, stock: 3 }, null)).toBeNull();
  expect([stockWords({ stock: 3 }), stockWords({ stock: 11 }), stockWords({ stock: 0 })]).toEqual(['剩 3 件', null, null]);
});

it('writes points with their sign and a code to be read out', () => {
  expect([signedPoints(200), signedPoints(-1500)]).toEqual(['+200', '-1,500']);
  expect([spacedCode('482107'), spacedCode('48210793'), spacedCode('4821')]).toEqual(['4821 07', '4821 0793', '4821']);
  expect(redemptionTag({ status: 'ordered' })).toEqual({ text: '待领取', tone: 'accent' });
});
