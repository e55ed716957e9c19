import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, addIndex, dropColumn, dropIndex, optional, text } from '../platform/database/migration-dsl';

/** One deal for a friend is held by the database, and leads are counted by the day on which they came and were closed. */
export class KeyDeals1764000000014 implements MigrationInterface {
  name = 'KeyDeals1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'referrals', 'deal_key', optional(text(80)));
    await runner.query(
      `UPDATE referrals SET deal_key = ${concat(runner, 'project_id', "':'", 'friend_id')} WHERE status IN ('signed', 'settled')`,
    );
    await addIndex(runner, 'referrals', ['deal_key'], true);
    await addIndex(runner, 'leads', ['project_id', 'created_at']);
    await addIndex(runner, 'leads', ['project_id', 'closed_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'leads', ['project_id', 'closed_at']);
    await dropIndex(runner, 'leads', ['project_id', 'created_at']);
    await dropIndex(runner, 'referrals', ['deal_key']);
    await dropColumn(runner, 'referrals', 'deal_key');
  }
}

const concat = (runner: QueryRunner, ...parts: string[]): string =>
  runner.connection.options.type === 'better-sqlite3' ? parts.join(' || ') : `CONCAT(${parts.join(', ')})`;
