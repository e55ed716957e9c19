import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  dropTables,
  flag,
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

export class CreateViewings1764000000009 implements MigrationInterface {
  name = 'CreateViewings1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'viewing_plans', {
      columns: {
        id: id(),
        project_id: ref(),
        kind: text(20),
        version: int(),
        current_key: optional(text(60)),
        plan: json(),
        saved_by_id: optional(ref()),
        saved_at: instant(),
      },
      unique: [['project_id', 'kind', 'version'], ['current_key']],
      indices: [['project_id', 'current_key']],
      references: { project_id: 'projects', saved_by_id: 'staff' },
    });
    await createTable(runner, 'viewing_slots', {
      columns: {
        id: primary(text(64)),
        project_id: ref(),
        kind: text(20),
        starts_at: instant(),
        ends_at: instant(),
        taken: withDefault(int(), '0'),
        taken_general: withDefault(int(), '0'),
      },
      indices: [['project_id', 'kind', 'starts_at']],
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'viewings', {
      columns: {
        id: id(),
        number: text(24),
        project_id: ref(),
        kind: text(20),
        plan_id: optional(ref()),
        slot_id: optional(text(64)),
        starts_at: instant(),
        ends_at: instant(),
        status: text(12),
        origin: text(12),
        customer_id: ref(),
        account_id: optional(ref()),
        lead_id: optional(ref()),
        host_id: optional(ref()),
        host_choice: json(),
        party_size: withDefault(int(), '1'),
        note: optional(text(200)),
        unit_ids: json(),
        general: flag(),
        open_key: optional(text(110)),
        reschedules: withDefault(int(), '0'),
        live_code: optional(text(40)),
        checked_in_at: optional(instant()),
        checked_in_by: optional(text(10)),
        completed_at: optional(instant()),
        feedback: optional(json()),
        stars: optional(int()),
        rating: optional(json()),
        cancelled_at: optional(instant()),
        cancel_reason: optional(text(200)),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['number'], ['open_key']],
      indices: [
        ['project_id', 'starts_at', 'id'],
        ['host_id', 'starts_at', 'id'],
        ['customer_id', 'starts_at', 'id'],
        ['status', 'starts_at', 'id'],
        ['slot_id', 'status'],
        ['lead_id'],
        ['account_id', 'starts_at', 'id'],
      ],
      references: {
        project_id: 'projects',
        plan_id: 'viewing_plans',
        customer_id: 'customers',
        account_id: 'accounts',
        lead_id: 'leads',
        host_id: 'staff',
      },
    });
    await createTable(runner, 'viewing_host_times', {
      columns: {
        staff_id: primary(ref()),
        bucket: primary(int()),
        holder: text(64),
        opens: withDefault(flag(), '0'),
        span: withDefault(int(), '0'),
      },
      indices: [['holder'], ['staff_id', 'opens', 'bucket']],
      references: { staff_id: 'staff' },
    });
    await createTable(runner, 'viewing_waits', {
      columns: {
        id: id(),
        slot_id: text(64),
        project_id: ref(),
        kind: text(20),
        starts_at: instant(),
        ends_at: instant(),
        customer_id: ref(),
        account_id: optional(ref()),
        lead_id: optional(ref()),
        status: text(10),
        open_key: optional(text(110)),
        note: optional(text(200)),
        live_code: optional(text(40)),
        general: flag(),
        offer_until: optional(instant()),
        viewing_id: optional(ref()),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['open_key']],
      indices: [
        ['slot_id', 'status', 'id'],
        ['customer_id', 'id'],
        ['account_id', 'id'],
      ],
      references: {
        project_id: 'projects',
        customer_id: 'customers',
        account_id: 'accounts',
        lead_id: 'leads',
        viewing_id: 'viewings',
      },
    });
    await createTable(runner, 'viewing_events', {
      columns: {
        id: id(),
        viewing_id: ref(),
        at: instant(),
        type: text(24),
        actor_kind: text(10),
        actor_id: optional(ref()),
        data: optional(json()),
      },
      indices: [['viewing_id', 'id']],
      references: { viewing_id: 'viewings' },
    });
    await createTable(runner, 'viewing_passes', {
      columns: {
        id: id(),
        viewing_id: ref(),
        code_hash: text(64),
        expires_at: instant(),
        used_at: optional(instant()),
        created_at: instant(),
      },
      unique: [['code_hash']],
      indices: [['viewing_id'], ['expires_at']],
      references: { viewing_id: 'viewings' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'viewing_passes',
      'viewing_events',
      'viewing_waits',
      'viewing_host_times',
      'viewings',
      'viewing_slots',
      'viewing_plans',
    ]);
  }
}
