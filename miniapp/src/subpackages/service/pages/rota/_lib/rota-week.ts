import { beijingClock, beijingDate, beijingParts, type RotaTurn, type RotaView, sayDuration } from '@guihu/shared';
import { WEEKDAY_WORDS, type Week } from '@/components/week-switch/week';

const HOUR_MS = 3_600_000;

export interface Strip {
  turn: RotaTurn;
  /** Whole week is 100. */
  left: number;
  width: number;
  night: boolean;
}

/** One colleague's turns as they lie on the strip of the week. */
export function stripsOf(turns: readonly RotaTurn[], staffId: string, { from, to }: Week): Strip[] {
  return turns
    .filter((turn) => turn.staffId === staffId)
    .map((turn) => ({ turn, start: Math.max(from, Date.parse(turn.fromAt)), end: Math.min(to, Date.parse(turn.toAt)) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
    .map(({ turn, start, end }) => ({
      turn,
      left: ((start - from) / (to - from)) * 100,
      width: ((end - start) / (to - from)) * 100,
      night: isNight(turn),
    }));
}

/** A turn that reaches over midnight, or begins in the evening. */
export function isNight({ fromAt, toAt }: Pick<RotaTurn, 'fromAt' | 'toAt'>): boolean {
  const [from, to] = [Date.parse(fromAt), Date.parse(toAt)];
  return beijingParts(from).hour >= 18 || beijingDate(from) !== beijingDate(to - 1);
}

/** `周一 08:00–20:00`, `周日 20:00–周一 08:00`. */
export function sayStretch({ fromAt, toAt }: { fromAt: string; toAt: string }): string {
  const [from, to] = [Date.parse(fromAt), Date.parse(toAt)];
  const end =
    beijingDate(from) === beijingDate(to)
      ? beijingClock(to)
      : beijingDate(from) === beijingDate(to - 1)
        ? '24:00'
        : `${dayName(to)} ${beijingClock(to)}`;
  return `${dayName(from)} ${beijingClock(from)}–${end}`;
}

const dayName = (instant: number): string => `周${WEEKDAY_WORDS[beijingParts(instant).weekday - 1]}`;

/** Stretches that nobody covers, in words; null when the week is covered. */
export function sayGaps(gaps: RotaView['gaps']): string | null {
  if (gaps.length === 0) return null;
  const whole = gaps.reduce((sum, { fromAt, toAt }) => sum + Date.parse(toAt) - Date.parse(fromAt), 0);
  return `还有 ${gaps.length} 段没有人值班，共 ${sayDuration(whole)}`;
}

/** The usual turns of a day, epoch milliseconds. */
export function usualTurns(day: number): { key: string; label: string; from: number; to: number }[] {
  return [
    { key: 'day', label: '白班 08:00–20:00', from: day + 8 * HOUR_MS, to: day + 20 * HOUR_MS },
    { key: 'night', label: '夜班 20:00–次日 08:00', from: day + 20 * HOUR_MS, to: day + 32 * HOUR_MS },
    { key: 'early', label: '早班 08:00–16:00', from: day + 8 * HOUR_MS, to: day + 16 * HOUR_MS },
    { key: 'late', label: '晚班 16:00–24:00', from: day + 16 * HOUR_MS, to: day + 24 * HOUR_MS },
  ];
}

/** Beijing clock times `08:00` on a day as instants; an end before the beginning is on the next day. Null when they are no times. */
export function turnOf(day: number, from: string, to: string): { from: number; to: number } | null {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null || end === null || start === end) return null;
  return { from: day + start * 60_000, to: day + (end > start ? end : end + 24 * 60) * 60_000 };
}

function minutesOf(clock: string): number | null {
  const read = /^(\d{1,2}):(\d{2})$/.exec(clock);
  return read && Number(read[1]) < 24 && Number(read[2]) < 60 ? Number(read[1]) * 60 + Number(read[2]) : null;
}
