import type { ReferralRow } from '../referral.rows';

/** What photos of an appeal belong to. */
export const appealSubject = (id: string): string => `appeal:${id}`;

/** For one referral, or one lead. */
export const MOST_APPEALS = 2;

/** A referrer may appeal against a verdict that went against them, while there is something to win. */
export function mayAppeal(row: Pick<ReferralRow, 'status' | 'end_reason' | 'standing'>, earlier: number): boolean {
  if (earlier >= MOST_APPEALS || row.standing === null || row.standing === 'won') return false;
  return row.status === 'ended' ? row.end_reason === 'lost' : row.status !== 'registered';
}
