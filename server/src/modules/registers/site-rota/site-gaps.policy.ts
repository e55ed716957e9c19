import {
  beijingClock,
  beijingDate,
  labelOf,
  SITE_DUTIES,
  type SiteDay,
  type SiteDuty,
  type SitePost,
  startOfBeijingDate,
  type TimeRange,
} from '@guihu/shared';
import { joined, readTimeOfDay, without } from '../../../platform/working-time';

const MINUTE_MS = 60_000;

/** One duty on which nobody stands for some of the time in which visitors are there. */
export interface SiteGap {
  duty: SiteDuty;
  /** Epoch ms, earliest first, apart from each other. */
  ranges: TimeRange[];
}

/** When somebody stands, epoch ms. Times are checked when they are saved. */
export function rangeOfPost({ from, to }: Pick<SitePost, 'from' | 'to'>, date: string): TimeRange {
  const midnight = startOfBeijingDate(date);
  return { from: midnight + (readTimeOfDay(from) ?? 0) * MINUTE_MS, to: midnight + (readTimeOfDay(to) ?? 0) * MINUTE_MS };
}

/**
 * F11: where a duty that the project wants is left to nobody while visitors are booked. `visits` are epoch ms, in any order; a time
 * at which nobody comes needs nobody.
 */
export function siteGaps(wanted: readonly SiteDuty[], posts: readonly SitePost[], visits: readonly TimeRange[], date: string): SiteGap[] {
  const busy = joined([...visits].sort(byBeginning));
  return wanted.flatMap((duty) => {
    const covered = posts
      .filter((post) => post.duty === duty)
      .map((post) => rangeOfPost(post, date))
      .sort(byBeginning);
    const ranges = busy.flatMap((range) => [...without(covered, range.from, range.to)]);
    return ranges.length > 0 ? [{ duty, ranges }] : [];
  });
}

/** `样板间管家：10:00–12:00、15:00–16:00 无人` */
export const sayGap = ({ duty, ranges }: SiteGap): SiteDay['gaps'][number] => ({
  duty,
  text: `${labelOf(SITE_DUTIES, duty)}：${ranges.map(({ from, to }) => `${beijingClock(from)}–${endClock(from, to)}`).join('、')} 无人`,
});

const endClock = (from: number, to: number): string => (beijingDate(from) === beijingDate(to) ? beijingClock(to) : '24:00');
const byBeginning = (a: TimeRange, b: TimeRange): number => a.from - b.from;
