import type { WorkOrderKind } from '../states/work-order';
import type { ServicePolicy } from './work-order';

/** How a rule finds the engineer among those who may have the order. */
export const DISPATCH_MODES = { assign: '指派', claim: '抢单', rotate: '轮训', 'least-loaded': '最少在手' } as const;
export type DispatchMode = keyof typeof DISPATCH_MODES;

/** All named conditions must hold; one not named is not asked. */
export interface DispatchConditions {
  buildingIds?: string[];
  /** A category stands for itself and everything below it. */
  categoryIds?: string[];
  kinds?: WorkOrderKind[];
  urgent?: boolean;
  /** Beijing time of day at which the order is dispatched, `HH:mm`; may cross midnight. */
  timeFrom?: string;
  timeTo?: string;
}

/**
 * Whom a rule speaks of. Teams and persons add up; of those, whoever has at least one of the skills. Nothing named is every
 * engineer of the project.
 */
export interface DispatchGroup {
  skills?: string[];
  teamIds?: string[];
  staffIds?: string[];
}

export interface DispatchRule {
  id: string;
  name: string;
  when: DispatchConditions;
  group: DispatchGroup;
  /** `assign` follows the order of `group.staffIds`; `claim` asks everybody at work at once. */
  mode: DispatchMode;
  /** For `rotate`: shares by colleague; one without an entry weighs 1. */
  weights?: Record<string, number>;
}

export interface DispatchRuleSet {
  projectId: string;
  version: number;
  rules: DispatchRule[];
  settings: ServicePolicy;
  publishedAt: string;
  publishedBy: string | null;
}

/** Which fallback found somebody, in the order in which they are tried. */
export const DISPATCH_TIERS = {
  'on-duty': '当班可接单',
  away: '下一班最早到岗',
  group: '同组在手最少',
  supervisor: '主管安排',
} as const;
export type DispatchTier = keyof typeof DISPATCH_TIERS;

/** Why somebody was not chosen. */
export type DispatchDropReason =
  | 'inactive'
  | 'not-in-rule'
  | 'lacks-skill'
  /** Declined, missed, returned or transferred this order before. */
  | 'had-it-before'
  | 'off-duty'
  | 'on-leave'
  | 'no-shift'
  | 'capacity-full'
  | 'quota-reached'
  /** Could take it, but begins later than the one chosen. */
  | 'later-shift'
  /** Could take it now; the mode put somebody else first. */
  | 'outranked'
  /** It went round too often and is the supervisor's now. */
  | 'rounds-over';

export interface DispatchCandidateView {
  staffId: string;
  name: string;
  chosen: boolean;
  /** Asked to claim it, together with others. */
  claimant: boolean;
  dropped: { code: DispatchDropReason; text: string } | null;
  openOrders: number;
  capacity: number;
  assignedToday: number;
  dailyQuota: number;
  weight: number;
  /** Orders this rule gave the colleague so far. */
  assignedByRule: number;
  /** When this colleague's acceptance clock would start: now in shift, else the start of the next one; null when none is in sight. */
  clockStartsAt: string | null;
}

export interface DispatchDecisionView {
  id: string;
  decidedAt: string;
  /** 1 for the first dispatch of an order. */
  round: number;
  ruleSetVersion: number;
  /** `supervisor`: nobody may have it by rule; whoever `supervisor` names decides. */
  outcome: 'assigned' | 'claimable' | 'supervisor';
  tier: DispatchTier;
  chosen: { id: string; name: string } | null;
  /** For `claimable`: everybody who may take it, sorted by id. */
  claimants: { id: string; name: string }[];
  /** For `supervisor`: the supervisor, else the manager; null when the project has neither. */
  supervisor: { id: string; name: string } | null;
  rule: { id: string; name: string; mode: DispatchMode; modeName: string } | null;
  rulesTried: { id: string; name: string; matched: boolean; reason: string }[];
  candidates: DispatchCandidateView[];
  /** In sentences, for the 为什么 sheet; the last one is the conclusion. */
  sentences: string[];
}

/** `GET /api/staff/work-orders/:id/dispatch`, newest first. */
export interface WorkOrderDispatchView {
  workOrderId: string;
  decisions: DispatchDecisionView[];
}

/** Orders of one engineer over the replayed time. */
export interface SimulatedLoad {
  orders: number;
  /** Most orders held at one moment. */
  mostAtOnce: number;
}

/** What a draft would have made of past orders; nothing is changed by asking. */
export interface DispatchSimulationView {
  orders: number;
  /** Of them, how many would have gone to somebody else than who really had them. */
  changed: number;
  engineers: { staffId: string; name: string; now: SimulatedLoad; draft: SimulatedLoad }[];
  /** Mean estimated minutes until acceptance; null when nothing can be estimated. Both sides are estimated in the same way. */
  acceptMinutes: { now: number | null; draft: number | null };
  /** Where the draft finds somebody; shares of all orders, 0–1. */
  tiers: { tier: DispatchTier; name: string; orders: number; share: number }[];
  /** Of all orders, those that the draft offers to be claimed. */
  claimable: number;
  /** The newest orders that would change hands, for a person to look at. */
  examples: { id: string; number: string; createdAt: string; now: string; draft: string; rule: string | null }[];
  /** In sentences; the last one is the conclusion. */
  sentences: string[];
}
