import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, insertRows, isDuplicate, marks } from '../../../../platform/database/database';

/** The ledger of one-time permissions: each accept buys one message of one template to one account. */
@Injectable()
export class SubscriptionCredits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is left on some accounts, by `<account> <template>`. */
  async left(accountIds: readonly string[]): Promise<Map<string, number>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.database.rows<{ account_id: string; template_key: string; remaining: number }>(
      `SELECT account_id, template_key, remaining FROM subscription_credits WHERE remaining > 0 AND account_id IN ${marks(accountIds.length)}`,
      accountIds,
    );
    return new Map(rows.map((r) => [`${r.account_id} ${r.template_key}`, r.remaining]));
  }

  /** Takes one; false when another delivery took the last. */
  async spend(tx: EntityManager, accountId: string, templateKey: string): Promise<boolean> {
    const sql = `UPDATE subscription_credits SET remaining = remaining - 1, updated_at = ?
      WHERE account_id = ? AND template_key = ? AND remaining > 0`;
    return (await execute(tx, sql, [this.clock.now(), accountId, templateKey])) > 0;
  }

  /** The person said yes once more, or a spent one did not leave after all. */
  async add(tx: EntityManager, accountId: string, templateKey: string): Promise<void> {
    const more = () =>
      execute(tx, 'UPDATE subscription_credits SET remaining = remaining + 1, updated_at = ? WHERE account_id = ? AND template_key = ?', [
        this.clock.now(),
        accountId,
        templateKey,
      ]);
    if ((await more()) > 0) return;
    try {
      await insertRows(tx, 'subscription_credits', [
        { account_id: accountId, template_key: templateKey, remaining: 1, updated_at: this.clock.now() },
      ]);
    } catch (error) {
      if (!isDuplicate(error)) throw error; // their first two answers came at once
      await more();
    }
  }

  /** WeChat knows of none, or the person took them back. */
  async drop(tx: EntityManager, accountId: string, templateKey: string): Promise<void> {
    await execute(tx, 'UPDATE subscription_credits SET remaining = 0, updated_at = ? WHERE account_id = ? AND template_key = ?', [
      this.clock.now(),
      accountId,
      templateKey,
    ]);
  }
}
