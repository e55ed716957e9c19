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

export class CreateRewards1764000000011 implements MigrationInterface {
  name = 'CreateRewards1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'reward_rule_sets', {
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
    await createTable(runner, 'rewarded_referrals', {
      columns: {
        referral_id: primary(ref()),
        project_id: ref(),
        referrer_id: ref(),
        friend_id: optional(ref()),
        rules_version: int(),
        signed_at: optional(instant()),
        settled_at: optional(instant()),
        deal_amount: optional(big()),
        deals_before: withDefault(int(), '0'),
        ended_at: optional(instant()),
        end_reason: optional(text(20)),
        steps: json(),
        created_at: instant(),
      },
      indices: [['referrer_id', 'signed_at']],
      references: { project_id: 'projects', referrer_id: 'customers', friend_id: 'customers' },
    });
    await createTable(runner, 'rewards', {
      columns: {
        id: id(),
        referral_id: ref(),
        project_id: ref(),
        rule_id: text(40),
        rule_name: text(40),
        rules_version: int(),
        person_id: ref(),
        round: withDefault(int(), '0'),
        party: text(10),
        form: text(12),
        amount: big(),
        status: text(12),
        why: text(300),
        held_until: optional(instant()),
        unit_id: optional(ref()),
        approved_by_id: optional(ref()),
        approved_at: optional(instant()),
        paid_by_id: optional(ref()),
        payout_reference: optional(text(60)),
        paid_on: optional(text(10)),
        kept: withDefault(big(), '0'),
        once_key: optional(text(160)),
        last_seq: withDefault(int(), '0'),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['referral_id', 'rule_id', 'person_id', 'round'], ['once_key']],
      indices: [
        ['project_id', 'status', 'id'],
        ['project_id', 'id'],
        ['person_id', 'id'],
      ],
      references: {
        project_id: 'projects',
        person_id: 'customers',
        unit_id: 'units',
        approved_by_id: 'staff',
        paid_by_id: 'staff',
      },
    });
    await createTable(runner, 'reward_events', {
      columns: {
        reward_id: primary(ref()),
        seq: primary(int()),
        at: instant(),
        type: text(12),
        actor_id: optional(ref()),
        text: text(300),
      },
      references: { reward_id: 'rewards', actor_id: 'staff' },
    });
    await createLedger(runner);
    await createCatalogue(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'redemptions',
      'catalogue_items',
      'point_lots',
      'ledger_entries',
      'ledger_transfers',
      'ledger_people',
      'reward_events',
      'rewards',
      'rewarded_referrals',
      'reward_rule_sets',
    ]);
  }
}

async function createLedger(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'ledger_people', { columns: { person_id: primary(ref()) }, references: { person_id: 'customers' } });
  await createTable(runner, 'ledger_transfers', {
    columns: { id: id(), transfer_key: text(120), kind: text(12), at: instant(), text: text(200), reward_id: optional(ref()) },
    unique: [['transfer_key']],
    indices: [['reward_id']],
    references: { reward_id: 'rewards' },
  });
  await createTable(runner, 'ledger_entries', {
    columns: {
      transfer_id: primary(ref()),
      line: primary(int()),
      account: text(16),
      person_id: optional(ref()),
      unit: text(6),
      amount: big(),
    },
    indices: [['person_id', 'account', 'transfer_id']],
    references: { transfer_id: 'ledger_transfers', person_id: 'customers' },
  });
  await createTable(runner, 'point_lots', {
    columns: { id: id(), person_id: ref(), points: int(), left_points: int(), earned_at: instant(), expires_at: optional(instant()) },
    indices: [['person_id', 'expires_at']],
    references: { person_id: 'customers' },
  });
}

async function createCatalogue(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'catalogue_items', {
    columns: {
      id: id(),
      project_id: ref(),
      title: text(40),
      description: text(200),
      points: int(),
      stock: int(),
      position: int(),
      active: flag(),
    },
    indices: [['active', 'position']],
    references: { project_id: 'projects' },
  });
  await createTable(runner, 'redemptions', {
    columns: {
      id: id(),
      person_id: ref(),
      item_id: ref(),
      project_id: ref(),
      title: text(40),
      points: int(),
      status: text(12),
      pick_up_code: text(8),
      open_code: optional(text(46)),
      taken: json(),
      created_at: instant(),
      closed_at: optional(instant()),
      closed_by_id: optional(ref()),
      reason: optional(text(200)),
    },
    unique: [['open_code']],
    indices: [
      ['person_id', 'id'],
      ['project_id', 'status', 'id'],
      ['project_id', 'id'],
    ],
    references: { person_id: 'customers', item_id: 'catalogue_items', project_id: 'projects', closed_by_id: 'staff' },
  });
}
