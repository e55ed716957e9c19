/** China keeps one zone without summer time, so civil time is plain arithmetic and needs no zone database on the phone. */
export const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const two = (n: number) => String(n).padStart(2, '0');

/** Civil parts of an instant in Beijing; `weekday` is 1 (Monday) to 7 (Sunday). */
export function beijingParts(instant: number) {
  const d = new Date(instant + BEIJING_OFFSET_MS);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    weekday: ((d.getUTCDay() + 6) % 7) + 1,
  };
}

/** `2026-11-23` for an instant, as the date is in Beijing. */
export function beijingDate(instant: number): string {
  const p = beijingParts(instant);
  return `${p.year}-${two(p.month)}-${two(p.day)}`;
}

/** Whether the text names a civil day that exists, `2026-11-23`, in years that a calendar can be asked about. */
export function isCivilDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text && '1970-01-01' <= text && text <= '2199-12-31';
}

/** The instant at which a Beijing civil date begins. */
export function startOfBeijingDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - BEIJING_OFFSET_MS;
}

/** `10:42` in Beijing. */
export function beijingClock(instant: number): string {
  const p = beijingParts(instant);
  return `${two(p.hour)}:${two(p.minute)}`;
}

/**
 * How people say a time: `今天 10:42`, `明天 09:00`, `昨天 18:20`, `3月5日 周四 14:00`, and with the year when it is another one.
 */
export function sayTime(instant: number, now: number): string {
  const day = (t: number) => Math.floor((t + BEIJING_OFFSET_MS) / DAY_MS);
  const away = day(instant) - day(now);
  const clock = beijingClock(instant);
  if (away === 0) return `今天 ${clock}`;
  if (away === 1) return `明天 ${clock}`;
  if (away === -1) return `昨天 ${clock}`;
  const p = beijingParts(instant);
  const year = p.year === beijingParts(now).year ? '' : `${p.year}年`;
  return `${year}${p.month}月${p.day}日 ${WEEKDAYS[p.weekday % 7]} ${clock}`;
}

/** `1 小时 20 分`, `12 分钟`, `3 天 4 小时`; under a minute is `不到 1 分钟`. */
export function sayDuration(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  const restMinutes = minutes % 60;
  if (hours < 24) return restMinutes ? `${hours} 小时 ${restMinutes} 分` : `${hours} 小时`;
  const days = Math.floor(hours / 24);
  const restHours = hours % 24;
  return restHours ? `${days} 天 ${restHours} 小时` : `${days} 天`;
}

/** What stands beside a promise: `还剩 12 分钟` before it, `超时 12 分钟` after it. */
export function sayDeadline(dueAt: number, now: number): { text: string; late: boolean } {
  const late = now > dueAt;
  return { text: `${late ? '超时' : '还剩'} ${sayDuration(dueAt - now)}`, late };
}
