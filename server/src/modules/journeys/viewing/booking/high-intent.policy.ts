import type { InterestStanding } from '../../../registers/customer';

/** Seats that are kept for customers of high intent count for them (F4). */
export const isHighIntent = (standing: Pick<InterestStanding, 'level'> | null): boolean =>
  standing?.level === 'hot' || standing?.level === 'closing';
