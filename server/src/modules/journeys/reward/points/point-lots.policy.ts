import { beijingDate, startOfBeijingDate } from '@guihu/shared';

const DAY_MS = 86_400_000;

export interface Lot {
  id: string;
  left: number;
  earnedAt: number;
  /** The first instant at which they are gone; null: never. */
  expiresAt: number | null;
}

export interface Taken {
  lotId: string;
  points: number;
  expiresAt: number | null;
}

/** Whether the points of a lot can be spent at this instant. */
export const isGood = (lot: Lot, now: number): boolean => lot.left > 0 && (lot.expiresAt === null || lot.expiresAt > now);

export const pointsOf = (lots: readonly Lot[], now: number): number =>
  lots.reduce((sum, lot) => sum + (isGood(lot, now) ? lot.left : 0), 0);

/** Takes what lapses first, and of that what was earned first; never more than is there. */
export function takeFrom(lots: readonly Lot[], points: number, now: number): Taken[] {
  const order = lots
    .filter((lot) => isGood(lot, now))
    .sort((a, b) => endOf(a) - endOf(b) || a.earnedAt - b.earnedAt || (a.id < b.id ? -1 : 1));
  const taken: Taken[] = [];
  let wanted = points;
  for (const { id, left, expiresAt } of order) {
    if (wanted <= 0) break;
    const some = Math.min(left, wanted);
    taken.push({ lotId: id, points: some, expiresAt });
    wanted -= some;
  }
  return taken;
}

/** What is left of points that were taken when so many of them are kept; those that lapse first are kept first. */
export function withoutKept(taken: readonly Taken[], kept: number): Taken[] {
  let owed = kept;
  return taken.flatMap((each) => {
    const some = Math.min(each.points, owed);
    owed -= some;
    return some < each.points ? [{ ...each, points: each.points - some }] : [];
  });
}

const endOf = ({ expiresAt }: Lot): number => expiresAt ?? Number.MAX_SAFE_INTEGER;

/**
 * Points are good to the end of the Beijing day `months` later; where that month is shorter, to the end of its last day.
 * @returns the first instant at which they are gone; null: never.
 */
export function expiryOf(earnedAt: number, months: number | null): number | null {
  if (months === null) return null;
  const [year, month, day] = beijingDate(earnedAt).split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const date = new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(day, lastOfMonth.getUTCDate())));
  return startOfBeijingDate(date.toISOString().slice(0, 10)) + DAY_MS;
}

/** The last Beijing day on which they are good. */
export const lastDayOf = (expiresAt: number): string => beijingDate(expiresAt - 1);

/** Days before the end at which the person is told, at ten in the morning. */
export const WARNING_DAYS = [30, 7] as const;

export const warningAt = (expiresAt: number, days: number): number => expiresAt - days * DAY_MS + 10 * 3_600_000;

/** Given back: as they were. Points whose day passed while the gift lay at the desk are good for a week more. */
export const expiryAfterReturn = (expiresAt: number | null, now: number): number | null =>
  expiresAt === null || expiresAt > now ? expiresAt : startOfBeijingDate(beijingDate(now)) + 8 * DAY_MS;
