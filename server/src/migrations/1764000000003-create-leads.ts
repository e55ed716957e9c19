import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  big,
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

export class CreateLeads1764000000003 implements MigrationInterface {
  name = 'CreateLeads1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'leads', {
      columns: {
        id: id(),
        receipt_no: text(24),
        project_id: ref(),
        customer_id: ref(),
        open_key: optional(text(80)),
        status: text(12),
        level: text(12),
        owner_id: optional(ref()),
        offer_id: optional(ref()),
        offer_round: withDefault(int(), '0'),
        accept_by: optional(instant()),
        channel_code: text(60),
        channel_root: text(12),
        entered_by_id: optional(ref()),
        product_type: optional(text(20)),
        area_min: optional(int()),
        area_max: optional(int()),
        budget_min: optional(big()),
        budget_max: optional(big()),
        purpose: optional(text(20)),
        note: optional(text(500)),
        created_at: instant(),
        updated_at: instant(),
        accepted_at: optional(instant()),
        last_contact_at: optional(instant()),
        next_follow_up_at: optional(instant()),
        closed_at: optional(instant()),
        outcome: optional(text(10)),
        closure_reason: optional(text(200)),
      },
      unique: [['open_key'], ['receipt_no']],
      indices: [['customer_id'], ['status', 'id'], ['owner_id', 'status', 'id'], ['project_id', 'status', 'id']],
      references: { project_id: 'projects', customer_id: 'customers', owner_id: 'staff', entered_by_id: 'staff' },
    });
    await createTable(runner, 'lead_touches', {
      columns: {
        id: id(),
        lead_id: ref(),
        channel_code: text(60),
        channel_root: text(12),
        is_first: flag(),
        at: instant(),
        by_staff_id: optional(ref()),
        account_id: optional(ref()),
        note: optional(text(200)),
      },
      indices: [['account_id'], ['lead_id', 'at']],
      references: { lead_id: 'leads', by_staff_id: 'staff', account_id: 'accounts' },
    });
    await createTable(runner, 'lead_events', {
      columns: {
        id: id(),
        lead_id: ref(),
        at: instant(),
        type: text(24),
        actor_id: optional(ref()),
        data: optional(json()),
      },
      indices: [['lead_id', 'at']],
      references: { lead_id: 'leads', actor_id: 'staff' },
    });
    await createTable(runner, 'lead_offers', {
      columns: {
        id: id(),
        lead_id: ref(),
        staff_id: ref(),
        round: int(),
        offered_at: instant(),
        clock_starts_at: instant(),
        due_at: instant(),
        contact_by: instant(),
        due_why: optional(json()),
        outcome: text(12),
        reason: optional(text(200)),
        answered_at: optional(instant()),
      },
      unique: [['lead_id', 'round']],
      indices: [['staff_id', 'outcome']],
      references: { lead_id: 'leads', staff_id: 'staff' },
    });
    await createTable(runner, 'routing_decisions', {
      columns: {
        id: id(),
        lead_id: ref(),
        decided_at: instant(),
        decision: json(),
      },
      indices: [['lead_id', 'decided_at']],
      references: { lead_id: 'leads' },
    });
    await createTable(runner, 'routing_rule_sets', {
      columns: {
        id: id(),
        project_id: ref(),
        version: int(),
        rules: json(),
        settings: json(),
        published_at: instant(),
        published_by_id: optional(ref()),
      },
      unique: [['project_id', 'version']],
      references: { project_id: 'projects', published_by_id: 'staff' },
    });
    await createTable(runner, 'routing_locks', {
      columns: {
        project_id: primary(ref()),
      },
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'agent_loads', {
      columns: {
        staff_id: primary(ref()),
        open_leads: withDefault(int(), '0'),
        day: text(10),
        assigned_on_day: withDefault(int(), '0'),
      },
      references: { staff_id: 'staff' },
    });
    await createTable(runner, 'routing_counts', {
      columns: {
        rule_key: primary(text(80)),
        staff_id: primary(ref()),
        assigned: withDefault(int(), '0'),
        last_at: optional(instant()),
      },
      references: { staff_id: 'staff' },
    });
    await createTable(runner, 'follow_ups', {
      columns: {
        id: id(),
        lead_id: ref(),
        staff_id: ref(),
        occurred_at: instant(),
        method: text(10),
        content: text(1000),
        feedback: text(500),
        next_plan: text(300),
        next_at: instant(),
        connected: flag(),
        level: optional(text(12)),
        created_at: instant(),
      },
      indices: [['lead_id', 'occurred_at']],
      references: { lead_id: 'leads', staff_id: 'staff' },
    });
    await createTable(runner, 'lead_imports', {
      columns: {
        id: id(),
        project_id: ref(),
        file_hash: text(64),
        file_name: text(120),
        status: text(10),
        total: withDefault(int(), '0'),
        created: withDefault(int(), '0'),
        joined: withDefault(int(), '0'),
        rejected: withDefault(int(), '0'),
        error: optional(text(200)),
        started_by_id: ref(),
        started_at: instant(),
        finished_at: optional(instant()),
      },
      unique: [['project_id', 'file_hash']],
      references: { project_id: 'projects', started_by_id: 'staff' },
    });
    await createTable(runner, 'lead_import_rows', {
      columns: {
        import_id: primary(ref()),
        row_no: primary(int()),
        result: text(10),
        reason: optional(text(200)),
        receipt_no: optional(text(24)),
      },
      references: { import_id: 'lead_imports' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'lead_import_rows',
      'lead_imports',
      'follow_ups',
      'routing_counts',
      'agent_loads',
      'routing_locks',
      'routing_rule_sets',
      'routing_decisions',
      'lead_offers',
      'lead_events',
      'lead_touches',
      'leads',
    ]);
  }
}
