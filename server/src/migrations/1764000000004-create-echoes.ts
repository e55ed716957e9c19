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

export class CreateEchoes1764000000004 implements MigrationInterface {
  name = 'CreateEchoes1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'sop_plans', {
      columns: {
        id: id(),
        plan_key: text(40),
        version: int(),
        title: text(40),
        starts_on: text(20),
        steps: json(),
        active: withDefault(flag(), '1'),
      },
      unique: [['plan_key', 'version']],
    });
    await createTable(runner, 'sop_tasks', {
      columns: {
        id: id(),
        run_key: text(120),
        lead_id: ref(),
        owner_id: ref(),
        plan_key: text(40),
        plan_version: int(),
        step_key: text(40),
        title: text(40),
        hint: text(200),
        status: text(10),
        started_at: instant(),
        due_at: instant(),
        due_why: optional(json()),
        step: json(),
        ended_at: optional(instant()),
        follow_up_id: optional(ref()),
        end_note: optional(text(200)),
      },
      unique: [['run_key', 'step_key']],
      indices: [
        ['lead_id', 'status'],
        ['owner_id', 'status', 'due_at'],
      ],
      references: { lead_id: 'leads', owner_id: 'staff' },
    });
    await createTable(runner, 'sop_reminders', {
      columns: {
        id: id(),
        task_id: ref(),
        staff_id: ref(),
        kind: text(10),
        at: instant(),
        sent_at: optional(instant()),
      },
      indices: [['task_id'], ['staff_id', 'sent_at', 'at']],
      references: { task_id: 'sop_tasks', staff_id: 'staff' },
    });
    await createTable(runner, 'messages', {
      columns: {
        id: id(),
        staff_id: optional(ref()),
        customer_id: optional(ref()),
        intent: text(30),
        title: text(40),
        lines: json(),
        page: optional(text(200)),
        subject: text(80),
        created_at: instant(),
        read_at: optional(instant()),
        channel: text(12),
        state: text(10),
        wechat_msg_id: optional(text(24)),
        reason: optional(text(200)),
        sent_at: optional(instant()),
        received_at: optional(instant()),
      },
      indices: [['state', 'created_at'], ['wechat_msg_id'], ['subject'], ['customer_id', 'id'], ['staff_id', 'id']],
      references: { staff_id: 'staff', customer_id: 'customers' },
    });
    await createTable(runner, 'subscription_credits', {
      columns: {
        account_id: primary(ref()),
        template_key: primary(text(40)),
        remaining: withDefault(int(), '0'),
        updated_at: instant(),
      },
      references: { account_id: 'accounts' },
    });
    await createTable(runner, 'wechat_callbacks', {
      columns: {
        id: primary(text(160)),
        received_at: instant(),
      },
      indices: [['received_at']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['wechat_callbacks', 'subscription_credits', 'messages', 'sop_reminders', 'sop_tasks', 'sop_plans']);
  }
}
