import { allows, REFERRAL_STATUSES, REFERRAL_TRANSITIONS, type ReferralStatus } from '@guihu/shared';

export interface Claim {
  id: string;
  status: ReferralStatus;
  registeredAt: number;
}

const FURTHEST = (status: ReferralStatus): number => (status === 'ended' ? -1 : REFERRAL_STATUSES.indexOf(status));

/**
 * Of several claims of one referrer on one friend the one that came furthest stays, of two as far the earlier. A deal that was
 * signed is never ended by it: where two were, a person has to look.
 */
export function stayingClaim<C extends Claim>(claims: readonly C[]): { stays: C; ends: C[] } {
  const order = [...claims].sort(
    (a, b) => FURTHEST(b.status) - FURTHEST(a.status) || a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1),
  );
  const [stays, ...rest] = order as [C, ...C[]];
  return { stays, ends: rest.filter(({ status }) => allows(REFERRAL_TRANSITIONS, status, 'end')) };
}
