import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';
import { PLANNED } from './planned-step.policy';
import { RemindingService } from './reminding.service';
import { readLeads } from './sop.rows';

interface OpenTask {
  id: string;
  owner_id: string;
  plan_key: string;
  step_key: string;
}

/** Tasks of a lead that went into another one: whoever serves that one does them, and none of them twice. */
@Injectable()
export class TaskMerge implements MergePart {
  readonly name = 'sop';
  readonly columns = {};
  readonly follows = { leads: ['sop_tasks.lead_id'] };

  constructor(
    merges: CustomerMerges,
    private readonly reminding: RemindingService,
  ) {
    merges.add(this);
  }

  async finish(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    for (const { into: leadId } of merge.joined('leads')) {
      const ownerId = (await readLeads(tx, [leadId])).get(leadId)?.ownerId ?? null;
      const open = await select<OpenTask>(
        tx,
        `SELECT id, owner_id, plan_key, step_key FROM sop_tasks WHERE lead_id = ? AND status = 'open' ORDER BY due_at, id`,
        [leadId],
      );
      const twice = open.filter((task, place) => open.findIndex((first) => isSame(first, task)) !== place).map(({ id }) => id);
      await this.drop(tx, twice, merge.at);
      const others = open.filter((task) => !twice.includes(task.id) && task.owner_id !== ownerId).map(({ id }) => id);
      if (ownerId && others.length > 0) {
        await execute(tx, `UPDATE sop_tasks SET owner_id = ? WHERE id IN ${marks(others.length)}`, [ownerId, ...others]);
        await this.reminding.handOver(tx, others, ownerId);
      }
    }
  }

  /** Of the same step of the same plan the one that is due first stays. */
  private async drop(tx: EntityManager, ids: readonly string[], at: number): Promise<void> {
    if (ids.length === 0) return;
    await execute(tx, `UPDATE sop_tasks SET status = 'cancelled', ended_at = ?, end_note = ? WHERE id IN ${marks(ids.length)}`, [
      at,
      '客户合并，同一步骤只做一次',
      ...ids,
    ]);
    await this.reminding.settle(tx, ids);
  }
}

/** What a colleague promised is a promise of its own each time. */
const isSame = (one: OpenTask, other: OpenTask): boolean =>
  one.id === other.id || (one.plan_key !== PLANNED && one.plan_key === other.plan_key && one.step_key === other.step_key);
