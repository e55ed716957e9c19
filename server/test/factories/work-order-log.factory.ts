import { allowedVerbs, WORK_ORDER_TRANSITIONS } from '@guihu/shared';
import fc from 'fast-check';
import { readStanding } from '../../src/modules/journeys/work-order/clock/standing.policy';
import type { Tick } from '../../src/modules/journeys/work-order/clock/ticks.policy';
import type {
  WorkOrderActor,
  WorkOrderEvent,
  WorkOrderEventData,
  WorkOrderEventType,
  WorkOrderLog,
} from '../../src/modules/journeys/work-order/work-order-log';
import { makeShift, type Schedule } from '../../src/platform/working-time';
import { MONDAY_TEN } from './choice.factory';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OWNER: WorkOrderActor = { kind: 'customer', id: 'owner' };
const ENGINEER: WorkOrderActor = { kind: 'staff', id: 'zhang' };
const SYSTEM: WorkOrderActor = { kind: 'system', id: null };

/** What an event says unless a test says otherwise, and who does it. */
const USUAL: { [T in WorkOrderEventType]: [WorkOrderActor, WorkOrderEventData[T]] } = {
  reported: [OWNER, { kind: 'repair', urgent: false, preferredAt: null }],
  dispatched: [SYSTEM, { staffId: 'zhang' }],
  accepted: [ENGINEER, { staffId: 'zhang' }],
  declined: [ENGINEER, { reason: '手上有急活' }],
  returned: [ENGINEER, { reason: '不是我的工种' }],
  transferred: [ENGINEER, { toStaffId: 'li', reason: '李强更熟悉' }],
  escalated: [SYSTEM, { level: 1, staffId: 'he' }],
  warned: [SYSTEM, { clock: 'accept' }],
  overdue: [SYSTEM, { clock: 'arrive', staffId: 'he' }],
  arrived: [ENGINEER, {}],
  paused: [ENGINEER, { reason: '等待配件', untilAt: Number.MAX_SAFE_INTEGER }],
  resumed: [ENGINEER, { why: 'hand' }],
  responded: [ENGINEER, { words: '已联系您了解情况' }],
  finished: [ENGINEER, { words: '更换了角阀' }],
  rated: [OWNER, { stars: 5 }],
  urged: [OWNER, {}],
  cancelled: [OWNER, { reason: '自己修好了' }],
  reopened: [OWNER, { why: 'owner', reason: '又漏了' }],
  closed: [SYSTEM, { why: 'rated' }],
  contracted: [ENGINEER, { contractorId: 'c1', name: '安居防水', reason: '需专业设备' }],
  graded: [
    { kind: 'staff', id: 'he' },
    { seriousness: 2, scope: 1, mood: 1, severity: 'minor', reason: '只涉及一户' },
  ],
  'phone-revealed': [ENGINEER, {}],
  'revisit-opened': [SYSTEM, { reason: 'unrated', staffId: 'he' }],
  'revisit-recorded': [
    { kind: 'staff', id: 'he' },
    { connected: true, satisfied: true, note: '业主表示满意' },
  ],
  repaired: [SYSTEM, { reason: '没有等待中的任务' }],
};

export const EVERY_TYPE = Object.keys(USUAL) as WorkOrderEventType[];

type Loose<T> = T extends WorkOrderEventType ? [type: T, minute: number, data?: Partial<WorkOrderEventData[T]>] : never;
export type Entry = Loose<WorkOrderEventType>;

/** A log out of `[type, minutes since Monday ten o'clock, what is special about it]`. */
export const logOf = (...entries: Entry[]): WorkOrderEvent[] =>
  entries.map(([type, minute, data], i) => event(i + 1, MONDAY_TEN + Math.round(minute * MINUTE), type, data ?? {}));

export function event<T extends WorkOrderEventType>(
  seq: number,
  at: number,
  type: T,
  data: Partial<WorkOrderEventData[T]> = {},
): WorkOrderEvent {
  const [actor, usual] = USUAL[type];
  return { seq, at, type, actor, data: { ...usual, ...data } } as WorkOrderEvent;
}

