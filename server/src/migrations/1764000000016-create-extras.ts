import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, dropTables, flag, id, instant, int, optional, primary, ref, text } from '../platform/database/migration-dsl';

export class CreateExtras1764000000016 implements MigrationInterface {
  name = 'CreateExtras1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'extras', {
      columns: {
        id: id(),
        project_id: ref(),
        kind: text(12),
        title: text(30),
        words: text(500),
        from_day: text(10),
        until_day: optional(text(10)),
        active: flag(),
        position: int(),
        responsible_id: optional(ref()),
        created_at: instant(),
        updated_at: instant(),
      },
      indices: [['project_id', 'position']],
      references: { project_id: 'projects', responsible_id: 'staff' },
    });
    await createTable(runner, 'extra_interests', {
      columns: {
        id: id(),
        extra_id: ref(),
        project_id: ref(),
        customer_id: ref(),
        unit_id: ref(),
        status: text(12),
        consent_version: text(20),
        note: optional(text(200)),
        contacted_at: optional(instant()),
        followed_by_id: optional(ref()),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['extra_id', 'customer_id']],
      indices: [['project_id', 'status', 'id'], ['project_id', 'id'], ['customer_id']],
      references: {
        extra_id: 'extras',
        project_id: 'projects',
        customer_id: 'customers',
        unit_id: 'units',
        followed_by_id: 'staff',
      },
    });
    await createTable(runner, 'extra_views', {
      columns: { view_key: primary(text(90)), extra_id: ref(), at: instant() },
      indices: [['extra_id', 'at']],
      references: { extra_id: 'extras' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['extra_views', 'extra_interests', 'extras']);
  }
}
