import { beijingDate, beijingParts, startOfBeijingDate } from '@guihu/shared';

const DAY_MS = 86_400_000;
const WEEKDAYS = '一二三四五六日';
const NEAR: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

/** The Beijing date `by` days later. */
export const dayAfter = (day: string, by: number): string => beijingDate(startOfBeijingDate(day) + by * DAY_MS);

/** `今天 11月29日 周日` */
export function sayDay(day: string, now: number): string {
  const instant = startOfBeijingDate(day);
  const { month, day: date, weekday } = beijingParts(instant);
  const away = Math.round((instant - startOfBeijingDate(beijingDate(now))) / DAY_MS);
  return [NEAR[away], `${month}月${date}日`, `周${WEEKDAYS[weekday - 1]}`].filter(Boolean).join(' ');
}
