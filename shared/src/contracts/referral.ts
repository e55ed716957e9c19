import type { AppealStatus, ReferralStatus, ReferralVerb } from '../states/referral';
import type { RewardForm, RewardStatus } from '../states/reward';
import type { ConsentGiven } from './customer';
import type { TimelineEntry } from './lead';
import type { PhotoView } from './upload';

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

/** Kinds of record that may claim a customer. */
export const CLAIM_KINDS = {
  'walk-in': '自然到访',
  channel: '渠道来客',
  referral: '老带新',
  agent: '顾问自拓',
  import: '历史导入',
} as const;
export type ClaimKind = keyof typeof CLAIM_KINDS;

/** Versioned, per project. Numbers of `requirements.md` §3.2; each may be switched off with null. */
export interface VerdictRules {
  projectId: string;
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  settings: VerdictSettings;
}

/**
 * `POST /api/staff/verdict-rules`; `GET /api/staff/verdict-rules?projectId` lists what was published, newest first, and the defaults as
 * version 0 where nothing was. A draft of an older version is refused with `rule.version-conflict`.
 */
export interface VerdictRulesDraft {
  projectId: string;
  /** The version the draft was made from. */
  basedOn: number;
  settings: VerdictSettings;
}

export interface VerdictSettings {
  /** From registration to the first visit. */
  protectionDays: number | null;
  /** An incoming call or a form is good for this long without a visit. */
  callInDays: number | null;
  visitDays: number | null;
  /** Since the last effective follow-up. */
  followUpDays: number | null;
  /** Days before the deal within which a claim without a contact is given up. */
  lastContactDays: number | null;
  /** A record counts only with these fields filled. */
  completeFields: ('name' | 'gender' | 'phone' | 'channel' | 'area' | 'layout')[];
  /** Only contacts that reached the person keep a claim alive. */
  connectedOnly: boolean;
  /** People of one home are one customer. */
  householdAsOne: boolean;
  selfReferral: 'refuse' | 'flag';
  staffReferral: 'refuse' | 'flag';
  circularReferral: 'refuse' | 'flag';
  /** Which claim wins when two are good: the first, or a referral before all others. */
  precedence: 'first' | 'referral-first';
}

/** One fact of the evidence chain. */
export interface EvidenceFact {
  at: string;
  /** `10月3日 14:20 陈女士报备了这位客户` */
  text: string;
  source: 'touch' | 'referral' | 'viewing' | 'follow-up' | 'deal' | 'home' | 'declaration';
}

export interface ClaimVerdict {
  kind: ClaimKind;
  /** 渠道「抖音直播」, 陈女士的推荐, 置业顾问林晓 … */
  label: string;
  claimedAt: string;
  outcome: 'won' | 'lost' | 'void';
  /** Rule by rule: `报备后 12 天首次到访，在 30 天保护期内`. */
  rules: { rule: string; held: boolean; text: string }[];
  /** Why it lost; empty for the winner. */
  why: string;
}

/** `GET /api/staff/referrals/:id/verdict`, and `GET /api/staff/leads/:id/verdict`; newest judgement first in `history`. */
export interface VerdictView {
  subjectId: string;
  judgedAt: string;
  rulesVersion: number;
  winner: ClaimVerdict | null;
  claims: ClaimVerdict[];
  facts: EvidenceFact[];
  /** In order, for people; the last one is the conclusion. */
  sentences: string[];
  history: { judgedAt: string; rulesVersion: number; conclusion: string; by: string | null }[];
  flags: FraudFlagView[];
  appeal: AppealView | null;
}

/** `POST /api/me/referrals/:id/appeal` and `POST /api/staff/leads/:id/appeal` */
export interface AppealRequest {
  reason: string;
  uploadIds: string[];
}

export interface AppealView {
  id: string;
  status: AppealStatus;
  reason: string;
  by: string;
  at: string;
  photos: PhotoView[];
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
}

/** An item of `GET /api/staff/appeals?projectId&status&cursor`, newest first. */
export interface StaffAppeal extends AppealView {
  projectName: string;
  /** One of the two. */
  referralId: string | null;
  leadId: string | null;
  /** May not judge what one appealed oneself. */
  mayJudge: boolean;
}

/** `POST /api/staff/appeals/:id/judgement` */
export interface AppealJudgement {
  outcome: 'upheld' | 'overturned';
  answer: string;
  /** For an overturned one: the claim that wins, by its place in the verdict. */
  winner?: number;
  /** Of the verdict in which the place was read: where another one stands by now, the answer is `appeal.state-conflict`. */
  judgedAt?: string;
}

export const FRAUD_SIGNS = {
  'one-device': '同一微信登记过多',
  'number-sequence': '号码连号',
  'declared-relative': '顾问申报的亲属',
  'self-referral': '自己推荐自己',
  'staff-referral': '员工推荐',
  circular: '互相推荐',
  household: '同一户家庭',
} as const;
export type FraudSign = keyof typeof FRAUD_SIGNS;

/** Flagged to a person with its evidence, never acted on in silence. */
export interface FraudFlagView {
  id: string;
  sign: FraudSign;
  label: string;
  evidence: string[];
  at: string;
  status: 'open' | 'cleared' | 'confirmed';
  note: string | null;
}

/** `POST /api/staff/fraud-flags/:id/judgement`: a person has looked; the note says what they found. */
export interface FlagJudgement {
  outcome: 'cleared' | 'confirmed';
  note: string;
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

/** `POST /api/staff/verdict-rules/simulation` `{projectId, settings, days}`: what another rule would have changed. */
export interface VerdictSimulation {
  judged: number;
  changed: { subjectId: string; label: string; before: string; after: string; why: string }[];
}

/** `POST /api/staff/relatives`; `POST /api/staff/relatives/:id/removal` takes one's own declaration back. */
export interface RelativeDeclaration {
  name: string;
  phone: string;
  relation: string;
}

/** An item of `GET /api/staff/relatives`: what a colleague has declared. */
export interface DeclaredRelative {
  id: string;
  name: string;
  phoneMasked: string;
  relation: string;
  declaredAt: string;
}

/** What a project without published rules is judged by. */
export const DEFAULT_VERDICT_SETTINGS: VerdictSettings = {
  protectionDays: 30,
  callInDays: 15,
  visitDays: 7,
  followUpDays: 30,
  lastContactDays: 7,
  completeFields: ['name', 'phone', 'channel'],
  connectedOnly: true,
  householdAsOne: true,
  selfReferral: 'refuse',
  staffReferral: 'flag',
  circularReferral: 'flag',
  precedence: 'first',
};
