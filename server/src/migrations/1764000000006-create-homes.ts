import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  dropTables,
  id,
  instant,
  int,
  json,
  optional,
  primary,
  ref,
  text,
  withDefault,
} from '../platform/database/migration-dsl';

export class CreateHomes1764000000006 implements MigrationInterface {
  name = 'CreateHomes1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'deliveries', {
      columns: { unit_id: primary(ref()), delivered_on: text(10), contractor: optional(text(60)) },
      references: { unit_id: 'units' },
    });
    await createTable(runner, 'residents', {
      columns: {
        id: id(),
        unit_id: ref(),
        project_id: ref(),
        role: text(10),
        may: json(),
        name: text(40),
        phone_sealed: text(200),
        phone_index: text(64),
        customer_id: optional(ref()),
        source: text(10),
        invited_by_id: optional(ref()),
        created_at: instant(),
        bound_at: optional(instant()),
        until_at: optional(instant()),
        ended_at: optional(instant()),
        active_key: optional(text(101)),
      },
      unique: [['active_key']],
      indices: [['phone_index'], ['customer_id'], ['unit_id', 'ended_at']],
      references: { unit_id: 'units', project_id: 'projects', customer_id: 'customers', invited_by_id: 'residents' },
    });
    await createTable(runner, 'home_invitations', {
      columns: {
        id: id(),
        unit_id: ref(),
        role: text(10),
        may: json(),
        until_at: optional(instant()),
        code_hash: text(64),
        invited_by_id: ref(),
        created_at: instant(),
        expires_at: instant(),
        used_at: optional(instant()),
        used_by_id: optional(ref()),
        revoked_at: optional(instant()),
      },
      unique: [['code_hash']],
      indices: [['unit_id', 'expires_at']],
      references: { unit_id: 'units', invited_by_id: 'residents', used_by_id: 'customers' },
    });
    await createTable(runner, 'home_claim_counts', {
      columns: { account_id: primary(ref()), window_from: instant(), claims: int() },
      references: { account_id: 'accounts' },
    });
    await createTable(runner, 'home_imports', {
      columns: {
        id: id(),
        project_id: ref(),
        file_hash: text(64),
        file_name: text(120),
        status: text(10),
        total: int(),
        created: withDefault(int(), '0'),
        updated: withDefault(int(), '0'),
        rejected: withDefault(int(), '0'),
        started_by_id: ref(),
        started_at: instant(),
        finished_at: optional(instant()),
      },
      unique: [['project_id', 'file_hash']],
      references: { project_id: 'projects', started_by_id: 'staff' },
    });
    await createTable(runner, 'home_import_rows', {
      columns: {
        import_id: primary(ref()),
        row_no: primary(int()),
        result: text(10),
        reason: optional(text(200)),
      },
      references: { import_id: 'home_imports' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['home_import_rows', 'home_imports', 'home_claim_counts', 'home_invitations', 'residents', 'deliveries']);
  }
}
