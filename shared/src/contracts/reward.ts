import type { RedemptionStatus, RedemptionVerb, RewardForm, RewardStatus, RewardVerb } from '../states/reward';
import type { TimelineEntry } from './lead';

/** When a rule pays, and to whom. */
export interface RewardRule {
  id: string;
  name: string;
  on: 'agreed' | 'visited' | 'signed';
  to: 'referrer' | 'friend';
  form: RewardForm;
  /** Fen or points; percent in basis points of the deal; tiers by how many deals of this referrer stand before. */
  amount:
    | { how: 'fixed'; amount: number }
    | { how: 'percent'; basisPoints: number; most: number | null }
    | { how: 'tiered'; tiers: { fromDeals: number; amount: number }[] };
}

/** Versioned, per project. */
export interface RewardRules {
  projectId: string;
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  rules: RewardRule[];
  /** Held until the payment came in, or at most this many days after signing; null: only until the payment. */
  holdDays: number | null;
  /** Points lapse this many months after they were earned; null: never. */
  pointMonths: number | null;
  /** Points for somebody's own visit, once a day; null: none. */
  visitPoints: number | null;
  /** Points for a story 业主故事 that was published, once a month; null: none. */
  storyPoints: number | null;
  tiers: RewardTier[];
}

/**
 * `POST /api/staff/reward-rules`; `GET /api/staff/reward-rules?projectId` lists what was published, newest first, and the defaults as
 * version 0 where nothing was. A draft of an older version is refused with `rule.version-conflict`.
 */
export interface RewardRulesDraft extends Pick<RewardRules, 'projectId' | 'rules' | 'holdDays' | 'pointMonths' | 'tiers'> {
  /** The version the draft was made from. */
  basedOn: number;
  /** Left out: as in that version. */
  visitPoints?: number | null;
  storyPoints?: number | null;
}

/**
 * `GET /api/projects/:id/referral-offer`: what the rules in force promise, in words, for whoever thinks of recommending the project.
 * No lines when nothing is promised.
 */
export interface ReferralOffer {
  projectId: string;
  /** In the order in which they are earned: 好友到访, 您得 200 积分; 好友签约, 您得 2,000 元, 回款后发放，最迟签约后 30 天. */
  lines: { to: RewardRule['to']; on: RewardRule['on']; title: string; text: string }[];
  tiers: RewardTier[];
}

/** Whom a reward is for. */
export const REWARD_PARTIES = { referrer: '推荐人', friend: '被推荐人' } as const;
export type RewardParty = keyof typeof REWARD_PARTIES;

/** Privileges of frequent referrers (K1, K6). */
export interface RewardTier {
  key: string;
  title: string;
  fromDeals: number;
  privileges: string[];
}

/** An item of `GET /api/staff/rewards?status&projectId&cursor`. */
export interface StaffReward {
  id: string;
  referralId: string;
  projectName: string;
  person: { name: string; phoneMasked: string };
  party: RewardParty;
  form: RewardForm;
  /** Fen, or points. */
  amount: number;
  status: RewardStatus;
  heldUntil: string | null;
  ruleName: string;
  why: string;
  /** Where a fee waiver goes: `云溪府 1 号楼 1203`; null for other forms, and until the person has a home here. */
  home: string | null;
  /** Money waits for the person's real name (`missing`); whoever pays sees the name masked, and never the number. */
  realName: { state: 'not-needed' | 'missing' | 'stated'; nameMasked: string | null };
  createdAt: string;
  allowed: RewardVerb[];
}

export interface StaffRewardDetail extends StaffReward {
  rulesVersion: number;
  /** Fen or points that the person owes from a reward taken back after its payout: so much is kept from this one. */
  debt: number;
  payout: (PayoutRecord & { by: string; amount: number; kept: number }) | null;
  timeline: TimelineEntry[];
  entries: LedgerEntryView[];
}

/** `POST /api/staff/rewards/:id/payout`, after `…/approval`; `…/refusal` `{reason}` instead of an approval. */
export interface PayoutRecord {
  /** Bank's or cashier's number. */
  reference: string;
  /** Beijing date. */
  paidOn: string;
}

/** One line of the double-entry ledger; the lines of one transfer add up to nothing. */
export interface LedgerEntryView {
  at: string;
  account: string;
  accountLabel: string;
  /** Fen or points; positive is a debit. */
  amount: number;
  unit: 'fen' | 'points';
  text: string;
}

/** One reward as the person it is for sees it. */
export interface MyReward {
  id: string;
  projectName: string;
  party: RewardParty;
  form: RewardForm;
  /** Fen, or points. */
  amount: number;
  status: RewardStatus;
  statusLabel: string;
  /** Which rule gave it and how it was counted; what became of it. */
  why: string;
  at: string;
  /** On its way, and not given before the person has stated their real name. */
  needsRealName: boolean;
}

/** `GET /api/me/rewards` */
export interface MyRewards {
  /** Fen. */
  cashPaid: number;
  /** Held, to be approved or to be paid. */
  cashDue: number;
  /** Granted to a home. */
  feeWaiver: number;
  feeWaiverDue: number;
  /** Those that can be spent now. */
  points: number;
  /** Of rewards that were taken back after the payout; kept from the next ones. */
  debt: { fen: number; points: number };
  /** Newest first. */
  rewards: MyReward[];
  /** Points that lapse next, and when. */
  lapsing: { points: number; on: string } | null;
  tier: { title: string; privileges: string[]; dealsToNext: number | null; nextTitle: string | null };
  entries: { at: string; text: string; points: number }[];
}

/** `GET /api/reward-catalogue` */
export interface CatalogueItem {
  id: string;
  title: string;
  description: string;
  points: number;
  stock: number;
  /** Whose desk hands it over. */
  pickUpPlace: string;
}

/** `POST /api/me/redemptions` `{itemId}`, `GET /api/me/redemptions`. */
export interface Redemption {
  id: string;
  title: string;
  points: number;
  status: RedemptionStatus;
  /** Shown at the desk. */
  pickUpCode: string;
  pickUpPlace: string;
  at: string;
}

/** An item of `GET /api/staff/redemptions?projectId&status&code&cursor`; `POST …/:id/hand-over`, `POST …/:id/return` `{reason?}`. */
export interface StaffRedemption extends Redemption {
  person: { name: string; phoneMasked: string };
  allowed: RedemptionVerb[];
}

/** What a verb on a reward or a redemption answers. */
export interface RewardChange {
  id: string;
  status: RewardStatus;
}

export interface RedemptionChange {
  id: string;
  status: RedemptionStatus;
}
