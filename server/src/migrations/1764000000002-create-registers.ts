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

export class CreateRegisters1764000000002 implements MigrationInterface {
  name = 'CreateRegisters1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'projects', {
      columns: {
        id: id(),
        code: text(8),
        name: text(40),
        city: text(20),
        district: text(20),
        address: text(120),
        slogan: text(60),
        description: text(1000),
        tags: json(),
        facts: json(),
        opening_hours: text(60),
        phone: text(20),
        shows_prices: withDefault(flag(), '1'),
        active: withDefault(flag(), '1'),
        position: int(),
      },
      unique: [['code']],
    });
    await createTable(runner, 'buildings', {
      columns: {
        id: id(),
        project_id: ref(),
        name: text(20),
        floors: int(),
        units_per_floor: int(),
        product_type: text(20),
      },
      indices: [['project_id']],
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'layouts', {
      columns: {
        id: id(),
        project_id: ref(),
        code: text(10),
        title: text(30),
        area_tenths: int(),
        product_type: text(20),
        rooms: json(),
      },
      indices: [['project_id']],
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'units', {
      columns: {
        id: id(),
        project_id: ref(),
        building_id: ref(),
        layout_id: ref(),
        floor: int(),
        label: text(10),
        price: big(),
        state: text(12),
      },
      unique: [['building_id', 'label']],
      indices: [
        ['project_id', 'state'],
        ['layout_id', 'state'],
      ],
      references: { project_id: 'projects', building_id: 'buildings', layout_id: 'layouts' },
    });
    await createTable(runner, 'channels', {
      columns: {
        id: id(),
        code: text(60),
        name: text(40),
        root: text(12),
        active: withDefault(flag(), '1'),
        position: int(),
      },
      unique: [['code']],
    });
    await createTable(runner, 'shifts', {
      columns: {
        id: id(),
        name: text(30),
        calendar_id: text(40),
        week: json(),
      },
    });
    await createTable(runner, 'teams', {
      columns: {
        id: id(),
        project_id: ref(),
        name: text(30),
        kind: text(10),
        leader_id: optional(ref()),
      },
      indices: [['project_id']],
      references: { project_id: 'projects' },
    });
    await createTable(runner, 'staff', {
      columns: {
        id: id(),
        name: text(20),
        title: text(30),
        roles: json(),
        phone_sealed: text(200),
        phone_index: text(64),
        work_phone: optional(text(30)),
        intro: optional(text(200)),
        team_id: optional(ref()),
        shift_id: optional(ref()),
        active: withDefault(flag(), '1'),
        on_duty: withDefault(flag(), '1'),
        capacity: withDefault(int(), '60'),
        daily_quota: withDefault(int(), '30'),
        skills: json(),
      },
      unique: [['phone_index']],
      indices: [['team_id']],
      references: { team_id: 'teams', shift_id: 'shifts' },
    });
    await createTable(runner, 'staff_projects', {
      columns: {
        staff_id: primary(ref()),
        project_id: primary(ref()),
      },
      indices: [['project_id']],
      references: { staff_id: 'staff', project_id: 'projects' },
    });
    await createTable(runner, 'leaves', {
      columns: {
        id: id(),
        staff_id: ref(),
        from_at: instant(),
        to_at: instant(),
        reason: text(40),
      },
      indices: [['staff_id', 'to_at']],
      references: { staff_id: 'staff' },
    });
    await createTable(runner, 'customers', {
      columns: {
        id: id(),
        name: text(40),
        gender: text(10),
        phone_sealed: text(200),
        phone_index: text(64),
        created_at: instant(),
        updated_at: instant(),
      },
      unique: [['phone_index']],
      indices: [['name']],
    });
    await createTable(runner, 'consents', {
      columns: {
        id: id(),
        customer_id: ref(),
        purpose: text(40),
        policy_version: text(20),
        basis: text(20),
        given_at: instant(),
        withdrawn_at: optional(instant()),
      },
      indices: [['customer_id', 'purpose']],
      references: { customer_id: 'customers' },
    });
    await createTable(runner, 'policies', {
      columns: {
        id: id(),
        version: text(20),
        title: text(60),
        body: json(),
        purposes: json(),
        in_force_from: instant(),
      },
      unique: [['version']],
      indices: [['in_force_from']],
    });
    await createTable(runner, 'accounts', {
      columns: {
        id: id(),
        mp_openid: text(64),
        unionid: optional(text(64)),
        oa_openid: optional(text(64)),
        follows_official_account: withDefault(flag(), '0'),
        customer_id: optional(ref()),
        phone_verified: withDefault(flag(), '0'),
        staff_id: optional(ref()),
        created_at: instant(),
        last_seen_at: instant(),
      },
      unique: [['oa_openid'], ['mp_openid']],
      indices: [['staff_id'], ['customer_id'], ['unionid']],
      references: { customer_id: 'customers', staff_id: 'staff' },
    });
    await createTable(runner, 'sessions', {
      columns: {
        id: id(),
        account_id: ref(),
        created_at: instant(),
        expires_at: instant(),
        revoked_at: optional(instant()),
      },
      indices: [['expires_at'], ['account_id']],
      references: { account_id: 'accounts' },
    });
    await createTable(runner, 'followers', {
      columns: {
        id: primary(text(64)),
        unionid: optional(text(64)),
        following: flag(),
        updated_at: instant(),
      },
      indices: [['unionid']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [
      'followers',
      'sessions',
      'accounts',
      'policies',
      'consents',
      'customers',
      'leaves',
      'staff_projects',
      'staff',
      'teams',
      'shifts',
      'channels',
      'units',
      'layouts',
      'buildings',
      'projects',
    ]);
  }
}
