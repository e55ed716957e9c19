import type { Actor } from '../../../platform/http/actor';

type Asker = Pick<Actor, 'accountId' | 'customerId' | 'phoneVerified'>;

/** The customer whose every visit this person may see; a number that was only typed opens nobody's visits. Null for nobody. */
export const vouchedCustomer = ({ customerId, phoneVerified }: Asker): string | null => (phoneVerified ? customerId : null);

interface Whose {
  customer_id: string;
  account_id: string | null;
}

/** Whether this person may see it: it is their vouched customer's, or they asked for it themselves. */
export const mayOpen = (actor: Asker, { customer_id, account_id }: Whose): boolean =>
  account_id === actor.accountId || customer_id === vouchedCustomer(actor);

/** Whether it is their own visit, and not one they asked for with somebody else's number. */
export const isTheirOwn = (actor: Asker, whose: Whose): boolean => whose.customer_id === actor.customerId && mayOpen(actor, whose);
