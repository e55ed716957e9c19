import type { DataSource } from 'typeorm';
import { CAST } from '../../src/integrations/wechat/simulator/cast';
import { personaIdentity } from '../../src/integrations/wechat/simulator/identity';
import { RoutingRuleSetRecord } from '../../src/modules/journeys/lead/routing/routing.entity';
import { faultsOfRules } from '../../src/modules/journeys/lead/routing/routing.policy';
import { Account } from '../../src/modules/registers/identity/account.entity';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { schema } from '../../src/schema';
import { seed } from '../../src/seeds/seed';
import { MONDAY_TEN, migratedDatabase } from '../support/registers';

describe('the seeded world', () => {
  let dataSource: DataSource;
  let other: DataSource;
  let cipher: FieldCipher;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const empty = await migratedDatabase();
    ({ dataSource } = empty);
    cipher = new FieldCipher(empty.config);
    other = await openDataSource(dataSourceOptions(empty.config, schema));
    drop = async () => {
      await other.destroy();
      await empty.drop();
    };
    const begin = [dataSource, other].map((each) => () => seed(each, { cipher, now: MONDAY_TEN }));
    // Two connections of one process cannot wait for one another's SQLite lock: waiting blocks the thread that would release it.
    if (dataSource.options.type === 'better-sqlite3') for (const each of begin) await each();
    else await Promise.all(begin.map((each) => each()));
  });
  afterAll(() => drop?.());

  const counts = async () => {
    const tables = [
      'projects',
      'buildings',
      'layouts',
      'units',
      'channels',
      'staff',
      'teams',
      'shifts',
      'accounts',
      'followers',
      'customers',
    ];
    const more = [
      'staff_projects',
      'consents',
      'policies',
      'calendars',
      'calendar_days',
      'routing_rule_sets',
      'routing_locks',
      'agent_loads',
      'sop_plans',
    ];
    const rows = await Promise.all(
      [...tables, ...more].map(async (table) => [table, Number((await dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n)]),
    );
    return Object.fromEntries(rows);
  };

  it('is there once, though two connections seeded it, and again changes nothing', async () => {
    const once = await counts();
    expect(once).toMatchObject({
      projects: 2,
      buildings: 5,
      layouts: 8,
      units: 220,
      staff: 16,
      teams: 3,
      routing_locks: 2,
      agent_loads: 6,
    });
    expect(once).toMatchObject({ accounts: 17, followers: 17, customers: 1, consents: 1, policies: 1, routing_rule_sets: 2, sop_plans: 3 });
    await seed(dataSource, { cipher, now: MONDAY_TEN + 86_400_000 });
    expect(await counts()).toEqual(once);
  });

  it('knows the WeChat of every colleague and of the owner, and of no prospect', async () => {
    for (const persona of CAST) {
      const account = await dataSource.manager.findOneBy(Account, { mpOpenid: personaIdentity(persona.key).mpOpenid });
      if (persona.role === 'prospect') {
        expect(account).toBeNull();
        continue;
      }
      expect(account).toMatchObject({ ...personaIdentity(persona.key), followsOfficialAccount: true });
      expect([account?.staffId !== null, account?.customerId !== null]).toEqual(persona.role === 'owner' ? [false, true] : [true, false]);
    }
  });

  it('keeps no phone number in the clear', async () => {
    const sealed = [
      ...(await dataSource.query('SELECT name, phone_sealed, phone_index FROM staff')),
      ...(await dataSource.query('SELECT name, phone_sealed, phone_index FROM customers')),
    ];
    for (const { name, phone_sealed, phone_index } of sealed) {
      const persona = CAST.find((p) => p.name === name);
      expect(cipher.decrypt(phone_sealed)).toBe(persona?.phone);
      expect(phone_index).toBe(cipher.blindIndex(persona!.phone));
    }
  });

  it('has handed over the sold homes of one project, over the years, to people who are yet to find them', async () => {
    const homes: { delivered_on: string; name: string; phone_sealed: string; phone_index: string; customer_id: string | null }[] =
      await dataSource.query(
        `SELECT d.delivered_on, r.name, r.phone_sealed, r.phone_index, r.customer_id FROM units u
         JOIN deliveries d ON d.unit_id = u.id JOIN residents r ON r.unit_id = u.id AND r.role = 'owner' WHERE u.state = 'sold'`,
      );
    expect(homes.length).toBeGreaterThan(50);
    const years = new Set(homes.map((home) => home.delivered_on.slice(0, 4)));
    expect([...years].sort().filter((year) => ['2019', '2020', '2024', '2025', '2026'].includes(year))).toHaveLength(5);
    for (const { delivered_on } of homes) expect(delivered_on <= '2026-11-23').toBe(true);
    for (const { phone_sealed, phone_index } of homes) expect(cipher.blindIndex(cipher.decrypt(phone_sealed))).toBe(phone_index);
    const bound = homes.filter((home) => home.customer_id !== null);
    expect(bound.map((home) => [home.name, home.delivered_on]).sort()).toEqual([
      ['陈玉兰', '2020-03-20'],
      ['陈玉兰', '2025-06-18'],
    ]);
    const [{ n: lived }] = await dataSource.query(`SELECT COUNT(*) AS n FROM residents WHERE role <> 'owner'`);
    expect(Number(lived)).toBeGreaterThan(15);
  });

  it('has rules that could be published, whose weights name colleagues of the project', async () => {
    for (const set of await dataSource.manager.find(RoutingRuleSetRecord)) {
      expect(faultsOfRules(set.rules)).toEqual([]);
      expect(set.rules.map((rule) => rule.strategy)).toEqual(['sticky', 'skill', 'least-loaded', 'round-robin', 'weighted']);
      const posts = await dataSource.query('SELECT staff_id FROM staff_projects WHERE project_id = ?', [set.projectId]);
      const weighed = Object.keys(set.rules.at(-1)?.weights ?? {});
      expect(posts.map((p: { staff_id: string }) => p.staff_id)).toEqual(expect.arrayContaining(weighed));
      expect(weighed.length).toBeGreaterThan(2);
    }
  });

  it('prices homes by floor, in whole hundreds of yuan, and puts them under plausible figures', async () => {
    const homes: { price: number | string; floor: number; area_tenths: number; code: string }[] = await dataSource.query(
      'SELECT u.price, u.floor, l.area_tenths, l.code FROM units u JOIN layouts l ON l.id = u.layout_id',
    );
    for (const home of homes) {
      expect(Number(home.price) % 10_000).toBe(0);
      const yuanPerSqm = Number(home.price) / 100 / (home.area_tenths / 10);
      expect(yuanPerSqm).toBeGreaterThan(20_000);
      expect(yuanPerSqm).toBeLessThan(50_000);
    }
    const priceOf = (code: string, floor: number) => Number(homes.find((h) => h.code === code && h.floor === floor)?.price);
    expect(priceOf('A', 10)).toBeGreaterThan(priceOf('A', 2));
    expect(priceOf('A', 18)).toBeLessThan(priceOf('A', 17));
    expect(priceOf('E', 1)).toBeGreaterThan(priceOf('E', 2));
  });
});
