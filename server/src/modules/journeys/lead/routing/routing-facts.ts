import type { CandidateView, LeadIntent, RoutingDecisionView, RoutingStrategy } from '@guihu/shared';
import type { CandidateFacts } from '../../../registers/choice';

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
    /** Whom the customer asked for, by that colleague's own code or by a booked visit. */
    preferredStaffId?: string | null;
  };
  /** Colleagues who had this lead and missed or declined it. */
  excludedStaffIds: readonly string[];
  /** Unanswered offers after which the manager decides. */
  maxRounds?: number;
  /** Selling colleagues of the project. */
  candidates: readonly CandidateFacts[];
}

/** Reasons that only leads know. */
export type LeadDrop = 'already-offered' | 'not-previous-owner';
export type RoutingDrop = NonNullable<CandidateView['dropped']>;

type Explained = Pick<RoutingDecisionView, 'rulesTried' | 'candidates' | 'sentences'>;
type DecidingRule = { id: string; name: string; strategy: RoutingStrategy; strategyName: string };

/** The last sentence is always the conclusion. Ids and instants of the record itself are the caller's. */
export type RoutingDecision =
  | (Explained & { outcome: 'offered'; chosen: { staffId: string; name: string }; rule: DecidingRule })
  | (Explained & { outcome: 'escalated' | 'pooled'; chosen: null; rule: null });
