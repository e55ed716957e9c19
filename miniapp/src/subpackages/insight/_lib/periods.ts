import { beijingDate, beijingParts, startOfBeijingDate } from '@guihu/shared';

export const PERIODS = [
  { value: 'week', label: '近 7 天' },
  { value: 'days30', label: '近 30 天' },
  { value: 'month', label: '本月' },
  { value: 'lastMonth', label: '上月' },
] as const;
export type Period = (typeof PERIODS)[number]['value'];

/** Of whole months, the one at hand as far as it has gone. */
export const MONTH_PERIODS = [
  { value: 'months3', label: '近 3 个月' },
  { value: 'months6', label: '近 6 个月' },
  { value: 'months12', label: '近 12 个月' },
  { value: 'year', label: '今年' },
] as const;
export type MonthPeriod = (typeof MONTH_PERIODS)[number]['value'];

const DAY_MS = 86_400_000;

/** The whole Beijing days of a period seen at `now` (epoch milliseconds), the end not included; ISO 8601. */
export function rangeOf(period: Period, now: number): { from: string; to: string } {
  const today = startOfBeijingDate(beijingDate(now));
  const { year, month } = beijingParts(now);
  const range: Record<Period, [number, number]> = {
    week: [today - 6 * DAY_MS, today + DAY_MS],
    days30: [today - 29 * DAY_MS, today + DAY_MS],
    month: [startOfMonth(year, month), today + DAY_MS],
    lastMonth: [startOfMonth(year, month - 1), startOfMonth(year, month)],
  };
  const [from, to] = range[period];
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The same for whole months; seen from the middle of a month, twelve of them are less than a year. */
export function monthRangeOf(period: MonthPeriod, now: number): { from: string; to: string } {
  const { year, month } = beijingParts(now);
  const back = { months3: 2, months6: 5, months12: 11, year: month - 1 }[period];
  const to = startOfBeijingDate(beijingDate(now)) + DAY_MS;
  return { from: new Date(startOfMonth(year, month - back)).toISOString(), to: new Date(to).toISOString() };
}

/** `month` 0 is December of the year before. */
function startOfMonth(year: number, month: number): number {
  return startOfBeijingDate(new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10));
}

/** `11月17日–11月23日`, the last day included. */
export function sayRange({ from, to }: { from: string; to: string }): string {
  const day = (instant: number) => {
    const { month, day: date } = beijingParts(instant);
    return `${month}月${date}日`;
  };
  const [first, last] = [day(Date.parse(from)), day(Date.parse(to) - DAY_MS)];
  return first === last ? first : `${first}–${last}`;
}
