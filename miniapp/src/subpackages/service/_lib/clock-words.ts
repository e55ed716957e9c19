import { type ClockView, sayDeadline, sayTime } from '@guihu/shared';
import type { Tone } from '@/components/status-tag/status-tag';

export interface SaidClock {
  text: string;
  tone: Tone;
  /** `今天 15:30 前`; empty once nothing is owed any more. */
  until: string;
  /** How much of the time is gone, whole per cent; null where nothing runs. */
  usedPercent: number | null;
}

const TONES: Readonly<Record<ClockView['state'], Tone>> = {
  running: 'accent',
  paused: 'soon',
  late: 'late',
  met: 'done',
  missed: 'late',
  dropped: 'calm',
};

/** A clock as of `now` (epoch milliseconds): what runs is counted anew, what stopped or rests keeps the server's words. */
export function sayClockAt(clock: ClockView, now: number): SaidClock {
  const { state, text } = clock;
  const [dueAt, warnAt] = [Date.parse(clock.dueAt), Date.parse(clock.warnAt)];
  if (state !== 'running' && state !== 'late')
    return { text, tone: TONES[state], until: state === 'paused' ? untilWords(dueAt, now) : '', usedPercent: null };
  const said = sayDeadline(dueAt, now);
  const tone = said.late ? 'late' : now >= warnAt ? 'soon' : 'accent';
  return { text: said.text, tone, until: untilWords(dueAt, now), usedPercent: usedPercentOf(clock, now) };
}

/** The clocks since the report or the latest reopening; those before it belong to the log. */
export function presentClocks(clocks: readonly ClockView[]): ClockView[] {
  const begins = clocks.filter(({ key }) => key === 'resolve').map(({ startedAt }) => startedAt);
  const since = begins.reduce((last, at) => (at > last ? at : last), '');
  return clocks.filter(({ startedAt }) => startedAt >= since);
}

const untilWords = (dueAt: number, now: number): string => `${sayTime(dueAt, now)} 前`;

function usedPercentOf({ startedAt, dueAt, pausedMinutes }: ClockView, now: number): number {
  const start = Date.parse(startedAt);
  const whole = Date.parse(dueAt) - start;
  if (whole <= 0) return 100;
  const paused = pausedMinutes * 60_000;
  return Math.round(Math.min(1, Math.max(0, (now - start - paused) / Math.max(1, whole - paused))) * 100);
}
