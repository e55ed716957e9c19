import type { CandidateView, LeadIntent, RoutingDecisionView, RoutingRule, RoutingStrategy } from '@guihu/shared';

/** What is known of one selling colleague at the second of the decision. Instants are epoch milliseconds. */
export interface CandidateFacts {
  staffId: string;
  name: string;
  teamId: string | null;
  active: boolean;
  /** The person's own switch. */
  onDuty: boolean;
  onLeave: boolean;
  /** First working instant at or after the decision, leave taken into account; null when none is in sight. */
  clockStartsAt: number | null;
  inShift: boolean;
  openLeads: number;
  capacity: number;
  /** Offered on the Beijing day of the decision. */
  assignedToday: number;
  dailyQuota: number;
  skills: readonly string[];
  /** Leads each rule gave this colleague so far. */
  countsByRule: Readonly<Record<string, number>>;
  lastAssignedByRule: Readonly<Record<string, number | null>>;
}

export interface RoutingFacts {
  /** Epoch milliseconds. */
  at: number;
  lead: {
    channelCode: string;
    /** As people know the channel; without it the name of its root is said. */
    channelName?: string;
    channelRoot: string;
    intent: LeadIntent;
    level: string;
    /** Who served this customer in this project before. */
    previousOwnerId: string | null;
    /** Who keyed the walk-in or the call. */
    enteredById: string | null;
  };
  /** Colleagues who had this lead and missed or declined it. */
  excludedStaffIds: readonly string[];
  /** Unanswered offers after which the manager decides. */
  maxRounds?: number;
  candidates: readonly CandidateFacts[];
}

export type Drop = NonNullable<CandidateView['dropped']>;

type Explained = Pick<RoutingDecisionView, 'rulesTried' | 'candidates' | 'sentences'>;
type DecidingRule = { id: string; name: string; strategy: RoutingStrategy; strategyName: string };

/** The last sentence is always the conclusion. Ids and instants of the record itself are the caller's. */
export type RoutingDecision =
  | (Explained & { outcome: 'offered'; chosen: { staffId: string; name: string }; rule: DecidingRule })
  | (Explained & { outcome: 'escalated' | 'pooled'; chosen: null; rule: null });

/** Own entries only: rule and staff ids come from outside and may be called `constructor`. */
export const entryOf = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** Only `weighted` weighs; a colleague without an entry weighs 1. */
export const weightOf = (candidate: CandidateFacts, rule: RoutingRule | null): number =>
  rule?.strategy === 'weighted' ? (entryOf(rule.weights, candidate.staffId) ?? 1) : 1;

export const countOf = (candidate: CandidateFacts, rule: RoutingRule | null): number =>
  (rule && entryOf(candidate.countsByRule, rule.id)) ?? 0;

/** When the acceptance clock would start; null when no shift is in sight. */
export const startOf = (candidate: CandidateFacts, at: number): number | null => (candidate.inShift ? at : candidate.clockStartsAt);
