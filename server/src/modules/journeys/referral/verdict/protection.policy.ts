import { BEIJING_OFFSET_MS } from '@guihu/shared';

const DAY_MS = 24 * 3_600_000;

/** Days since 1970-01-01 in Beijing. */
export const beijingDay = (instant: number): number => Math.floor((instant + BEIJING_OFFSET_MS) / DAY_MS);

/** The first millisecond of a Beijing day. */
export const dayStart = (day: number): number => day * DAY_MS - BEIJING_OFFSET_MS;

/**
 * The last millisecond of a window of whole Beijing days: the day it begins on, and `days` more. Null days never end.
 * A visit at this very millisecond counts, the next one is too late.
 */
export const windowEnd = (from: number, days: number | null): number =>
  days === null ? Number.POSITIVE_INFINITY : dayStart(beijingDay(from) + days + 1) - 1;

/** As a column keeps it: null for a window without an end. */
export const storedWindowEnd = (from: number, days: number | null): number | null => (days === null ? null : windowEnd(from, days));

/** How long a window is still open, in words: `还剩 12 天`, and on its last day `今天到期`. */
export function sayLeft(until: number, now: number): string {
  const days = beijingDay(until) - beijingDay(now);
  if (now > until) return '已到期';
  return days === 0 ? '今天到期' : `还剩 ${days} 天`;
}
