import type { TimeRange } from '@guihu/shared';
import { addWorking, betweenWorking, type Schedule, workingIntervals } from '../../../../platform/working-time';

export const MINUTE_MS = 60_000;

/** Part of the way to a due time; `why` says why it does not count, and is null where it does. */
export interface ClockStretch extends TimeRange {
  readonly why: string | null;
}

/** A stretch of rest; sorted and apart wherever several are given. */
export interface Rest extends TimeRange {
  readonly reason: string;
}

/** How much of the time counts: plain time, or that of a schedule. Where a schedule has no such time, plain time counts. */
type Counting = Schedule | null;

/**
 * The instant (epoch ms) at which `ms` have counted since `from`, without the rests. A rest that begins at the very instant at which
 * everything is used comes too late.
 */
export function reach(by: Counting, from: number, ms: number, rests: readonly Rest[]): number {
  return reached(by, from, ms, rests).at;
}

/** The way to that instant, without gap. Dearer than the instant alone, as every stretch is named. */
export function wayTo(by: Counting, from: number, ms: number, rests: readonly Rest[]): ClockStretch[] {
  const { taken } = reached(by, from, ms, rests);
  return (by && workingWay(by, from, ms, taken)) ?? plainWay(from, ms, taken);
}

function reached(by: Counting, from: number, ms: number, rests: readonly Rest[]): { at: number; taken: Rest[] } {
  const taken: Rest[] = [];
  let at = instantOf(by, from, ms, taken);
  for (const rest of rests) {
    if (rest.from >= at) break;
    if (rest.to <= from) continue;
    taken.push(rest);
    at = instantOf(by, from, ms, taken);
  }
  return { at, taken };
}

/** Milliseconds that count from `from` to `to`, never negative. */
export function countedBetween(by: Counting, from: number, to: number, rests: readonly Rest[]): number {
  if (to <= from) return 0;
  if (by) return betweenWorking(withRests(by, rests), from, to);
  const rested = rests.map((rest) => Math.max(0, Math.min(rest.to, to) - Math.max(rest.from, from)));
  return to - from - rested.reduce((sum, each) => sum + each, 0);
}

function instantOf(by: Counting, from: number, ms: number, rests: readonly Rest[]): number {
  let left = ms;
  for (const range of by ? workingIntervals(withRests(by, rests), from) : []) {
    if (left < range.to - range.from) return range.from + left;
    left -= range.to - range.from;
  }
  return rests.reduce((at, rest) => at + rest.to - Math.max(rest.from, from), from + ms);
}

function plainWay(from: number, ms: number, rests: readonly Rest[]): ClockStretch[] {
  const stretches: ClockStretch[] = [];
  let [cursor, left] = [from, ms];
  for (const rest of rests) {
    if (rest.from > cursor) stretches.push({ from: cursor, to: rest.from, why: null });
    left -= Math.max(0, rest.from - cursor);
    stretches.push({ from: Math.max(cursor, rest.from), to: rest.to, why: rest.reason });
    cursor = rest.to;
  }
  return [...stretches, { from: cursor, to: cursor + left, why: null }];
}

function workingWay(schedule: Schedule, from: number, ms: number, rests: readonly Rest[]): ClockStretch[] | null {
  const due = addWorking(withRests(schedule, rests), from, ms);
  if (!due) return null;
  const { counted, skipped } = due.explanation;
  return [...counted.map((each) => ({ ...each, reason: null })), ...skipped]
    .map((each) => ({ from: Date.parse(each.from), to: Date.parse(each.to), why: each.reason }))
    .sort((a, b) => a.from - b.from);
}

/** Rests are named before leaves and nights that they overlap. */
const withRests = (schedule: Schedule, rests: readonly Rest[]): Schedule => ({
  ...schedule,
  absences: [...rests.map(({ from, to, reason }) => ({ from, to, label: reason })), ...schedule.absences],
});
