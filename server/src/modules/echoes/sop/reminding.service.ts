import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, marks, select } from '../../../platform/database/database';
import { JobQueue } from '../../../platform/jobs/job-queue';
import type { JobOutcome } from '../../../platform/jobs/job-registry';
import { Notifier } from '../../../platform/notifier/notifier';
import { isQuiet, outsideQuiet } from '../../../platform/working-time';
import { fallingTogether, strongestOfEachTask } from './bundling.policy';
import { ReminderLineQueries } from './reminder-line.queries';
import { reminderMessage } from './reminder-message.policy';
import { type ReminderKind, TOGETHER_MS } from './reminders.policy';
import { SOP_REMIND } from './sop.jobs';
import { lockStaff } from './sop.rows';

export interface NewReminder {
  taskId: string;
  staffId: string;
  kind: ReminderKind;
  at: number;
}

interface ReminderRow {
  id: string;
  task_id: string;
  kind: ReminderKind;
  at: number | string;
  status: string;
}

/** More than this many at once leave in several messages. */
const MOST_TOGETHER = 200;
const AFTER_FAILURE_MS = 15 * 60_000;

/** Reminders of one colleague wait as rows; one job for each colleague stands at the earliest of them. */
@Injectable()
export class RemindingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly notifier: Notifier,
    private readonly lines: ReminderLineQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The caller holds the rows of the colleagues who are to be reminded. */
  async add(tx: EntityManager, reminders: readonly NewReminder[]): Promise<void> {
    await insertRows(
      tx,
      'sop_reminders',
      reminders.map(({ taskId, staffId, kind, at }) => ({ id: newId(), task_id: taskId, staff_id: staffId, kind, at })),
    );
    for (const staffId of new Set(reminders.map((each) => each.staffId))) await this.arm(tx, staffId);
  }

  /** The tasks are over: nobody needs to be reminded of them. */
  async settle(tx: EntityManager, taskIds: readonly string[]): Promise<void> {
    if (taskIds.length === 0) return;
    await execute(tx, `UPDATE sop_reminders SET sent_at = ? WHERE sent_at IS NULL AND task_id IN ${marks(taskIds.length)}`, [
      this.clock.now(),
      ...taskIds,
    ]);
  }

  /** The tasks are another colleague's from now on, and so is what was still to be said of them. */
  async handOver(tx: EntityManager, taskIds: readonly string[], staffId: string): Promise<void> {
    if (taskIds.length === 0) return;
    await lockStaff(tx, [staffId]);
    await execute(
      tx,
      `UPDATE sop_reminders SET staff_id = ? WHERE sent_at IS NULL AND kind <> 'leader' AND task_id IN ${marks(taskIds.length)}`,
      [staffId, ...taskIds],
    );
    await this.arm(tx, staffId);
  }

  /** Owes the colleague one message about everything that falls together now, and asks for the next turn, in one transaction. */
  send(staffId: string, finish: (tx: EntityManager) => Promise<void>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      await lockStaff(tx, [staffId]);
      // Finished first: the next turn is asked for under the same key.
      await finish(tx);
      const sent = isQuiet(this.config.quietHours, this.clock.now()) ? await this.putOff(tx, staffId) : await this.tell(tx, staffId);
      await this.arm(tx, staffId);
      return sent > 0 ? 'done' : 'skipped';
    });
  }

  /** A dead job has let go of its key; without this the colleague would hear nothing until somebody adds a reminder. */
  resumeLater(staffId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await lockStaff(tx, [staffId]);
      await this.arm(tx, staffId, this.clock.now() + AFTER_FAILURE_MS);
    });
  }

  private async tell(tx: EntityManager, staffId: string): Promise<number> {
    const now = this.clock.now();
    const waiting = (await this.waiting(tx, staffId, now + TOGETHER_MS)).map((row) => ({
      ...row,
      taskId: row.task_id,
      at: Number(row.at),
    }));
    const together = fallingTogether(
      waiting.filter((each) => each.status === 'open'),
      now,
    );
    await this.markSent(tx, [...together, ...waiting.filter((each) => each.status !== 'open')], now);
    if (together.length === 0) return 0;
    const lines = await this.lines.of(tx, strongestOfEachTask(together));
    await this.notifier.notify(tx, { recipient: { staffId }, ...reminderMessage(staffId, lines, now) });
    return together.length;
  }

  /** Late workers do not wake people: what came due in quiet hours waits for their end (L7). */
  private async putOff(tx: EntityManager, staffId: string): Promise<number> {
    const now = this.clock.now();
    await execute(tx, 'UPDATE sop_reminders SET at = ? WHERE staff_id = ? AND sent_at IS NULL AND at <= ?', [
      outsideQuiet(this.config.quietHours, now),
      staffId,
      now,
    ]);
    return 0;
  }

  private waiting(tx: EntityManager, staffId: string, until: number): Promise<ReminderRow[]> {
    return select<ReminderRow>(
      tx,
      `SELECT r.id, r.task_id, r.kind, r.at, t.status FROM sop_reminders r JOIN sop_tasks t ON t.id = r.task_id
       WHERE r.staff_id = ? AND r.sent_at IS NULL AND r.at < ? ORDER BY r.at, r.id LIMIT ${MOST_TOGETHER}`,
      [staffId, until],
    );
  }

  private async markSent(tx: EntityManager, reminders: readonly { id: string }[], now: number): Promise<void> {
    if (reminders.length === 0) return;
    await execute(tx, `UPDATE sop_reminders SET sent_at = ? WHERE id IN ${marks(reminders.length)}`, [now, ...reminders.map((r) => r.id)]);
  }

  private async arm(tx: EntityManager, staffId: string, notBefore = 0): Promise<void> {
    const [row] = await select<{ at: number | string | null }>(
      tx,
      'SELECT MIN(at) AS at FROM sop_reminders WHERE staff_id = ? AND sent_at IS NULL',
      [staffId],
    );
    if (!row || row.at === null) return;
    await this.jobs.add(tx, {
      kind: SOP_REMIND,
      payload: { staffId },
      key: `${SOP_REMIND}:${staffId}`,
      runAt: Math.max(Number(row.at), notBefore),
      reschedule: true,
      subject: `staff:${staffId}`,
    });
  }
}
