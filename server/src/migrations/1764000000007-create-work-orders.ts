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

export class CreateWorkOrders1764000000007 implements MigrationInterface {
  name = 'CreateWorkOrders1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'work_order_categories', {
      columns: {
        id: primary(text(40)),
        parent_id: optional(text(40)),
        name: text(20),
        kind: text(12),
        picture: text(20),
        part: optional(text(20)),
        skill: optional(text(20)),
        seriousness: withDefault(int(), '1'),
        position: int(),
        active: withDefault(flag(), '1'),
      },
    });
    await createTable(runner, 'contractors', {
      columns: {
        id: id(),
        project_id: ref(),
        name: text(40),
        trade: text(20),
        phone: text(30),
        active: withDefault(flag(), '1'),
      },
      indices: [['project_id']],
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'work_orders', {
      columns: {
        id: id(),
        number: text(24),
        kind: text(12),
        project_id: ref(),
        building_id: ref(),
        unit_id: ref(),
        customer_id: ref(),
        category_id: text(40),
        description: text(1000),
        contact_sealed: optional(text(200)),
        preferred_at: optional(instant()),
        urgent: flag(),
        severity: optional(text(10)),
        grade: optional(json()),
        warranty: json(),
        status: text(12),
        assignee_id: optional(ref()),
        responsible_id: optional(ref()),
        contractor_id: optional(ref()),
        round: withDefault(int(), '0'),
        escalation: withDefault(int(), '0'),
        urges: withDefault(int(), '0'),
        last_seq: withDefault(int(), '0'),
        policy_version: withDefault(int(), '0'),
        next_clock: optional(text(10)),
        next_due_at: optional(instant()),
        stars: optional(int()),
        rating: optional(json()),
        outcome: optional(json()),
        created_at: instant(),
        updated_at: instant(),
        resolved_at: optional(instant()),
        closed_at: optional(instant()),
      },
      unique: [['number']],
      indices: [
        ['project_id', 'next_due_at', 'id'],
        ['assignee_id', 'next_due_at', 'id'],
        ['responsible_id', 'next_due_at', 'id'],
        ['next_due_at', 'id'],
        ['assignee_id', 'status'],
        ['project_id', 'status', 'id'],
        ['project_id', 'created_at'],
        ['status', 'id'],
        ['customer_id', 'id'],
        ['unit_id', 'id'],
      ],
      references: {
        project_id: 'projects',
        building_id: 'buildings',
        unit_id: 'units',
        customer_id: 'customers',
        category_id: 'work_order_categories',
        assignee_id: 'staff',
        responsible_id: 'staff',
        contractor_id: 'contractors',
      },
    });
    await createTable(runner, 'work_order_events', {
      columns: {
        work_order_id: primary(ref()),
        seq: primary(int()),
        at: instant(),
        type: text(20),
        actor_kind: text(10),
        actor_id: optional(ref()),
        data: json(),
      },
      references: { work_order_id: 'work_orders' },
    });
    await createTable(runner, 'work_order_claimants', {
      columns: { work_order_id: primary(ref()), staff_id: primary(ref()) },
      indices: [['staff_id']],
      references: { work_order_id: 'work_orders', staff_id: 'staff' },
    });
    await createTable(runner, 'dispatch_decisions', {
      columns: { id: id(), work_order_id: ref(), decided_at: instant(), decision: json() },
      indices: [['work_order_id', 'decided_at']],
      references: { work_order_id: 'work_orders' },
    });
    await createTable(runner, 'dispatch_rule_sets', {
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
    await createTable(runner, 'dispatch_locks', {
      columns: { project_id: primary(ref()) },
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'dispatch_counts', {
      columns: {
        rule_key: primary(text(80)),
        staff_id: primary(ref()),
        assigned: withDefault(int(), '0'),
        last_at: optional(instant()),
      },
      references: { staff_id: 'staff' },
    });
    await createTable(runner, 'revisits', {
      columns: {
        id: id(),
        work_order_id: ref(),
        project_id: ref(),
        round: int(),
        reason: text(12),
        owner_id: ref(),
        status: text(8),
        opened_at: instant(),
        due_at: instant(),
        done_at: optional(instant()),
        connected: optional(flag()),
        satisfied: optional(flag()),
        note: optional(text(500)),
      },
      unique: [['work_order_id', 'round', 'reason']],
      indices: [
        ['owner_id', 'status', 'due_at'],
        ['project_id', 'status', 'due_at'],
      ],
      references: { work_order_id: 'work_orders', project_id: 'projects', owner_id: 'staff' },
    });
    await createTable(runner, 'rota_turns', {
      columns: {
        id: id(),
        project_id: ref(),
        staff_id: ref(),
        from_at: instant(),
        to_at: instant(),
        created_by_id: optional(ref()),
      },
      indices: [
        ['staff_id', 'to_at'],
        ['project_id', 'to_at'],
      ],
      references: { project_id: 'projects', staff_id: 'staff', created_by_id: 'staff' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'rota_turns',
      'revisits',
      'dispatch_counts',
      'dispatch_locks',
      'dispatch_rule_sets',
      'dispatch_decisions',
      'work_order_claimants',
      'work_order_events',
      'work_orders',
      'contractors',
      'work_order_categories',
    ]);
  }
}
