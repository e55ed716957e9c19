import type { RoutingRule, RoutingStrategy } from '@guihu/shared';
import { type CandidateFacts, countOf, entryOf, type RoutingFacts, weightOf } from './routing-facts';

type Order = (a: CandidateFacts, b: CandidateFacts) => number;
type Ranking = (finalists: readonly CandidateFacts[], rule: RoutingRule, facts: RoutingFacts) => CandidateFacts[];

export const byId: Order = (a, b) => (a.staffId < b.staffId ? -1 : a.staffId > b.staffId ? 1 : 0);

const by = (value: (c: CandidateFacts) => number): Order => {
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
};

const sorted = (finalists: readonly CandidateFacts[], ...orders: Order[]): CandidateFacts[] =>
  [...finalists].sort((a, b) => [...orders, byId].reduce((found, order) => found || order(a, b), 0));

/** Never assigned comes before everybody who was. */
const leastRecent = (rule: RoutingRule): Order => by((c) => entryOf(c.lastAssignedByRule, rule.id) ?? Number.NEGATIVE_INFINITY);
const fewest = (rule: RoutingRule): Order => by((c) => countOf(c, rule));

/** Whoever waited longest. A batch assigns many within a millisecond: then the one with fewer is next. */
const roundRobin: Ranking = (finalists, rule) => sorted(finalists, leastRecent(rule), fewest(rule));

const leastLoaded: Ranking = (finalists, rule) =>
  sorted(
    finalists,
    by((c) => c.openLeads / c.capacity),
    by((c) => c.openLeads),
    leastRecent(rule),
  );

/**
 * Largest shortfall against the weight: lowest `(count + 1) / weight`, but nobody who is already at or above their exact share
 * once this lead is counted. That bound (the quota method of Balinski and Young) keeps everybody within one lead of the exact
 * share after every single decision; without it a heavy weight among many light ones would run ahead.
 */
const weighted: Ranking = (finalists, rule) => {
  const weight = (c: CandidateFacts) => weightOf(c, rule);
  const total = finalists.reduce((sum, c) => sum + weight(c), 0);
  const given = finalists.reduce((sum, c) => sum + countOf(c, rule), 0);
  const served = (c: CandidateFacts) => (countOf(c, rule) * total >= (given + 1) * weight(c) ? 1 : 0);
  return sorted(
    finalists,
    by(served),
    by((c) => (countOf(c, rule) + 1) / weight(c)),
    leastRecent(rule),
  );
};

/** The previous owner; the colleague who keyed the visit only when that one cannot be had. */
const sticky: Ranking = (finalists, _rule, { lead }) =>
  sorted(
    finalists,
    by((c) => (c.staffId === lead.previousOwnerId ? 0 : 1)),
  );

const RANKINGS: Record<RoutingStrategy, Ranking> = {
  sticky,
  'round-robin': roundRobin,
  weighted,
  'least-loaded': leastLoaded,
  skill: leastLoaded,
};

/** Finalists of one tier, first the one to be chosen. The order they came in does not matter. */
export const rank: Ranking = (finalists, rule, facts) => RANKINGS[rule.strategy](finalists, rule, facts);
