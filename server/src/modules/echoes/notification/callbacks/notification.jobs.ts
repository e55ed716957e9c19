/** A receipt that came before its message was written, or without an id. */
export const MATCH_RECEIPT = 'message.receipt';
/** Somebody followed or left the official account. */
export const REFRESH_FOLLOWER = 'follower.refresh';
