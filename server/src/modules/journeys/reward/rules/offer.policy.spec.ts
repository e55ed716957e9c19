import type { RewardRule } from '@guihu/shared';
import { offerLines } from './offer.policy';

const RULES: RewardRule[] = [
  { id: 'w', name: '欢迎', on: 'signed', to: 'friend', form: 'fee-waiver', amount: { how: 'fixed', amount: 360_000 } },
  {
    id: 's',
    name: '签约',
    on: 'signed',
    to: 'referrer',
    form: 'cash',
    amount: {
      how: 'tiered',
      tiers: [
        { fromDeals: 2, amount: 500_000 },
        { fromDeals: 0, amount: 300_000 },
      ],
    },
  },
  { id: 'p', name: '比例', on: 'signed', to: 'referrer', form: 'cash', amount: { how: 'percent', basisPoints: 50, most: 2_000_000 } },
  { id: 'v', name: '到访', on: 'visited', to: 'referrer', form: 'points', amount: { how: 'fixed', amount: 2_000 } },
];

it('promises in the order in which it is earned, the referrer first', () => {
  expect(offerLines({ rules: RULES, holdDays: 30 }).map(({ title, text }) => `${title}：${text}`)).toEqual([
    '好友到访：您得2,000 积分',
    '好友签约：您得¥3,000，第 3 组起 ¥5,000，回款后发放，最迟签约后 30 天进入审核',
    '好友签约：您得成交价的 0.5%，最高 ¥20,000，回款后发放，最迟签约后 30 天进入审核',
    '好友签约：好友得物业费减免 ¥3,600，回款后发放，最迟签约后 30 天进入审核',
  ]);
  expect(offerLines({ rules: RULES.slice(0, 1), holdDays: null })[0]?.text).toBe('好友得物业费减免 ¥3,600，回款后发放');
  expect(offerLines({ rules: [], holdDays: 30 })).toEqual([]);
});
