import { spawn } from 'node:child_process';
import path from 'node:path';
import { beijingDate } from '@guihu/shared';
import { ProjectQueries } from '../../../src/modules/registers/project';
import { FieldCipher } from '../../../src/platform/crypto/field-cipher';
import { faultsOfProjectFile, foundProject, type ProjectFile } from '../../../src/seeds/project-file';
import { startApp, type TestApp } from '../../support/app';

const REPOSITORY = path.resolve(__dirname, '../../../..');
const SAMPLE = path.resolve(__dirname, '../../fixtures/nyc311_sample.csv');
const REQUESTS = 60;

/** Runs the replay as a person at a terminal would; answers what it printed. */
function replay(...args: string[]): Promise<{ code: number | null; output: string; complaint: string }> {
  const child = spawn(process.execPath, ['scripts/dispatch-replay.mjs', '--small', ...args], { cwd: REPOSITORY });
  let [output, complaint] = ['', ''];
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, complaint })));
}

describe('a real day, replayed', () => {
  let world: TestApp;

  beforeAll(async () => {
    world = await startApp();
    const file = JSON.parse((await replay('--project-file')).output) as ProjectFile;
    expect(faultsOfProjectFile(file)).toEqual([]);
    await world.database.transaction((tx) => foundProject(tx, world.app.get(FieldCipher), file, beijingDate(world.now())));
    world.app.get(ProjectQueries).invalidate();
  });
  afterAll(() => world?.stop());

  const many = async (sql: string): Promise<number> => Number((await world.database.rows<{ n: number }>(sql))[0]!.n);

  it('every request of the sample is dispatched, and ends or is with somebody', async () => {
    const { code, output, complaint } = await replay(SAMPLE, `--server=${world.url}`, '--json');
    // What does not hold is said there, sentence by sentence.
    expect([code, code === 0 ? '' : complaint]).toEqual([0, '']);
    const [outcome] = JSON.parse(output);
    expect(outcome.orders).toBe(REQUESTS);
    const ended = ['resolved', 'closed', 'cancelled'].reduce((sum, status) => sum + (outcome.statuses[status] ?? 0), 0);
    const withSomebody = (Object.values(outcome.openWith) as number[]).reduce((sum, count) => sum + count, 0);
    expect(outcome.openWith.nobody).toBeUndefined();
    expect(ended + withSomebody).toBe(REQUESTS);
    expect(outcome.escalations.supervisor).toBeGreaterThan(0);
    expect(outcome.log.repaired).toBe(0);
  }, 120_000);

  it('and the tables say the same: nobody’s, unwatched, unexplained and dead there is none', async () => {
    expect(await many('SELECT COUNT(*) AS n FROM work_orders')).toBe(REQUESTS);
    expect(await many(`SELECT COUNT(*) AS n FROM work_orders WHERE status = 'received'`)).toBe(0);
    const open = `status IN ('dispatched', 'accepted', 'working', 'paused')`;
    expect(await many(`SELECT COUNT(*) AS n FROM work_orders WHERE ${open} AND (responsible_id IS NULL OR next_due_at IS NULL)`)).toBe(0);
    expect(await many(`SELECT COUNT(*) AS n FROM jobs WHERE status = 'dead'`)).toBe(0);
    const [{ watched, wanted }] = (await world.database.rows<{ watched: number; wanted: number }>(
      `SELECT (SELECT COUNT(DISTINCT subject) FROM jobs WHERE kind = 'work-order.clock' AND status = 'pending'
          AND subject IN (SELECT subject FROM messages)) AS watched,
        (SELECT COUNT(*) FROM work_orders WHERE ${open} OR status = 'resolved') AS wanted`,
    )) as [{ watched: number; wanted: number }];
    expect(Number(watched)).toBeGreaterThanOrEqual(Number(wanted));
    expect(
      await many(
        'SELECT COUNT(*) AS n FROM work_orders o WHERE NOT EXISTS (SELECT 1 FROM dispatch_decisions d WHERE d.work_order_id = o.id)',
      ),
    ).toBe(0);
  });

  it('nobody had an order twice: between two acceptances it was put before somebody anew', async () => {
    const events = await world.database.rows<{ work_order_id: string; type: string }>(
      `SELECT work_order_id, type FROM work_order_events WHERE type IN ('dispatched', 'accepted') ORDER BY work_order_id, seq`,
    );
    const twice = events.filter((event, i) => {
      const before = events[i - 1];
      return event.type === 'accepted' && !(before?.work_order_id === event.work_order_id && before.type === 'dispatched');
    });
    expect(events.filter((event) => event.type === 'accepted').length).toBeGreaterThan(REQUESTS / 2);
    expect(twice).toEqual([]);
  });
});
