import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/config';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { rotateKeys } from '../../src/platform/crypto/key-rotation';
import { newId } from '../../src/platform/database/columns';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { insertRows } from '../../src/platform/database/database';
import { schema } from '../../src/schema';
import { seed } from '../../src/seeds/seed';
import { freshDatabase, type TestDatabase } from '../support/database';
import { MONDAY_TEN } from '../support/registers';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const phoneOf = (i: number) => `+86137${String(20_000_000 + i)}`;

describe('rotating keys', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let folder: string;
  const environment = (fieldKeys: string) => ({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    FIELD_KEYS: fieldKeys,
    INDEX_KEY: key(3),
    SESSION_KEY: key(4),
  });
  const cipherOf = (fieldKeys: string) => new FieldCipher(readConfig(environment(fieldKeys)));
  const [oldOnly, both, newOnly] = [`k_1:${key(1)}`, `kx2:${key(2)},k_1:${key(1)}`, `kx2:${key(2)}`];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-rotate-'));
    database = await freshDatabase();
    dataSource = await openDataSource(dataSourceOptions(readConfig(environment(oldOnly)), schema));
    await dataSource.runMigrations({ transaction: 'each' });
    const cipher = cipherOf(oldOnly);
    await seed(dataSource, { cipher, now: MONDAY_TEN });
    await dataSource.transaction((tx) =>
      insertRows(
        tx,
        'customers',
        Array.from({ length: 1_201 }, (_, i) => customer(cipher, i)),
      ),
    );
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const customer = (cipher: FieldCipher, i: number) => ({
    id: newId(),
    name: `客户${i}`,
    gender: 'unknown',
    phone_sealed: cipher.encrypt(phoneOf(i)),
    phone_index: cipher.blindIndex(phoneOf(i)),
    created_at: 0,
    updated_at: 0,
  });
  const sealed = async (table: string): Promise<string[]> =>
    (await dataSource.query(`SELECT phone_sealed FROM ${table}`)).map((r: { phone_sealed: string }) => r.phone_sealed);
  const run = (fieldKeys: string) =>
    promisify(execFile)(
      process.execPath,
      [path.resolve(__dirname, '../support/run.cjs'), path.resolve(__dirname, '../../src/rotate-keys.ts')],
      {
        env: { PATH: process.env.PATH, ...environment(fieldKeys) },
      },
    );

  it('seals every phone again, of customers, of residents and of colleagues, and the old key is not needed any more', async () => {
    const before = await dataSource.query('SELECT id, phone_index FROM customers ORDER BY id');
    const { stdout } = await run(both);
    expect(stdout).toMatch(/customers\.phone_sealed: 1\d{3} sealed again with kx2, 0 were already, 0 unreadable/);
    expect(stdout).toMatch(/staff\.phone_sealed: 1\d sealed again with kx2/);
    expect(stdout).toMatch(/residents\.phone_sealed: [1-9]\d+ sealed again with kx2, 0 were already, 0 unreadable/);
    expect(stdout).toContain('may be dropped');
    expect(stdout).not.toMatch(/1\d{10}/);

    const cipher = cipherOf(newOnly);
    const phones = (await sealed('customers')).map((value) => cipher.decrypt(value));
    expect(new Set(phones).has(phoneOf(0))).toBe(true);
    expect(new Set(phones).has(phoneOf(1_200))).toBe(true);
    for (const value of [...(await sealed('staff')), ...(await sealed('residents'))]) expect(cipher.decrypt(value)).toMatch(/^\+86/);
    // Who is who does not change: the index has a key of its own.
    expect(await dataSource.query('SELECT id, phone_index FROM customers ORDER BY id')).toEqual(before);
    expect(() => cipherOf(oldOnly).decrypt((phones.length && 'kx2.AAAA') as string)).toThrow('unknown field key');
  });

  it('does nothing the second time, and takes up where a stopped one ended', async () => {
    const again = await rotateKeys(dataSource, cipherOf(both), 100);
    expect(again.map((r) => r.table)).toEqual(expect.arrayContaining(['customers', 'residents', 'staff']));
    expect(again.filter((r) => r.resealed > 0)).toEqual([]);
    const [one] = await dataSource.query('SELECT id FROM customers ORDER BY id LIMIT 1');
    await dataSource.query('UPDATE customers SET phone_sealed = ? WHERE id = ?', [cipherOf(oldOnly).encrypt(phoneOf(9_999)), one.id]);
    expect((await rotateKeys(dataSource, cipherOf(both), 100)).find((r) => r.table === 'customers')).toMatchObject({ resealed: 1 });
  });

  it('says which rows no key opens, leaves them, and ends as a failure', async () => {
    const [one] = await dataSource.query('SELECT id FROM customers ORDER BY id LIMIT 1');
    const foreign = cipherOf(`gone:${key(9)}`).encrypt(phoneOf(1));
    await dataSource.query('UPDATE customers SET phone_sealed = ? WHERE id = ?', [foreign, one.id]);
    const failure = await run(newOnly).catch((error) => error);
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain(`customers ${one.id}`);
    expect(failure.stdout).toContain('keep the older keys');
    expect((await sealed('customers')).filter((value) => value === foreign)).toHaveLength(1);
  });

  it('does not overwrite what the application wrote meanwhile', async () => {
    const [one] = await dataSource.query('SELECT id FROM customers ORDER BY id LIMIT 1');
    await dataSource.query('UPDATE customers SET phone_sealed = ? WHERE id = ?', [cipherOf(oldOnly).encrypt(phoneOf(1)), one.id]);
    const newer = cipherOf(both).encrypt(phoneOf(2));
    const transaction = dataSource.transaction.bind(dataSource);
    const query = dataSource.query.bind(dataSource);
    let isRead = false;
    jest.spyOn(dataSource, 'query').mockImplementation((sql, ...rest) => {
      isRead ||= /FROM customers WHERE id >/.test(sql);
      return query(sql, ...rest);
    });
    jest.spyOn(dataSource, 'transaction').mockImplementation(async (...work: unknown[]) => {
      if (isRead) await query('UPDATE customers SET phone_sealed = ? WHERE id = ?', [newer, one.id]);
      return transaction(...(work as Parameters<typeof transaction>));
    });
    const reports = await rotateKeys(dataSource, cipherOf(both), 5_000);
    jest.restoreAllMocks();
    expect(reports.find((r) => r.table === 'customers')?.resealed).toBe(1);
    expect((await sealed('customers')).filter((value) => value === newer)).toHaveLength(1);
  });
});
