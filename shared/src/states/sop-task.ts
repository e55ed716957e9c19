import type { TransitionTable } from './machine';

export const SOP_TASK_STATUSES = ['open', 'done', 'cancelled'] as const;
export type SopTaskStatus = (typeof SOP_TASK_STATUSES)[number];
export type SopTaskVerb = 'complete' | 'cancel';

export const SOP_TASK_TRANSITIONS: TransitionTable<SopTaskStatus, SopTaskVerb> = {
  initial: 'open',
  final: ['done', 'cancelled'],
  verbs: { complete: { from: ['open'], to: 'done' }, cancel: { from: ['open'], to: 'cancelled' } },
};
