import { formatYuan, type ReferralOffer, type RewardRule, type RewardRules, sayReward } from '@guihu/shared';
import { sayPercent } from './reward.policy';

const STEPS = ['agreed', 'visited', 'signed'] as const;

export const TITLES: Readonly<Record<RewardRule['on'], string>> = { agreed: '好友同意报备', visited: '好友到访', signed: '好友签约' };

/** The rules in force as promises, in the order in which they are earned; the referrer's first. */
export function offerLines({ rules, holdDays }: Pick<RewardRules, 'rules' | 'holdDays'>): ReferralOffer['lines'] {
  return STEPS.flatMap((on) =>
    (['referrer', 'friend'] as const).flatMap((to) =>
      rules
        .filter((rule) => rule.on === on && rule.to === to)
        .map((rule) => ({
          to,
          on,
          title: TITLES[on],
          text: `${to === 'referrer' ? '您' : '好友'}得${promise(rule)}${when(on, holdDays)}`,
        })),
    ),
  );
}

function promise({ amount, form }: RewardRule): string {
  if (amount.how === 'fixed') return sayReward(form, amount.amount);
  if (amount.how === 'percent')
    return `成交价的 ${sayPercent(amount.basisPoints)}${amount.most === null ? '' : `，最高 ${formatYuan(amount.most)}`}`;
  const [first, ...more] = [...amount.tiers].sort((a, b) => a.fromDeals - b.fromDeals);
  if (!first) return '奖励';
  const base = first.fromDeals === 0 ? sayReward(form, first.amount) : `第 ${first.fromDeals + 1} 组起 ${sayReward(form, first.amount)}`;
  return [base, ...more.map((tier) => `第 ${tier.fromDeals + 1} 组起 ${sayReward(form, tier.amount)}`)].join('，');
}

function when(on: RewardRule['on'], holdDays: number | null): string {
  if (on !== 'signed') return '';
  return holdDays === null ? '，回款后发放' : `，回款后发放，最迟签约后 ${holdDays} 天进入审核`;
}
