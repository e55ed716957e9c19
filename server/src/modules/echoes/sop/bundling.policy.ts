import { type ReminderKind, TOGETHER_MS } from './reminders.policy';

export interface WaitingReminder {
  id: string;
  taskId: string;
  kind: ReminderKind;
  at: number;
}

/**
 * Which of one person's unsent reminders leave together at `now`: all whose time has come (several at the end of quiet hours
 * among them), and, once something leaves, reminders of other tasks that would follow within five minutes. Rungs of the ladder
 * are never told early, and a task's own reminders never swallow each other. Empty when nothing has come.
 */
export function fallingTogether<T extends WaitingReminder>(waiting: readonly T[], now: number): T[] {
  const come = waiting.filter((each) => each.at <= now);
  if (come.length === 0) return [];
  const told = new Set(come.map((each) => each.taskId));
  const near = waiting.filter(
    (each) => each.at > now && each.at < now + TOGETHER_MS && (each.kind === 'before' || each.kind === 'due') && !told.has(each.taskId),
  );
  return [...come, ...near];
}

/** One line for each task, by the strongest of its reminders: the latest stage that was reached. */
export function strongestOfEachTask<T extends WaitingReminder>(together: readonly T[]): T[] {
  const byTask = new Map<string, T>();
  for (const each of together) {
    const known = byTask.get(each.taskId);
    if (!known || STRENGTH[each.kind] >= STRENGTH[known.kind]) byTask.set(each.taskId, each);
  }
  return [...byTask.values()];
}

const STRENGTH: Record<ReminderKind, number> = { before: 0, due: 1, overdue: 2, leader: 3 };
