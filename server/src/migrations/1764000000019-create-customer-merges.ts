import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTable, dropColumn, dropTables, id, instant, json, optional, ref, text } from '../platform/database/migration-dsl';

/** Which numbers belong to whom besides the customer's own, and which number an account has proved. */
export class CreateCustomerMerges1764000000019 implements MigrationInterface {
  name = 'CreateCustomerMerges1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'customer_merges', {
      columns: {
        id: id(),
        former_id: ref(),
        into_id: ref(),
        by_id: ref(),
        reason: text(200),
        told: json(),
        merged_at: instant(),
      },
      unique: [['former_id']],
      indices: [['into_id']],
      references: { into_id: 'customers', by_id: 'staff' },
    });
    await addColumn(runner, 'accounts', 'vouched_index', optional(text(64)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumn(runner, 'accounts', 'vouched_index');
    await dropTables(runner, ['customer_merges']);
  }
}
