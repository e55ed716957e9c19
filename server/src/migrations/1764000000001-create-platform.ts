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

export class CreatePlatform1764000000001 implements MigrationInterface {
  name = 'CreatePlatform1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'jobs', {
      columns: {
        id: id(),
        kind: text(60),
        status: text(12),
        payload: json(),
        run_at: instant(),
        active_key: optional(text(120)),
        subject: optional(text(80)),
        attempts: withDefault(int(), '0'),
        max_attempts: withDefault(int(), '8'),
        lease_until: optional(instant()),
        worker: optional(text(60)),
        last_error: optional(text(500)),
        correlation_id: optional(text(60)),
        created_at: instant(),
        finished_at: optional(instant()),
      },
      unique: [['active_key']],
      indices: [['finished_at'], ['subject', 'status'], ['status', 'run_at'], ['kind', 'id']],
    });
    await createTable(runner, 'idempotency_keys', {
      columns: {
        scope: primary(text(64)),
        request_hash: text(64),
        status: int(),
        answer: json(),
        created_at: instant(),
      },
      indices: [['created_at']],
    });
    await createTable(runner, 'audit_entries', {
      columns: {
        id: id(),
        at: instant(),
        actor_id: optional(ref()),
        action: text(60),
        subject: text(80),
        details: optional(json()),
        correlation_id: optional(text(60)),
      },
      indices: [['subject', 'at']],
    });
    await createTable(runner, 'app_settings', {
      columns: {
        id: primary(text(60)),
        value: text(500),
      },
    });
    await createTable(runner, 'calendars', {
      columns: {
        id: primary(text(40)),
        name: text(60),
        weekends_work: withDefault(flag(), '0'),
        holidays_work: withDefault(flag(), '0'),
      },
    });
    await createTable(runner, 'calendar_days', {
      columns: {
        id: id(),
        calendar_id: text(40),
        date: text(10),
        working: flag(),
        note: text(60),
      },
      unique: [['calendar_id', 'date']],
    });
    await createTable(runner, 'wechat_tokens', {
      columns: {
        id: primary(text(40)),
        access_token: text(600),
        expires_at: instant(),
        locked_until: optional(instant()),
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['wechat_tokens', 'calendar_days', 'calendars', 'app_settings', 'audit_entries', 'idempotency_keys', 'jobs']);
  }
}
