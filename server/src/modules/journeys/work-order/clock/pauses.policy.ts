import type { ServicePolicy, TimeRange } from '@guihu/shared';
import { MINUTE_MS } from './counting.policy';
import type { LogStep } from './standing.policy';

/** A pause as the clocks see it: half-open, and never longer than it was allowed to be. */
export interface Pause extends TimeRange {
  readonly reason: string;
  /** Null while it goes on; then `to` is when it ends by itself. */
  readonly endedAt: number | null;
  /** False for one too many in its run: the order rests, the clocks go on. */
  readonly counts: boolean;
}

/**
 * Every pause in order, never overlapping: what pauses a paused order moves nothing. One ends at whatever takes the order out of
 * 已暂停, and counts at most to its `untilAt` and the policy's longest pause, whichever comes first.
 */
export function pausesOf(steps: readonly LogStep[], policy: ServicePolicy): Pause[] {
  const pauses: Pause[] = [];
  let [run, inRun] = [0, 0];
  for (const { event, before, after, run: current } of steps) {
    const open = pauses.at(-1);
    if (before === 'paused' && after !== 'paused' && open) {
      pauses[pauses.length - 1] = { ...open, to: Math.max(open.from, Math.min(open.to, event.at)), endedAt: event.at };
    }
    if (event.type !== 'paused' || before === 'paused' || after !== 'paused') continue;
    inRun = current === run ? inRun + 1 : 1;
    run = current;
    const cap = Math.min(event.data.untilAt, event.at + policy.longestPauseMinutes * MINUTE_MS);
    const counts = inRun <= policy.mostPauses;
    pauses.push({ from: event.at, to: Math.max(event.at, cap), reason: event.data.reason, endedAt: null, counts });
  }
  return pauses;
}
