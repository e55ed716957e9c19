import type { ClockKey, ServicePolicy, WorkOrderStatus } from '@guihu/shared';
import type { Schedule } from '../../../../platform/working-time';
import type { WorkOrderEventData } from '../work-order-log';
import { MINUTE_MS, reach } from './counting.policy';
import type { LogStep } from './standing.policy';

/** When a clock started and stopped, in epoch ms: known from the log alone, no number of a policy has a say in it. */
export interface Mark {
  readonly key: ClockKey;
  readonly startedAt: number;
  /** `seq` of the event that started it: what was told before it was told about another clock. */
  readonly startSeq: number;
  readonly stoppedAt: number | null;
  /** `dropped`: the order was cancelled, or went to somebody else before it was met. */
  readonly ended: 'done' | 'dropped' | null;
}

type Report = WorkOrderEventData['reported'];
type Kind = Report['kind'];

/** How late the engineer may be at the time that the owner asked for. */
const PREFERRED_GRACE_MS = 30 * MINUTE_MS;
const TAKEN: readonly (WorkOrderStatus | null)[] = ['accepted', 'working', 'paused'];
const ALL: readonly ClockKey[] = ['accept', 'arrive', 'respond', 'resolve'];

/** Every clock that ever ran, earliest start first. */
export function marksOf(steps: readonly LogStep[], kind: Kind): Mark[] {
  let marks: Mark[] = [];
  for (const step of steps) {
    const { at, seq } = step.event;
    const { stops, ended, starts } = turnOf(step, kind);
    marks = marks.map((mark) => (mark.ended === null && stops.includes(mark.key) ? { ...mark, stoppedAt: at, ended } : mark));
    marks.push(...starts.map((key): Mark => ({ key, startedAt: at, startSeq: seq, stoppedAt: null, ended: null })));
  }
  return marks;
}

interface Turn {
  stops: readonly ClockKey[];
  ended: 'done' | 'dropped';
  starts: readonly ClockKey[];
}

const turn = (ended: Turn['ended'], stops: readonly ClockKey[], starts: readonly ClockKey[]): Turn => ({ stops, ended, starts });

function turnOf({ event, before, after }: LogStep, kind: Kind): Turn {
  if (event.type === 'responded') return turn('done', ['respond'], []);
  // Somebody above put it before another colleague: that one gets the whole time, and what was missed stays missed.
  if (event.type === 'transferred' && event.data.above && before === 'dispatched') return turn('dropped', ['accept'], ['accept']);
  if (before === after) return turn('done', [], []);
  if (before === null || event.type === 'reopened') {
    return turn('done', [], kind === 'repair' ? ['accept', 'resolve'] : ['accept', 'respond', 'resolve']);
  }
  // Taken from whoever had said yes: their way to the door is over, and a new yes is awaited.
  if (after === 'dispatched' && TAKEN.includes(before)) return turn('dropped', ['arrive'], ['accept']);
  if (event.type === 'accepted') return turn('done', ['accept'], kind === 'repair' ? ['arrive'] : []);
  if (event.type === 'arrived') return turn('done', ['arrive'], []);
  if (after === 'resolved') return turn('done', ALL, []);
  return turn('dropped', after === 'cancelled' ? ALL : [], []);
}

/** From when on, how long (ms) and by which time a clock counts; null is plain time. */
export interface Term {
  readonly from: number;
  readonly ms: number;
  readonly by: Schedule | null;
}

/**
 * Rules J4, J5, J9 and J23 in numbers. `schedule` holds for arrival and ending of repairs that are not urgent, where the policy says
 * so. A preferred time that is later than what is due anyway is what the owner waits for.
 */
export function termOf(mark: Mark, report: Report, policy: ServicePolicy, schedule: Schedule | null): Term {
  const { kind, urgent, preferredAt } = report;
  const by = kind === 'repair' && !urgent && policy.hours === 'service' ? schedule : null;
  const start = mark.startedAt;
  switch (mark.key) {
    case 'accept':
      return { from: start, ms: (urgent ? policy.urgentAcceptMinutes : policy.acceptMinutes) * MINUTE_MS, by: null };
    case 'respond':
      return { from: start, ms: policy.respondMinutes * MINUTE_MS, by: null };
    case 'arrive': {
      const ms = (urgent ? policy.urgentArriveMinutes : policy.arriveMinutes) * MINUTE_MS;
      // Judged without pauses, or a longer one could bring the due time forward.
      if (preferredAt === null || preferredAt <= reach(by, start, ms, [])) return { from: start, ms, by };
      return { from: preferredAt, ms: PREFERRED_GRACE_MS, by: null };
    }
    case 'resolve': {
      const from = Math.max(start, preferredAt ?? start);
      if (kind !== 'repair') return { from, ms: policy.complaintResolveMinutes * MINUTE_MS, by };
      return { from, ms: (urgent ? policy.urgentResolveMinutes : policy.resolveMinutes) * MINUTE_MS, by };
    }
  }
}
