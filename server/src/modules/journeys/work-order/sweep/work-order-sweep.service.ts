import { OPEN_WORK_ORDER_STATUSES } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import { Log } from '../../../../platform/logging/log';
import { Metrics } from '../../../../platform/metrics/metrics';
import { WorkOrderDispatchService } from '../dispatch/work-order-dispatch.service';
import { OrderBook, SYSTEM } from '../order-book';
import { DISPATCH_ORDER, ORDER_CLOCK } from '../work-order.jobs';
import { orderSubject } from '../work-order.rows';

/** A transaction that is still open may be about to write the job; a sweep does not run ahead of it. */
const GRACE_MS = 2 * 60_000;
const MOST_AT_ONCE = 500;

/** 凡事有交代，件件有着落 (J18): finds orders that nobody owns or no clock watches, puts them right, and makes it known. */
@Injectable()
export class WorkOrderSweepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: OrderBook,
    private readonly dispatch: WorkOrderDispatchService,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  async sweep(): Promise<{ undispatched: number; unclocked: number; ownerless: number; departed: number }> {
    return {
      undispatched: await this.repair('undispatched', `o.status = 'received' AND NOT EXISTS ${this.liveJob(DISPATCH_ORDER)}`, (tx, id) =>
        this.dispatchAgain(tx, id),
      ),
      unclocked: await this.repair(
        'unclocked',
        `o.status IN ${marks(WATCHED.length)} AND NOT EXISTS ${this.liveJob(ORDER_CLOCK)}`,
        (tx, id) => this.clockAgain(tx, id),
        WATCHED,
      ),
      ownerless: await this.repair(
        'ownerless',
        `o.status IN ('dispatched', 'accepted', 'working', 'paused') AND o.responsible_id IS NULL`,
        (tx, id) => this.giveOwner(tx, id),
      ),
      departed: await this.repair(
        'departed',
        `o.status IN ('dispatched', 'accepted', 'working', 'paused') AND o.responsible_id IN (SELECT s.id FROM staff s WHERE s.active = 0)`,
        (tx, id) => this.askSomebodyElse(tx, id),
      ),
    };
  }

  private async repair(
    kind: string,
    condition: string,
    mend: (tx: EntityManager, id: string) => Promise<boolean>,
    values: readonly unknown[] = [],
  ): Promise<number> {
    const found = await this.database.rows<{ id: string }>(
      `SELECT o.id FROM work_orders o WHERE ${condition} AND o.updated_at < ? LIMIT ${MOST_AT_ONCE}`,
      [...values, this.clock.now() - GRACE_MS],
    );
    let repaired = 0;
    for (const { id } of found) {
      if (!(await this.database.transaction((tx) => mend(tx, id)))) continue;
      repaired += 1;
      this.log.warn({ orderId: id, kind }, 'a work order had fallen through and was put right');
    }
    if (repaired > 0) this.metrics.orphans.inc({ kind: `order-${kind}` }, repaired);
    return repaired;
  }

  private async dispatchAgain(tx: EntityManager, id: string): Promise<boolean> {
    const [order] = await this.book.openAll(tx, [id]);
    if (order?.row.status !== 'received') return false;
    order.note(this.clock.now(), 'repaired', SYSTEM, { reason: '没有等待中的派单任务' });
    await this.book.save(tx, [order], { kind: DISPATCH_ORDER, payload: { orderId: id }, subject: orderSubject(id) });
    return true;
  }

  /** Saving asks for the next instant; a closed order that owes nothing stays as it is. */
  private async clockAgain(tx: EntityManager, id: string): Promise<boolean> {
    const [order] = await this.book.openAll(tx, [id]);
    if (!order || order.row.status === 'closed' || order.row.status === 'cancelled') return false;
    order.note(this.clock.now(), 'repaired', SYSTEM, { reason: '没有等待中的时限任务' });
    await this.book.save(tx, [order]);
    return true;
  }

  private async giveOwner(tx: EntityManager, id: string): Promise<boolean> {
    const [order] = await this.book.openAll(tx, [id]);
    if (!order || order.row.responsible_id !== null) return false;
    const { supervisor, manager } = await this.dispatch.aboveOf(order.row.project_id);
    const holder = order.row.assignee_id ?? supervisor?.id ?? manager?.id;
    if (!holder) return false;
    order.row.responsible_id = holder;
    order.note(this.clock.now(), 'repaired', SYSTEM, { reason: '没有负责人' });
    await this.book.save(tx, [order]);
    return true;
  }

  /** Whoever held it left the company. */
  private async askSomebodyElse(tx: EntityManager, id: string): Promise<boolean> {
    const [order] = await this.book.openAll(tx, [id]);
    if (!order?.can('redispatch')) return false;
    order.note(this.clock.now(), 'repaired', SYSTEM, { reason: '负责人已离职' });
    await this.dispatch.placeAgain(tx, order);
    return true;
  }

  private liveJob(kind: string): string {
    const subject = this.database.dialect === 'sqlite' ? `'work-order:' || o.id` : `CONCAT('work-order:', o.id)`;
    // By what the job is about, never by its kind: of one kind there are as many as there were orders.
    return `(SELECT 1 FROM jobs j WHERE j.subject = ${subject} AND COALESCE(j.kind, '') = '${kind}' AND j.status IN ('pending', 'running'))`;
  }
}

const WATCHED = [...OPEN_WORK_ORDER_STATUSES, 'resolved'];
