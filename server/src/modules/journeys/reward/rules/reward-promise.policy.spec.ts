import type { RewardRule, RewardRules } from '@guihu/shared';
import { rewardPromise } from './reward-promise.policy';

const rule = (over: Partial<RewardRule>): RewardRule => ({
  id: 'r',
  name: '规则',
  on: 'signed',
  to: 'referrer',
  form: 'cash',
  amount: { how: 'fixed', amount: 300_000 },
  ...over,
});
const VISIT = rule({ id: 'v', on: 'visited', form: 'points', amount: { how: 'fixed', amount: 2_000 } });
const NONE: Parameters<typeof rewardPromise>[0] = {
  rules: [],
  holdDays: null,
  pointMonths: null,
  visitPoints: null,
  storyPoints: null,
  tiers: [],
};
const said = (rules: Partial<RewardRules>) => rewardPromise({ ...NONE, ...rules }).map(({ title, lines }) => [title, ...lines].join('\n'));

describe('the rules of rewards in plain words', () => {
  it('promise nothing where nothing is promised', () => {
    expect(said({})).toEqual(['能得到什么\n这个楼盘现在没有推荐奖励。']);
  });

  it('say what is earned, when it comes and when it goes, from the rules alone', () => {
    const [earn, pay, back] = said({ rules: [VISIT, rule({})], holdDays: 20, pointMonths: 18, visitPoints: 200, storyPoints: 300 });
    expect(earn).toContain('好友到访：您得2,000 积分。');
    expect(earn).toContain('好友签约：您得¥3,000，回款后发放，最迟签约后 20 天进入审核。');
    expect(earn).toContain('到访售楼处：本人每天一次，得200 积分。');
    expect(earn).toContain('分享业主故事：通过审核并公开后，每月一次，得300 积分。');
    expect(pay).toContain('领取现金前要完成一次实名');
    expect(pay).toContain('积分自到账起 18 个月内有效');
    expect(back).toContain('归属判给他人：「好友到访」、「好友签约」的奖励收回。');
    expect(back).toContain('好友的交易取消：「好友签约」的奖励收回，「好友到访」的奖励保留。');
  });

  it('ask for a name only where money is paid, which a waiver without a home becomes', () => {
    expect(said({ rules: [VISIT] }).join()).not.toMatch(/实名|审核和发放/);
    expect(said({ rules: [VISIT] }).join()).not.toContain('交易取消');
    const waiver = rule({ form: 'fee-waiver' });
    expect(said({ rules: [waiver] }).join()).toContain('减免改发等额现金');
    expect(said({ rules: [waiver] }).join()).toContain('实名');
    expect(said({ rules: [{ ...waiver, to: 'friend' }] }).join()).not.toContain('实名');
  });

  it('name each tier with what it takes', () => {
    const tiers = [
      { key: 'a', title: '邻里', fromDeals: 0, privileges: [] },
      { key: 'b', title: '银卡', fromDeals: 2, privileges: ['优先报名', '专属经理'] },
    ];
    expect(rewardPromise({ ...NONE, tiers }).at(-1)?.lines).toEqual([
      '邻里（推荐即可）：暂无权益。',
      '银卡（成交 2 组起）：优先报名，专属经理。',
    ]);
  });
});
