import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import type { QuickTime } from '@/components/time-field/times';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Until when a pause usually lasts, all of them ahead of `now` (epoch milliseconds) and none twice. */
export function pauseTimes(now: number): QuickTime[] {
  const today = startOfBeijingDate(beijingDate(now));
  const soon = Math.ceil((now + 2 * HOUR_MS) / (30 * 60_000)) * 30 * 60_000;
  const choices: QuickTime[] = [
    { label: '两小时后', at: soon },
    { label: '今天 18:00', at: today + 18 * HOUR_MS },
    { label: '明天 09:00', at: today + DAY_MS + 9 * HOUR_MS },
    { label: '后天 09:00', at: today + 2 * DAY_MS + 9 * HOUR_MS },
  ];
  return choices.filter(({ at }, index) => at > now && choices.findIndex((other) => other.at === at) === index);
}
