import { BEIJING_OFFSET_MS } from '@guihu/shared';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** Days since 1970-01-01 in Beijing: the engine counts in these, and turns them into dates only to ask a calendar. */
export const dayOf = (instant: number): number => Math.floor((instant + BEIJING_OFFSET_MS) / DAY_MS);

/** The instant at which a Beijing day begins. */
export const startOfDay = (day: number): number => day * DAY_MS - BEIJING_OFFSET_MS;

/** Milliseconds since midnight in Beijing, 0 to 86,399,999. */
export const timeOfDay = (instant: number): number => instant - startOfDay(dayOf(instant));

const dates = new Map<number, string>();
const MOST_DATES = 20_000;

/** `2026-10-01` of a Beijing day. Remembered, as every question to a calendar begins here. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known) return known;
  if (dates.size >= MOST_DATES) dates.clear();
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 1 Monday … 7 Sunday. */
export type Weekday = (typeof WEEKDAYS)[number];

export const WEEKDAY_NAMES: Record<Weekday, string> = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' };

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

/** Refuses what cannot be written as a date of four-digit years; a NaN would otherwise walk the calendar for ever. */
export function assertInstant(instant: number, name: string): void {
  if (!Number.isSafeInteger(instant) || instant < 0 || instant > Date.UTC(9990, 0)) {
    throw new RangeError(`${name} must be whole epoch milliseconds between 1970 and 9990, got ${instant}`);
  }
}
