import { beijingParts, startOfBeijingDate } from '@guihu/shared';
import type { PlanContent } from './plan-content';

export interface Span {
  from: string;
  to: string;
}

const NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const WEEKDAYS = NAMES.map((name, at) => ({ key: String(at + 1), name }));

/** Minutes of the day of `09:30`; 24:00 counts as the end of the day. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Slots follow each other by their length; one that would not end inside its window is not offered. */
export const slotsIn = ({ from, to }: Span, lengthMinutes: number): number =>
  lengthMinutes > 0 ? Math.max(0, Math.floor((minutesOf(to) - minutesOf(from)) / lengthMinutes)) : 0;

const slotsOn = (windows: readonly Span[], length: number): number => windows.reduce((sum, window) => sum + slotsIn(window, length), 0);

/** `09:00–12:00、13:30–17:30` */
export const sayWindows = (windows: readonly Span[]): string =>
  windows.length > 0 ? windows.map(({ from, to }) => `${from}–${to}`).join('、') : '不开放';

/** What the plan means, as somebody would tell a colleague: 每天 8 个时段，每段 2 组. */
export function sayPlan(plan: Pick<PlanContent, 'week' | 'lengthMinutes' | 'seats' | 'reservedSeats' | 'openDays' | 'active'>): string {
  if (!plan.active) return '现在不接受预约';
  const days = WEEKDAYS.map(({ key, name }) => ({ name, slots: slotsOn(plan.week[key] ?? [], plan.lengthMinutes) }));
  const reserved = plan.reservedSeats > 0 ? `，其中 ${plan.reservedSeats} 组先留给高意向客户` : '';
  const seats = `每段 ${plan.seats} 组${reserved}`;
  const open = days.filter(({ slots }) => slots > 0);
  const special = plan.openDays.length > 0 ? `，另有 ${plan.openDays.length} 天特别开放` : '';
  if (open.length === 0) return plan.openDays.length > 0 ? `只在 ${plan.openDays.length} 个开放日接受预约，${seats}` : '还没有设置开放时间';
  const groups = new Map<number, string[]>();
  for (const { name, slots } of open) groups.set(slots, [...(groups.get(slots) ?? []), name]);
  const told = [...groups].map(([slots, names]) => `${sayDays(names)} ${slots} 个时段`).join('，');
  return `${told}，${seats}${special}`;
}

/** Whether there is a week to draw. */
export const isWeekly = ({ week }: Pick<PlanContent, 'week'>): boolean => Object.values(week).some((windows) => windows.length > 0);

/** `每天`, `周一至周五`, `周六、周日`. */
export function sayDays(names: readonly string[]): string {
  if (names.length === NAMES.length) return '每天';
  const places = names.map((name) => NAMES.indexOf(name as (typeof NAMES)[number]));
  const inARow = places.every((place, at) => at === 0 || place === (places[at - 1] as number) + 1);
  return inARow && names.length > 2 ? `${names[0]}至${names.at(-1)}` : names.join('、');
}

/** What is wrong with windows of one day, in a sentence; null when nothing is. */
export function faultOfWindows(windows: readonly Span[], lengthMinutes: number): string | null {
  const sorted = [...windows].sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
  for (const [at, window] of sorted.entries()) {
    if (minutesOf(window.to) <= minutesOf(window.from)) return '结束时间需要晚于开始时间';
    if (slotsIn(window, lengthMinutes) === 0) return `${window.from}–${window.to} 放不下一段 ${lengthMinutes} 分钟的预约`;
    const next = sorted[at + 1];
    if (next && minutesOf(next.from) < minutesOf(window.to)) return '两段时间重叠了，请改开';
  }
  return null;
}

/** A colleague's time is kept in pieces of this length. */
const STEP_MINUTES = 5;

/** What is wrong with the whole; the server looks again. */
export function faultOfPlan(plan: PlanContent): string | null {
  if (!plan.title.trim()) return '请填写名称，客户会看到';
  if (plan.lengthMinutes < 10) return '每段至少 10 分钟';
  const minutes = [plan.lengthMinutes, plan.bufferBeforeMinutes, plan.bufferAfterMinutes];
  if (minutes.some((each) => each % STEP_MINUTES !== 0)) return `时长和前后留出的时间，请填 ${STEP_MINUTES} 的倍数`;
  if (plan.seats < 1) return '每段至少接待 1 组';
  if (plan.reservedSeats > plan.seats) return '留给高意向客户的组数不能多于每段的组数';
  const windows = [...Object.values(plan.week), ...plan.openDays.map((day) => day.windows)];
  return windows.map((spans) => faultOfWindows(spans, plan.lengthMinutes)).find((fault) => fault !== null) ?? null;
}

/** `11月29日 周日` */
export function sayDate(day: string): string {
  const { month, day: date, weekday } = beijingParts(startOfBeijingDate(day));
  return `${month}月${date}日 ${NAMES[weekday - 1]}`;
}

/** `12月1日 周二`, `12月1日 周二–12月3日 周四`. */
export const sayClosure = ({ from, to }: { from: string; to: string }): string =>
  from === to ? sayDate(from) : `${sayDate(from)}–${sayDate(to)}`;
