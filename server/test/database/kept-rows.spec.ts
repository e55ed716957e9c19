import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/config';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { schema } from '../../src/schema';
import { freshDatabase, type TestDatabase } from '../support/database';

const LAST_BEFORE = 13;
const [PROJECT, REFERRER, FRIEND, OTHER] = ['p1', 'referrer', 'friend', 'other-friend'];

interface Kept {
  id: string;
  referral: string;
  rule: string;
  version: number;
  key: string | null;
}

/** What stood in the tables before a migration that fills new columns from them. */
describe('deals and rewards from before they had keys of their own', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    database = await freshDatabase();
    const before = { ...schema, migrations: schema.migrations.slice(0, LAST_BEFORE) };
    const url = { DATABASE_URL: database.url, DATA_DIR: '/tmp/guihu-test' };
    const earlier = await openDataSource(dataSourceOptions(readConfig(url), before));
    await earlier.runMigrations({ transaction: 'each' });
    await fill(earlier);
    await earlier.destroy();
    dataSource = await openDataSource(dataSourceOptions(readConfig(url), schema));
  });
  afterEach(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  it('keep their meaning on the way up, and on the way down and up again', async () => {
    await dataSource.runMigrations({ transaction: 'each' });
    const up = await stand();
    expect(up).toEqual({
      deals: [
        ['r1', `${PROJECT}:${FRIEND}`],
        ['r2', null],
        ['r3', null],
        ['r4', `${PROJECT}:${OTHER}`],
      ],
      keys: [
        ['w1', `${PROJECT}:visited:${REFERRER}:${FRIEND}:points#0`],
        ['w2', null],
        ['w3', `${PROJECT}:visited:${REFERRER}:${OTHER}:points#1`],
        ['w4', null],
      ],
    });
    for (let i = schema.migrations.length; i > LAST_BEFORE; i--) await dataSource.undoLastMigration({ transaction: 'each' });
    const down = await dataSource.query('SELECT id, once_key FROM rewards WHERE once_key IS NOT NULL ORDER BY id');
    expect(down.map((row: { id: string; once_key: string }) => [row.id, row.once_key])).toEqual([
      ['w1', `${PROJECT}:first-visit:${REFERRER}:${FRIEND}`],
      ['w3', `${PROJECT}:late:${REFERRER}:${OTHER}`],
    ]);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await stand()).toEqual(up);
  });

  /** Of two deals for one friend, made before the database held one, the first keeps it. */
  const fill = async (source: DataSource): Promise<void> => {
    const runner = source.createQueryRunner();
    await runner.query(source.options.type === 'better-sqlite3' ? 'PRAGMA foreign_keys = OFF' : 'SET FOREIGN_KEY_CHECKS = 0');
    const put = (table: string, row: Record<string, unknown>) =>
      runner.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        Object.values(row),
      );
    const referral = (id: string, friend: string | null, status: string, signed: number | null) =>
      put('referrals', {
        id,
        project_id: PROJECT,
        referrer_id: REFERRER,
        friend_id: friend,
        friend_sealed: 's',
        phone_sealed: 's',
        phone_index: 'i',
        way: 'registered',
        status,
        registered_at: 1,
        signed_at: signed,
        updated_at: 1,
      });
    await referral('r1', FRIEND, 'settled', 5);
    await referral('r2', FRIEND, 'signed', 9);
    await referral('r3', FRIEND, 'visited', null);
    await referral('r4', OTHER, 'signed', 7);
    for (const [id, friend] of [
      ['r1', FRIEND],
      ['r2', FRIEND],
      ['r4', OTHER],
    ] as const)
      await put('rewarded_referrals', {
        referral_id: id,
        project_id: PROJECT,
        referrer_id: REFERRER,
        friend_id: friend,
        rules_version: 1,
        steps: '[]',
        created_at: 1,
      });
    const rule = (id: string) => ({ id, name: id, on: 'visited', to: 'referrer', form: 'points', amount: { how: 'fixed', amount: 1 } });
    for (const [version, rules] of [
      [1, [rule('first-visit')]],
      [2, [rule('renumbered'), rule('late')]],
    ] as const)
      await put('reward_rule_sets', {
        id: `s${version}`,
        project_id: PROJECT,
        version,
        rules: JSON.stringify(rules),
        settings: '{}',
        published_at: 1,
      });
    const rewards: Kept[] = [
      { id: 'w1', referral: 'r1', rule: 'first-visit', version: 1, key: `${PROJECT}:first-visit:${REFERRER}:${FRIEND}` },
      { id: 'w2', referral: 'r2', rule: 'renumbered', version: 2, key: `${PROJECT}:renumbered:${REFERRER}:${FRIEND}` },
      { id: 'w3', referral: 'r4', rule: 'late', version: 2, key: `${PROJECT}:late:${REFERRER}:${OTHER}` },
      { id: 'w4', referral: 'r4', rule: 'renumbered', version: 2, key: null },
    ];
    for (const { id, referral: of, rule: by, version, key } of rewards)
      await put('rewards', {
        id,
        referral_id: of,
        project_id: PROJECT,
        rule_id: by,
        rule_name: by,
        rules_version: version,
        person_id: REFERRER,
        party: 'referrer',
        form: 'points',
        amount: 1,
        status: 'paid',
        why: 'w',
        once_key: key,
        created_at: 1,
        updated_at: 1,
      });
    if (source.options.type !== 'better-sqlite3') await runner.release();
  };

  const stand = async () => {
    const deals = await dataSource.query('SELECT id, deal_key FROM referrals ORDER BY id');
    const keys = await dataSource.query('SELECT id, once_key FROM rewards ORDER BY id');
    return {
      deals: deals.map((row: { id: string; deal_key: string | null }) => [row.id, row.deal_key]),
      keys: keys.map((row: { id: string; once_key: string | null }) => [row.id, row.once_key]),
    };
  };
});
