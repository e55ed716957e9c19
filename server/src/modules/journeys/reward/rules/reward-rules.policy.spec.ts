import type { RewardRule } from '@guihu/shared';
import { faultsOfRewardRules } from './reward-rules.policy';

const RULE: RewardRule = { id: 'a', name: '签约', on: 'signed', to: 'referrer', form: 'cash', amount: { how: 'fixed', amount: 300_000 } };
const DRAFT = { rules: [RULE], holdDays: 30, pointMonths: 24, visitPoints: null, storyPoints: null, tiers: [] };

describe('a draft of reward rules', () => {
  const faults = (given: object) => faultsOfRewardRules({ ...DRAFT, rules: [{ ...RULE, ...given } as RewardRule] });

  it('may be published when it is whole', () => {
    expect(faultsOfRewardRules(DRAFT)).toEqual([]);
    expect(faultsOfRewardRules({ ...DRAFT, rules: [], holdDays: null, pointMonths: null, visitPoints: 100 })).toEqual([]);
    expect(faults({ amount: { how: 'percent', basisPoints: 50, most: null } })).toEqual([]);
  });

  it.each([
    [{ id: '' }, '第 1 条规则缺少编号'],
    [{ name: 7 }, '第 1 条规则请填写名称，最多 40 个字'],
    [{ on: 'settled' }, '第 1 条规则的发放节点无法识别'],
    [{ to: 'agent' }, '第 1 条规则的奖励对象无法识别'],
    [{ form: 'gold' }, '第 1 条规则的奖励形式无法识别'],
    [{ form: 'toString' }, '第 1 条规则的奖励形式无法识别'],
    [{ amount: null }, '第 1 条规则缺少奖励金额'],
    [{ amount: { how: 'fixed', amount: 0 } }, '第 1 条规则的奖励数额请填大于 0 的整数，并检查是否多写了零'],
    [{ amount: { how: 'fixed', amount: 1.5 } }, '第 1 条规则的奖励数额请填大于 0 的整数，并检查是否多写了零'],
    [{ amount: { how: 'fixed', amount: 100_000_001 } }, '第 1 条规则的奖励数额请填大于 0 的整数，并检查是否多写了零'],
    [{ amount: { how: 'percent', basisPoints: 1_001, most: null } }, '第 1 条规则的比例请填 0.01% 到 10%'],
    [{ amount: { how: 'percent', basisPoints: 50, most: 0 } }, '第 1 条规则的上限请填大于 0 的整数'],
    [{ on: 'visited', amount: { how: 'percent', basisPoints: 50, most: null } }, '第 1 条规则按比例计算只能用在签约，签约才有成交金额'],
    [{ form: 'points', amount: { how: 'percent', basisPoints: 50, most: null } }, '第 1 条规则按比例计算的是钱，积分请用固定或阶梯'],
    [{ amount: { how: 'tiered', tiers: [] } }, '第 1 条规则的阶梯请填 1 到 10 档'],
    [
      {
        amount: {
          how: 'tiered',
          tiers: [
            { fromDeals: 1, amount: 5 },
            { fromDeals: 1, amount: 6 },
          ],
        },
      },
      '第 1 条规则有两档阶梯的起始组数相同',
    ],
    [{ amount: { how: 'lottery' } }, '第 1 条规则的计算方式无法识别'],
  ])('%j is refused: %s', (given, sentence) => {
    expect(faults(given)).toContain(sentence);
  });

  it('is refused with numbers that no calendar knows, twins and broken tiers', () => {
    expect(faultsOfRewardRules({ ...DRAFT, rules: [RULE, RULE] })).toEqual(['有两条规则的编号相同']);
    expect(faultsOfRewardRules({ ...DRAFT, holdDays: -1, pointMonths: 0, visitPoints: 0, storyPoints: 0 })).toHaveLength(4);
    const tier = { key: 'gold', title: '金卡', fromDeals: 5, privileges: ['家宴'] };
    expect(faultsOfRewardRules({ ...DRAFT, tiers: [tier] })).toEqual([]);
    expect(faultsOfRewardRules({ ...DRAFT, tiers: [tier, { ...tier, key: 'b' }] })).toEqual(['有两档推荐人等级重复']);
    expect(faultsOfRewardRules({ ...DRAFT, tiers: [{ ...tier, privileges: '家宴' as never }] })).toHaveLength(1);
    expect(faultsOfRewardRules({ ...DRAFT, tiers: [null as never] })).toHaveLength(1);
    expect(faultsOfRewardRules({ ...DRAFT, rules: [null as never] })).toEqual(['规则格式不正确']);
  });
});
