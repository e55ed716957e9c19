import { beijingDate, beijingParts, startOfBeijingDate } from '@guihu/shared';
import type { QuickTime } from '@/components/time-field/times';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MORNING_HOURS = 10;
const AFTERNOON_HOURS = 15;
const EVENING_HOURS = 19;
/** A time nearer than this is now, not next. */
const LEAST_AHEAD_MS = 30 * 60_000;

/** Next times that come up again and again, all of them ahead of `now`: later today while there is a today, then the days after. */
export function quickTimes(now: number): QuickTime[] {
  const today = startOfBeijingDate(beijingDate(now));
  const on = (days: number, hours: number) => today + days * DAY_MS + hours * HOUR_MS;
  const { weekday } = beijingParts(now);
  const toSaturday = 6 - weekday;
  const later: QuickTime =
    toSaturday > 2
      ? { label: '周末', at: on(toSaturday, MORNING_HOURS) }
      : weekday < 6
        ? { label: '下周一', at: on(8 - weekday, MORNING_HOURS) }
        : { label: '三天后', at: on(3, MORNING_HOURS) };
  const choices: QuickTime[] = [
    { label: '今天下午', at: on(0, AFTERNOON_HOURS) },
    { label: '今晚', at: on(0, EVENING_HOURS) },
    { label: '明天上午', at: on(1, MORNING_HOURS) },
    { label: '后天', at: on(2, MORNING_HOURS) },
    later,
  ];
  const ahead = choices.filter(({ at }) => at >= now + LEAST_AHEAD_MS);
  // 今晚 only when the afternoon is over.
  return ahead.filter(({ label }) => label !== '今晚' || !ahead.some((other) => other.label === '今天下午'));
}
