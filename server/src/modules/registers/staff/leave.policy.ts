import { beijingDate, type LeaveRequest, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import { refusedField } from '../../../platform/http/coded-error';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 366;
const FURTHEST_DAYS = 2 * 366;

/**
 * The range of a leave, epoch ms. It may begin earlier today, but not before: clocks that ran yesterday are not turned back.
 * @throws CodedError `request.invalid` naming the field.
 */
export function leaveRange(request: Pick<LeaveRequest, 'fromAt' | 'toAt'>, now: number): TimeRange {
  const from = Date.parse(request.fromAt);
  const to = Date.parse(request.toAt);
  if (from < startOfBeijingDate(beijingDate(now))) throw refusedField('request.invalid', 'fromAt', 'past', '请假不能从今天以前开始');
  if (from > now + FURTHEST_DAYS * DAY_MS) throw refusedField('request.invalid', 'fromAt', 'far', '请假开始时间太远，请检查日期');
  if (to <= from) throw refusedField('request.invalid', 'toAt', 'order', '结束时间需要晚于开始时间');
  if (to <= now) throw refusedField('request.invalid', 'toAt', 'past', '结束时间需要晚于现在');
  if (to - from > LONGEST_DAYS * DAY_MS) throw refusedField('request.invalid', 'toAt', 'long', '一次请假最长一年，请分次填写');
  return { from, to };
}
