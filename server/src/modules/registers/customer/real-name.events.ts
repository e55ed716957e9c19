import { defineEvent } from '../../../platform/events/domain-events';

/** Somebody stated their real name: what waited for it may go on. */
export const RealNameStated = defineEvent<{ customerId: string }>('customer.real-name-stated');

/** The ID card that somebody stated is another customer's. */
export const RealNameRefused = defineEvent<{ customerId: string }>('customer.real-name-refused');
