import { MINUTE_MS, WEEKDAY_NAMES, WEEKDAYS, type Weekday } from './civil-day';
import { readTimeOfDay } from './time-of-day';

/** Beijing times `HH:mm`. When `to` is not after `from` the window runs into the next day; `24:00` may only end one. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Working windows of a week. A window belongs wholly to the day on which it starts. Never changed once made. */
export interface Shift {
  readonly name: string;
  readonly week: Readonly<Record<Weekday, readonly Window[]>>;
}

/** A window in milliseconds from the midnight that begins its day; `to` may lie beyond 24 hours. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
  /** 09:00–12:00, 22:00–次日 06:00 */
  readonly text: string;
}

const MOST_WINDOWS_A_DAY = 8;
const WEEK_MINUTES = 7 * 24 * 60;

/** A shift out of stored or submitted windows, missing weekdays resting. Throws RangeError with the sentences of `shiftProblems`. */
export function makeShift(name: string, week: Readonly<Record<string, readonly Window[]>>): Shift {
  const problems = shiftProblems(week);
  if (problems.length > 0) throw new RangeError(`${name}：${problems.join('')}`);
  return { name, week: Object.fromEntries(WEEKDAYS.map((day) => [day, week[day] ?? []])) as unknown as Shift['week'] };
}

/** What is wrong with the windows of a week, in sentences for the person who edits them; empty when nothing is. */
export function shiftProblems(week: Readonly<Record<string, readonly Window[]>>): string[] {
  const unknown = Object.keys(week).filter((key) => !WEEKDAYS.some((day) => String(day) === key));
  const problems = unknown.map((key) => `星期只能是 1（周一）到 7（周日），“${key}”不认识。`);
  const placed: Placed[] = [];
  for (const day of WEEKDAYS) {
    const windows = week[day] ?? [];
    if (windows.length > MOST_WINDOWS_A_DAY) problems.push(`${WEEKDAY_NAMES[day]}最多排 ${MOST_WINDOWS_A_DAY} 段。`);
    for (const window of windows) {
      const span = spanOf(window);
      if (span) placed.push({ text: `${WEEKDAY_NAMES[day]} ${textOf(window)}`, ...shifted(span, (day - 1) * 24 * 60) });
      else problems.push(`${WEEKDAY_NAMES[day]} ${window.from}–${window.to} 不是有效的时间，请写成 09:00 这样的 24 小时制。`);
    }
  }
  return [...problems, ...overlapProblems(placed)];
}

const compiled = new WeakMap<Shift, Readonly<Record<Weekday, readonly DayWindow[]>>>();

/** Windows of one weekday, earliest first. Throws RangeError when the shift is not valid. */
export function windowsOf(shift: Shift, weekday: Weekday): readonly DayWindow[] {
  let week = compiled.get(shift);
  if (!week) {
    const { week: made } = makeShift(shift.name, shift.week);
    week = Object.fromEntries(WEEKDAYS.map((day) => [day, compile(made[day])])) as unknown as Record<Weekday, DayWindow[]>;
    compiled.set(shift, week);
  }
  return week[weekday];
}

/**
 * Windows of a weekend day that the calendar moved working time onto (调休). A shift that knows no weekend lends those of its
 * first working weekday, or nobody would be at work that day; one with weekend windows of its own means what it says.
 */
export function windowsOfAdjusted(shift: Shift, weekday: Weekday): readonly DayWindow[] {
  if (weekday <= 5 || windowsOf(shift, 6).length > 0 || windowsOf(shift, 7).length > 0) return windowsOf(shift, weekday);
  return WEEKDAYS.map((day) => windowsOf(shift, day)).find((windows) => windows.length > 0) ?? [];
}

interface Span {
  readonly from: number;
  readonly to: number;
}
type Placed = Span & { readonly text: string };

/** Minutes from midnight, `to` beyond 1,440 when the window crosses it; null when a time is bad. */
function spanOf(window: Window): Span | null {
  const from = readTimeOfDay(window.from);
  const to = readTimeOfDay(window.to);
  if (from === null || to === null || from === 24 * 60) return null;
  return { from, to: to <= from ? to + 24 * 60 : to };
}

const shifted = (span: Span, minutes: number): Span => ({ from: span.from + minutes, to: span.to + minutes });

const textOf = (window: Window): string => `${window.from}–${window.to <= window.from ? '次日 ' : ''}${window.to}`;

function compile(windows: readonly Window[]): DayWindow[] {
  return windows
    .map((window) => ({ span: spanOf(window)!, text: textOf(window) }))
    .map(({ span, text }) => ({ from: span.from * MINUTE_MS, to: span.to * MINUTE_MS, text }))
    .sort((a, b) => a.from - b.from);
}

/** The week is a ring: Sunday night may run into Monday's first window. */
function overlapProblems(placed: readonly Placed[]): string[] {
  const sorted = [...placed].sort((a, b) => a.from - b.from);
  return sorted.flatMap((each, i) => {
    const next = sorted[i + 1] ?? sorted[0]!;
    const nextFrom = i + 1 < sorted.length ? next.from : next.from + WEEK_MINUTES;
    return nextFrom < each.to ? [`${each.text} 和 ${next.text} 重叠了，请错开。`] : [];
  });
}
