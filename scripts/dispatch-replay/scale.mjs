/** The whole day: days that are played, homes of a building (addresses share them), and no limit to who is in a turn. */
export const WHOLE = { days: 8, homes: 60, mostInTurn: Number.POSITIVE_INFINITY };

/** For a small file, so that a test is over soon. */
export const SMALL = { days: 4, homes: 12, mostInTurn: 1 };
