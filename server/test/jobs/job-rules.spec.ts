import { type Config, readConfig } from '../../src/config/config';
import { dataSourceOptions, openDataSource } from '../../src/platform/database/data-source';
import { execute, insertRows } from '../../src/platform/database/database';
import { defineEvent } from '../../src/platform/events/domain-events';
import { PermanentJobError } from '../../src/platform/jobs/job-registry';
import { backoffMs } from '../../src/platform/jobs/job-runner';
import { LEASE_MS } from '../../src/platform/jobs/job-store';
import { schema } from '../../src/schema';
import { freshDatabase, type TestDatabase } from '../support/database';
import { type JobHouse, MARKS, mark, markers, openJobHouse } from '../support/job-house';
import { MONDAY_TEN, StoppedClock } from '../support/registers';

interface Row {
  id: string;
  status: string;
  attempts: number;
  run_at: number;
  last_error: string | null;
  active_key: string | null;
}

const Happened = defineEvent<{ what: string }>('test.happened');

describe('a job', () => {
  let database: TestDatabase;
  let config: Config;
  let clock: StoppedClock;
  let one: JobHouse;
  let two: JobHouse;
  let failing: string[] = [];
  let dead: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    config = readConfig({ DATABASE_URL: database.url, DATA_DIR: '/tmp/guihu-test', LOG_LEVEL: 'silent' });
    const dataSource = await openDataSource(dataSourceOptions(config, schema));
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.query(MARKS);
    await dataSource.destroy();
    clock = new StoppedClock(MONDAY_TEN);
    [one, two] = [await openJobHouse(config, clock), await openJobHouse(config, clock)];
    for (const house of [one, two]) {
      for (const handler of markers(house)) house.registry.add(handler);
      house.registry.add<{ what: string }>({
        kind: 'test.fails',
        run: async (job) => {
          failing.push(`${job.payload.what} ${job.attempt}`);
          throw job.payload.what === 'for good' ? new PermanentJobError('no use') : new Error(`it is 13800138000's turn`);
        },
        onDead: async (job) => {
          dead.push(job.payload.what);
        },
      });
      house.registry.add<{ what: string; until: number }>({
        kind: 'test.recovers',
        run: async (job) => {
          if (job.attempt <= job.payload.until) throw new Error('not yet');
          return 'done';
        },
      });
      house.events.on(Happened, 'first', (p) => leave(house, `first ${p.what}`));
      house.events.on(Happened, 'second', (p) => leave(house, `second ${p.what}`));
    }
  });
  beforeEach(async () => {
    [failing, dead] = [[], []];
    await one.database.transaction(async (tx) => {
      await execute(tx, 'DELETE FROM jobs');
      await execute(tx, 'DELETE FROM marks');
    });
  });
  afterAll(async () => {
    await one?.stop();
    await two?.stop();
    await database?.drop();
  });

  const leave = async (house: JobHouse, what: string): Promise<undefined> => {
    await house.database.transaction((tx) => insertRows(tx, 'marks', [mark(what, null)]));
  };
  const jobs = () => one.database.rows<Row>('SELECT * FROM jobs ORDER BY id');
  const marks = async () => (await one.database.rows<{ what: string }>('SELECT what FROM marks')).map((m) => m.what).sort();
  const add = (house: JobHouse, ...requests: Parameters<JobHouse['queue']['add']> extends [unknown, ...infer R] ? R : never) =>
    house.database.transaction((tx) => house.queue.add(tx, ...requests));

  it('of a transaction that rolled back never runs', async () => {
    const broken = one.database.transaction(async (tx) => {
      await one.queue.add(tx, { kind: 'test.whole', payload: { what: 'ghost' } });
      await one.events.publish(tx, Happened, { what: 'ghost' });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect(await one.runner.drain()).toBe(0);
    expect(await marks()).toEqual([]);
  });

  it('is not run before its time', async () => {
    await add(one, { kind: 'test.whole', payload: { what: 'later' }, runAt: clock.now() + 1_000 });
    expect(await one.runner.drain()).toBe(0);
    clock.advance(1_000);
    expect(await one.runner.drain()).toBe(1);
    expect(await marks()).toEqual(['later']);
  });

  it('that fails is tried again after two seconds, then four, then eight, and passes when it can', async () => {
    await add(one, { kind: 'test.recovers', payload: { what: 'x', until: 3 } });
    for (const wait of [2_000, 4_000, 8_000]) {
      expect(await one.runner.drain()).toBe(1);
      const [job] = await jobs();
      expect([job?.status, Number(job?.run_at) - clock.now()]).toEqual(['pending', wait]);
      clock.advance(wait - 1);
      expect(await one.runner.drain()).toBe(0);
      clock.advance(1);
    }
    expect(await one.runner.drain()).toBe(1);
    expect((await jobs())[0]).toMatchObject({ status: 'done', attempts: 4 });
    expect([8, 10, 11, 30].map(backoffMs)).toEqual([256_000, 900_000, 900_000, 900_000]);
  });

  it('that keeps failing is buried once, told once, and lies where operators see it', async () => {
    await add(
      one,
      { kind: 'test.fails', payload: { what: 'again' }, maxAttempts: 3 },
      { kind: 'test.fails', payload: { what: 'for good' } },
    );
    for (let i = 0; i < 6; i++) {
      await one.runner.drain();
      clock.advance(60_000);
    }
    expect(failing).toEqual(['again 1', 'for good 1', 'again 2', 'again 3']);
    expect([...dead].sort()).toEqual(['again', 'for good']);
    const list = await one.board.list({ status: 'dead', limit: 10 });
    expect(list.items.map((j) => j.lastError).sort()).toEqual(["it is 138****8000's turn", 'no use']);
  });

  it('that was buried runs again, with all its tries, when somebody asks', async () => {
    await add(one, { kind: 'test.fails', payload: { what: 'again' }, maxAttempts: 1 });
    await one.runner.drain();
    const [job] = await jobs();
    expect(await one.board.rerun(job?.id as string)).toMatchObject({ status: 'pending', attempts: 0 });
    await expect(one.board.rerun(job?.id as string)).rejects.toMatchObject({ code: 'job.state-conflict' });
    await expect(one.board.rerun('nothing')).rejects.toMatchObject({ code: 'job.not-found' });
    expect(await one.runner.drain()).toBe(1);
    expect(failing).toEqual(['again 1', 'again 1']);
  });

  it('that nobody knows how to do is buried, and holds nobody up', async () => {
    await add(one, { kind: 'test.unheard-of', payload: {} }, { kind: 'test.fails', payload: { what: 'x' } });
    await add(one, ...['a', 'b', 'c'].map((what) => ({ kind: 'test.whole', payload: { what } })));
    await one.runner.drain();
    expect(await marks()).toEqual(['a', 'b', 'c']);
    expect((await jobs()).map((j) => j.status).sort()).toEqual(['dead', 'done', 'done', 'done', 'pending']);
  });

  it('does not fall with the bad one of its batch', async () => {
    await add(one, ...['a', 'b', 'c'].map((what) => ({ kind: 'test.together', payload: { what } })));
    const bad = 'x'.repeat(200); // longer than a mark may be: MySQL refuses the whole statement
    await add(one, { kind: 'test.together', payload: { what: one.database.dialect === 'mysql' ? bad : { toString: null } } });
    await one.runner.drain();
    expect((await marks()).filter((m) => ['a', 'b', 'c'].includes(m))).toEqual(['a', 'b', 'c']);
    expect((await jobs()).filter((j) => j.status === 'done').length).toBeGreaterThanOrEqual(3);
  });

  it('is cancelled with its subject, whole or one kind of it, and a running one is left alone', async () => {
    const about = (subject: string, kind: string, what: string) => ({ kind, payload: { what }, subject, runAt: clock.now() + 5_000 });
    await add(one, about('lead:1', 'test.whole', 'a'), about('lead:1', 'test.together', 'b'), about('lead:2', 'test.whole', 'c'));
    await one.database.transaction((tx) => execute(tx, `UPDATE jobs SET status = 'running' WHERE payload LIKE '%"b"%'`));
    expect(await one.database.transaction((tx) => one.queue.cancel(tx, 'lead:1', 'test.unrelated'))).toBe(0);
    expect(await one.database.transaction((tx) => one.queue.cancel(tx, 'lead:1'))).toBe(1);
    clock.advance(5_000);
    await one.runner.drain();
    expect(await marks()).toEqual(['c']);
    expect((await jobs()).map((j) => j.status)).toEqual(['cancelled', 'running', 'done']);
  });

  it('with a key is there once, however many ask for it at the same moment', async () => {
    const ask = (house: JobHouse, what: string) => add(house, { kind: 'test.whole', payload: { what }, key: 'only-one' });
    const answers = await Promise.allSettled(Array.from({ length: 24 }, (_, i) => ask(i % 2 ? one : two, `${i}`)));
    expect(answers.filter((a) => a.status === 'rejected')).toEqual([]);
    expect(await jobs()).toHaveLength(1);
    await Promise.all([one.runner.drain(), two.runner.drain()]);
    expect(await marks()).toHaveLength(1);
    await ask(one, 'next');
    expect((await jobs()).filter((j) => j.active_key === 'only-one')).toHaveLength(1);
  });

  it('with a key is there once when its rival has not committed yet', async () => {
    if (one.database.dialect === 'sqlite') return; // one writer at a time: there is no such moment
    let proceed = (): void => {};
    const held = one.database.transaction(async (tx) => {
      await one.queue.add(tx, { kind: 'test.whole', payload: { what: 'first' }, key: 'race' });
      await new Promise<void>((resolve) => {
        proceed = resolve;
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const rival = add(
      two,
      { kind: 'test.whole', payload: { what: 'second' }, key: 'race' },
      { kind: 'test.whole', payload: { what: 'beside' } },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    proceed();
    await Promise.all([held, rival]);
    await one.runner.drain();
    expect(await marks()).toEqual(['beside', 'first']);
  });

  it('with a key is moved by the one who asks for another time', async () => {
    const ask = (inMs: number) =>
      add(one, { kind: 'test.whole', payload: { what: `${inMs}` }, key: 'k', runAt: clock.now() + inMs, reschedule: true });
    await ask(60_000);
    await ask(1_000);
    clock.advance(1_000);
    await one.runner.drain();
    expect(await marks()).toEqual(['1000']);
  });

  it('of an event reaches each listener once', async () => {
    await one.database.transaction((tx) => one.events.publish(tx, Happened, { what: 'sale' }));
    await Promise.all([one.runner.drain(), two.runner.drain()]);
    expect(await one.runner.drain()).toBe(0);
    expect(await marks()).toEqual(['first sale', 'second sale']);
  });

  it('that throws after its work was committed is not done twice, nor reported as failed', async () => {
    one.registry.add<{ what: string }>({
      kind: 'test.throws-late',
      run: async (job) => {
        await one.database.transaction(async (tx) => {
          await insertRows(tx, 'marks', [mark(job.payload.what, job.id)]);
          await job.finish(tx);
        });
        throw new Error('the line broke after the commit');
      },
      onDead: async () => {
        dead.push('wrongly');
      },
    });
    await add(one, { kind: 'test.throws-late', payload: { what: 'late' }, maxAttempts: 1 });
    await one.runner.drain();
    clock.advance(3_600_000);
    await one.runner.drain();
    expect(await marks()).toEqual(['late']);
    expect((await jobs())[0]).toMatchObject({ status: 'done', attempts: 1 });
    expect(dead).toEqual([]);
  });

  it('that a worker thought dead finishes after all has its effect once', async () => {
    let proceed = (): void => {};
    const gate = new Promise<void>((resolve) => {
      proceed = resolve;
    });
    for (const house of [one, two]) {
      house.registry.add<{ what: string }>({
        kind: 'test.slow',
        run: async (job) => {
          if (house === one) await gate;
          return house.database.transaction(async (tx) => {
            await insertRows(tx, 'marks', [mark(job.payload.what, job.id)]);
            await job.finish(tx);
            return 'done' as const;
          });
        },
        onDead: async () => {
          dead.push('wrongly');
        },
      });
    }
    await add(one, { kind: 'test.slow', payload: { what: 'once' }, maxAttempts: 2 });
    const slow = one.runner.drain();
    for (let i = 0; i < 100 && (await jobs())[0]?.status !== 'running'; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    clock.advance(LEASE_MS + 1);
    expect(await two.store.releaseExpired()).toBe(1);
    await two.runner.drain();
    proceed();
    await slow;
    expect(await marks()).toEqual(['once']);
    expect((await jobs())[0]).toMatchObject({ status: 'done', attempts: 2, last_error: null });
    expect(dead).toEqual([]);
  });

  it('that a worker thought dead fails at after all stays with the one who has it', async () => {
    await add(one, { kind: 'test.whole', payload: { what: 'theirs' } });
    const [lost] = await one.store.claim('slow', 1);
    clock.advance(LEASE_MS + 1);
    await two.store.releaseExpired();
    await two.store.claim('quick', 1);
    expect(await one.store.retryLater(lost?.id as string, 'slow', clock.now(), 'late')).toBe(false);
    expect(await one.store.bury(lost?.id as string, 'slow', 'late')).toBe(false);
    expect((await jobs())[0]).toMatchObject({ status: 'running', attempts: 2, last_error: null });
  });

  it('that kills every worker is buried in the end, and told', async () => {
    await add(one, { kind: 'test.fails', payload: { what: 'killer' }, maxAttempts: 3 });
    for (let i = 0; i < 3; i++) {
      expect(await one.store.claim(`victim-${i}`, 1)).toHaveLength(1);
      clock.advance(LEASE_MS + 1);
      await one.store.releaseExpired();
    }
    await one.runner.drain();
    expect(failing).toEqual([]);
    expect(dead).toEqual(['killer']);
    expect((await jobs())[0]).toMatchObject({ status: 'dead', last_error: 'the worker ended at every attempt without an answer' });
  });

  it('is heard of while the table is being asked', async () => {
    one.runner.start(2);
    try {
      for (let i = 0; i < 20; i++) await add(one, { kind: 'test.whole', payload: { what: `${i}` } });
      for (let i = 0; i < 100 && (await marks()).length < 20; i++) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await marks()).toHaveLength(20);
    } finally {
      await one.runner.stop();
    }
  });
});
