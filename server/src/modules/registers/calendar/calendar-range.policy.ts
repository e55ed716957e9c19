import { isCivilDate } from '@guihu/shared';
import { coded } from '../../../platform/http/coded-error';

const DAY_MS = 24 * 60 * 60 * 1000;
export const MOST_DAYS = 400;

/** Every date from one to the other, both inside. @throws CodedError `calendar.invalid` */
export function datesOf(from: string, to: string): string[] {
  for (const date of [from, to]) if (!isCivilDate(date)) throw coded('calendar.invalid', `没有 ${date} 这一天`);
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / DAY_MS + 1;
  if (count < 1) throw coded('calendar.invalid', '结束日期不能早于开始日期');
  if (count > MOST_DAYS) throw coded('calendar.invalid', `一次最多查看 ${MOST_DAYS} 天`);
  return Array.from({ length: count }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10));
}
