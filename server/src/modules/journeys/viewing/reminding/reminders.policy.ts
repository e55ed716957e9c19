import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import { outsideQuiet, type QuietHours } from '../../../../platform/working-time';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

export interface Reminder {
  which: 'day-before' | 'hours-before';
  at: number;
}

/**
 * When a visitor is reminded (F2): at 18:00 of the day before, and two hours before, both outside quiet hours. What would come
 * after the visit began, or lies in the past already, is left out.
 */
export function remindersOf(startsAt: number, now: number, quiet: QuietHours): Reminder[] {
  const evening = startOfBeijingDate(beijingDate(startsAt)) - DAY + 18 * HOUR;
  const planned: Reminder[] = [
    { which: 'day-before', at: evening },
    { which: 'hours-before', at: startsAt - 2 * HOUR },
  ];
  return planned
    .filter(({ at }) => at > now)
    .map(({ which, at }) => ({ which, at: outsideQuiet(quiet, at) }))
    .filter(({ at }) => at < startsAt);
}
