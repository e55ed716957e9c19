import { type Person, startApp, type TestApp } from '../support/app';
import { expectProblem } from '../support/refusals';

describe('an operator', () => {
  let world: TestApp;
  let admin: Person;

  beforeAll(async () => {
    world = await startApp();
    admin = await world.as('admin');
    for (let i = 1; i <= 5; i++) {
      await world.database.rows(
        `INSERT INTO jobs (id, kind, status, payload, run_at, attempts, max_attempts, last_error, created_at, finished_at)
         VALUES (?, 'lead.gone', 'dead', '{"leadId":"x"}', 0, 8, 8, 'it broke', 0, 0)`,
        [`01a00000-0000-7000-8000-00000000000${i}`],
      );
    }
  });
  afterAll(() => world?.stop());

  it('pages through what died and why, without what it was about', async () => {
    const first = (await admin.get('/api/staff/jobs?status=dead&limit=3')).body;
    const second = (await admin.get(`/api/staff/jobs?status=dead&limit=3&cursor=${first.nextCursor}`)).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null]);
    expect(first.items[0]).toMatchObject({ kind: 'lead.gone', status: 'dead', attempts: 8, lastError: 'it broke' });
    expect(Object.keys(first.items[0])).not.toContain('payload');
  });

  it('gives one another try, and only one who may', async () => {
    const id = '01a00000-0000-7000-8000-000000000001';
    for (const key of ['manager', 'agent-lin', 'prospect']) {
      const person = await world.as(key);
      expectProblem(await person.get('/api/staff/jobs'), 'permission.denied');
      expectProblem(await person.post(`/api/staff/jobs/${id}/rerun`), 'permission.denied');
    }
    expect((await admin.post(`/api/staff/jobs/${id}/rerun`)).body).toMatchObject({ id, status: 'pending', attempts: 0 });
    expectProblem(await admin.post(`/api/staff/jobs/${id}/rerun`), 'job.state-conflict');
    await world.travel('PT0S');
    // Nobody knows the kind: it is back among the dead, with the reason.
    const [job] = (await admin.get('/api/staff/jobs?status=dead&kind=lead.gone')).body.items.filter((j: { id: string }) => j.id === id);
    expect(job.lastError).toContain('no handler');
  });

  it('sees in the health answer that jobs wait too long', async () => {
    expect((await world.http('GET', '/api/health/ready')).status).toBe(200);
    await world.database.rows(`UPDATE jobs SET status = 'pending', run_at = ? WHERE id = ?`, [
      world.now() - 6 * 60_000,
      '01a00000-0000-7000-8000-000000000002',
    ]);
    const answer = await world.http('GET', '/api/health/ready');
    expect([answer.status, answer.body.code]).toEqual([503, 'server.not-ready']);
    expect((await world.http('GET', '/api/health/live')).status).toBe(200);
  });
});
