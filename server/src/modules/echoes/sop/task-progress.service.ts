import type { TaskView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute, marks, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { LeadAccess } from '../../journeys/lead';
import { PLANNED, plannedBefore } from './planned-step.policy';
import { RemindingService } from './reminding.service';
import { finishedBy, type RecordedContact } from './satisfaction.policy';
import { SopTask } from './sop.entity';
import { SopTaskQueries } from './sop-task.queries';

export interface RecordedFollowUp extends RecordedContact {
  leadId: string;
  staffId: string;
  followUpId: string;
}

interface FollowUpRow {
  id: string;
  occurred_at: number | string;
  method: string;
  connected: number | boolean;
}

/** How tasks end: by a record that satisfies them, by hand, or because the lead is no longer the colleague's. */
@Injectable()
export class TaskProgressService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reminding: RemindingService,
    private readonly tasks: SopTaskQueries,
    private readonly access: LeadAccess,
  ) {}

  /** Finishes what the record satisfies, and every earlier promise of a next contact. The caller holds the lead. */
  async finishBy(tx: EntityManager, record: RecordedFollowUp): Promise<number> {
    const open = await tx.findBy(SopTask, { leadId: record.leadId, ownerId: record.staffId, status: 'open' });
    const promised = open.filter((task) => task.planKey === PLANNED && plannedBefore(task.runKey, record.followUpId));
    const asked = finishedBy(
      record,
      open.filter((task) => task.planKey !== PLANNED),
    );
    const finished = [...promised, ...asked].map((task) => task.id);
    if (finished.length === 0) return 0;
    const now = this.clock.now();
    await this.reminding.settle(tx, finished);
    return execute(
      tx,
      `UPDATE sop_tasks SET status = 'done', ended_at = ?, follow_up_id = ? WHERE status = 'open' AND id IN ${marks(finished.length)}`,
      [Math.min(record.occurredAt, now), record.followUpId, ...finished],
    );
  }

  /** Records that were written before their plan had started: events of one lead may arrive in any order. */
  async catchUp(tx: EntityManager, leadId: string, staffId: string, since: number): Promise<void> {
    const rows = await select<FollowUpRow>(
      tx,
      'SELECT id, occurred_at, method, connected FROM follow_ups WHERE lead_id = ? AND staff_id = ? AND created_at >= ? ORDER BY id',
      [leadId, staffId, since],
    );
    for (const { id, occurred_at, method, connected } of rows) {
      const record = { leadId, staffId, followUpId: id, occurredAt: Number(occurred_at), method, connected: Boolean(connected) };
      await this.finishBy(tx, record);
    }
  }

  /** What a colleague had to do about a lead until `at` is over. The caller holds the lead. */
  async cancel(tx: EntityManager, leadId: string, ownerId: string, at: number, note: string): Promise<number> {
    const open = await tx.findBy(SopTask, { leadId, ownerId, status: 'open' });
    const over = open.filter((task) => task.startedAt <= at).map((task) => task.id);
    if (over.length === 0) return 0;
    await this.reminding.settle(tx, over);
    return execute(
      tx,
      `UPDATE sop_tasks SET status = 'cancelled', ended_at = ?, end_note = ? WHERE status = 'open' AND id IN ${marks(over.length)}`,
      [at, note, ...over],
    );
  }

  /**
   * Ends a task by hand: its owner, or who leads them.
   * @throws CodedError `task.not-found` for a colleague's task as for none, `permission.denied`, `task.state-conflict`
   */
  complete(actor: StaffActor, taskId: string, note: string | null): Promise<TaskView> {
    return this.database.useCase(async (tx) => {
      const task = await this.tasks.find(actor, taskId);
      if (!task) throw coded('task.not-found');
      if (task.ownerId !== actor.staffId && !this.access.leads(actor)) throw coded('permission.denied');
      const now = this.clock.now();
      const won = await execute(tx, `UPDATE sop_tasks SET status = 'done', ended_at = ?, end_note = ? WHERE id = ? AND status = 'open'`, [
        now,
        note,
        taskId,
      ]);
      if (won === 0) throw coded('task.state-conflict');
      await this.reminding.settle(tx, [taskId]);
      return this.tasks.describeOne({ ...task, status: 'done', endedAt: now, endNote: note });
    });
  }
}
