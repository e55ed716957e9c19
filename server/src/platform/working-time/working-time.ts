import type { CountedInterval, DueTimeExplanation } from '@guihu/shared';
import { assertInstant, MINUTE_MS } from './civil-day';
import { sayDueTime, sayWorkingDuration } from './due-time.text';
import { horizonOf, labelOf, type Schedule, type Stretch, stretches } from './schedule';
import { whySkipped } from './skipped-time';

/** A due instant (epoch ms) and why it is that one. */
export interface DueTime {
  readonly at: number;
  readonly explanation: DueTimeExplanation;
}

/**
 * The instant at which `durationMs` of working time have passed since `fromMs`; null when the horizon holds too little of it.
 *
 * The answer is always a working instant, that is one inside a half-open window, and that makes it unique:
 * - `betweenWorking(s, from, add(from, d)) === d`, and `add(from, betweenWorking(s, from, t)) === t` for every working `t >= from`;
 * - what is used up exactly at a window's end is due when work goes on (17:45 + 15 min, closing at 18:00 → 09:00), so that
 *   what follows a missed due time finds somebody at work;
 * - nothing added is `nextWorkingInstant`: `from` itself while at work, else the next start.
 */
export function addWorking(schedule: Schedule, fromMs: number, durationMs: number): DueTime | null {
  if (!Number.isSafeInteger(durationMs) || durationMs < 0) {
    throw new RangeError(`durationMs must be whole milliseconds, not negative, got ${durationMs}`);
  }
  const counted: Stretch[] = [];
  let left = durationMs;
  for (const stretch of stretches(schedule, fromMs, horizonOf(fromMs))) {
    if (left < stretch.to - stretch.from) {
      const at = stretch.from + left;
      if (left > 0) counted.push({ ...stretch, to: at });
      return { at, explanation: explain(schedule, fromMs, durationMs, at, counted) };
    }
    counted.push(stretch);
    left -= stretch.to - stretch.from;
  }
  return null;
}

/** Working milliseconds from `a` to `b`; negative when `b` is the earlier one. */
export function betweenWorking(schedule: Schedule, a: number, b: number): number {
  // A difference, since a negated 0 would be -0.
  if (b < a) return 0 - betweenWorking(schedule, b, a);
  let sum = 0;
  for (const stretch of stretches(schedule, a, b)) sum += stretch.to - stretch.from;
  return sum;
}

/** `from` itself when it is working time, else the next start of work; null when there is none within the horizon. */
export function nextWorkingInstant(schedule: Schedule, from: number): number | null {
  for (const stretch of stretches(schedule, from, horizonOf(from))) return stretch.from;
  return null;
}

/** Whether `instant` is working time; a window's end is not. */
export function isWorking(schedule: Schedule, instant: number): boolean {
  assertInstant(instant, 'instant');
  for (const _ of stretches(schedule, instant, instant + 1)) return true;
  return false;
}

/** Counted and skipped ranges together cover everything from the start to the due instant, without gap or overlap. */
function explain(schedule: Schedule, from: number, duration: number, at: number, counted: readonly Stretch[]): DueTimeExplanation {
  const starts = [...counted.map((each) => each.from), at];
  const ends = [from, ...counted.map((each) => each.to)];
  const skipped = ends.flatMap((end, i) => whySkipped(schedule, { from: end, to: starts[i]! }));
  const facts = {
    startAt: iso(from),
    dueAt: iso(at),
    rule: sayWorkingDuration(duration),
    clock: schedule.name,
    counted: inMinutes(schedule, counted),
    skipped: skipped.map((each) => ({ from: iso(each.from), to: iso(each.to), reason: each.reason })),
  };
  return { ...facts, text: sayDueTime(facts, from) };
}

/** Whole minutes whose sum is the whole: seconds are rounded up on the running total, as clocks that hide seconds show it. */
function inMinutes(schedule: Schedule, counted: readonly Stretch[]): CountedInterval[] {
  let total = 0;
  return counted.map((stretch) => {
    const before = Math.ceil(total / MINUTE_MS);
    total += stretch.to - stretch.from;
    const minutes = Math.ceil(total / MINUTE_MS) - before;
    return { from: iso(stretch.from), to: iso(stretch.to), minutes, label: labelOf(schedule, stretch) };
  });
}

const iso = (instant: number): string => new Date(instant).toISOString();
