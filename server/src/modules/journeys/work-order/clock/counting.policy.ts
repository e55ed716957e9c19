import type { TimeRange } from '@guihu/shared';
import { addWorking, betweenWorking, type Schedule } from '../../../../platform/working-time';

export const MINUTE_MS = 60_000;

/** Part of the way to a due time; `why` says why it does not count, and is null where it does. */
export interface ClockStretch extends TimeRange {
  readonly why: string | null;
}

/** A stretch of rest; sorted and apart wherever several are given. */
export interface Rest extends TimeRange {
  readonly reason: string;
}

interface Reached {
  readonly at: number;
  readonly stretches: readonly ClockStretch[];
}

/**
 * The instant (epoch ms) at which `ms` have counted since `from`: plain time, or that of `schedule`, without the rests. A rest that
 * begins at the very instant at which everything is used comes too late. Where a schedule has no such time, plain time counts.
 */
export function reach(schedule: Schedule | null, from: number, ms: number, rests: readonly Rest[]): Reached {
  const taken: Rest[] = [];
  let found = add(schedule, from, ms, taken);
  for (const rest of rests) {
    if (rest.from >= found.at) break;
    if (rest.to <= from) continue;
    taken.push(rest);
    found = add(schedule, from, ms, taken);
  }
  return found;
}

/** Milliseconds that count from `from` to `to`, never negative. */
export function countedBetween(schedule: Schedule | null, from: number, to: number, rests: readonly Rest[]): number {
  if (to <= from) return 0;
  if (schedule) return betweenWorking(withRests(schedule, rests), from, to);
  const rested = rests.map((rest) => Math.max(0, Math.min(rest.to, to) - Math.max(rest.from, from)));
  return to - from - rested.reduce((sum, each) => sum + each, 0);
}

function add(schedule: Schedule | null, from: number, ms: number, rests: readonly Rest[]): Reached {
  return (schedule && addWorkingTime(schedule, from, ms, rests)) ?? addPlainTime(from, ms, rests);
}

function addPlainTime(from: number, ms: number, rests: readonly Rest[]): Reached {
  const stretches: ClockStretch[] = [];
  let [cursor, left] = [from, ms];
  for (const rest of rests) {
    if (rest.from > cursor) stretches.push({ from: cursor, to: rest.from, why: null });
    left -= Math.max(0, rest.from - cursor);
    stretches.push({ from: Math.max(cursor, rest.from), to: rest.to, why: rest.reason });
    cursor = rest.to;
  }
  if (left > 0) stretches.push({ from: cursor, to: cursor + left, why: null });
  return { at: cursor + left, stretches };
}

function addWorkingTime(schedule: Schedule, from: number, ms: number, rests: readonly Rest[]): Reached | null {
  const due = addWorking(withRests(schedule, rests), from, ms);
  if (!due) return null;
  const { counted, skipped } = due.explanation;
  const stretches = [...counted.map((each) => ({ ...each, reason: null })), ...skipped]
    .map((each) => ({ from: Date.parse(each.from), to: Date.parse(each.to), why: each.reason }))
    .sort((a, b) => a.from - b.from);
  return { at: due.at, stretches };
}

/** Rests are named before leaves and nights that they overlap. */
const withRests = (schedule: Schedule, rests: readonly Rest[]): Schedule => ({
  ...schedule,
  absences: [...rests.map(({ from, to, reason }) => ({ from, to, label: reason })), ...schedule.absences],
});
