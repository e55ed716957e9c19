import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';

/** Stories of two customers who are one. */
@Injectable()
export class StoryMerge implements MergePart {
  readonly name = 'story';
  readonly columns = { 'stories.customer_id': { counted: '{n} 篇业主故事', ofProject: true as const } };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }

  /** Both may have one in the queue: both are read, and no third one can be sent meanwhile. */
  async settle(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const [own] = await select(tx, 'SELECT id FROM stories WHERE waiting_key = ?', [into]);
    await execute(tx, 'UPDATE stories SET waiting_key = ? WHERE waiting_key = ?', [own ? null : into, from]);
  }
}
