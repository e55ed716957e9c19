import type { AppealStatus } from '../states/referral';
import type { FraudFlagView } from './fraud';
import type { PhotoView } from './upload';

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
  /** One that waits for a judgement before all others. */
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
  /** Nobody judges what they appealed themselves, or where they are the friend or recommended them. */
  mayJudge: boolean;
}

/** An item of `GET /api/staff/appeals?projectId&status&cursor`, newest first. */
export interface StaffAppeal extends AppealView {
  projectName: string;
  /** One of the two. */
  referralId: string | null;
  leadId: string | null;
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

/** `POST /api/staff/verdict-rules/simulation` `{projectId, settings, days}`: what another rule would have changed. */
export interface VerdictSimulation {
  judged: number;
  changed: { subjectId: string; label: string; before: string; after: string; why: string }[];
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
