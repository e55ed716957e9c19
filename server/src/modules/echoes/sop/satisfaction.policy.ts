import type { SopStep } from '@guihu/shared';

const MINUTE_MS = 60_000;

export interface RecordedContact {
  occurredAt: number;
  method: string;
  /** Whether the customer was really reached. */
  connected: boolean;
}

export interface TaskWindow {
  startedAt: number;
  dueAt: number;
  step: Pick<SopStep, 'methods' | 'needsConnection' | 'countsFromMinutesBefore'>;
}

/** Whether a recorded contact does what a task asked for: the way, the success, and the time of it. */
export function satisfies(record: RecordedContact, { step, startedAt, dueAt }: TaskWindow): boolean {
  if (step.methods.length > 0 && !step.methods.includes(record.method)) return false;
  if (step.needsConnection && !record.connected) return false;
  const opens = step.countsFromMinutesBefore === null ? startedAt : Math.max(startedAt, dueAt - step.countsFromMinutesBefore * MINUTE_MS);
  // Forms give the time of a contact in minutes, so the whole minute in which a window opens lies inside it.
  return record.occurredAt >= opens - (opens % MINUTE_MS);
}

/** Every task the record finishes, whatever their number: a call on the third day makes up for the one of the second. */
export const finishedBy = <T extends TaskWindow>(record: RecordedContact, tasks: readonly T[]): T[] =>
  tasks.filter((task) => satisfies(record, task));
