import type { TimeRange } from '@guihu/shared';
import { dayOf, MINUTE_MS, startOfDay } from './civil-day';
import { type Absence, absencesAfter, calendarDay, type Schedule, windowsOn } from './schedule';
import type { DayWindow } from './shift';

export interface Skipped extends TimeRange {
  readonly reason: string;
}

export const OFF_DUTY = '下班';
const ROSTER_REST = '轮休';
const LUNCH = '午休';
const BREAK = '休息';
const NOON = { from: 11 * 60 * MINUTE_MS, to: 14 * 60 * MINUTE_MS, longest: 4 * 60 * MINUTE_MS };

/** Why nothing counted in `gap`, which must hold no working time: its parts in order, touching ones of one reason joined. */
export function whySkipped(schedule: Schedule, gap: TimeRange): Skipped[] {
  const absences = absencesAfter(schedule, gap.from);
  const parts: Skipped[] = [];
  for (let at = gap.from; at < gap.to; ) {
    const found = reasonAt(schedule, absences, at);
    const to = Math.min(found.until, gap.to);
    const last = parts.at(-1);
    if (last?.reason === found.reason) parts[parts.length - 1] = { ...last, to };
    else parts.push({ from: at, to, reason: found.reason });
    at = to;
  }
  return parts;
}

interface Reason {
  readonly reason: string;
  /** How long it holds at most; always after the instant asked about. */
  readonly until: number;
}

/** An absence names its whole range, nights and weekends inside it too: one line 请假 says more than ten. */
function reasonAt(schedule: Schedule, absences: readonly Absence[], at: number): Reason {
  const absence = absences.find((each) => each.from <= at && at < each.to);
  if (absence) return { reason: absence.label, until: absence.to };
  const next = absences.find((each) => each.from > at);
  const found = dayReason(schedule, at);
  return next ? { ...found, until: Math.min(found.until, next.from) } : found;
}

function dayReason(schedule: Schedule, at: number): Reason {
  const day = dayOf(at);
  const midnight = startOfDay(day + 1);
  const about = calendarDay(schedule, day);
  if (!about.working) return { reason: about.reason, until: midnight };
  const windows = windowsOn(schedule, day);
  if (windows.length === 0) return { reason: ROSTER_REST, until: midnight };
  const clock = at - startOfDay(day);
  const before = windows.findLast((window) => window.to <= clock);
  const after = windows.find((window) => window.from > clock);
  if (!after) return { reason: OFF_DUTY, until: midnight };
  return { reason: before ? breakName(before, after) : OFF_DUTY, until: startOfDay(day) + after.from };
}

function breakName(before: DayWindow, after: DayWindow): string {
  const aroundNoon = before.to < NOON.to && after.from > NOON.from;
  return aroundNoon && after.from - before.to <= NOON.longest ? LUNCH : BREAK;
}
