import type { RedemptionStatus, RewardForm, RewardStatus, RewardVerb } from '../states/reward';
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
  tiers: RewardTier[];
}

/**
 * `POST /api/staff/reward-rules`; `GET /api/staff/reward-rules?projectId` lists what was published, newest first, and the defaults as
 * version 0 where nothing was. A draft of an older version is refused with `rule.version-conflict`.
 */
export interface RewardRulesDraft extends Pick<RewardRules, 'projectId' | 'rules' | 'holdDays' | 'pointMonths' | 'tiers'> {
  /** The version the draft was made from. */
  basedOn: number;
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
  form: RewardForm;
  /** Fen, or points. */
  amount: number;
  status: RewardStatus;
  heldUntil: string | null;
  ruleName: string;
  why: string;
  createdAt: string;
  allowed: RewardVerb[];
}

export interface StaffRewardDetail extends StaffReward {
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

/** `GET /api/me/rewards` */
export interface MyRewards {
  /** Fen. */
  cashPaid: number;
  cashDue: number;
  feeWaiver: number;
  points: number;
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
}

/** `POST /api/me/redemptions` `{itemId}`, `GET /api/me/redemptions`. */
export interface Redemption {
  id: string;
  title: string;
  points: number;
  status: RedemptionStatus;
  /** Shown at the desk. */
  pickUpCode: string;
  at: string;
}

/** An item of `GET /api/staff/redemptions?projectId&status&code&cursor`; `POST /api/staff/redemptions/:id/hand-over` and `…/return`. */
export interface StaffRedemption extends Redemption {
  person: { name: string; phoneMasked: string };
}
