import type { ClockView, ServicePolicy } from '@guihu/shared';
import type { Schedule } from '../../../../platform/working-time';
import type { WorkOrderEventData, WorkOrderLog } from '../work-order-log';
import { type ClockStretch, countedBetween, type Rest, reach, wayTo } from './counting.policy';
import { type Mark, marksOf, termOf } from './marks.policy';
import { pausesOf } from './pauses.policy';
import { stepsOf } from './standing.policy';

/**
 * One clock of rules J4, J5, J9 and J23, in epoch ms. It holds during `[startedAt, dueAt)`: at the due instant it is late.
 * Only `state` and `soon` depend on when it is looked at.
 */
export interface Clock extends Mark {
  /** While a pause goes on, as if it lasted as long as it may. */
  readonly dueAt: number;
  readonly warnAt: number;
  /** What was late when it was dropped is `missed`: a cancellation does not make up for it. */
  readonly state: ClockView['state'];
  /** Runs, and its warning is due. */
  readonly soon: boolean;
  /** Counted time when it stopped, ms. */
  readonly usedMs: number | null;
  /** Rests that stopped it. */
  readonly pauses: readonly Rest[];
  /** From the start to the due time, without gap. */
  readonly stretches: readonly ClockStretch[];
}

/** Why nothing counts before the time that the owner asked for. */
export const AWAITED = '业主预约的时间未到';

/** Every clock of an order, earliest start first, as a pure function of its log (rule 105); throws RangeError for a log without report. */
export function readClocks(log: WorkOrderLog, policy: ServicePolicy, schedule: Schedule | null, now: number): Clock[] {
  const steps = stepsOf(log);
  const report = steps[0]?.event.data as WorkOrderEventData['reported'];
  const rests = pausesOf(steps, policy)
    .filter((pause) => pause.counts && pause.to > pause.from)
    .map(({ from, to, reason }) => ({ from, to, reason: `暂停（${reason}）` }));
  return marksOf(steps, report.kind).map((mark) => {
    const { from, ms, by } = termOf(mark, report, policy, schedule);
    const pauses = rests.filter((rest) => touches(mark, rest));
    const dueAt = reach(by, from, ms, pauses);
    const warnAt = reach(by, from, Math.ceil((ms * policy.warnAtPercent) / 100), pauses);
    const waited: ClockStretch[] = from > mark.startedAt ? [{ from: mark.startedAt, to: from, why: AWAITED }] : [];
    const state = stateOf(mark, dueAt, pauses, now);
    return {
      ...mark,
      dueAt,
      warnAt,
      state,
      soon: state === 'running' && now >= warnAt,
      usedMs: mark.stoppedAt === null ? null : countedBetween(by, from, mark.stoppedAt, pauses),
      pauses,
      stretches: [...waited, ...wayTo(by, from, ms, pauses)],
    };
  });
}

/** The clock that nobody may lose sight of: among those not yet ended, the one that is due first. */
export function mostUrgent(clocks: readonly Clock[]): { clock: Clock; soon: boolean; late: boolean } | null {
  const [clock] = clocks.filter((each) => each.ended === null).sort((a, b) => a.dueAt - b.dueAt);
  return clock ? { clock, soon: clock.soon, late: clock.state === 'late' } : null;
}

/** Whoever has not said yes cannot let it rest, so acceptance runs on by itself. */
const touches = (mark: Mark, rest: Rest): boolean => rest.to > mark.startedAt && (mark.stoppedAt === null || rest.from < mark.stoppedAt);

function stateOf(mark: Mark, dueAt: number, pauses: readonly Rest[], now: number): Clock['state'] {
  if (mark.stoppedAt !== null) {
    if (mark.stoppedAt >= dueAt) return 'missed';
    return mark.ended === 'done' ? 'met' : 'dropped';
  }
  if (now >= dueAt) return 'late';
  return pauses.some((pause) => pause.from <= now && now < pause.to) ? 'paused' : 'running';
}
