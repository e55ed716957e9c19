import { beijingClock, beijingDate, sayTime, startOfBeijingDate } from '@guihu/shared';
import { type Schedule, workingIntervals } from '../../../platform/working-time';
import type { Presence } from './rota.policy';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What of today is worked, as people say it: `今天 09:00–12:00、13:00–18:00`, `今天休息（春节）`, `今天请假`. */
export function sayToday(schedule: Schedule | null, now: number): string {
  if (!schedule) return '未排班';
  const date = beijingDate(now);
  const midnight = startOfBeijingDate(date);
  const ranges = [...workingIntervals(schedule, midnight, midnight + DAY_MS)];
  if (ranges.length > 0) return `今天 ${ranges.map((r) => `${beijingClock(r.from)}–${endClock(r.to, midnight)}`).join('、')}`;
  const day = schedule.calendar.day(date);
  if (!day.working) return `今天休息（${day.reason}）`;
  const away = schedule.absences.find((a) => a.from < midnight + DAY_MS && a.to > midnight);
  return away ? `今天${away.label}` : '今天轮休';
}

const endClock = (instant: number, midnight: number): string => (instant === midnight + DAY_MS ? '24:00' : beijingClock(instant));

/** 当班 · 20:00 交班 · 请假，明天 08:00 接班 · 未排班: how a wall board says whether a colleague is there. */
export function sayPresence({ inShift, clockStartsAt, endsAt, onLeave }: Presence, now: number): string {
  if (inShift) return endsAt === null ? '当班' : `${said(endsAt, now)} 交班`;
  const next = clockStartsAt === null ? '' : `${said(clockStartsAt, now)} 接班`;
  if (onLeave) return next ? `请假，${next}` : '请假';
  return next || '未排班';
}

const said = (instant: number, now: number): string => sayTime(instant, now).replace('今天 ', '');
