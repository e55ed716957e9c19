import { allows, OPEN_WORK_ORDER_STATUSES, WORK_ORDER_TRANSITIONS, type WorkOrderStatus, type WorkOrderVerb } from '@guihu/shared';
import type { WorkOrderEvent, WorkOrderEventData, WorkOrderEventType, WorkOrderLog } from '../work-order-log';

/** An event with the state that it found and the state that it left. What the state machine forbids moves nothing. */
export interface LogStep {
  readonly event: WorkOrderEvent;
  /** Null only for the report itself. */
  readonly before: WorkOrderStatus | null;
  readonly after: WorkOrderStatus;
  /** 0 from the report on, one more after each reopening. */
  readonly run: number;
}

const VERBS: Partial<Record<WorkOrderEventType, WorkOrderVerb>> = {
  declined: 'redispatch',
  returned: 'redispatch',
  transferred: 'redispatch',
  accepted: 'accept',
  arrived: 'arrive',
  responded: 'arrive',
  paused: 'pause',
  finished: 'finish',
  closed: 'close',
  cancelled: 'cancel',
  reopened: 'reopen',
};

/** The log with its states; throws RangeError when it does not begin with the report. */
export function stepsOf(log: WorkOrderLog): LogStep[] {
  if (log[0]?.type !== 'reported') throw new RangeError('the log of a work order begins with its report');
  const steps: LogStep[] = [{ event: log[0], before: null, after: WORK_ORDER_TRANSITIONS.initial, run: 0 }];
  let status: WorkOrderStatus = WORK_ORDER_TRANSITIONS.initial;
  let resting: WorkOrderStatus = status;
  let run = 0;
  for (const event of log.slice(1)) {
    const verb = verbOf(event.type, status, resting);
    const moves = verb !== null && allows(WORK_ORDER_TRANSITIONS, status, verb);
    const after = moves ? WORK_ORDER_TRANSITIONS.verbs[verb].to : status;
    if (moves && verb === 'pause') resting = status;
    if (moves && verb === 'reopen') run += 1;
    steps.push({ event, before: status, after, run });
    status = after;
  }
  return steps;
}

function verbOf(type: WorkOrderEventType, status: WorkOrderStatus, resting: WorkOrderStatus): WorkOrderVerb | null {
  if (type === 'dispatched') return status === 'received' ? 'dispatch' : 'redispatch';
  if (type === 'resumed') return resting === 'accepted' ? 'resumeBeforeArrival' : 'resume';
  return VERBS[type] ?? null;
}

/** Where an order stands after its whole log. Ids are of colleagues, instants epoch ms. */
export interface Standing {
  readonly status: WorkOrderStatus;
  readonly open: boolean;
  readonly report: WorkOrderEventData['reported'];
  /** Events since the report or the latest reopening, that one included: limits and verdicts are of this run. */
  readonly run: readonly LogStep[];
  /** Whose yes is awaited; null once given, and while several may claim it. */
  readonly askedId: string | null;
  readonly holderId: string | null;
  readonly contractorName: string | null;
  /** When this run was finished. */
  readonly resolvedAt: number | null;
  /** Rated in this run: nobody is asked before it is finished. */
  readonly rated: boolean;
}

/** Reads the whole standing out of the log; throws RangeError as `stepsOf`. */
export function readStanding(log: WorkOrderLog): Standing {
  const steps = stepsOf(log);
  const last = steps.at(-1) as LogStep;
  const run = steps.filter((step) => step.run === last.run);
  const finished = run.find((step) => step.event.type === 'finished' && step.before !== step.after);
  return {
    status: last.after,
    open: OPEN_WORK_ORDER_STATUSES.includes(last.after),
    report: (steps[0] as LogStep).event.data as WorkOrderEventData['reported'],
    run,
    ...handsOf(steps),
    contractorName: latest(run, 'contracted')?.data.name ?? null,
    resolvedAt: finished?.event.at ?? null,
    rated: eventsOf(run, 'rated').length > 0,
  };
}

function handsOf(steps: readonly LogStep[]): { askedId: string | null; holderId: string | null } {
  let asked: string | null = null;
  let holder: string | null = null;
  for (const { event, before, after } of steps) {
    if (event.type === 'dispatched' && after === 'dispatched') asked = event.data.staffId;
    else if (event.type === 'transferred' && after === 'dispatched') asked = event.data.toStaffId;
    else if (event.type === 'declined' || event.type === 'returned') asked = null;
    else if (event.type === 'accepted' && before !== after) holder = event.data.staffId;
    if (after === 'received' || after === 'dispatched') holder = null;
    else asked = null;
  }
  return { askedId: asked, holderId: holder };
}

type EventOf<T extends WorkOrderEventType> = Extract<WorkOrderEvent, { type: T }>;

/** Events of one type among the steps, earliest first. */
export function eventsOf<T extends WorkOrderEventType>(steps: readonly LogStep[], type: T): EventOf<T>[] {
  return steps.map((step) => step.event).filter((event): event is EventOf<T> => event.type === type);
}

/** The last event of one type among the steps. */
export const latest = <T extends WorkOrderEventType>(steps: readonly LogStep[], type: T): EventOf<T> | undefined =>
  eventsOf(steps, type).at(-1);
