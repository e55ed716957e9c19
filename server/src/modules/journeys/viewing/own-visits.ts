import { type Actor, vouchedCustomer } from '../../../platform/http/actor';

export { vouchedCustomer };

type Asker = Pick<Actor, 'accountId' | 'customerId' | 'phoneVerified'>;

interface Whose {
  customer_id: string;
  account_id: string | null;
}

/** Whether this person may see it: it is their vouched customer's, or they asked for it themselves. */
export const mayOpen = (actor: Asker, { customer_id, account_id }: Whose): boolean =>
  account_id === actor.accountId || customer_id === vouchedCustomer(actor);

/** Whether it is their own visit, and not one they asked for with somebody else's number. */
export const isTheirOwn = (actor: Asker, whose: Whose): boolean => whose.customer_id === actor.customerId && mayOpen(actor, whose);
