import { beijingDate, beijingParts, sayTime, startOfBeijingDate } from '@guihu/shared';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody is asked to ring at a door earlier or later. */
const FIRST_HOUR = 8;
const LAST_HOUR = 20;
const AFTERNOON = 14;
/** After this hour nobody comes this afternoon any more. */
const AFTERNOON_OVER = 16;
const DAYS_AHEAD = 7;

export interface Wish {
  label: string;
  /** Epoch milliseconds; null for as soon as possible. */
  at: number | null;
}

const hourOf = (now: number, daysAhead: number, hour: number): number =>
  startOfBeijingDate(beijingDate(now + daysAhead * DAY_MS)) + hour * HOUR_MS;

/** The usual wishes, none of them in the past. */
export function usualWishes(now: number): Wish[] {
  const { hour } = beijingParts(now);
  const afternoon = Math.max(AFTERNOON, hour + 2);
  return [
    { label: '尽快', at: null },
    ...(hour < AFTERNOON_OVER ? [{ label: '今天下午', at: hourOf(now, 0, afternoon) }] : []),
    { label: '明天上午', at: hourOf(now, 1, 9) },
    ...(hour < AFTERNOON_OVER ? [] : [{ label: '明天下午', at: hourOf(now, 1, AFTERNOON) }]),
  ];
}

export interface WishDay {
  /** `2026-11-23` */
  day: string;
  label: string;
  hours: { label: string; at: number }[];
}

/** Days of the coming week with the hours of each at which somebody may come. */
export function wishDays(now: number): WishDay[] {
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const hours = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, step) => hourOf(now, ahead, FIRST_HOUR + step))
      .filter((at) => at > now + HOUR_MS / 2)
      .map((at) => ({ label: `${beijingParts(at).hour}:00`, at }));
    const at = hourOf(now, ahead, FIRST_HOUR);
    return { day: beijingDate(at), label: dayWord(at, now), hours };
  }).filter(({ hours }) => hours.length > 0);
}

/** `今天`, `明天`, `周三 25日`: within a week the month says itself. */
const dayWord = (at: number, now: number): string =>
  sayTime(at, now)
    .replace(/ \d{2}:\d{2}$/, '')
    .replace(/^(?:\d+年)?\d+月(\d+日) (周.)$/, '$2 $1');
