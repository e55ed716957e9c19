import { CLOCKS, type ClockKey, type ServicePolicy, type SlaReplayView } from '@guihu/shared';
import type { Schedule } from '../../../../platform/working-time';
import type { WorkOrderLog } from '../work-order-log';
import { type Clock, readClocks } from './clock.policy';

export interface ReplayedOrder {
  readonly id: string;
  readonly number: string;
  readonly events: WorkOrderLog;
}

const MOST_CHANGED = 50;

/**
 * Rule 105: what a draft would have made of past orders, as seen at `at` (epoch ms), beside what they live by now. Nothing is
 * rewritten; what is late and still runs counts as missed, what was dropped in time counts as neither.
 */
export function replay(
  orders: readonly ReplayedOrder[],
  now: ServicePolicy,
  draft: ServicePolicy,
  schedule: Schedule | null,
  at: number,
): SlaReplayView {
  const pairs = orders.flatMap((order) => pairsOf(order, now, draft, schedule, at));
  const keys = (Object.keys(CLOCKS) as ClockKey[]).filter((key) => pairs.some((pair) => pair.now.key === key));
  return {
    orders: orders.length,
    clocks: keys.map((clock) => {
      const own = pairs.filter((pair) => pair.now.key === clock);
      return { clock, name: CLOCKS[clock], now: tally(own.map((pair) => pair.now)), draft: tally(own.map((pair) => pair.draft)) };
    }),
    changed: pairs
      .filter((pair) => verdict(pair.now) !== verdict(pair.draft))
      .sort((a, b) => b.now.startedAt - a.now.startedAt)
      .slice(0, MOST_CHANGED)
      .map(({ order, ...pair }) => ({
        id: order.id,
        number: order.number,
        clock: pair.now.key,
        now: pair.now.state,
        draft: pair.draft.state,
      })),
  };
}

interface Pair {
  readonly order: ReplayedOrder;
  readonly now: Clock;
  readonly draft: Clock;
}

/** Starts and stops stand in the log, so both readings hold the same clocks in the same order. */
function pairsOf(order: ReplayedOrder, now: ServicePolicy, draft: ServicePolicy, schedule: Schedule | null, at: number): Pair[] {
  const drafted = readClocks(order.events, draft, schedule, at);
  return readClocks(order.events, now, schedule, at).map((clock, i) => ({ order, now: clock, draft: drafted[i] as Clock }));
}

function verdict({ state }: Clock): 'met' | 'missed' | null {
  if (state === 'met') return 'met';
  return state === 'missed' || state === 'late' ? 'missed' : null;
}

function tally(clocks: readonly Clock[]): { met: number; missed: number } {
  const verdicts = clocks.map(verdict);
  return { met: verdicts.filter((each) => each === 'met').length, missed: verdicts.filter((each) => each === 'missed').length };
}
