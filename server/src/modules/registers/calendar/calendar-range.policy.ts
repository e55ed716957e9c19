import { coded } from '../../../platform/http/coded-error';

const DAY_MS = 24 * 60 * 60 * 1000;
export const MOST_DAYS = 400;

const FIRST = '1970-01-01';
const LAST = '2199-12-31';

/** Whether the text names a day that exists, in years that a calendar can be asked about. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text && FIRST <= text && text <= LAST;
}

/** Every date from one to the other, both inside. @throws CodedError `calendar.invalid` */
export function datesOf(from: string, to: string): string[] {
  for (const date of [from, to]) if (!isDate(date)) throw coded('calendar.invalid', `没有 ${date} 这一天`);
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / DAY_MS + 1;
  if (count < 1) throw coded('calendar.invalid', '结束日期不能早于开始日期');
  if (count > MOST_DAYS) throw coded('calendar.invalid', `一次最多查看 ${MOST_DAYS} 天`);
  return Array.from({ length: count }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10));
}