/** The log with one more event. */
export const append = <T extends WorkOrderEventType>(log: WorkOrderLog, at: number, type: T, data: Partial<WorkOrderEventData[T]> = {}) => [
  ...log,
  event(log.length + 1, at, type, data),
];

/** Does what a tick owes, as the clock's service does: the event that says so, at the instant of doing it. */
export function carryOut(log: WorkOrderLog, tick: Tick, at: number): WorkOrderEvent[] {
  switch (tick.what) {
    case 'warn':
      return append(log, at, 'warned', { clock: tick.clock });
    case 'escalate':
      return append(log, at, 'escalated', { level: tick.level });
    case 'overdue':
      return append(log, at, 'overdue', { clock: tick.clock, again: tick.again });
    case 'resume':
      return append(log, at, 'resumed', { why: 'cap' });
    case 'revisit':
      return append(log, at, 'revisit-opened');
    case 'close':
      return append(log, at, 'closed', { why: 'time' });
  }
}

/** Eight to eight, every day of the week. */
export const SERVICE_HOURS: Schedule = {
  name: '服务时间',
  calendar: { key: 'all', name: '全年', day: () => ({ working: true, reason: '工作日' }) },
  shift: makeShift('服务', Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '08:00', to: '20:00' }]]))),
  absences: [],
};

/** What people may do next, out of the state machine, and what never moves anything. */
function nextTypes(log: WorkOrderLog): WorkOrderEventType[] {
  const { status, report } = readStanding(log);
  const answered: WorkOrderEventType = report.kind === 'repair' ? 'arrived' : 'responded';
  const byVerb: Partial<Record<string, WorkOrderEventType[]>> = {
    dispatch: ['dispatched'],
    redispatch: ['dispatched', 'transferred', status === 'dispatched' ? 'declined' : 'returned'],
    accept: ['accepted'],
    arrive: [answered],
    pause: ['paused'],
    resume: ['resumed'],
    finish: ['finished'],
    close: ['closed'],
    cancel: ['cancelled'],
    reopen: ['reopened'],
  };
  const moving = allowedVerbs(WORK_ORDER_TRANSITIONS, status).flatMap((verb) => byVerb[verb] ?? []);
  const still: WorkOrderEventType[] = ['urged', 'phone-revealed', 'paused', 'resumed'];
  return [...moving, ...moving, ...still, ...(status === 'resolved' || status === 'closed' ? (['rated', 'rated'] as const) : [])];
}

/** Any log that people could write: a report, then what the state machine allows, with rests between, told by the millisecond. */
export const anyLog: fc.Arbitrary<WorkOrderEvent[]> = fc
  .record({
    kind: fc.constantFrom('repair', 'repair', 'complaint', 'suggestion'),
    urgent: fc.boolean(),
    wish: fc.option(fc.integer({ min: -DAY, max: 5 * DAY })),
    start: fc.integer({ min: 0, max: 7 * DAY }),
    acts: fc.array(
      fc.record({
        pick: fc.nat(1000),
        gap: fc.oneof(
          fc.constantFrom(0, 1, 2 * HOUR, 4 * HOUR),
          fc.integer({ min: 0, max: 5 * HOUR }),
          fc.integer({ min: 0, max: 4 * DAY }),
        ),
        rest: fc.integer({ min: -HOUR, max: 5 * DAY }),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ kind, urgent, wish, start, acts }) => {
    const report = { kind, urgent, preferredAt: wish === null ? null : MONDAY_TEN + start + wish } as WorkOrderEventData['reported'];
    let log = [event(1, MONDAY_TEN + start, 'reported', report)];
    for (const { pick, gap, rest } of acts) {
      const types = nextTypes(log);
      const type = types[pick % types.length]!;
      const at = log.at(-1)!.at + gap;
      log = append(log, at, type, type === 'paused' ? { untilAt: at + rest } : {});
    }
    return log;
  });
