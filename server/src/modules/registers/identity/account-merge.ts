import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, execute, marks, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../customer';
import { Sessions } from './sessions';

/** Who signs in as whom once two customers are one. */
@Injectable()
export class AccountMerge implements MergePart {
  readonly name = 'identity';
  readonly columns = { 'accounts.customer_id': {} };

  constructor(
    merges: CustomerMerges,
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {
    merges.add(this);
  }

  /**
   * Whoever proved one of the numbers is the survivor from now on. Whoever only typed one lets go: what was nobody else's may be by
   * now, and WeChat's word brings them back.
   */
  async settle(tx: EntityManager, { from, into, say }: CustomerMerge): Promise<void> {
    const both = [from, into];
    const proved = await select<{ id: string }>(
      tx,
      `SELECT id FROM accounts WHERE customer_id IN ${marks(2)} AND phone_verified = 1`,
      both,
    );
    // Which number was proved stays known: it opens the homes of that number, and of no other.
    await execute(
      tx,
      `UPDATE accounts SET vouched_index = (SELECT phone_index FROM customers WHERE id = ?)
       WHERE customer_id = ? AND phone_verified = 1 AND vouched_index IS NULL`,
      [from, from],
    );
    const typed = await execute(tx, `UPDATE accounts SET customer_id = NULL WHERE customer_id IN ${marks(2)} AND phone_verified = 0`, both);
    if (proved.length > 1) say(`${proved.length} 个微信号都验证过其中的号码，合并后登录的是同一位客户，能看到两边的全部记录`);
    if (typed > 0) say(`${typed} 个微信号只是填写过号码，没有经过微信验证，合并后需要本人用微信验证手机号才能看到记录`);
    this.database.afterCommit(tx, () => {
      for (const id of both) this.sessions.forgetCustomer(id);
    });
  }
}
