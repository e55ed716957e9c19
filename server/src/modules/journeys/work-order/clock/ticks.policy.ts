import type { ClockKey, ServicePolicy } from '@guihu/shared';
import type { Schedule } from '../../../../platform/working-time';
import type { WorkOrderLog } from '../work-order-log';
import { type Clock, mostUrgent, readClocks } from './clock.policy';
import { MINUTE_MS } from './counting.policy';
import { pausesOf } from './pauses.policy';
import { eventsOf, type LogStep, readStanding, stepsOf } from './standing.policy';

/**
 * Something owed at an instant (epoch ms). Whoever does it writes the event that says so, or it is owed for ever:
 * warn → warned, escalate → escalated, overdue → overdue, resume → resumed (cap), revisit → revisit-opened, close → closed (time).
 */
export type Tick = { readonly at: number } & (
  | { readonly what: 'warn'; readonly clock: ClockKey }
  | { readonly what: 'escalate'; readonly level: 1 | 2 }
  /** `again`: everybody was told, it is still late, and another day went by. */
  | { readonly what: 'overdue'; readonly clock: ClockKey; readonly again: boolean }
  | { readonly what: 'resume' | 'revisit' | 'close' }
);

const HOUR_MS = 60 * MINUTE_MS;
/** A late order that everybody knows of is brought up anew this often, so that none is ever without a next instant (J18). */
const AGAIN_MS = 24 * HOUR_MS;

/**
 * The one next instant at which something is owed, perhaps past when nobody looked in time. Null only for a cancelled order, and for
 * a closed one that was rated or is being rung.
 */
export function nextTick(log: WorkOrderLog, policy: ServicePolicy, schedule: Schedule | null, now: number): Tick | null {
  return owed(log, policy, schedule, now)[0] ?? null;
}

/** Everything owed at or before `now`, in order. Empty once its events stand in the log, written at `now` or later. */
export function dueNow(log: WorkOrderLog, policy: ServicePolicy, schedule: Schedule | null, now: number): Tick[] {
  return owed(log, policy, schedule, now).filter((tick) => tick.at <= now);
}

function owed(log: WorkOrderLog, policy: ServicePolicy, schedule: Schedule | null, now: number): Tick[] {
  const steps = stepsOf(log);
  const open = readClocks(log, policy, schedule, now).filter((clock) => clock.ended === null);
  const resting = steps.at(-1)?.after === 'paused' ? pausesOf(steps, policy).at(-1) : undefined;
  const ticks: Tick[] = [
    ...(resting ? [{ at: resting.to, what: 'resume' } as const] : []),
    ...open.flatMap((clock) => [...warnings(clock, steps, now), ...alarms(clock, steps, policy)]),
    ...(resting ? [] : reminders(open, steps)),
    ...endings(log, policy),
  ];
  return ticks.sort((a, b) => a.at - b.at);
}

/** Whoever is told that it is late, or was told that it soon is, needs no warning. */
function warnings(clock: Clock, steps: readonly LogStep[], now: number): Tick[] {
  const told = eventsOf(steps, 'warned').some((event) => event.seq > clock.startSeq && event.data.clock === clock.key);
  return told || now >= clock.dueAt || toldLate(clock, steps).at !== null ? [] : [{ at: clock.warnAt, what: 'warn', clock: clock.key }];
}

/** J4: nobody said yes, so the supervisor hears of it, then the manager. Other clocks are overdue once. */
function alarms(clock: Clock, steps: readonly LogStep[], policy: ServicePolicy): Tick[] {
  const { level, at } = toldLate(clock, steps);
  if (clock.key !== 'accept') return at === null ? [{ at: clock.dueAt, what: 'overdue', clock: clock.key, again: false }] : [];
  const toManager: Tick = { at: clock.dueAt + policy.managerAfterMinutes * MINUTE_MS, what: 'escalate', level: 2 };
  return [...(level < 1 ? [{ at: clock.dueAt, what: 'escalate', level: 1 } as const] : []), ...(level < 2 ? [toManager] : [])];
}

function reminders(open: readonly Clock[], steps: readonly LogStep[]): Tick[] {
  const known = open.map((clock) => ({ clock, ...toldLate(clock, steps) })).filter((each) => each.done);
  const first = mostUrgent(known.map((each) => each.clock));
  if (!first) return [];
  const woken = eventsOf(steps, 'resumed').map((event) => event.at);
  return [
    { at: Math.max(...known.map((each) => each.at ?? 0), ...woken) + AGAIN_MS, what: 'overdue', clock: first.clock.key, again: true },
  ];
}

/** Who heard that this clock is late, and when last; an order raised before (J14) says nothing of that. */
function toldLate(clock: Clock, steps: readonly LogStep[]): { level: 0 | 1 | 2; at: number | null; done: boolean } {
  const raised = clock.key === 'accept' ? eventsOf(steps, 'escalated').filter((e) => e.seq > clock.startSeq && e.at >= clock.dueAt) : [];
  const overdue = eventsOf(steps, 'overdue').filter((event) => event.seq > clock.startSeq && event.data.clock === clock.key);
  const level = raised.some((event) => event.data.level === 2) ? 2 : raised.length > 0 ? 1 : 0;
  const at = [...raised, ...overdue].at(-1)?.at ?? null;
  return { level, at, done: clock.key === 'accept' ? level === 2 : at !== null };
}

/** After the work: an unrated one is asked for (J16), and what nobody objected to is closed. */
function endings(log: WorkOrderLog, policy: ServicePolicy): Tick[] {
  const { status, resolvedAt, rated, run } = readStanding(log);
  if (resolvedAt === null || (status !== 'resolved' && status !== 'closed')) return [];
  const rung = eventsOf(run, 'revisit-opened').some((event) => event.at >= resolvedAt);
  const revisit: Tick = { at: resolvedAt + policy.revisitAfterHours * HOUR_MS, what: 'revisit' };
  const close: Tick = { at: resolvedAt + policy.closeAfterDays * 24 * HOUR_MS, what: 'close' };
  return [...(rated || rung ? [] : [revisit]), ...(status === 'resolved' ? [close] : [])];
}
