import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, id, instant, int, optional, ref, text } from '../platform/database/migration-dsl';

export class CreateStories1764000000015 implements MigrationInterface {
  name = 'CreateStories1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'stories', {
      columns: {
        id: id(),
        project_id: ref(),
        unit_id: ref(),
        customer_id: ref(),
        status: text(10),
        title: text(30),
        words: text(2_000),
        stars: optional(int()),
        byline: text(20),
        consent_version: text(20),
        waiting_key: optional(text(36)),
        reason: optional(text(200)),
        decided_by_id: optional(ref()),
        decided_at: optional(instant()),
        published_at: optional(instant()),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['waiting_key']],
      indices: [
        ['project_id', 'status', 'published_at', 'id'],
        ['project_id', 'status', 'id'],
        ['customer_id', 'id'],
      ],
      references: { project_id: 'projects', unit_id: 'units', customer_id: 'customers', decided_by_id: 'staff' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['stories']);
  }
}
