import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, id, instant, optional, ref, text } from '../platform/database/migration-dsl';

export class CreateRealNames1764000000013 implements MigrationInterface {
  name = 'CreateRealNames1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'real_names', {
      columns: {
        id: id(),
        customer_id: ref(),
        name_sealed: optional(text(300)),
        number_sealed: optional(text(200)),
        number_index: text(64),
        stated_at: instant(),
        withdrawn_at: optional(instant()),
      },
      unique: [['customer_id'], ['number_index']],
      references: { customer_id: 'customers' },
    });
    await createTable(runner, 'real_name_refusals', {
      columns: { id: id(), customer_id: ref(), at: instant() },
      indices: [['customer_id', 'at']],
      references: { customer_id: 'customers' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['real_name_refusals', 'real_names']);
  }
}
