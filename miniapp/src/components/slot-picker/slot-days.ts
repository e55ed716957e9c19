import { beijingDate, beijingParts, startOfBeijingDate, type ViewingSlotView } from '@guihu/shared';
import { sayDay } from './say-day';

/** `late`: there are times, but none that this person may book. */
export type DayState = 'open' | 'full' | 'late' | 'closed' | 'past';

export interface Day {
  /** Beijing date. */
  date: string;
  /** `5`, `12/1` where a month begins, or 今天. */
  label: string;
  state: DayState;
  seatsLeft: number;
  /** Of three bars, how many are filled. */
  bars: number;
  /** Under the bars: `余 6`, 已满, 休. */
  word: string;
  /** The whole of it, for screen readers. */
  said: string;
}

const DAY_MS = 24 * 3_600_000;
const WEEK = 7;
export const BARS = 3;

type Times = readonly Pick<ViewingSlotView, 'startsAt' | 'seatsLeft' | 'seats' | 'bookable' | 'waitable'>[];

export const slotsOn = <T extends { startsAt: string }>(slots: readonly T[], date: string): T[] =>
  slots.filter(({ startsAt }) => beijingDate(Date.parse(startsAt)) === date);

/** Whole weeks from the one that is now to the last one with a time in it; the first row begins on a Monday. */
export function weeksOf(slots: Times, now: number): Day[][] {
  const today = startOfBeijingDate(beijingDate(now));
  const monday = today - (beijingParts(today).weekday - 1) * DAY_MS;
  const last = Math.max(today, ...slots.map(({ startsAt }) => Date.parse(startsAt)));
  const byDate = new Map<string, Times[number][]>();
  for (const slot of slots) {
    const date = beijingDate(Date.parse(slot.startsAt));
    byDate.set(date, [...(byDate.get(date) ?? []), slot]);
  }
  const weeks: Day[][] = [];
  for (let start = monday; start <= last; start += WEEK * DAY_MS) {
    weeks.push(Array.from({ length: WEEK }, (_, at) => dayOf(start + at * DAY_MS, today, byDate)));
  }
  return weeks;
}

function dayOf(start: number, today: number, byDate: ReadonlyMap<string, Times>): Day {
  const date = beijingDate(start);
  const { month, day } = beijingParts(start);
  const slots = byDate.get(date) ?? [];
  const open = slots.filter(({ bookable }) => bookable);
  const seatsLeft = sum(open.map((slot) => slot.seatsLeft));
  const state = start < today ? 'past' : stateOf(slots, open.length);
  const share = seatsLeft / Math.max(1, sum(slots.map(({ seats }) => seats)));
  return {
    date,
    label: start === today ? '今天' : day === 1 ? `${month}/${day}` : String(day),
    state,
    seatsLeft,
    bars: state === 'open' ? Math.max(1, Math.ceil(share * BARS)) : 0,
    word: wordOf(state, seatsLeft),
    said: `${sayDay(date, today)}，${saidOf(state, seatsLeft)}`,
  };
}

function stateOf(slots: Times, open: number): DayState {
  if (slots.length === 0) return 'closed';
  if (open > 0) return 'open';
  return slots.some(({ waitable }) => waitable) ? 'full' : 'late';
}

function wordOf(state: DayState, seatsLeft: number): string {
  if (state === 'open') return seatsLeft > 99 ? '余多' : `余 ${seatsLeft}`;
  return { full: '已满', late: '停约', closed: '休', past: '' }[state];
}

function saidOf(state: DayState, seatsLeft: number): string {
  if (state === 'open') return `还可约 ${seatsLeft} 席`;
  return { full: '已满，可候补', late: '不可约', closed: '不开放', past: '已过去' }[state];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, part) => whole + part, 0);

/** The day to begin with: the first one that can be booked, else the first with a line to stand in, else one that says why not. */
export function firstDay(weeks: readonly Day[][]): string | null {
  const days = weeks.flat();
  const first = (wanted: DayState) => days.find(({ state }) => state === wanted);
  return (first('open') ?? first('full') ?? first('late'))?.date ?? null;
}

/** Why a day has no times, in a sentence. */
export function whyClosed(date: string, closedDays: readonly { date: string; why: string }[]): string {
  const closure = closedDays.find((day) => day.date === date);
  return closure ? `这一天不开放：${closure.why}` : '这一天没有开放预约的时间';
}
