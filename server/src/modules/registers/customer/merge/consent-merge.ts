import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { CONTACT_PURPOSE, Consents, ContactWithdrawn } from '../consents';
import { type CustomerMerge, CustomerMerges, type MergePart } from './customer-merges';

/** What two customers agreed to and took back: the stricter of both counts for the one they are. */
@Injectable()
export class ConsentMerge implements MergePart {
  readonly name = 'customer';
  readonly columns = { 'consents.customer_id': {}, 'customer_merges.into_id': {} };

  constructor(
    merges: CustomerMerges,
    private readonly consents: Consents,
    private readonly events: DomainEvents,
  ) {
    merges.add(this);
  }

  /** Taken back by one is taken back by both; agreeing anew is the person's own act, never ours. */
  async settle(tx: EntityManager, { from, into, at, say }: CustomerMerge): Promise<void> {
    const rows = await select<{ customer_id: string; purpose: string; standing: number | string }>(
      tx,
      `SELECT customer_id, purpose, SUM(CASE WHEN withdrawn_at IS NULL THEN 1 ELSE 0 END) AS standing FROM consents
       WHERE customer_id IN ${marks(2)} GROUP BY customer_id, purpose`,
      [from, into],
    );
    const stands = rows.filter((row) => Number(row.standing) > 0);
    const takenBack = new Set(rows.filter((row) => Number(row.standing) === 0).map((row) => row.purpose));
    const policy = await this.consents.policy();
    for (const { customer_id, purpose } of stands.filter((row) => takenBack.has(row.purpose))) {
      await execute(tx, 'UPDATE consents SET withdrawn_at = ? WHERE customer_id = ? AND purpose = ? AND withdrawn_at IS NULL', [
        at,
        customer_id,
        purpose,
      ]);
      const title = policy.purposes.find(({ key }) => key === purpose)?.title ?? purpose;
      say(`其中一位撤回过「${title}」的同意，合并后按撤回处理，客户本人重新同意后才恢复`);
      if (purpose === CONTACT_PURPOSE) await this.events.publish(tx, ContactWithdrawn, { customerId: into, at });
    }
  }
}
