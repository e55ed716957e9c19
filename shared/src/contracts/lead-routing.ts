export const ROUTING_STRATEGIES = {
  sticky: '老客户归原顾问',
  'round-robin': '依次轮流',
  weighted: '按权重',
  'least-loaded': '在跟最少者优先',
  skill: '按擅长',
} as const;
export type RoutingStrategy = keyof typeof ROUTING_STRATEGIES;

/** All named conditions must hold; one not named is not asked. */
export interface RoutingConditions {
  channelRoots?: string[];
  channelCodes?: string[];
  productTypes?: string[];
  /** The lead's wish overlaps this range of square metres. */
  areaMin?: number;
  areaMax?: number;
  /** Fen. */
  budgetMin?: number;
  budgetMax?: number;
  levels?: string[];
  /** Beijing time of day, `HH:mm`; may cross midnight. */
  timeFrom?: string;
  timeTo?: string;
}

export interface RoutingRule {
  id: string;
  name: string;
  when: RoutingConditions;
  strategy: RoutingStrategy;
  /** Who may be chosen; empty means every selling colleague of the project. */
  teamIds?: string[];
  staffIds?: string[];
  /** For `weighted`; a colleague without an entry weighs 1. */
  weights?: Record<string, number>;
  /** For `skill`: the skill wanted. */
  skill?: string;
}

/** Numbers of the acceptance clock; a project's own, published with its rules. */
export interface RoutingSettings {
  /** Working minutes in shift that a colleague has to accept. */
  acceptMinutes: number;
  /** Unanswered or declined offers after which the manager decides. */
  mostOffers: number;
  /** Working minutes after acceptance within which the customer is told to expect the call. */
  callMinutes: number;
}

export const DEFAULT_ROUTING_SETTINGS: RoutingSettings = { acceptMinutes: 15, mostOffers: 3, callMinutes: 15 };

export interface RoutingRuleSet {
  projectId: string;
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  rules: RoutingRule[];
  settings: RoutingSettings;
}

/** Why somebody was not chosen. */
export type DropReason =
  | 'inactive'
  | 'off-duty'
  | 'on-leave'
  | 'no-shift'
  | 'capacity-full'
  | 'quota-reached'
  | 'already-offered'
  | 'lacks-skill'
  | 'not-in-rule'
  | 'not-previous-owner'
  /** Could take it, but works later than the one chosen. */
  | 'later-shift'
  /** Could take it now; the strategy put somebody else first. */
  | 'outranked'
  /** Could take it, but it has been round too often and is the manager's now. */
  | 'rounds-over';

export interface CandidateView {
  staffId: string;
  name: string;
  chosen: boolean;
  dropped: { code: DropReason; text: string } | null;
  openLeads: number;
  capacity: number;
  assignedToday: number;
  dailyQuota: number;
  weight: number;
  /** Share of this rule's leads so far, as counted when the decision was made. */
  assignedByRule: number;
  /** When this colleague's acceptance clock would start: now in shift, else the start of the next one. */
  clockStartsAt: string | null;
}

export interface RoutingDecisionView {
  id: string;
  decidedAt: string;
  round: number;
  ruleSetVersion: number;
  outcome: 'offered' | 'escalated' | 'pooled';
  chosen: { id: string; name: string } | null;
  rule: { id: string; name: string; strategy: RoutingStrategy; strategyName: string } | null;
  rulesTried: { id: string; name: string; matched: boolean; reason: string }[];
  candidates: CandidateView[];
  /** In sentences, for the 为什么 sheet. */
  sentences: string[];
}

/** `GET /api/staff/leads/:id/routing`, newest first. */
export interface LeadRoutingView {
  leadId: string;
  decisions: RoutingDecisionView[];
}
