/**
 * How many leads colleagues hold. The journey of the lead keeps these numbers and provides this port from a global module;
 * without one every colleague counts as free.
 */
export abstract class ColleagueLoads {
  /** Open leads by colleague; one who holds none may be missing. */
  abstract of(staffIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
