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

interface Person {
  accountId: string;
  customerId: string | null;
  staffId: string | null;
}

interface Appellant {
  account_id: string;
  by_customer_id: string | null;
  by_staff_id: string | null;
}

/** Nobody judges what they appealed themselves, in whichever role. */
export const isOwn = (actor: Person, appeal: Appellant): boolean =>
  (appeal.by_staff_id !== null && appeal.by_staff_id === actor.staffId) ||
  appeal.account_id === actor.accountId ||
  (appeal.by_customer_id !== null && appeal.by_customer_id === actor.customerId);
