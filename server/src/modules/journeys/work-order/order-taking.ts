import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { type OpenOrder, OrderBook } from './order-book';
import { WorkOrderAccess } from './work-order-access';

/** How a colleague's verb gets hold of an order: it must be theirs to see, and theirs to move. */
@Injectable()
export class OrderTaking {
  constructor(
    private readonly access: WorkOrderAccess,
    private readonly book: OrderBook,
  ) {}

  /**
   * For whoever has it or answers for it, and for those who decide for others here.
   * @throws CodedError `work-order.not-found`, `work-order.taken`, `work-order.not-assignee`
   */
  async held(tx: EntityManager, actor: StaffActor, id: string): Promise<OpenOrder> {
    const order = await this.seen(tx, actor, id);
    const has = order.row.assignee_id === actor.staffId || order.row.responsible_id === actor.staffId;
    if (!has && !this.access.steers(actor)) throw coded('work-order.not-assignee');
    return order;
  }

  /** For somebody who wants to say yes. @throws CodedError `work-order.not-found`, `work-order.taken` */
  async seen(tx: EntityManager, actor: StaffActor, id: string): Promise<OpenOrder> {
    await this.access.admit(tx, actor, id);
    return this.book.open(tx, id);
  }

  /** Whether the order was put before this colleague together with others. */
  async mayClaim(tx: EntityManager, { staffId }: StaffActor, id: string): Promise<boolean> {
    const rows = await select(tx, 'SELECT staff_id FROM work_order_claimants WHERE work_order_id = ? AND staff_id = ?', [id, staffId]);
    return rows.length > 0;
  }
}
