import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type Config, readConfig } from '../../src/config/config';
import { SystemClock } from '../../src/platform/clock/clock';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { execute } from '../../src/platform/database/database';
import { schema } from '../../src/schema';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type JobHouse, MARKS, openJobHouse } from '../support/job-house';

const SUPPORT = path.resolve(__dirname, '../support');

describe('several worker processes on one job table', () => {
  let database: TestDatabase;
  let config: Config;
  let house: JobHouse;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    config = readConfig({ DATABASE_URL: database.url, DATA_DIR: '/tmp/guihu-test', LOG_LEVEL: 'silent' });
    const dataSource = await openDataSource(dataSourceOptions(config, schema));
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.query(MARKS);
    await dataSource.destroy();
    house = await openJobHouse(config, new SystemClock());
  });

  afterEach(() => Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGTERM'))));
  afterAll(async () => {
    await house?.stop();
    await database?.drop();
  });

  const hire = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const env = {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        DATABASE_POOL: '4',
        DATA_DIR: '/tmp/guihu-test',
        LOG_LEVEL: 'silent',
      };
      const child = spawn(process.execPath, [path.join(SUPPORT, 'run.cjs'), path.join(SUPPORT, 'job-worker.ts')], { env });
      workers.push(child);
      child.stdout.once('data', () => resolve(child));
      child.stderr.on('data', (text) => reject(new Error(String(text))));
    });

  const end = (worker: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      if (worker.exitCode !== null || worker.signalCode !== null) return resolve();
      worker.once('exit', () => resolve());
      worker.kill(signal);
    });

  const order = (kind: string, many: number) =>
    house.database.transaction((tx) =>
      house.queue.add(tx, ...Array.from({ length: many }, (_, i) => ({ kind, payload: { what: `${kind} ${i}` } }))),
    );

  const count = async (sql: string): Promise<number> => Number((await house.database.rows<{ n: number }>(sql))[0]?.n);

  const until = async (what: () => Promise<boolean>, seconds = 40): Promise<void> => {
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
      if (await what()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('it did not come to that');
  };

  it('do each of six hundred jobs exactly once, all of them at work', async () => {
    await Promise.all([hire(), hire(), hire()]);
    for (let i = 0; i < 6; i++) {
      await order('test.whole', 50);
      await order('test.together', 50);
    }
    await until(async () => (await count(`SELECT COUNT(*) AS n FROM jobs WHERE status <> 'done'`)) === 0);
    expect(await count('SELECT COUNT(*) AS n FROM marks')).toBe(600);
    expect(await count('SELECT COUNT(DISTINCT job_id) AS n FROM marks')).toBe(600);
    // One SQLite file serves one writer at a time; who is quickest there may do all of it.
    if (config.database.kind !== 'sqlite') expect(await count('SELECT COUNT(DISTINCT pid) AS n FROM marks')).toBeGreaterThan(1);
  }, 60_000);

  it('take over from one that was killed, once its lease is over and not before', async () => {
    const doomed = await hire();
    await order('test.hangs', 1);
    await until(async () => (await count(`SELECT COUNT(*) AS n FROM marks WHERE what = 'began 1'`)) === 1);
    await end(doomed, 'SIGKILL');
    await hire();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await house.store.releaseExpired()).toBe(0);
    expect(await count(`SELECT COUNT(*) AS n FROM marks WHERE what = 'began 2'`)).toBe(0);

    await house.database.transaction((tx) => execute(tx, `UPDATE jobs SET lease_until = lease_until - 60000 WHERE status = 'running'`));
    expect(await house.store.releaseExpired()).toBe(1);
    await until(async () => (await count(`SELECT COUNT(*) AS n FROM jobs WHERE kind = 'test.hangs' AND status = 'done'`)) === 1);
    expect(await count(`SELECT COUNT(*) AS n FROM marks WHERE what LIKE 'began %'`)).toBe(2);
  }, 60_000);

  it('finish what they hold when they are told to stop', async () => {
    const worker = await hire();
    await order('test.whole', 100);
    await end(worker, 'SIGTERM');
    expect(await count(`SELECT COUNT(*) AS n FROM jobs WHERE status = 'running'`)).toBe(0);
    await hire();
    await until(async () => (await count(`SELECT COUNT(*) AS n FROM jobs WHERE status <> 'done'`)) === 0);
    const whole = `FROM marks WHERE what LIKE 'test.whole %'`;
    expect(await count(`SELECT COUNT(DISTINCT job_id) AS n ${whole}`)).toBe(await count(`SELECT COUNT(*) AS n ${whole}`));
  }, 60_000);
});
