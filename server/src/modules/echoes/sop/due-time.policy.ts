import { type DueTimeExplanation, type SopStep, sayTime } from '@guihu/shared';
import { addWorking, addWorkingDays, type DueTime, type Schedule, sayDueTime, type WorkingCalendar } from '../../../platform/working-time';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

const CALENDAR_DAYS = '自然日';
const UNSCHEDULED = '自然时间（未排班）';
const AGREED = '客户约定';

/** What a due time is counted by. Somebody without a shift has no schedule: plain time is the honest answer then. */
export interface DueClocks {
  readonly owner: Schedule | null;
  readonly statutory: WorkingCalendar;
}

type Facts = Omit<DueTimeExplanation, 'text'>;

/** Rule D1: when a step counted from `from` (epoch ms) is due, by the unit its plan chose, and why then. */
export function dueTimeOf(due: SopStep['due'], from: number, { owner, statutory }: DueClocks): DueTime {
  switch (due.unit) {
    case 'working-minutes':
      return (owner && addWorking(owner, from, due.amount * MINUTE_MS)) ?? plainTime(from, due.amount, `${due.amount} 个工作分钟`);
    case 'working-days':
      return addWorkingDays(statutory, from, due.amount) ?? plainTime(from, due.amount * DAY_MINUTES, `${due.amount} 个工作日`);
    case 'days':
      return calendarDays(from, due.amount, owner);
  }
}

/** Rule D2: the next contact, at the time the colleague agreed on in the record of the last one. */
export function agreedTime(recordedAt: number, nextAt: number): DueTime {
  return explained(
    nextAt,
    { startAt: iso(recordedAt), dueAt: iso(nextAt), rule: '按约定时间', clock: AGREED, counted: [], skipped: [] },
    recordedAt,
  );
}

/** The explanation in one sentence for somebody who reads it at `now`. */
export function sayWhy(facts: Facts, now: number): string {
  const [start, due] = [facts.startAt, facts.dueAt].map((at) => sayTime(Date.parse(at), now)) as [string, string];
  if (facts.clock === AGREED) return `${start} 的跟进记录约定在${spaced(due)} 联系`;
  const counting = `从${spaced(start)} 起计 ${facts.rule}`;
  if (facts.clock === UNSCHEDULED) return `${counting}：没有排班，按自然时间计，所以是${spaced(due)}`;
  if (facts.clock !== CALENDAR_DAYS) return sayDueTime(facts, now);
  const reasons = [...new Set(facts.skipped.map((each) => each.reason))];
  return reasons.length === 0
    ? `${counting}，所以是${spaced(due)}`
    : `${counting}：到期时正值${reasons.join('、')}，所以顺延到${spaced(due)}`;
}

/** Days of the calendar, holidays and all; an end outside the owner's working time waits for the next start of work. */
function calendarDays(from: number, days: number, owner: Schedule | null): DueTime {
  const end = from + days * DAY_MINUTES * MINUTE_MS;
  const atWork = owner && addWorking(owner, end, 0);
  const at = atWork?.at ?? end;
  const rule = `${days} 个自然日`;
  const counted = days > 0 ? [{ from: iso(from), to: iso(end), minutes: days * DAY_MINUTES, label: rule }] : [];
  const skipped = atWork?.explanation.skipped ?? [];
  return explained(at, { startAt: iso(from), dueAt: iso(at), rule, clock: CALENDAR_DAYS, counted, skipped }, from);
}

function plainTime(from: number, minutes: number, rule: string): DueTime {
  const at = from + minutes * MINUTE_MS;
  const counted = [{ from: iso(from), to: iso(at), minutes, label: UNSCHEDULED }];
  return explained(at, { startAt: iso(from), dueAt: iso(at), rule, clock: UNSCHEDULED, counted, skipped: [] }, from);
}

const explained = (at: number, facts: Facts, now: number): DueTime => ({ at, explanation: { ...facts, text: sayWhy(facts, now) } });

const iso = (instant: number): string => new Date(instant).toISOString();

/** Chinese text takes a space before a figure. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text);
