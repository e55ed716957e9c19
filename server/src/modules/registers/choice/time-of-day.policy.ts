import { beijingClock, beijingParts } from '@guihu/shared';
import type { ConditionCheck } from './tried-rule';

/** A part of the Beijing day, `HH:mm`; an end that is not given is the end of the day. */
export interface DailyWindow {
  timeFrom?: string;
  timeTo?: string;
}

/** Minutes since midnight of `HH:mm`; `24:00` closes a day. Null when it is no such time. */
export function minutesOf(time: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(time);
  if (!found) return null;
  return Number(found[1] ?? found[3]) * 60 + Number(found[2] ?? found[4]);
}

/**
 * Whether a time of day lies in `[from, to)` of Beijing time. With `from` after `to` the window crosses midnight; with both the
 * same it is the whole day; an end that is not given is the end of the day.
 */
export function inDailyWindow(at: number, timeFrom?: string, timeTo?: string): boolean {
  const parts = beijingParts(at);
  const now = parts.hour * 60 + parts.minute;
  const from = minutesOf(timeFrom ?? '00:00') ?? 0;
  const to = minutesOf(timeTo ?? '24:00') ?? 24 * 60;
  if (from === to) return true;
  return from < to ? from <= now && now < to : now >= from || now < to;
}

/** The time-of-day condition of a rule, under the name people know the moment by; nothing when the rule names no time. */
export function checkTimeOfDay({ timeFrom, timeTo }: DailyWindow, at: number, name: string): ConditionCheck[] {
  if (timeFrom === undefined && timeTo === undefined) return [];
  return [{ holds: inDailyWindow(at, timeFrom, timeTo), said: `${name} ${beijingClock(at)}` }];
}
