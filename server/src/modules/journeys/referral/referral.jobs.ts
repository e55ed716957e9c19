/** The friend did not answer in time. */
export const ASK_EXPIRY = 'referral.ask-expiry';
/** The protection ran out without a visit. */
export const PROTECTION_EXPIRY = 'referral.protection-expiry';
/** Looks for what a person should look at, and judges. */
export const EXAMINE_REFERRAL = 'referral.examine';
