import { minutesOf, type Span, WEEKDAYS } from './plan-words';

const ROW = 18;
const GAP = 4;
const WIDTH = 280;
const FIRST_HOUR = 8;
const LAST_HOUR = 20;

/** The week as a strip: a row for each weekday, the open windows as bars from `first` to `last` hour; slots are cut into them. */
export function weekSvg(week: Readonly<Record<string, readonly Span[]>>, lengthMinutes: number): string {
  const all = Object.values(week).flat();
  const first = Math.min(FIRST_HOUR * 60, ...all.map(({ from }) => minutesOf(from)));
  const last = Math.max(LAST_HOUR * 60, ...all.map(({ to }) => minutesOf(to)));
  const px = (minutes: number) => round(((minutes - first) / (last - first)) * WIDTH);
  const height = WEEKDAYS.length * (ROW + GAP) - GAP;
  const parts = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none">`];
  WEEKDAYS.forEach(({ key }, at) => {
    const y = at * (ROW + GAP);
    parts.push(`<rect y="${y}" width="${WIDTH}" height="${ROW}" rx="4" fill="#f3f1ec"/>`);
    for (const { from, to } of week[key] ?? []) {
      const [start, end] = [minutesOf(from), minutesOf(to)];
      if (end <= start) continue;
      parts.push(`<rect x="${px(start)}" y="${y}" width="${round(px(end) - px(start))}" height="${ROW}" rx="4" fill="#7db8a6"/>`);
      for (let cut = start + lengthMinutes; lengthMinutes >= 10 && cut < end; cut += lengthMinutes)
        parts.push(`<path d="M${px(cut)} ${y}v${ROW}" stroke="#fff" stroke-width="1.2"/>`);
    }
  });
  parts.push('</svg>');
  return parts.join('');
}

/** The hours that the strip spans, for the words under it. */
export function hoursOf(week: Readonly<Record<string, readonly Span[]>>): { first: string; last: string } {
  const all = Object.values(week).flat();
  const first = Math.min(FIRST_HOUR * 60, ...all.map(({ from }) => minutesOf(from)));
  const last = Math.max(LAST_HOUR * 60, ...all.map(({ to }) => minutesOf(to)));
  return { first: clockOf(first), last: clockOf(last) };
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const round = (n: number): number => Math.round(n * 10) / 10;
