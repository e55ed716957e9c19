import type { TransitionTable } from './machine';

/** What can be booked (F1, F7). */
export const VIEWING_KINDS = ['viewing', 'site-open-day', 'pre-inspection', 'event'] as const;
export type ViewingKind = (typeof VIEWING_KINDS)[number];

export const VIEWING_KIND_LABELS: Readonly<Record<ViewingKind, string>> = {
  viewing: '预约看房',
  'site-open-day': '工地开放日',
  'pre-inspection': '预验房',
  event: '业主活动',
};

/** Life of a booked visit. Whoever comes after the grace time of a missed one is welcome all the same. */
export const VIEWING_STATUSES = ['booked', 'checked-in', 'completed', 'cancelled', 'no-show'] as const;
export type ViewingStatus = (typeof VIEWING_STATUSES)[number];

export const VIEWING_STATUS_LABELS: Readonly<Record<ViewingStatus, string>> = {
  booked: '已预约',
  'checked-in': '已到访',
  completed: '已完成',
  cancelled: '已取消',
  'no-show': '未到访',
};

export type ViewingVerb = 'reschedule' | 'rehost' | 'cancel' | 'checkIn' | 'complete' | 'miss';

export const VIEWING_TRANSITIONS: TransitionTable<ViewingStatus, ViewingVerb> = {
  initial: 'booked',
  final: ['completed', 'cancelled'],
  verbs: {
    reschedule: { from: ['booked'], to: 'booked' },
    /** Another colleague receives the visitor. */
    rehost: { from: ['booked'], to: 'booked' },
    cancel: { from: ['booked'], to: 'cancelled' },
    checkIn: { from: ['booked', 'no-show'], to: 'checked-in' },
    complete: { from: ['checked-in'], to: 'completed' },
    miss: { from: ['booked'], to: 'no-show' },
  },
};

/** A place in the line for a full slot: in order, and with a deadline once a seat is offered. */
export const WAIT_STATUSES = ['waiting', 'offered', 'taken', 'left', 'lapsed'] as const;
export type WaitStatus = (typeof WAIT_STATUSES)[number];

export const WAIT_STATUS_LABELS: Readonly<Record<WaitStatus, string>> = {
  waiting: '候补中',
  offered: '有空位，待您确认',
  taken: '已补上',
  left: '已退出候补',
  lapsed: '已失效',
};

export type WaitVerb = 'offer' | 'take' | 'leave' | 'lapse';

export const WAIT_TRANSITIONS: TransitionTable<WaitStatus, WaitVerb> = {
  initial: 'waiting',
  final: ['taken', 'left', 'lapsed'],
  verbs: {
    offer: { from: ['waiting'], to: 'offered' },
    take: { from: ['offered'], to: 'taken' },
    leave: { from: ['waiting', 'offered'], to: 'left' },
    /** The deadline went by, or the slot began. */
    lapse: { from: ['waiting', 'offered'], to: 'lapsed' },
  },
};
