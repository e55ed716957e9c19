/** One stretch of counted time, part of the answer to "why this due time". Instants are ISO 8601 UTC. */
export interface CountedInterval {
  from: string;
  to: string;
  /** Minutes of this stretch that counted. */
  minutes: number;
  /** 周一 09:00–12:00 早班 … */
  label: string;
}

/** Time that was passed over and why: 午休, 下班, 国庆节 … */
export interface SkippedInterval {
  from: string;
  to: string;
  reason: string;
}

export interface DueTimeExplanation {
  startAt: string;
  dueAt: string;
  /** 15 个工作分钟 / 3 个工作日 */
  rule: string;
  /** Which clock was used: 林晓的班次, 法定工作日 … */
  clock: string;
  counted: CountedInterval[];
  skipped: SkippedInterval[];
  /** The whole in one sentence. */
  text: string;
}
