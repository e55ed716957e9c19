/** What is known of one colleague at the second of a choice. Instants are epoch milliseconds. */
export interface CandidateFacts {
  staffId: string;
  name: string;
  teamId: string | null;
  active: boolean;
  /** The person's own switch. */
  onDuty: boolean;
  onLeave: boolean;
  /** First working instant at or after the choice, leave taken into account; null when none is in sight. */
  clockStartsAt: number | null;
  inShift: boolean;
  /** Leads or orders in hand. */
  openItems: number;
  capacity: number;
  /** Given on the Beijing day of the choice. */
  assignedToday: number;
  dailyQuota: number;
  skills: readonly string[];
  /** How many each rule gave this colleague so far. */
  countsByRule: Readonly<Record<string, number>>;
  lastAssignedByRule: Readonly<Record<string, number | null>>;
}

/** Shares by colleague; undefined where nothing is weighed. */
export type Weights = Readonly<Record<string, number>> | undefined;

/** Own entries only: rule and staff ids come from outside and may be called `constructor`. */
export const entryOf = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

/** A colleague without an entry weighs 1. */
export const weightOf = (candidate: CandidateFacts, weights: Weights): number => entryOf(weights, candidate.staffId) ?? 1;

export const countOf = (candidate: CandidateFacts, ruleId: string): number => entryOf(candidate.countsByRule, ruleId) ?? 0;

/** When the acceptance clock would start; null when no shift is in sight. */
export const startOf = (candidate: CandidateFacts, at: number): number | null => (candidate.inShift ? at : candidate.clockStartsAt);
