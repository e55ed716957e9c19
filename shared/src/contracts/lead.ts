import type { ClosureOutcome, LeadStatus, LeadVerb, OfferOutcome } from '../states/lead';
import type { FollowUpMethod, Gender, LeadLevel } from '../values/dictionaries';
import type { ConsentGiven, OtherNumber } from './customer';
import type { ColleagueCard } from './staff';
import type { DueTimeExplanation } from './working-time';

export interface LeadIntent {
  /** A word of PRODUCT_TYPES, or the person's own. */
  productType?: string;
  /** Square metres. */
  areaMin?: number;
  areaMax?: number;
  /** Fen. */
  budgetMin?: number;
  budgetMax?: number;
  /** A word of PURPOSES, or the person's own. */
  purpose?: string;
  note?: string;
}

/** `POST /api/leads` */
export interface LeadSubmission {
  projectId: string;
  name: string;
  /** Any way of writing it; without it the bound phone is used. */
  phone?: string;
  gender?: Gender;
  intent?: LeadIntent;
  channelCode?: string;
  /** The code they came in by most recently; what it counts for is the server's to say, and an old or made-up one hinders nothing. */
  liveCode?: string;
  /** The same by its former name. */
  referralCode?: string;
  consent: ConsentGiven;
}

/** What an owner has in mind (K10). */
export const REPURCHASE_WISHES = { again: '再买一套', 'trade-up': '换一套更大的', 'for-family': '给家人买' } as const;
export type RepurchaseWish = keyof typeof REPURCHASE_WISHES;

/** `POST /api/me/repurchases`: by the bound phone of somebody who owns a home; answers a receipt (`LeadReceipt`). */
export interface RepurchaseRequest {
  projectId: string;
  wish: RepurchaseWish;
  /** Left out by whoever agreed before, under the policy in force. */
  consent?: ConsentGiven;
}

export interface LeadReceipt {
  id: string;
  receiptNo: string;
  status: LeadStatus;
  /** What else the person should know: `您扫的码已过期，登记不受影响`. */
  notice?: string;
}

/** `POST /api/staff/leads`: a walk-in or a call, four fields on one screen. */
export interface StaffLeadEntry {
  projectId: string;
  name: string;
  phone: string;
  channelCode: string;
  gender?: Gender;
  intent?: LeadIntent;
  note?: string;
  consent?: ConsentGiven;
}

export interface StaffLeadReceipt extends LeadReceipt {
  /** True when the phone already had an open lead here: the visit was added to it. */
  joined: boolean;
  /** What to tell the person at the desk: `已由同事跟进，已通知对方`. */
  message: string;
}

/** `POST /api/staff/leads/duplicate-probe`: says only whether, never who or what. */
export interface DuplicateProbeAnswer {
  known: boolean;
  message: string;
}

/** `GET /api/me/leads`: what the prospect sees. */
export interface MyLead {
  id: string;
  receiptNo: string;
  projectId: string;
  projectName: string;
  status: LeadStatus;
  createdAt: string;
  intent: LeadIntent;
  /** The serving colleague's card, once routed. */
  agent: ColleagueCard | null;
  /** Parcel line; the step that is now has `state: 'now'`. */
  steps: { title: string; text: string; at: string | null; state: 'done' | 'now' | 'next' }[];
  /** When to expect the call: `置业顾问将在今天 10:15 前联系您`. */
  promise: string;
}

export interface OfferView {
  id: string;
  staffId: string;
  staffName: string;
  round: number;
  offeredAt: string;
  dueAt: string;
  outcome: OfferOutcome;
  reason: string | null;
}

export interface StaffLeadSummary {
  id: string;
  receiptNo: string;
  status: LeadStatus;
  projectId: string;
  projectName: string;
  owner: { id: string; name: string } | null;
  customer: { id: string; name: string; phoneMasked: string; gender: Gender };
  source: { code: string; name: string; rootName: string };
  intent: LeadIntent;
  level: LeadLevel;
  createdAt: string;
  acceptedAt: string | null;
  lastContactAt: string | null;
  nextFollowUpAt: string | null;
  /** When the pending offer must be accepted; null when none waits. */
  acceptBy: string | null;
  /** What is due next or late, already said in words: `待接单，还剩 12 分钟`. */
  urgency: { text: string; late: boolean; dueAt: string | null };
}

export interface StaffLeadDetail extends StaffLeadSummary {
  portrait: { label: string; value: string; from: string }[];
  /** Filled fields of rule A9, percent. */
  completeness: number;
  missing: string[];
  touches: { at: string; channelName: string; rootName: string; first: boolean; by: string; note: string | null }[];
  timeline: TimelineEntry[];
  offers: OfferView[];
  followUps: FollowUpView[];
  /** Numbers by which the same person was a customer of their own before. */
  otherNumbers: OtherNumber[];
  /** False once the customer took back the agreement to be contacted: no number is told any more. */
  contactAllowed: boolean;
  /** One sentence: 为什么是你. */
  why: string;
  acceptByExplanation: DueTimeExplanation | null;
  /** Verbs this person may do now; buttons show these and no others. */
  allowed: LeadVerb[];
}

/** `GET /api/staff/leads/:id/messages` → `{items}`: whether the messages owed about this lead reached people. */
export interface DeliveryView {
  to: string;
  title: string;
  channel: string;
  state: 'waiting' | 'sent' | 'received' | 'failed';
  at: string;
  reason: string | null;
}

export interface TimelineEntry {
  at: string;
  type: string;
  text: string;
  by: string | null;
}

/** `POST /api/staff/leads/:id/follow-ups`: the five mandatory fields of rule D8, with the next date (D2). */
export interface FollowUpRecord {
  /** 时间. */
  occurredAt: string;
  /** 方式. */
  method: FollowUpMethod;
  /** 主要内容. */
  content: string;
  /** 客户反馈. */
  feedback: string;
  /** 下次计划. */
  nextPlan: string;
  nextAt: string;
  /** Whether the customer was really reached; only then does silence end. True when not given. */
  connected?: boolean;
  level?: LeadLevel;
}

export interface FollowUpView extends FollowUpRecord {
  id: string;
  by: string;
}

export interface FollowUpReceipt {
  id: string;
  nextAt: string;
}

export interface DeclineRequest {
  reason: string;
}

export interface TransferRequest {
  toStaffId: string;
  reason: string;
}

export interface ClosureRequest {
  outcome: ClosureOutcome;
  reason: string;
}

/** `POST /api/staff/leads/:id/phone-reveal`: the customer's own number, or another one of theirs. */
export interface PhoneRevealRequest {
  numberId?: string;
}

export interface PhoneReveal {
  phone: string;
  /** The reveal is on record from this moment. */
  recordedAt: string;
}

/** `GET /api/staff/lead-board`: what the manager watches. */
export interface LeadBoard {
  counts: { status: LeadStatus; count: number }[];
  /** Offers past their time plus follow-ups past their date. */
  late: { waitingAcceptance: number; followUps: number };
  people: {
    id: string;
    name: string;
    teamName: string | null;
    onDuty: boolean;
    open: number;
    capacity: number;
    waiting: number;
    late: number;
  }[];
}
