import type { DispatchSimulationView } from '@guihu/shared';
import type { PastOrder, ReplayedOrder, SimulatedEngineer } from './simulation-facts';

const MINUTE_MS = 60_000;

/** Estimated minutes until this engineer would have said yes to an order of that instant; null when nothing is known to go by. */
export type Estimate = (staffId: string, at: number) => number | null;

/**
 * How long acceptance takes, by person: minutes until they are next there (none in shift), and then the median of the minutes they
 * took for the orders they really had. Somebody without a yes in the past is taken as the median of all. Null without any yes at
 * all, for somebody unknown, and where no shift was in sight.
 */
export function acceptanceEstimate(past: readonly PastOrder[], engineers: readonly SimulatedEngineer[]): Estimate {
  const known = past.flatMap(({ assigneeId, acceptMinutes }) => (acceptMinutes === null ? [] : [{ assigneeId, acceptMinutes }]));
  const ofAll = median(known.map((k) => k.acceptMinutes));
  const people = new Map(
    engineers.map((engineer) => {
      const own = known.filter((k) => k.assigneeId === engineer.staffId).map((k) => k.acceptMinutes);
      return [engineer.staffId, { engineer, typical: median(own) ?? ofAll }];
    }),
  );
  return (staffId, at) => {
    const person = people.get(staffId);
    if (!person || person.typical === null) return null;
    const { inShift, clockStartsAt } = person.engineer.presenceAt(at);
    const startsAt = inShift ? at : clockStartsAt;
    return startsAt === null ? null : (startsAt - at) / MINUTE_MS + person.typical;
  };
}

/**
 * Mean estimated minutes as it really was and by the draft, to one decimal. Both sides are estimated, and over the same orders
 * (those where both can be), so that they differ by the draft and by nothing else.
 */
export function compareAcceptance(replayed: readonly ReplayedOrder[], estimate: Estimate): DispatchSimulationView['acceptMinutes'] {
  const both = replayed.flatMap(({ past: { assigneeId, createdAt }, takerId }) => {
    const now = assigneeId && estimate(assigneeId, createdAt);
    const draft = takerId && estimate(takerId, createdAt);
    return typeof now === 'number' && typeof draft === 'number' ? [{ now, draft }] : [];
  });
  if (both.length === 0) return { now: null, draft: null };
  const mean = (values: number[]) => Math.round((values.reduce((a, b) => a + b, 0) / values.length) * 10) / 10;
  return { now: mean(both.map((b) => b.now)), draft: mean(both.map((b) => b.draft)) };
}

/** The one of these who would say yes first; of equals, and of those nothing is known about, the one with the lowest id. */
export function quickest(staffIds: readonly string[], at: number, estimate: Estimate): string | null {
  const within = (id: string) => estimate(id, at) ?? Number.POSITIVE_INFINITY;
  return [...staffIds].sort().reduce<string | null>((best, id) => (best === null || within(id) < within(best) ? id : best), null);
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sorted.length === 0 ? null : middle.reduce((a, b) => a + b, 0) / middle.length;
}
