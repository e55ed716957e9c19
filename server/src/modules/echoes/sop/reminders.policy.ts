import type { SopStep } from '@guihu/shared';
import { addWorking, outsideQuiet, type QuietHours, type Schedule } from '../../../platform/working-time';

const MINUTE_MS = 60_000;
/** Reminders that fall together within it travel as one message. */
export const TOGETHER_MS = 5 * MINUTE_MS;

/** `overdue` tells the owner, `leader` whoever leads the owner. */
export type ReminderKind = 'before' | 'due' | 'overdue' | 'leader';

export interface PlannedReminder {
  kind: ReminderKind;
  /** Never in quiet hours. */
  at: number;
}

/**
 * When who is told of one task, earliest first: before it is due, when it is, and up the ladder while it is late (D12).
 * A reminder that would come before `now`, or that quiet hours push to the due time or behind it, is left out; being due and
 * being late are always told.
 */
export function remindersOf(
  step: Pick<SopStep, 'remindMinutesBefore' | 'ladder'>,
  { dueAt, now }: { dueAt: number; now: number },
  owner: Schedule | null,
  quiet: QuietHours,
): PlannedReminder[] {
  const due: PlannedReminder = { kind: 'due', at: outsideQuiet(quiet, Math.max(dueAt, now)) };
  const before = [...new Set(step.remindMinutesBefore)]
    .filter((minutes) => minutes > 0)
    .map((minutes): PlannedReminder => ({ kind: 'before', at: outsideQuiet(quiet, dueAt - minutes * MINUTE_MS) }))
    .filter(({ at }) => at > now && at < dueAt);
  const ladder = step.ladder.map(
    ({ afterWorkingMinutes, to }): PlannedReminder => ({
      kind: to === 'leader' ? 'leader' : 'overdue',
      at: outsideQuiet(quiet, Math.max(now, rungAt(dueAt, afterWorkingMinutes, owner))),
    }),
  );
  return distinct([...before, due, ...ladder]).sort((a, b) => a.at - b.at);
}

/** Counted in the owner's working time, then rounded up to a five-minute mark: rungs that fall together meet there, none comes early. */
function rungAt(dueAt: number, afterWorkingMinutes: number, owner: Schedule | null): number {
  const late = afterWorkingMinutes * MINUTE_MS;
  const at = (owner && addWorking(owner, dueAt, late)?.at) ?? dueAt + late;
  return Math.ceil(at / TOGETHER_MS) * TOGETHER_MS;
}

function distinct(reminders: readonly PlannedReminder[]): PlannedReminder[] {
  return reminders.filter((each, i) => reminders.findIndex((other) => other.kind === each.kind && other.at === each.at) === i);
}
