import { formatYuan, type ReferralEndReason, type RewardForm, type RewardRule, type RewardTier, sayReward } from '@guihu/shared';

const DAY_MS = 86_400_000;

/** What a rule is weighed with. */
export interface RewardFacts {
  /** Fen; null while nobody said it. */
  dealAmount: number | null;
  /** Deals of this referrer in this project that stand, before this one. */
  dealsBefore: number;
  /** Whether the person owns a home in this project, where a fee waiver could go. */
  ownsHome: boolean;
}

export type Weighed = { ok: true; form: RewardForm; amount: number; why: string } | { ok: false; why: string };

/** How much a rule gives (K3, K4), and how that was counted, in words. */
export function weigh(rule: RewardRule, facts: RewardFacts): Weighed {
  const counted = count(rule, facts);
  if (!counted.ok) return { ok: false, why: `规则「${rule.name}」：${counted.why}` };
  const { form, note } = formOf(rule, facts.ownsHome);
  const why = `规则「${rule.name}」：${counted.why}，${sayReward(form, counted.amount)}${note}`;
  return { ok: true, form, amount: counted.amount, why };
}

type Counted = { ok: true; amount: number; why: string } | { ok: false; why: string };

function count({ amount, on }: RewardRule, { dealAmount, dealsBefore }: RewardFacts): Counted {
  if (amount.how === 'fixed') return { ok: true, amount: amount.amount, why: STEP_WORDS[on] };
  if (amount.how === 'percent') {
    if (dealAmount === null) return { ok: false, why: '缺少成交金额，暂时无法按比例计算' };
    const share = shareOf(dealAmount, amount.basisPoints);
    const words = `${STEP_WORDS[on]}，按成交价 ${formatYuan(dealAmount)} 的 ${sayPercent(amount.basisPoints)} 计算`;
    if (share <= 0) return { ok: false, why: '按比例计算不足 1 分，不产生奖励' };
    if (amount.most === null || share <= amount.most) return { ok: true, amount: share, why: words };
    return { ok: true, amount: amount.most, why: `${words}，超过上限取上限` };
  }
  const tier = [...amount.tiers].sort((a, b) => b.fromDeals - a.fromDeals).find(({ fromDeals }) => dealsBefore >= fromDeals);
  if (!tier) return { ok: false, why: `已成交 ${dealsBefore} 组，未到起奖档位` };
  return { ok: true, amount: tier.amount, why: `${STEP_WORDS[on]}，此前已成交 ${dealsBefore} 组，适用「${tier.fromDeals} 组起」一档` };
}

/** Half a fen counts as a whole one. Whole numbers all the way: a price times basis points is beyond what a float adds up exactly. */
export function shareOf(dealAmount: number, basisPoints: number): number {
  return Number((BigInt(dealAmount) * BigInt(basisPoints) + 5_000n) / 10_000n);
}

/** A referrer without a home here has no fee that could be waived: money then. The friend is about to have one. */
function formOf({ form, to }: RewardRule, ownsHome: boolean): { form: RewardForm; note: string } {
  if (form !== 'fee-waiver' || ownsHome) return { form, note: '' };
  if (to === 'referrer') return { form: 'cash', note: '；本楼盘没有您名下的房屋，物业费减免改发等额现金' };
  return { form, note: '；绑定房屋后抵扣物业费' };
}

const STEP_WORDS: Readonly<Record<RewardRule['on'], string>> = { agreed: '好友同意报备', visited: '好友到访', signed: '好友签约' };

/** 50 → `0.5%` */
export const sayPercent = (basisPoints: number): string => `${Number((basisPoints / 100).toFixed(2))}%`;

/** Why points wait although their step was made; nothing for the referral that the verdict gave the friend to. */
export const standingNote = (standing: 'won' | 'lost' | 'open'): string => STANDING_NOTES[standing];

const STANDING_NOTES = {
  won: '',
  lost: '；归属未判给这条推荐，改判后到账，或由经理决定',
  open: '；归属尚在核对，判定后到账',
} as const;

/** Only what hangs on the deal waits for its money: a visit has happened whatever comes of it. */
export const waitsForPayment = (on: RewardRule['on']): boolean => on === 'signed';

/** The last instant at which a reward may still be held; null: until the payment. */
export const heldUntil = (signedAt: number, holdDays: number | null): number | null =>
  holdDays === null ? null : signedAt + holdDays * DAY_MS;

/**
 * Whether an end takes back what a step gave. A cancelled deal takes what hangs on the deal, a visit stays earned; when the verdict
 * was for somebody else the friend was not this referrer's to bring, and everything goes.
 */
export function takesBack(why: ReferralEndReason | null, on: RewardRule['on']): boolean {
  if (why === 'lost' || why === 'joined') return true;
  return why === 'deal-cancelled' && on === 'signed';
}

export interface Standing {
  title: string;
  privileges: string[];
  dealsToNext: number | null;
  nextTitle: string | null;
}

/** The tier that so many deals reach, and what is missing to the next (K6). */
export function standingOf(deals: number, tiers: readonly RewardTier[]): Standing {
  const order = [...tiers].sort((a, b) => a.fromDeals - b.fromDeals);
  const own = order.filter((tier) => tier.fromDeals <= deals).at(-1);
  const next = order.find((tier) => tier.fromDeals > deals);
  return {
    title: own?.title ?? '推荐人',
    privileges: own?.privileges ?? [],
    dealsToNext: next ? next.fromDeals - deals : null,
    nextTitle: next?.title ?? null,
  };
}
