import { beijingClock, beijingDate, beijingParts, sayTime, startOfBeijingDate } from '@guihu/shared';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const DAY_MS = 24 * 3_600_000;

export const weekdayOf = (instant: number): string => WEEKDAYS[beijingParts(instant).weekday - 1] as string;

/** `12月5日 周六`, and before it 今天 or 明天 where it is one of them. */
export function sayDay(date: string, now: number): string {
  const start = startOfBeijingDate(date);
  const { month, day } = beijingParts(start);
  const away = Math.round((start - startOfBeijingDate(beijingDate(now))) / DAY_MS);
  const near = away === 0 ? '今天 ' : away === 1 ? '明天 ' : '';
  return `${near}${month}月${day}日 ${weekdayOf(start)}`;
}

/** How a button names a time: `今天 16:00`, `明天 10:00`, `周六 10:00` within a week, `12月15日 10:00` after it. */
export function saySlot(startsAt: number, now: number): string {
  const away = (startOfBeijingDate(beijingDate(startsAt)) - startOfBeijingDate(beijingDate(now))) / DAY_MS;
  if (away < 2) return sayTime(startsAt, now);
  const { month, day } = beijingParts(startsAt);
  return `${away < 7 ? weekdayOf(startsAt) : `${month}月${day}日`} ${beijingClock(startsAt)}`;
}

/** `10:00–11:00` */
export const saySpan = (startsAt: number, endsAt: number): string => `${beijingClock(startsAt)}–${beijingClock(endsAt)}`;
