import { type CandidateFacts, countOf, entryOf, type Weights, weightOf } from './candidate-facts';

type Order = (a: CandidateFacts, b: CandidateFacts) => number;

/** Whose counts are compared, and with which shares. */
export interface RankedBy {
  id: string;
  weights?: Weights;
}

/** Finalists, first the one to be chosen. The order they came in does not matter: an exact tie is decided by id. */
export type Ranking = (finalists: readonly CandidateFacts[], rule: RankedBy) => CandidateFacts[];

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
const leastRecent = (rule: RankedBy): Order => by((c) => entryOf(c.lastAssignedByRule, rule.id) ?? Number.NEGATIVE_INFINITY);
const fewest = (rule: RankedBy): Order => by((c) => countOf(c, rule.id));

/** Share of the own capacity in use; whoever has no capacity is full. */
const load = by((c) => (c.capacity > 0 ? c.openItems / c.capacity : Number.POSITIVE_INFINITY));
const open = by((c) => c.openItems);
const onLeave = by((c) => (c.onLeave ? 1 : 0));

/** Whoever waited longest. A batch assigns many within a millisecond: then the one with fewer is next. */
export const roundRobin: Ranking = (finalists, rule) => sorted(finalists, leastRecent(rule), fewest(rule));

export const leastLoaded: Ranking = (finalists, rule) => sorted(finalists, load, open, leastRecent(rule));

/** As least loaded, but nobody on leave before somebody who is not. */
export const leastLoadedPresent: Ranking = (finalists, rule) => sorted(finalists, onLeave, load, open, leastRecent(rule));

/** In the order of the list; whoever is not on it comes after, least loaded first. */
export const inOrderOf =
  (staffIds: readonly (string | null)[]): Ranking =>
  (finalists, rule) => {
    const place = by((c) => (staffIds.includes(c.staffId) ? staffIds.indexOf(c.staffId) : staffIds.length));
    return sorted(finalists, place, load, open, leastRecent(rule));
  };

/**
 * Largest shortfall against the weight: lowest `(count + 1) / weight`, but nobody who is already at or above their exact share
 * once this one is counted. That bound (the quota method of Balinski and Young) keeps everybody within one of the exact share
 * after every single decision; without it a heavy weight among many light ones would run ahead.
 */
export const weighted: Ranking = (finalists, rule) => {
  const weight = (c: CandidateFacts) => weightOf(c, rule.weights);
  const count = (c: CandidateFacts) => countOf(c, rule.id);
  const total = finalists.reduce((sum, c) => sum + weight(c), 0);
  const given = finalists.reduce((sum, c) => sum + count(c), 0);
  const served = (c: CandidateFacts) => (count(c) * total >= (given + 1) * weight(c) ? 1 : 0);
  return sorted(
    finalists,
    by(served),
    by((c) => (count(c) + 1) / weight(c)),
    leastRecent(rule),
  );
};
