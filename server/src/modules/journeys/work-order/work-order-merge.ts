import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';

/** Reports of two customers who are one. */
@Injectable()
export class WorkOrderMerge implements MergePart {
  readonly name = 'work-order';
  readonly columns = { 'work_orders.customer_id': { counted: '{n} 张工单', ofProject: true as const } };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }

  /** The log of an order says who did it; found by the order, as nobody looks for an actor in every log. */
  async settle(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    await execute(
      tx,
      'UPDATE work_order_events SET actor_id = ? WHERE actor_id = ? AND work_order_id IN (SELECT id FROM work_orders WHERE customer_id = ?)',
      [into, from, from],
    );
  }
}
