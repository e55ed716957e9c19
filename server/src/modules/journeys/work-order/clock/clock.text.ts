import {
  beijingClock,
  beijingDate,
  CLOCKS,
  type ClockView,
  type StaffWorkOrderSummary,
  sayDuration,
  sayTime,
  WORK_ORDER_STATUS_LABELS,
  type WorkOrderStatus,
} from '@guihu/shared';
import { AWAITED, type Clock, mostUrgent } from './clock.policy';
import { type ClockStretch, MINUTE_MS } from './counting.policy';

/** A clock in words for somebody who reads it at `now` (epoch ms). */
export function sayClock(clock: Clock, now: number): ClockView {
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    key: clock.key,
    name: CLOCKS[clock.key],
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    warnAt: iso(clock.warnAt),
    stoppedAt: clock.stoppedAt === null ? null : iso(clock.stoppedAt),
    pausedMinutes: Math.round(pausedMs(clock, now) / MINUTE_MS),
    state: clock.state,
    text: sayState(clock, now),
    why: sayWhy(clock, now),
  };
}

/** `待接单，还剩 40 分钟`: the clock that ends first, or what the order waits for once none runs. */
export function urgencyOf(clocks: readonly Clock[], status: WorkOrderStatus, now: number): StaffWorkOrderSummary['urgency'] {
  const first = mostUrgent(clocks);
  if (!first) return { clock: null, text: WORK_ORDER_STATUS_LABELS[status], late: false, dueAt: null };
  const { clock, late } = first;
  const text = `待${clock.key === 'respond' ? '响应' : CLOCKS[clock.key]}，${sayState(clock, now)}`;
  return { clock: clock.key, text, late, dueAt: new Date(clock.dueAt).toISOString() };
}

function sayState(clock: Clock, now: number): string {
  const stopped = clock.stoppedAt === null ? '' : withoutToday(sayTime(clock.stoppedAt, now));
  switch (clock.state) {
    case 'running':
      return `还剩 ${sayDuration(clock.dueAt - now)}`;
    case 'paused':
      return `已暂停，还剩 ${sayDuration(countedAfter(clock.stretches, now))}`;
    case 'late':
      return `超时 ${sayDuration(now - clock.dueAt)}`;
    case 'met':
      return `${stopped} 完成，${cameEarly(clock) ? '早于预约的时间' : `用时 ${sayDuration(clock.usedMs ?? 0)}`}`;
    case 'missed':
      return `${stopped} ${clock.ended === 'done' ? '完成' : '终止'}，超时 ${sayDuration((clock.stoppedAt ?? now) - clock.dueAt)}`;
    case 'dropped':
      return `${stopped} 终止，不再计时`;
  }
}

const cameEarly = ({ stretches, stoppedAt }: Clock): boolean =>
  stretches[0]?.why === AWAITED && stoppedAt !== null && stoppedAt < stretches[0].to;

/** Stretch by stretch, minutes rounded up on the running total so that they sum up, and the due time last. */
function sayWhy(clock: Clock, now: number): string[] {
  let total = 0;
  const lines = clock.stretches.map(({ from, to, why }) => {
    const when = `${withoutToday(sayTime(from, now))}–${beijingDate(from) === beijingDate(to) ? beijingClock(to) : withoutToday(sayTime(to, now))}`;
    if (why !== null) return `${when} ${why}，不计`;
    const before = Math.ceil(total / MINUTE_MS);
    total += to - from;
    return `${when} 计 ${sayDuration((Math.ceil(total / MINUTE_MS) - before) * MINUTE_MS)}`;
  });
  return [
    ...lines,
    `共计 ${sayDuration(Math.ceil(total / MINUTE_MS) * MINUTE_MS)}，应在${beside(clock.dueAt, now)} 前${CLOCKS[clock.key]}`,
  ];
}

/** `15:30`, `明天 10:00`, for the inside of a sentence: a space stands before a digit. */
export function beside(instant: number, now: number): string {
  const time = withoutToday(sayTime(instant, now));
  return /^\d/.test(time) ? ` ${time}` : time;
}

const withoutToday = (time: string): string => time.replace('今天 ', '');

const countedAfter = (stretches: readonly ClockStretch[], instant: number): number =>
  stretches.reduce((sum, { from, to, why }) => (why === null ? sum + Math.max(0, to - Math.max(from, instant)) : sum), 0);

function pausedMs(clock: Clock, now: number): number {
  const end = clock.stoppedAt ?? now;
  return clock.pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, clock.startedAt)), 0);
}
