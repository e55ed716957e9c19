import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  addIndex,
  createTable,
  dropColumn,
  dropIndex,
  dropTables,
  id,
  instant,
  int,
  optional,
  ref,
  text,
  withDefault,
} from '../platform/database/migration-dsl';

export class CreateLiveCodes1764000000008 implements MigrationInterface {
  name = 'CreateLiveCodes1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'live_codes', {
      columns: {
        id: id(),
        code: text(10),
        kind: text(10),
        project_id: ref(),
        channel_code: optional(text(60)),
        staff_id: optional(ref()),
        customer_id: optional(ref()),
        referral_key: optional(text(80)),
        label: text(40),
        created_by_id: optional(ref()),
        created_at: instant(),
        expires_at: optional(instant()),
        retired_at: optional(instant()),
        picture_mime: optional(text(30)),
        scans: withDefault(int(), '0'),
        visitors: withDefault(int(), '0'),
        leads: withDefault(int(), '0'),
      },
      unique: [['code'], ['referral_key']],
      indices: [['project_id', 'kind', 'id']],
      references: { project_id: 'projects', staff_id: 'staff', customer_id: 'customers', created_by_id: 'staff' },
    });
    await createTable(runner, 'live_code_scans', {
      columns: { id: id(), code_id: ref(), account_id: optional(ref()), at: instant() },
      indices: [
        ['code_id', 'account_id', 'at'],
        ['code_id', 'at'],
      ],
      references: { code_id: 'live_codes', account_id: 'accounts' },
    });
    await addColumn(runner, 'leads', 'preferred_staff_id', optional(ref()));
    await addColumn(runner, 'lead_touches', 'live_code_id', optional(ref()));
    // One colleague's leads of one project, newest first: what the code's owner asks for.
    await addIndex(runner, 'leads', ['owner_id', 'project_id', 'id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'leads', ['owner_id', 'project_id', 'id']);
    await dropColumn(runner, 'lead_touches', 'live_code_id');
    await dropColumn(runner, 'leads', 'preferred_staff_id');
    await dropTables(runner, ['live_code_scans', 'live_codes']);
  }
}
