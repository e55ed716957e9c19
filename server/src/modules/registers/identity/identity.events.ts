import { defineEvent } from '../../../platform/events/domain-events';

/** WeChat vouched for somebody's number: what was registered under it is theirs. */
export const PhoneBound = defineEvent<{ customerId: string }>('identity.phone-bound');
