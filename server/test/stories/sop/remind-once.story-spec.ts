import { RemindingService } from '../../../src/modules/echoes/sop/reminding.service';
import { lockStaff } from '../../../src/modules/echoes/sop/sop.rows';
import { newId } from '../../../src/platform/database/columns';
import { insertRows } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents } from '../../support/leads';
import { anAcceptedLead, anotherLeadFor, MINUTE, owedAboutTasks } from '../../support/sop';

describe('workers that remind at the same moment', () => {
  let world: TestApp;
  let agents: Person[];

  beforeEach(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterEach(() => world?.stop());

  const jobs = (staffId: string | undefined) =>
    world.database.rows<{ id: string; status: string; run_at: number | string }>(
      `SELECT id, status, run_at FROM jobs WHERE kind = 'sop.remind' AND subject = ? AND status IN ('pending', 'running')`,
      [`staff:${staffId}`],
    );
  const change = (sql: string, parameters: unknown[]) => world.database.transaction((tx) => tx.query(sql, parameters));

  it('owe one message, and leave one job for what comes next', async () => {
    const { agent } = await anAcceptedLead(world, agents);
    await change('UPDATE sop_reminders SET at = ? WHERE staff_id = ? AND kind = ?', [world.now() - 1, agent.me.staffId, 'before']);
    const [job] = await jobs(agent.me.staffId);
    await change(`UPDATE jobs SET status = 'running' WHERE id = ?`, [job!.id]);
    const finish = async (tx: { query(sql: string, p: unknown[]): Promise<unknown> }) => {
      await tx.query(`UPDATE jobs SET status = 'done', active_key = NULL WHERE id = ? AND status = 'running'`, [job!.id]);
    };
    const service = world.app.get(RemindingService);
    const outcomes = await Promise.all([1, 2, 3].map(() => service.send(agent.me.staffId as string, finish)));
    expect([...outcomes].sort()).toEqual(['done', 'skipped', 'skipped']);
    expect(await owedAboutTasks(world)).toMatchObject([{ intent: 'task-bundle', staffId: agent.me.staffId }]);
    expect((await jobs(agent.me.staffId)).map((each) => each.status)).toEqual(['pending']);
  });

  it('a reminder that is added while the job runs is not forgotten', async () => {
    const { agent } = await anAcceptedLead(world, agents);
    const [job] = await jobs(agent.me.staffId);
    // A worker took the job and died over it; meanwhile the colleague gets another lead.
    await change(`UPDATE jobs SET status = 'running', lease_until = 0 WHERE id = ?`, [job!.id]);
    await change('UPDATE sop_reminders SET sent_at = 1 WHERE staff_id = ?', [agent.me.staffId]);
    await anotherLeadFor(world, agents, agent);
    expect((await jobs(agent.me.staffId)).map((each) => each.id)).toEqual([job!.id]);
    const addedAt = world.now();
    await change(`UPDATE jobs SET status = 'pending', lease_until = NULL WHERE id = ?`, [job!.id]);
    await world.travel('PT10M');
    expect(await owedAboutTasks(world)).toMatchObject([{ intent: 'task-reminder', staffId: agent.me.staffId }]);
    const [next] = await jobs(agent.me.staffId);
    expect(next!.id).not.toBe(job!.id);
    expect(Math.round((Number(next!.run_at) - addedAt) / MINUTE)).toBe(15);
  });

  it('a reminder that is being added while the sending job looks around is seen by it', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    const staffId = agent.me.staffId as string;
    const [job] = await jobs(staffId);
    await change(`UPDATE jobs SET status = 'running' WHERE id = ?`, [job!.id]);
    await change('UPDATE sop_reminders SET sent_at = 1 WHERE staff_id = ?', [staffId]);
    const [task] = await world.database.rows<{ id: string }>('SELECT id FROM sop_tasks WHERE lead_id = ? LIMIT 1', [leadId]);
    const service = world.app.get(RemindingService);
    let sending: Promise<unknown> = Promise.resolve();
    const at = world.now() + 20 * MINUTE;
    await world.database.transaction(async (tx) => {
      await lockStaff(tx, [staffId]);
      await insertRows(tx, 'sop_reminders', [{ id: newId(), task_id: task!.id, staff_id: staffId, kind: 'due', at }]);
      sending = service.send(staffId, async (own) => {
        await own.query(`UPDATE jobs SET status = 'done', active_key = NULL WHERE id = ?`, [job!.id]);
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await sending;
    expect((await jobs(staffId)).map((each) => [each.status, Number(each.run_at)])).toEqual([['pending', at]]);
  });

  it('lists of tasks and reminders are found by their indices', async () => {
    if (world.database.dialect !== 'sqlite') return;
    const plan = async (sql: string) =>
      (await world.database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)).map((row) => row.detail).join('; ');
    expect(
      await plan(
        `SELECT * FROM sop_tasks t WHERE t.status = 'open' AND t.owner_id = 'x' AND t.due_at < 5 ORDER BY t.due_at, t.id LIMIT 21`,
      ),
    ).toMatch(/SEARCH t USING INDEX \S+ \(owner_id=\? AND status=\? AND due_at<\?\)/);
    expect(await plan(`SELECT MIN(at) FROM sop_reminders WHERE staff_id = 'x' AND sent_at IS NULL`)).toMatch(
      /SEARCH sop_reminders USING COVERING INDEX \S+ \(staff_id=\? AND sent_at=\?\)/,
    );
  });
});
