import { REVISIT_REASONS, type RevisitReason, type RevisitRecord } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import type { JobRequest } from '../../../../platform/jobs/job-queue';
import { StaffQueries } from '../../../registers/staff';
import { WorkOrderDispatchService } from '../dispatch/work-order-dispatch.service';
import { type OpenOrder, OrderBook, SYSTEM } from '../order-book';
import { OrderMessages } from '../order-messages';

const DAY = 24 * 3_600_000;

/** Somebody rings the owner: after a low rating, after silence. A revisit is a person's task, never a mark in a column. */
@Injectable()
export class RevisitService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffQueries,
    private readonly dispatch: WorkOrderDispatchService,
    private readonly book: OrderBook,
    private readonly messages: OrderMessages,
  ) {}

  /** The caller holds the order and saves it. Customer relations rings about silence; the supervisor about an unhappy owner. */
  async open(tx: EntityManager, order: OpenOrder, reason: RevisitReason, now: number): Promise<JobRequest[]> {
    const { row } = order;
    const ownerId = await this.ownerOf(row.project_id, reason);
    order.note(now, 'revisit-opened', SYSTEM, { reason, staffId: ownerId });
    if (!ownerId) return [];
    const dueAt = now + DAY;
    await insertRows(tx, 'revisits', [
      {
        id: newId(),
        work_order_id: row.id,
        project_id: row.project_id,
        round: row.round,
        reason,
        owner_id: ownerId,
        status: 'open',
        opened_at: now,
        due_at: dueAt,
      },
    ]);
    const names = await this.messages.names(tx, [row], []);
    return this.messages.revisit(order, ownerId, names, { reason: REVISIT_REASONS[reason], dueAt });
  }

  /** What the owner said. Recorded once; exactly one of two at the same time counts. */
  record(actor: StaffActor, id: string, { connected, satisfied, note }: RevisitRecord): Promise<{ id: string; status: 'done' }> {
    return this.database.useCase(async (tx) => {
      const [revisit] = await select<{ work_order_id: string; project_id: string; owner_id: string }>(
        tx,
        'SELECT work_order_id, project_id, owner_id FROM revisits WHERE id = ?',
        [id],
      );
      const mine = revisit && (revisit.owner_id === actor.staffId || this.covers(actor, revisit.project_id));
      if (!mine) throw coded('revisit.not-found');
      const order = await this.book.open(tx, revisit.work_order_id);
      const now = this.clock.now();
      const won = await execute(
        tx,
        `UPDATE revisits SET status = 'done', done_at = ?, connected = ?, satisfied = ?, note = ? WHERE id = ? AND status = 'open'`,
        [now, connected ? 1 : 0, satisfied === undefined ? null : satisfied ? 1 : 0, note, id],
      );
      if (won === 0) throw coded('revisit.state-conflict');
      order.note(now, 'revisit-recorded', { kind: 'staff', id: actor.staffId }, { connected, satisfied: satisfied ?? null, note });
      await this.book.save(tx, [order]);
      return { id, status: 'done' as const };
    });
  }

  private covers({ scope }: StaffActor, projectId: string): boolean {
    return scope.kind === 'group' || (scope.kind === 'project' && scope.projectIds.includes(projectId));
  }

  private async ownerOf(projectId: string, reason: RevisitReason): Promise<string | null> {
    const { supervisor, manager } = await this.dispatch.aboveOf(projectId);
    const above = supervisor?.id ?? manager?.id ?? null;
    if (reason === 'low-rating') return above;
    const serving = await this.staff.servingStaff(projectId);
    return serving.find((colleague) => colleague.skills.includes('complaint'))?.id ?? above;
  }
}
