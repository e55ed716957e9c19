import type { TransitionTable } from './machine';

/**
 * Life of a work order. `received` waits for dispatch, `dispatched` for somebody's yes, `accepted` for arrival (or the first
 * answer), `working` for its ending, `paused` for what it waits on, `resolved` for the rating. A closed one may come back once more.
 */
export const WORK_ORDER_STATUSES = ['received', 'dispatched', 'accepted', 'working', 'paused', 'resolved', 'closed', 'cancelled'] as const;
export type WorkOrderStatus = (typeof WORK_ORDER_STATUSES)[number];

export const WORK_ORDER_STATUS_LABELS: Readonly<Record<WorkOrderStatus, string>> = {
  received: '已受理',
  dispatched: '已派单',
  accepted: '已接单',
  working: '处理中',
  paused: '已暂停',
  resolved: '待评价',
  closed: '已完成',
  cancelled: '已取消',
};

export type WorkOrderVerb =
  | 'dispatch'
  | 'redispatch'
  | 'accept'
  | 'arrive'
  | 'pause'
  | 'resume'
  | 'resumeBeforeArrival'
  | 'finish'
  | 'close'
  | 'cancel'
  | 'reopen';

export const WORK_ORDER_TRANSITIONS: TransitionTable<WorkOrderStatus, WorkOrderVerb> = {
  initial: 'received',
  final: ['cancelled'],
  verbs: {
    dispatch: { from: ['received'], to: 'dispatched' },
    /** Declined, returned, transferred or reassigned: somebody else is asked. */
    redispatch: { from: ['dispatched', 'accepted', 'working', 'paused'], to: 'dispatched' },
    accept: { from: ['dispatched'], to: 'accepted' },
    /** The engineer stands at the door; for a complaint, the first answer was given. */
    arrive: { from: ['accepted'], to: 'working' },
    pause: { from: ['accepted', 'working'], to: 'paused' },
    resume: { from: ['paused'], to: 'working' },
    resumeBeforeArrival: { from: ['paused'], to: 'accepted' },
    finish: { from: ['accepted', 'working'], to: 'resolved' },
    close: { from: ['resolved'], to: 'closed' },
    cancel: { from: ['received', 'dispatched', 'accepted', 'working', 'paused'], to: 'cancelled' },
    /** By the owner within some days, or by a low rating (J6). */
    reopen: { from: ['resolved', 'closed'], to: 'dispatched' },
  },
};

/** Somebody owes the next step. */
export const OPEN_WORK_ORDER_STATUSES: readonly WorkOrderStatus[] = ['received', 'dispatched', 'accepted', 'working', 'paused'];

/** An engineer's hands are full with these. */
export const HELD_WORK_ORDER_STATUSES: readonly WorkOrderStatus[] = ['dispatched', 'accepted', 'working', 'paused'];

export const WORK_ORDER_KINDS = ['repair', 'complaint', 'suggestion'] as const;
export type WorkOrderKind = (typeof WORK_ORDER_KINDS)[number];
export const WORK_ORDER_KIND_LABELS: Readonly<Record<WorkOrderKind, string>> = { repair: '报修', complaint: '投诉', suggestion: '建议' };

export type RevisitStatus = 'open' | 'done';
export type RevisitVerb = 'record';
export const REVISIT_TRANSITIONS: TransitionTable<RevisitStatus, RevisitVerb> = {
  initial: 'open',
  final: ['done'],
  verbs: { record: { from: ['open'], to: 'done' } },
};

/** Why somebody must ring the owner again (J12, J16). */
export const REVISIT_REASONS = { unrated: '48 小时未评价', 'low-rating': '评价较低', complaint: '投诉办结回访' } as const;
export type RevisitReason = keyof typeof REVISIT_REASONS;
