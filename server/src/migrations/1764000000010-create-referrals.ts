import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, createTable, dropTables, id, instant, int, json, optional, ref, text } from '../platform/database/migration-dsl';

export class CreateReferrals1764000000010 implements MigrationInterface {
  name = 'CreateReferrals1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'referrals', {
      columns: {
        id: id(),
        project_id: ref(),
        referrer_id: ref(),
        friend_id: optional(ref()),
        friend_sealed: text(300),
        phone_sealed: text(200),
        phone_index: text(64),
        way: text(12),
        relation: optional(text(20)),
        note: optional(text(200)),
        status: text(12),
        ask_hash: optional(text(64)),
        ask_until: optional(instant()),
        account_id: optional(ref()),
        friend_account_id: optional(ref()),
        lead_id: optional(ref()),
        active_key: optional(text(140)),
        registered_at: instant(),
        agreed_at: optional(instant()),
        protected_until: optional(instant()),
        visited_at: optional(instant()),
        subscribed_at: optional(instant()),
        signed_at: optional(instant()),
        settled_at: optional(instant()),
        ended_at: optional(instant()),
        end_reason: optional(text(16)),
        deal_amount: optional(big()),
        standing: optional(text(8)),
        standing_why: optional(text(200)),
        updated_at: instant(),
      },
      unique: [['active_key'], ['ask_hash']],
      indices: [
        ['referrer_id', 'id'],
        ['project_id', 'id'],
        ['project_id', 'status', 'id'],
        ['status', 'id'],
        ['phone_index', 'project_id'],
        ['friend_id', 'project_id'],
        ['lead_id'],
        ['account_id', 'registered_at'],
      ],
      references: {
        project_id: 'projects',
        referrer_id: 'customers',
        friend_id: 'customers',
        account_id: 'accounts',
        friend_account_id: 'accounts',
        lead_id: 'leads',
      },
    });
    await createTable(runner, 'referral_events', {
      columns: { id: id(), referral_id: ref(), at: instant(), type: text(24), actor_id: optional(ref()), data: optional(json()) },
      indices: [['referral_id', 'at']],
      references: { referral_id: 'referrals', actor_id: 'staff' },
    });
    await createTable(runner, 'verdicts', {
      columns: {
        id: id(),
        project_id: ref(),
        customer_id: ref(),
        judged_at: instant(),
        rules_version: int(),
        occasion: text(10),
        by_id: optional(ref()),
        facts: json(),
        decision: json(),
        conclusion: text(200),
      },
      indices: [
        ['customer_id', 'project_id', 'id'],
        ['project_id', 'judged_at'],
      ],
      references: { project_id: 'projects', customer_id: 'customers', by_id: 'staff' },
    });
    await createTable(runner, 'verdict_rule_sets', {
      columns: {
        id: id(),
        project_id: ref(),
        version: int(),
        settings: json(),
        published_at: instant(),
        published_by_id: optional(ref()),
      },
      unique: [['project_id', 'version']],
      references: { project_id: 'projects', published_by_id: 'staff' },
    });
    await createTable(runner, 'appeals', {
      columns: {
        id: id(),
        project_id: ref(),
        customer_id: ref(),
        referral_id: optional(ref()),
        lead_id: optional(ref()),
        verdict_id: ref(),
        status: text(12),
        reason: text(500),
        account_id: ref(),
        by_customer_id: optional(ref()),
        by_staff_id: optional(ref()),
        created_at: instant(),
        answer: optional(text(500)),
        answered_by_id: optional(ref()),
        answered_at: optional(instant()),
        open_key: optional(text(48)),
      },
      unique: [['open_key']],
      indices: [
        ['referral_id', 'id'],
        ['lead_id', 'id'],
        ['customer_id', 'project_id', 'id'],
        ['project_id', 'status', 'id'],
        ['status', 'id'],
      ],
      references: {
        project_id: 'projects',
        customer_id: 'customers',
        referral_id: 'referrals',
        lead_id: 'leads',
        verdict_id: 'verdicts',
        account_id: 'accounts',
        by_customer_id: 'customers',
        by_staff_id: 'staff',
        answered_by_id: 'staff',
      },
    });
    await createTable(runner, 'fraud_flags', {
      columns: {
        id: id(),
        project_id: ref(),
        referral_id: ref(),
        sign: text(20),
        evidence: json(),
        at: instant(),
        status: text(10),
        note: optional(text(300)),
        looked_by_id: optional(ref()),
        looked_at: optional(instant()),
        flag_key: text(60),
      },
      unique: [['flag_key']],
      indices: [['referral_id'], ['project_id', 'status', 'id']],
      references: { project_id: 'projects', referral_id: 'referrals', looked_by_id: 'staff' },
    });
    await createTable(runner, 'declared_relatives', {
      columns: {
        id: id(),
        staff_id: ref(),
        name: text(40),
        phone_sealed: text(200),
        phone_index: text(64),
        relation: text(20),
        declared_at: instant(),
        removed_at: optional(instant()),
        active_key: optional(text(101)),
      },
      unique: [['active_key']],
      indices: [['phone_index'], ['staff_id', 'id']],
      references: { staff_id: 'staff' },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'declared_relatives',
      'fraud_flags',
      'appeals',
      'verdict_rule_sets',
      'verdicts',
      'referral_events',
      'referrals',
    ]);
  }
}
