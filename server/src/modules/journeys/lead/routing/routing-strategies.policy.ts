import type { RoutingRule, RoutingStrategy } from '@guihu/shared';
import { type CandidateFacts, inOrderOf, leastLoaded, type Ranking, roundRobin, weighted } from '../../../registers/choice';
import { weightsOf } from './routing-eligibility.policy';
import type { RoutingFacts } from './routing-facts';

const RANKINGS: Record<RoutingStrategy, (lead: RoutingFacts['lead']) => Ranking> = {
  /** The previous owner; the colleague who keyed the visit only when that one cannot be had. */
  sticky: (lead) => inOrderOf([lead.previousOwnerId]),
  'round-robin': () => roundRobin,
  weighted: () => weighted,
  'least-loaded': () => leastLoaded,
  skill: () => leastLoaded,
};

/** Finalists of one tier, first the one to be chosen. */
export const rank = (finalists: readonly CandidateFacts[], rule: RoutingRule, { lead }: RoutingFacts): CandidateFacts[] =>
  RANKINGS[rule.strategy](lead)(finalists, { id: rule.id, weights: weightsOf(rule) });
