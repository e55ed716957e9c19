import { formatWan, formatYuan, REWARD_FORMS, type RewardForm, type RewardRule, type RewardTier, sayReward } from '@guihu/shared';

type Amount = RewardRule['amount'];

export const WHEN_WORDS: Readonly<Record<RewardRule['on'], string>> = {
  agreed: '好友同意报备',
  visited: '好友首次到访',
  signed: '好友签约',
};
export const WHOM_WORDS: Readonly<Record<RewardRule['to'], string>> = { referrer: '推荐人', friend: '好友' };
export const HOW_WORDS: Readonly<Record<Amount['how'], string>> = { fixed: '固定', percent: '按成交额比例', tiered: '按第几套递增' };

/** The example on every rule: what would come of a deal of 328 万. */
export const EXAMPLE_DEAL = 328_000_000;

/** `0.1%` of basis points. */
export const sayPercent = (basisPoints: number): string => `${basisPoints / 100}%`;

/** What a rule gives for a deal (fen) of somebody with so many deals before; whole fen, a fraction is dropped. */
export function worthOf(amount: Amount, dealAmount: number, dealsBefore: number): number {
  if (amount.how === 'fixed') return amount.amount;
  if (amount.how === 'percent') {
    const share = Math.floor((dealAmount * amount.basisPoints) / 10_000);
    return amount.most === null ? share : Math.min(share, amount.most);
  }
  const reached = [...amount.tiers].sort((a, b) => b.fromDeals - a.fromDeals).find(({ fromDeals }) => dealsBefore >= fromDeals);
  return reached?.amount ?? 0;
}

/** `每次 ¥3,000`, `成交额的 0.1%，最多 ¥10,000`, `第 1 套起 ¥3,000，第 3 套起 ¥5,000`. */
export function sayAmount(form: RewardForm, amount: Amount): string {
  // The form has been named before it.
  const say = (worth: number) => (form === 'points' ? sayReward(form, worth) : formatYuan(worth));
  if (amount.how === 'fixed') return `每次 ${say(amount.amount)}`;
  if (amount.how === 'percent') {
    const most = amount.most === null ? '' : `，最多 ${formatYuan(amount.most)}`;
    return `成交额的 ${sayPercent(amount.basisPoints)}${most}`;
  }
  return [...amount.tiers]
    .sort((a, b) => a.fromDeals - b.fromDeals)
    .map((tier) => `第 ${tier.fromDeals + 1} 套起 ${say(tier.amount)}`)
    .join('，');
}

/** `好友签约后，给推荐人现金：每次 ¥3,000`. */
export const sayRule = ({ on, to, form, amount }: Pick<RewardRule, 'on' | 'to' | 'form' | 'amount'>): string =>
  `${WHEN_WORDS[on]}后，给${WHOM_WORDS[to]}${REWARD_FORMS[form]}：${sayAmount(form, amount)}`;

/** What would come of it: `成交 328 万 → 奖励 ¥3,000`. */
export function sayExample({ on, form, amount }: Pick<RewardRule, 'on' | 'form' | 'amount'>): string {
  const occasion = on === 'signed' ? `成交 ${formatWan(EXAMPLE_DEAL)}` : WHEN_WORDS[on];
  if (amount.how !== 'tiered') return `${occasion} → 奖励 ${sayReward(form, worthOf(amount, EXAMPLE_DEAL, 0))}`;
  const last = Math.max(...amount.tiers.map(({ fromDeals }) => fromDeals));
  const of = (dealsBefore: number) => `第 ${dealsBefore + 1} 套奖励 ${sayReward(form, worthOf(amount, EXAMPLE_DEAL, dealsBefore))}`;
  return `${occasion} → ${[...new Set([of(0), of(last)])].join('，')}`;
}

/** What keeps a rule from being used, in a sentence; the server looks at the rest. */
export function faultOfRewardRule({ name, on, amount, form }: RewardRule): string | null {
  if (!name.trim()) return '请给规则起个名字，推荐人会看到';
  if (amount.how === 'fixed') return amount.amount > 0 ? null : '请填写奖励多少';
  if (amount.how === 'percent') {
    if (form === 'points') return '积分请用固定或递增的数额';
    if (on !== 'signed') return '按比例的奖励只能在签约时产生，那时才有成交额';
    return amount.basisPoints > 0 && amount.basisPoints <= 1_000 ? null : '比例请填 0.01 到 10 之间';
  }
  if (amount.tiers.length === 0) return '请至少填写一档';
  if (!amount.tiers.some(({ fromDeals }) => fromDeals === 0)) return '请写明第 1 套奖励多少';
  if (new Set(amount.tiers.map(({ fromDeals }) => fromDeals)).size < amount.tiers.length) return '有两档从同一套起算，请改一档';
  return amount.tiers.every((tier) => tier.amount > 0) ? null : '请填写每一档奖励多少';
}

/** A rule to begin a new one from; `id` must be no other rule's. */
export const newRewardRule = (id: string): RewardRule => ({
  id,
  name: '',
  on: 'signed',
  to: 'referrer',
  form: 'cash',
  amount: { how: 'fixed', amount: 0 },
});

/** The way of an amount is changed; what was typed is kept where it still says something. */
export function withHow(amount: Amount, how: Amount['how']): Amount {
  if (amount.how === how) return amount;
  const one = amount.how === 'fixed' ? amount.amount : amount.how === 'tiered' ? (amount.tiers[0]?.amount ?? 0) : (amount.most ?? 0);
  if (how === 'fixed') return { how, amount: one };
  if (how === 'percent') return { how, basisPoints: 10, most: one > 0 ? one : null };
  return { how, tiers: [{ fromDeals: 0, amount: one }] };
}

/** `累计成交 2 套起：优先选房、专属管家`. */
export const sayTier = ({ fromDeals, privileges }: Pick<RewardTier, 'fromDeals' | 'privileges'>): string =>
  `${fromDeals === 0 ? '注册即享' : `累计成交 ${fromDeals} 套起`}：${privileges.join('、') || '暂无权益'}`;

/** What keeps tiers from being used. */
export function faultOfTiers(tiers: readonly RewardTier[]): string | null {
  if (tiers.some(({ title }) => !title.trim())) return '请给每个等级起名';
  if (new Set(tiers.map(({ fromDeals }) => fromDeals)).size < tiers.length) return '有两个等级从同样的套数起，请改一个';
  return null;
}
