import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../customer';
import { referralKeyOf } from './live-codes';

/** Codes that were printed or shared go on working for the survivor; one of them is theirs to share from now on. */
@Injectable()
export class LiveCodeMerge implements MergePart {
  readonly name = 'live-code';
  readonly columns = { 'live_codes.customer_id': { counted: '{n} 个推荐码', ofProject: true as const } };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }

  async settle(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    const codes = await select<{ id: string; project_id: string }>(
      tx,
      'SELECT id, project_id FROM live_codes WHERE customer_id = ? AND referral_key IS NOT NULL',
      [from],
    );
    for (const { id, project_id: projectId } of codes) {
      const key = referralKeyOf({ projectId, customerId: into });
      const [own] = await select(tx, 'SELECT id FROM live_codes WHERE referral_key = ?', [key]);
      await execute(tx, 'UPDATE live_codes SET referral_key = ? WHERE id = ?', [own ? null : key, id]);
    }
  }
}
