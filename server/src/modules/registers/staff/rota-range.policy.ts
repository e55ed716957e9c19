import { beijingDate, type RotaTurnRequest, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import { refusedField } from '../../../platform/http/coded-error';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_HOURS = 24;
const FURTHEST_DAYS = 90;
const MOST_DAYS_SHOWN = 62;
/** Years that a rota can be about; calendars know no others. */
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2200, 0);

/**
 * The range of a turn, epoch ms (J15). It may begin earlier today, but not before: dispatches of yesterday stand.
 * @throws CodedError `rota.invalid` naming the field
 */
export function turnRange(request: Pick<RotaTurnRequest, 'fromAt' | 'toAt'>, now: number): TimeRange {
  const from = Date.parse(request.fromAt);
  const to = Date.parse(request.toAt);
  if (from < startOfBeijingDate(beijingDate(now))) throw refused('fromAt', 'past', '班次不能从今天以前开始');
  if (from > now + FURTHEST_DAYS * DAY_MS) throw refused('fromAt', 'far', `最多提前 ${FURTHEST_DAYS} 天排班`);
  if (to <= from) throw refused('toAt', 'order', '结束时间需要晚于开始时间');
  if (to <= now) throw refused('toAt', 'past', '结束时间需要晚于现在');
  if (to - from > LONGEST_HOURS * HOUR_MS) throw refused('toAt', 'long', `一个班次最长 ${LONGEST_HOURS} 小时，请分开填写`);
  return { from, to };
}

/**
 * The stretch of the rota that somebody looks at, epoch ms.
 * @throws CodedError `rota.invalid` naming the field
 */
export function shownRange(asked: { from: string; to: string }): TimeRange {
  const from = Date.parse(asked.from);
  const to = Date.parse(asked.to);
  if (from < EARLIEST || from > LATEST) throw refused('from', 'range', '日期超出范围，请检查');
  if (to <= from) throw refused('to', 'order', '结束时间需要晚于开始时间');
  if (to - from > MOST_DAYS_SHOWN * DAY_MS) throw refused('to', 'long', `一次最多查看 ${MOST_DAYS_SHOWN} 天`);
  return { from, to };
}

const refused = (field: string, check: string, message: string) => refusedField('rota.invalid', field, check, message);
