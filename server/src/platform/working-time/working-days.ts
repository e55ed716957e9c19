import type { CountedInterval, DueTimeExplanation, SkippedInterval } from '@guihu/shared';
import { assertInstant, dateOf, dayOf, startOfDay, timeOfDay, WEEKDAY_NAMES, weekdayOf } from './civil-day';
import { sayDueTime, sayWorkingDays } from './due-time.text';
import { HORIZON_DAYS } from './schedule';
import type { WorkingCalendar } from './working-calendar';
import type { DueTime } from './working-time';

const MOST_DAYS = 1_000;

/**
 * The same Beijing time of day on the `n`-th working day after the start date, always a working day. The start date itself
 * never counts; with `n` 0 it is the answer when it is worked, else the next working day is.
 * Null when `HORIZON_DAYS` days in a row are off. Throws RangeError unless `n` is a whole number from 0 to 1,000.
 */
export function addWorkingDays(calendar: WorkingCalendar, fromMs: number, n: number): DueTime | null {
  assertInstant(fromMs, 'fromMs');
  if (!Number.isInteger(n) || n < 0 || n > MOST_DAYS) throw new RangeError(`n must be a whole number from 0 to ${MOST_DAYS}, got ${n}`);
  const start = dayOf(fromMs);
  const counted: number[] = [];
  const skipped: number[] = [];
  for (let day = n === 0 ? start : start + 1, idle = 0; idle < HORIZON_DAYS; day++) {
    const { working } = calendar.day(dateOf(day));
    idle = working ? 0 : idle + 1;
    if (!working) skipped.push(day);
    else if (n > 0) counted.push(day);
    if (working && counted.length === n) {
      const at = startOfDay(day) + timeOfDay(fromMs);
      return { at, explanation: explain(calendar, fromMs, at, n, counted, skipped) };
    }
  }
  return null;
}

/** Ranges here are whole civil days, each counted one with its 1,440 minutes; the start date stands in neither list. */
function explain(
  calendar: WorkingCalendar,
  from: number,
  at: number,
  n: number,
  counted: readonly number[],
  skipped: readonly number[],
): DueTimeExplanation {
  const facts = {
    startAt: new Date(from).toISOString(),
    dueAt: new Date(at).toISOString(),
    rule: sayWorkingDays(n),
    clock: calendar.name,
    counted: counted.map((day): CountedInterval => {
      const label = `${WEEKDAY_NAMES[weekdayOf(day)]} ${calendar.day(dateOf(day)).reason}`;
      return { ...wholeDay(day), minutes: 24 * 60, label };
    }),
    skipped: joined(skipped.map((day) => ({ ...wholeDay(day), reason: calendar.day(dateOf(day)).reason }))),
  };
  return { ...facts, text: sayDueTime(facts, from) };
}

const wholeDay = (day: number) => ({ from: new Date(startOfDay(day)).toISOString(), to: new Date(startOfDay(day + 1)).toISOString() });

function joined(days: readonly SkippedInterval[]): SkippedInterval[] {
  const parts: SkippedInterval[] = [];
  for (const day of days) {
    const last = parts.at(-1);
    if (last?.to === day.from && last.reason === day.reason) last.to = day.to;
    else parts.push({ ...day });
  }
  return parts;
}
