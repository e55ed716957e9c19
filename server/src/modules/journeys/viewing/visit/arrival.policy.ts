import { beijingDate, sayTime, startOfBeijingDate, type ViewingStatus } from '@guihu/shared';
import { outsideQuiet, type QuietHours } from '../../../../platform/working-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The form is due this long after the visit (F3). */
const FORM_MS = 5 * MINUTE;
const SURVEY_HOUR = 10;
/** How long before the visit somebody may check themselves in. */
const ALONE_BEFORE_MS = 2 * HOUR;

export interface Refusal {
  code: 'viewing.not-yet' | 'viewing.state-conflict';
  text: string;
}

const OVER: Readonly<Partial<Record<ViewingStatus, string>>> = {
  'checked-in': '这次预约已经签到',
  completed: '这次到访已经完成',
  cancelled: '这次预约已取消，请登记为现场到访',
};

/** Why somebody cannot be checked in now; null when they are welcome: on the day of the visit, early, late or missed. */
export function arrivalRefusal({ status, starts_at }: { status: ViewingStatus; starts_at: number }, now: number): Refusal | null {
  const over = OVER[status];
  if (over) return { code: 'viewing.state-conflict', text: over };
  const [day, today] = [beijingDate(starts_at), beijingDate(now)];
  if (today < day) return { code: 'viewing.not-yet', text: `预约时间是${sayTime(starts_at, now)}，当天可以签到` };
  return today > day ? { code: 'viewing.state-conflict', text: '预约的日子已过，请登记为现场到访' } : null;
}

/**
 * The same for whoever scans the code on the wall: it can be photographed and scanned from home, and a colleague only sees who stands
 * before them. Earlier than two hours before the visit it is said at the desk.
 */
export function ownArrivalRefusal(visit: { status: ViewingStatus; starts_at: number }, now: number): Refusal | null {
  const refusal = arrivalRefusal(visit, now);
  if (refusal || now >= visit.starts_at - ALONE_BEFORE_MS) return refusal;
  return { code: 'viewing.not-yet', text: `预约时间是${sayTime(visit.starts_at, now)}，提前 2 小时起可以扫码签到；已经到了请告诉前台同事` };
}

/** When the visit is over, as far as one can tell at the door: whoever comes late has the same time. */
export const endOf = (visit: { starts_at: number; ends_at: number }, checkedInAt: number): number =>
  Math.max(visit.ends_at, checkedInAt + (visit.ends_at - visit.starts_at));

/** Epoch ms at which the host is reminded of the form. */
export const formDueAt = (visit: { starts_at: number; ends_at: number }, checkedInAt: number): number =>
  endOf(visit, checkedInAt) + FORM_MS;

/** Ten o'clock of the next day (F10), outside quiet hours. */
export const surveyAt = (checkedInAt: number, quiet: QuietHours): number =>
  outsideQuiet(quiet, startOfBeijingDate(beijingDate(checkedInAt)) + DAY + SURVEY_HOUR * HOUR);

/** First and last instant (not included) of the Beijing day. */
export function dayAround(instant: number): { from: number; to: number } {
  const from = startOfBeijingDate(beijingDate(instant));
  return { from, to: from + DAY };
}

interface Rateable {
  status: ViewingStatus;
  ends_at: number;
  stars: number | null;
}

/** The visitor may say how it was once the visit is over, whether or not the host wrote anything down; once. */
export const mayRate = ({ status, ends_at, stars }: Rateable, now: number): boolean =>
  stars === null && (status === 'completed' || (status === 'checked-in' && now >= ends_at));
