/**
 * The whole day: days that are played, homes of a building (addresses share them), no limit to who is in a turn. What is planned for
 * instants closer than `stopMs` happens on one stop of the clock: nobody is earlier than this. Leaders look every so many minutes.
 */
export const WHOLE = { days: 8, homes: 60, mostInTurn: Number.POSITIVE_INFINITY, stopMs: 10_000, rounds: { supervisor: 15, manager: 30 } };

/** For a small file, so that a test is over soon. */
export const SMALL = { days: 2, homes: 6, mostInTurn: 1, stopMs: 60_000, rounds: { supervisor: 60, manager: 60 } };
