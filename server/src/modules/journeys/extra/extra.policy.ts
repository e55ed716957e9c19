import { allows, EXTRA_INTEREST_TRANSITIONS, type ExtraInterestStatus, type MyExtra } from '@guihu/shared';

export interface ShowTime {
  active: boolean;
  /** Beijing days, the last one included; null: no end. */
  from: string;
  until: string | null;
}

/** Whether owners see it on this Beijing day. */
export const isOnShow = ({ active, from, until }: ShowTime, today: string): boolean =>
  active && from <= today && (until === null || today <= until);

/** What an owner may do about an extra that is on show; null: they never asked. */
export function ownersVerbs(status: ExtraInterestStatus | null): MyExtra['allowed'] {
  if (status === null || allows(EXTRA_INTEREST_TRANSITIONS, status, 'renew')) return ['show'];
  return allows(EXTRA_INTEREST_TRANSITIONS, status, 'withdraw') ? ['withdraw'] : [];
}

/** A number is told only while its owner waits for the call they agreed to. */
export const mayCall = (status: ExtraInterestStatus): boolean => status === 'interested' || status === 'contacted';
