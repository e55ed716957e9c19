/** Prefix of the kinds of recurring jobs. A moved clock does not stop at each of their turns. */
export const SCHEDULED = 'scheduled:';
