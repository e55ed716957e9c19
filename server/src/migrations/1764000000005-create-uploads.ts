import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, id, instant, int, optional, ref, text, withDefault } from '../platform/database/migration-dsl';

export class CreateUploads1764000000005 implements MigrationInterface {
  name = 'CreateUploads1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'uploads', {
      columns: {
        id: id(),
        account_id: ref(),
        customer_id: optional(ref()),
        staff_id: optional(ref()),
        client_key: optional(text(64)),
        kind: text(5),
        subject: optional(text(80)),
        purpose: optional(text(10)),
        position: withDefault(int(), '0'),
        storage_key: text(120),
        thumb_key: optional(text(120)),
        mime: text(20),
        bytes: int(),
        width: optional(int()),
        height: optional(int()),
        duration_ms: optional(int()),
        sha256: text(64),
        created_at: instant(),
        attached_at: optional(instant()),
      },
      unique: [['account_id', 'client_key']],
      indices: [['account_id', 'created_at'], ['subject', 'created_at'], ['customer_id'], ['staff_id']],
      references: { account_id: 'accounts', customer_id: 'customers', staff_id: 'staff' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['uploads']);
  }
}
