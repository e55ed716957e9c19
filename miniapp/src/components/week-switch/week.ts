import { beijingDate, beijingParts, startOfBeijingDate } from '@guihu/shared';

export const DAY_MS = 86_400_000;
export const WEEKDAY_WORDS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Epoch milliseconds; `to` is not inside. */
export interface Week {
  from: number;
  to: number;
}

/** The week, Monday to Sunday in Beijing, that holds an instant; `away` weeks later. */
export function weekOf(instant: number, away = 0): Week {
  const { weekday } = beijingParts(instant);
  const from = startOfBeijingDate(beijingDate(instant)) - (weekday - 1) * DAY_MS + away * 7 * DAY_MS;
  return { from, to: from + 7 * DAY_MS };
}

/** The seven days with their names: `周一 23日`. */
export function daysOf({ from }: Week): { at: number; weekday: string; day: string }[] {
  return WEEKDAY_WORDS.map((weekday, index) => {
    const at = from + index * DAY_MS;
    return { at, weekday: `周${weekday}`, day: `${beijingParts(at).day}日` };
  });
}

/** `11月23日–29日`, `11月30日–12月6日`. */
export function sayWeek({ from, to }: Week): string {
  const [first, last] = [beijingParts(from), beijingParts(to - 1)];
  return `${first.month}月${first.day}日–${first.month === last.month ? '' : `${last.month}月`}${last.day}日`;
}
