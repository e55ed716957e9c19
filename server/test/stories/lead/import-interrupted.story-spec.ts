import { readdirSync } from 'node:fs';
import path from 'node:path';
import { LeadImportBatchService } from '../../../src/modules/journeys/lead/import/lead-import-batch.service';
import { LeadIntakeService } from '../../../src/modules/journeys/lead/intake/lead-intake.service';
import { JobRunner } from '../../../src/platform/jobs/job-runner';
import { JobStore } from '../../../src/platform/jobs/job-store';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anotherWorker, count, csv, dataDirOf, goodRow, HEADER, imported, phoneOfRow, reportOf, upload } from '../../support/lead-tables';

/** 950 rows: every tenth names no person, every tenth repeats the phone of the row before it. */
const table = (from: number) =>
  csv([
    HEADER,
    ...Array.from({ length: 950 }, (_, i) => {
      if (i % 10 === 4) return ['', phoneOfRow(from + i), '官方网站', '', ''];
      return i % 10 === 5 ? goodRow(from + i - 2) : goodRow(from + i);
    }),
  ]);
const EXACTLY = { status: 'done', total: 950, created: 760, joined: 95, rejected: 95 };

describe('an import that is interrupted', () => {
  let world: TestApp;
  let manager: Person;
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
  });
  afterAll(() => world?.stop());
  afterEach(() => jest.restoreAllMocks());

  const files = () => readdirSync(path.join(dataDirOf(world), 'imports'));
  const rowsOf = (id: string) => count(world, 'lead_import_rows', 'import_id = ?', [id]);

  /** Nothing twice and nothing lost: as many leads and touches as the counts say, one line in the report for every row. */
  const expectExact = async (id: string, before: { leads: number; touches: number }) => {
    expect(await imported(world, manager, id)).toMatchObject(EXACTLY);
    expect(await count(world, 'leads')).toBe(before.leads + 760);
    expect(await count(world, 'lead_touches')).toBe(before.touches + 760 + 95);
    expect((await reportOf(manager, id)).map((line) => Number(line.split(',')[0]))).toEqual(Array.from({ length: 950 }, (_, i) => i + 2));
    expect(files()).toEqual([]);
  };
  const soFar = async () => ({ leads: await count(world, 'leads'), touches: await count(world, 'lead_touches') });
  const databaseGoesAway = () => Object.assign(new Error('Connection lost'), { code: 'PROTOCOL_CONNECTION_LOST' });

  it('goes on after a fault in the middle, and nothing is taken twice', async () => {
    const before = await soFar();
    const intake = world.app.get(LeadIntakeService);
    const take = intake.takeAll.bind(intake);
    let calls = 0;
    jest.spyOn(intake, 'takeAll').mockImplementation(async (tx, arrivals) => {
      const arrived = await take(tx, arrivals);
      // The work of this transaction is done but not committed.
      if (++calls > 3) throw databaseGoesAway();
      return arrived;
    });
    const { body } = await upload(world, manager, { content: table(0) });
    expect(await imported(world, manager, body.id)).toMatchObject({ status: 'running', created: 240, joined: 30, rejected: 30 });
    expect([await rowsOf(body.id), await count(world, 'leads')]).toEqual([300, before.leads + 240]);
    expect(files()).toHaveLength(1);
    jest.restoreAllMocks();
    await world.travel('PT10S');
    await expectExact(body.id, before);
  });

  it('goes on elsewhere when its worker is taken for dead, and the dead one, waking up, changes nothing', async () => {
    const before = await soFar();
    const worker = await anotherWorker(world);
    try {
      const batches = worker.get(LeadImportBatchService);
      const take = batches.take.bind(batches);
      let [calls, wake] = [0, () => {}];
      const asleep = new Promise<void>((resolve) => {
        jest.spyOn(batches, 'take').mockImplementation(async (plan, rows) => {
          if (++calls === 4) {
            resolve();
            await new Promise<void>((awake) => {
              wake = awake;
            });
          }
          return take(plan, rows);
        });
      });
      const { body } = await upload(world, manager, { content: table(10_000) });
      const drained = worker.get(JobRunner).drain();
      await asleep;
      expect(await rowsOf(body.id)).toBe(300);
      await world.database.transaction((tx) =>
        tx.query(`UPDATE jobs SET lease_until = 1 WHERE kind = 'lead.import' AND status = 'running'`),
      );
      expect(await world.app.get(JobStore).releaseExpired()).toBe(1);
      await expectExact(body.id, before);
      wake();
      await drained;
      await expectExact(body.id, before);
    } finally {
      await worker.close();
    }
  });

  it('is given up when it fails again and again, says so, and goes on when the file is sent once more', async () => {
    const before = await soFar();
    const intake = world.app.get(LeadIntakeService);
    const take = intake.takeAll.bind(intake);
    let calls = 0;
    jest
      .spyOn(intake, 'takeAll')
      .mockImplementation((tx, arrivals) => (++calls > 2 ? Promise.reject(databaseGoesAway()) : take(tx, arrivals)));
    const content = table(20_000);
    const { body } = await upload(world, manager, { content });
    await world.travel('PT2H');
    expect(await imported(world, manager, body.id)).toMatchObject({
      status: 'failed',
      error: '导入中断，请重新上传同一份文件，已导入的行不会重复',
      created: 160,
      reportUrl: expect.any(String),
    });
    expect(files()).toEqual([]);
    jest.restoreAllMocks();
    const again = await upload(world, manager, { content });
    expect(again.body.id).toBe(body.id);
    await expectExact(body.id, before);
  });

  it('one row that the database cannot take is refused alone', async () => {
    const intake = world.app.get(LeadIntakeService);
    const take = intake.takeAll.bind(intake);
    jest.spyOn(intake, 'takeAll').mockImplementation((tx, arrivals) => {
      if (arrivals.some((a) => a.name === '客户30007')) throw new RangeError('tripped over this row');
      return take(tx, arrivals);
    });
    const { body } = await upload(world, manager, { content: csv([HEADER, ...Array.from({ length: 20 }, (_, i) => goodRow(30_000 + i))]) });
    expect(await imported(world, manager, body.id)).toMatchObject({ status: 'done', created: 19, joined: 0, rejected: 1 });
    expect((await reportOf(manager, body.id))[7]).toBe('9,拒绝,这一行没能写入，请检查内容后单独录入,');
  });
});
