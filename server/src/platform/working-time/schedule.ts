import type { TimeRange } from '@guihu/shared';
import { assertInstant, DAY_MS, dateOf, dayOf, startOfDay, WEEKDAY_NAMES, weekdayOf } from './civil-day';
import { type DayWindow, type Shift, windowsOf, windowsOfAdjusted } from './shift';
import { type CalendarDay, ORDINARY_WORKDAY, type WorkingCalendar } from './working-calendar';

/** Time taken out of the shift; `label` says why: 请假, 培训 … */
export interface Absence extends TimeRange {
  readonly label: string;
}

/** When one person or one team works. `name` is how an explanation calls it: 林晓的班次. */
export interface Schedule {
  readonly name: string;
  readonly calendar: WorkingCalendar;
  readonly shift: Shift;
  /** In any order, overlapping or empty ones allowed. */
  readonly absences: readonly Absence[];
}

/** How far ahead working time is looked for. Whoever works less than that never works. */
export const HORIZON_DAYS = 400;

/** Working time that stems from one window. */
export interface Stretch extends TimeRange {
  readonly day: number;
  readonly window: DayWindow;
}

/**
 * Working time from `from` on, half-open ranges in epoch ms, earliest first, touching ones joined, absences taken out.
 * Lazy, and ends at `until`, by default `HORIZON_DAYS` after `from`.
 */
export function* workingIntervals(schedule: Schedule, from: number, until = horizonOf(from)): Generator<TimeRange, void> {
  let open: TimeRange | null = null;
  for (const stretch of stretches(schedule, from, until)) {
    if (open && open.to === stretch.from) {
      open = { from: open.from, to: stretch.to };
      continue;
    }
    if (open) yield open;
    open = { from: stretch.from, to: stretch.to };
  }
  if (open) yield open;
}

/** As `workingIntervals`, but each range still knows its window, so that touching ones stay apart. */
export function* stretches(schedule: Schedule, from: number, until: number): Generator<Stretch, void> {
  assertInstant(from, 'from');
  assertInstant(until, 'until');
  const absences = absencesAfter(schedule, from);
  let cursor = from;
  // A window lasts at most 24 hours, so the day before is the earliest that can still be at work.
  for (let day = dayOf(from) - 1; startOfDay(day) < until; day++) {
    for (const window of windowsOn(schedule, day)) {
      const start = Math.max(startOfDay(day) + window.from, cursor);
      const end = Math.min(startOfDay(day) + window.to, until);
      if (start >= end) continue;
      if (absences.length === 0) yield { from: start, to: end, day, window };
      else for (const { from: begin, to } of without(absences, start, end)) yield { from: begin, to, day, window };
      cursor = end;
    }
  }
}

/** The day as its calendar has it. */
export const calendarDay = (schedule: Schedule, day: number): CalendarDay => schedule.calendar.day(dateOf(day));

/** Windows that start on this day; none when the calendar or the roster gives it off. */
export function windowsOn(schedule: Schedule, day: number): readonly DayWindow[] {
  const about = calendarDay(schedule, day);
  if (!about.working) return [];
  return about.kind === 'adjusted' ? windowsOfAdjusted(schedule.shift, weekdayOf(day)) : windowsOf(schedule.shift, weekdayOf(day));
}

/** `周一 09:00–12:00 早班`; a day that is no ordinary working day says what it is. */
export function labelOf(schedule: Schedule, stretch: Stretch): string {
  const { reason } = calendarDay(schedule, stretch.day);
  const remark = reason.startsWith(ORDINARY_WORKDAY) ? reason.slice(ORDINARY_WORKDAY.length) : `（${reason}）`;
  return `${WEEKDAY_NAMES[weekdayOf(stretch.day)]} ${stretch.window.text} ${schedule.shift.name}${remark}`;
}

export const horizonOf = (from: number): number => from + HORIZON_DAYS * DAY_MS;

/** Absences that still matter at `from`, earliest first. */
export function absencesAfter(schedule: Schedule, from: number): Absence[] {
  return schedule.absences.filter((each) => each.to > from && each.to > each.from).sort((a, b) => a.from - b.from);
}

/** What is left of `from` to `to` when the holes, sorted by their beginning, are taken out. */
export function* without(absences: readonly TimeRange[], from: number, to: number): Generator<TimeRange, void> {
  let start = from;
  for (const absence of absences) {
    if (absence.from >= to) break;
    if (absence.to <= start) continue;
    if (absence.from > start) yield { from: start, to: absence.from };
    start = absence.to;
    if (start >= to) return;
  }
  if (start < to) yield { from: start, to };
}

/** Ranges sorted by their beginning; touching and overlapping ones become one. */
export function joined(ranges: readonly TimeRange[]): TimeRange[] {
  const whole: { from: number; to: number }[] = [];
  for (const range of ranges) {
    const before = whole.at(-1);
    if (before && range.from <= before.to) before.to = Math.max(before.to, range.to);
    else whole.push({ from: range.from, to: range.to });
  }
  return whole;
}
