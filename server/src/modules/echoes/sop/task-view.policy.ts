import { type DueTimeExplanation, type SopTaskStatus, sayDeadline, sayDuration, type TaskView } from '@guihu/shared';
import { sayWhy } from './due-time.policy';

export interface TaskFacts {
  id: string;
  leadId: string;
  title: string;
  hint: string;
  status: SopTaskStatus;
  dueAt: number;
  endedAt: number | null;
  dueWhy: DueTimeExplanation | null;
}

export type TaskNames = Pick<TaskView, 'customerName' | 'projectName' | 'ownerName'>;

/** A task as a colleague reads it at `now`. The stored reason is said again: its 今天 was the day it was counted from. */
export function taskView(task: TaskFacts, names: TaskNames, now: number): TaskView {
  const { id, leadId, title, hint, status, dueAt, endedAt, dueWhy } = task;
  return {
    id,
    leadId,
    ...names,
    title,
    hint,
    status,
    dueAt: new Date(dueAt).toISOString(),
    completedAt: status === 'done' && endedAt !== null ? new Date(endedAt).toISOString() : null,
    deadline: deadlineOf(task, now),
    why: dueWhy && { ...dueWhy, text: sayWhy(dueWhy, now) },
  };
}

function deadlineOf({ status, dueAt, endedAt }: TaskFacts, now: number): TaskView['deadline'] {
  if (status === 'open') return sayDeadline(dueAt, now);
  if (status === 'cancelled' || endedAt === null) return { text: '已取消', late: false };
  return endedAt > dueAt ? { text: `超时 ${sayDuration(endedAt - dueAt)}完成`, late: true } : { text: '按时完成', late: false };
}
