import { dayOf, MINUTE_MS, startOfDay, timeOfDay } from './civil-day';
import { readTimeOfDay } from './time-of-day';

/** Beijing times `HH:mm` between which people are left alone, half-open: at `to` they may be reached. Equal times: never quiet. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with the hours, in a sentence for the person who sets them; null when nothing is. */
export function quietHoursProblem(quiet: QuietHours): string | null {
  const from = readTimeOfDay(quiet.from);
  const to = readTimeOfDay(quiet.to);
  if (from === null || to === null || from === 24 * 60) return '免打扰时间请写成 21:00、08:30 这样的 24 小时制。';
  return from === 0 && to === 24 * 60 ? '免打扰时间不能是全天，否则消息永远发不出去。' : null;
}

/** Whether `instant` (epoch ms) lies in quiet hours. Throws RangeError when they are not valid. */
export function isQuiet(quiet: QuietHours, instant: number): boolean {
  const { from, to } = spanOf(quiet);
  const clock = timeOfDay(instant);
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to;
}

/** Rule L7: `instant` itself when it is allowed, else the end of the quiet hours it lies in (epoch ms). */
export function outsideQuiet(quiet: QuietHours, instant: number): number {
  if (!isQuiet(quiet, instant)) return instant;
  const { to } = spanOf(quiet);
  const day = dayOf(instant);
  return timeOfDay(instant) < to ? startOfDay(day) + to : startOfDay(day + 1) + to;
}

function spanOf(quiet: QuietHours): { from: number; to: number } {
  const problem = quietHoursProblem(quiet);
  if (problem) throw new RangeError(problem);
  return { from: readTimeOfDay(quiet.from)! * MINUTE_MS, to: readTimeOfDay(quiet.to)! * MINUTE_MS };
}
