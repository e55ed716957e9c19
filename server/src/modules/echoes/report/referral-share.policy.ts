import { beijingDate, type ReferralShare, type ShareOfAll, startOfBeijingDate } from '@guihu/shared';
import { rounded } from './statistics.policy';

/** What is counted, and of how many of them the root source is a recommendation. */
export type Counted = 'leads' | 'visits' | 'deals';
export interface ShareCount {
  what: Counted;
  /** Place of the month. */
  month: number;
  referral: boolean;
  count: number;
}

const KINDS: readonly Counted[] = ['leads', 'visits', 'deals'];

/**
 * Where each Beijing month of `[first, end)` begins (epoch ms), with `first` and `end` themselves at the two ends: neighbours are the
 * spans that are counted.
 */
export function monthBounds(first: number, end: number): number[] {
  const bounds = [first];
  for (let next = monthAfter(first); next < end; next = monthAfter(next)) bounds.push(next);
  return [...bounds, end];
}

function monthAfter(instant: number): number {
  const [year = 0, month = 0] = beijingDate(instant).split('-').map(Number);
  return startOfBeijingDate(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10));
}

/** K7: how much of the business comes by recommendation, month by month and altogether. Shares are 0–1, of nothing there is none. */
export function referralShareOf(counts: readonly ShareCount[], bounds: readonly number[]): Pick<ReferralShare, 'total' | 'months'> {
  const of = (some: readonly ShareCount[]): Record<Counted, ShareOfAll> =>
    Object.fromEntries(KINDS.map((what) => [what, shareOf(some.filter((each) => each.what === what))])) as Record<Counted, ShareOfAll>;
  return {
    total: of(counts),
    months: bounds.slice(0, -1).map((start, month) => ({
      month: beijingDate(start).slice(0, 7),
      ...of(counts.filter((each) => each.month === month)),
    })),
  };
}

function shareOf(counts: readonly ShareCount[]): ShareOfAll {
  const sum = (some: readonly ShareCount[]) => some.reduce((total, { count }) => total + count, 0);
  const [referral, all] = [sum(counts.filter((each) => each.referral)), sum(counts)];
  return { referral, all, share: all === 0 ? null : rounded(referral / all, 4) };
}
