import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LeadImportView } from '@guihu/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { LeadImportBatchService } from '../../../src/modules/journeys/lead/import/lead-import-batch.service';
import { LeadImportRunService } from '../../../src/modules/journeys/lead/import/lead-import-run.service';
import type { ClaimedJob } from '../../../src/platform/jobs/job-registry';
import { JobRunner } from '../../../src/platform/jobs/job-runner';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anotherWorker, count, csv, goodRow, HEADER, upload } from '../../support/lead-tables';

/** Three processes share MySQL; of the one that SQLite has fewer show the same. */
const ROWS = process.env.DATABASE_URL?.startsWith('m') ? 10_000 : 6_000;
const MB = 1024 * 1024;
/** Text of a column that nobody maps: it makes the table 5 MB and more, so that holding it would show. */
const ballast = (row: number) => String(row).padStart(8, '0').repeat(100);

/** Of the rule that takes what no other rule does, as seeded. */
const WEIGHTS: Record<string, number> = {
  'agent-lin': 3,
  'agent-zhao': 2,
  'agent-sun': 2,
  'agent-qian': 2,
  'agent-wu': 2,
  'agent-zheng': 1,
};

describe(`${ROWS} leads at once`, () => {
  let world: TestApp;
  let manager: Person;
  const workers: INestApplicationContext[] = [];
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    await world.database.transaction((tx) => tx.query('UPDATE staff SET capacity = 100000, daily_quota = 100000'));
    workers.push(world.app);
    // SQLite belongs to one process; MySQL is shared by three.
    if (world.database.dialect === 'mysql') workers.push(await anotherWorker(world), await anotherWorker(world));
  });
  afterAll(async () => {
    for (const worker of workers.slice(1)) await worker.close();
    await world?.stop();
  });

  it('are imported row by row without being held, and go to colleagues by the weights of the rule, exactly', async () => {
    const id = await sendTable();
    const growth = watchHeap(world.app.get(LeadImportBatchService));
    const importing = performance.now();
    // Only the import, so that the heap tells of it alone: the simulated WeChat keeps every message it gets.
    const turns = await carryThrough(id);
    const imported = performance.now() - importing;
    const { body } = await manager.get<LeadImportView>(`/api/staff/lead-imports/${id}`);
    expect(body).toMatchObject({ status: 'done', total: ROWS, created: ROWS, joined: 0, rejected: 0 });
    expect(growth.mb()).toBeLessThan(4);
    expect(turns).toBeGreaterThan(1);
    const routing = performance.now();
    for (const worker of workers) worker.get(JobRunner).start(8);
    while ((await count(world, 'leads', `status = 'received'`)) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
    const routed = performance.now() - routing;
    await Promise.all(workers.map((worker) => worker.get(JobRunner).stop()));
    await expectShares();
    const seconds = (ms: number) => (ms / 1000).toFixed(1);
    process.stdout.write(
      `${world.database.dialect}, ${workers.length} worker(s): ${ROWS} rows imported in ${seconds(imported)} s and ${turns} turns, routed in ${seconds(routed)} s, heap +${growth.mb().toFixed(1)} MB\n`,
    );
  }, 300_000);

  /** As the job does, turn after turn; its own job is left waiting and finds nothing to do. Answers the number of turns. */
  async function carryThrough(importId: string): Promise<number> {
    const runs = world.app.get(LeadImportRunService);
    const job: ClaimedJob = { id: 'none', kind: 'lead.import', payload: { importId }, attempt: 1, finish: async () => {} };
    for (let turns = 0; ; turns++) if ((await runs.work(importId, job)) === 'skipped') return turns;
  }

  async function sendTable(): Promise<string> {
    const content = csv([[...HEADER, '编号'], ...Array.from({ length: ROWS }, (_, i) => [...goodRow(i), ballast(i)])]);
    expect(content.length).toBeGreaterThan(ROWS * 800);
    return (await upload(world, manager, { content })).body.id;
  }

  /** Nobody further than one lead from the exact share, and the tallies that capacity is judged by tell the same. */
  async function expectShares(): Promise<void> {
    const rows = await world.database.rows<{ owner_id: string; n: number }>(
      `SELECT owner_id, COUNT(*) AS n FROM leads WHERE status = 'offered' GROUP BY owner_id`,
    );
    const total = Object.values(WEIGHTS).reduce((sum, w) => sum + w, 0);
    expect(rows.reduce((sum, r) => sum + Number(r.n), 0)).toBe(ROWS);
    for (const [key, weight] of Object.entries(WEIGHTS)) {
      const { staffId } = (await world.as(key)).me;
      const given = Number(rows.find((r) => r.owner_id === staffId)?.n);
      expect(Math.abs(given - (ROWS * weight) / total)).toBeLessThanOrEqual(1);
      const [tally] = await world.database.rows<{ open_leads: number }>('SELECT open_leads FROM agent_loads WHERE staff_id = ?', [staffId]);
      expect(tally?.open_leads).toBe(given);
    }
    expect(await count(world, 'lead_offers')).toBe(ROWS);
    expect(await count(world, 'routing_decisions')).toBe(ROWS);
    expect(await count(world, 'jobs', `kind = 'lead.offer-expiry' AND status = 'pending'`)).toBe(ROWS);
  }
});

/** How far the heap grows, rubbish collected, from the first batch of the import to any later one. */
function watchHeap(batches: LeadImportBatchService): { mb(): number } {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const take = batches.take.bind(batches);
  let [seen, first, most] = [0, 0, 0];
  // No spy: it would keep every row it was called with.
  batches.take = (plan, rows) => {
    if (seen++ % 10 === 0) {
      collect();
      const used = process.memoryUsage().heapUsed;
      if (first === 0) first = used;
      most = Math.max(most, used - first);
    }
    return take(plan, rows);
  };
  return { mb: () => most / MB };
}
