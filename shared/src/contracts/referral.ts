import type { AppealStatus, ReferralStatus, ReferralVerb } from '../states/referral';
import type { RewardForm, RewardStatus } from '../states/reward';
import type { ConsentGiven } from './customer';
import type { TimelineEntry } from './lead';

/** `POST /api/referral-links` `{projectId}`; the same person and project give the same code. */
export interface ReferralLink {
  code: string;
  /** Mini-program path with the code, for the share card. */
  path: string;
  /** What stands in the mini-program code, at most 32 characters. */
  scene: string;
  /** Shown by an image element, which sends no session: open to whoever knows the code. */
  qrcodeUrl: string;
  /** As the friend reads it: 陈女士; 一位业主 while the name is not known. */
  referrerName: string;
}

/** `POST /api/referrals`: a friend is registered by name and number (报备). */
export interface ReferralRegistration {
  projectId: string;
  name: string;
  phone: string;
  /** How they know each other: 朋友, 亲属, 同事. */
  relation?: string;
  note?: string;
}

/** Never tells whether the friend was known before: that is the verdict's to say, later and without the friend's data. */
export interface ReferralReceipt {
  id: string;
  status: ReferralStatus;
  /** Share it with the friend: they say yes there before anyone calls. */
  askPath: string;
}

/** `GET /api/me/referrals?cursor`, newest first. */
export interface MyReferralList {
  items: MyReferral[];
  nextCursor: string | null;
  /** Friends registered, and how many of them came and signed so far. */
  totals: { registered: number; visited: number; signed: number };
}

/** An item of that list, and `GET /api/me/referrals/:id`; never the friend's data. */
export interface MyReferral {
  id: string;
  projectName: string;
  /** 李** */
  friendMasked: string;
  status: ReferralStatus;
  registeredAt: string;
  steps: { title: string; at: string | null; state: 'done' | 'now' | 'next' }[];
  /** `保护期还剩 12 天`, `归属判给先到的渠道，可申诉`. */
  note: string;
  rewards: { form: RewardForm; amount: number; status: RewardStatus; statusLabel: string; why: string }[];
  mayAppeal: boolean;
  /** To share the question with the friend again; null once it is answered or over. */
  askPath: string | null;
  appeal: { status: AppealStatus; at: string; answer: string | null } | null;
}

/** `GET /api/me/referral-asks/:code`: what the friend is asked. `POST …/answer` `{agree, name?, phone?, consent?}` */
export interface ReferralAsk {
  code: string;
  state: 'open' | 'answered' | 'expired' | 'unknown';
  /** 陈女士 */
  referrerName: string;
  projectId: string;
  projectName: string;
}

export interface ReferralAnswer {
  agree: boolean;
  name?: string;
  phone?: string;
  consent?: ConsentGiven;
}

/** An item of `GET /api/staff/referrals?projectId&status&view=flagged|appealed&cursor`. */
export interface StaffReferral {
  id: string;
  projectName: string;
  referrer: { name: string; phoneMasked: string };
  friend: { name: string; phoneMasked: string };
  status: ReferralStatus;
  registeredAt: string;
  protectedUntil: string | null;
  leadId: string | null;
  won: boolean | null;
  flags: number;
  appealed: boolean;
  allowed: ReferralVerb[];
}

export interface StaffReferralDetail extends StaffReferral {
  timeline: TimelineEntry[];
  relation: string | null;
  note: string | null;
  dealAmount: number | null;
}

/** `POST /api/staff/referrals/:id/stage`: by hand until unit sales exist. */
export interface ReferralStageStep {
  stage: 'subscribed' | 'signed' | 'settled' | 'deal-cancelled';
  /** Fen, with `signed`: what a percentage is counted from. */
  dealAmount?: number;
  reason?: string;
}

/** One heading of the rules, and what is said under it. */
export interface RulesSection {
  title: string;
  lines: string[];
}

/** `GET /api/projects/:id/referral-rules`: the rules in force of judging and of rewards, in plain words, made from the rules themselves. */
export interface ReferralRules {
  projectId: string;
  projectName: string;
  /** Of both, the later; null where nothing was ever published. */
  inForceSince: string | null;
  sections: RulesSection[];
}

/** How many of all came by recommendation; the share is 0–1, null of nothing. */
export interface ShareOfAll {
  referral: number;
  all: number;
  share: number | null;
}

/**
 * `GET /api/staff/referral-share?from&to&projectId?` (K7): Beijing days, `to` included, at most a year. By the first source of leads;
 * deals are leads that were closed as won, in the month of their closing.
 */
export interface ReferralShare {
  from: string;
  to: string;
  /** Where it began and where it is to go, 0–1. */
  start: number;
  target: number;
  total: { leads: ShareOfAll; visits: ShareOfAll; deals: ShareOfAll };
  /** Every month of the time, oldest first; `2026-11`. */
  months: { month: string; leads: ShareOfAll; visits: ShareOfAll; deals: ShareOfAll }[];
}
