import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents } from '../../support/leads';
import { anAcceptedLead, anotherLeadFor, followUp, MINUTE, owedAboutTasks, tasksOf, until, withoutUpkeep } from '../../support/sop';

describe('reminders', () => {
  let world: TestApp;
  let agents: Person[];

  beforeEach(async () => {
    world = await startApp();
    agents = await allAgents(world);
    await withoutUpkeep(world);
  });
  afterEach(() => world?.stop());

  it('reach the agent before and at the due time', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    await world.travel(until(world, acceptedAt + 9 * MINUTE));
    expect(await owedAboutTasks(world)).toEqual([]);
    await world.travel(until(world, acceptedAt + 15 * MINUTE));
    const owed = await owedAboutTasks(world);
    expect(owed.map((m) => [m.staffId, m.intent, Math.floor((m.atMs - acceptedAt) / MINUTE)])).toEqual([
      [agent.me.staffId, 'task-reminder', 10],
      [agent.me.staffId, 'task-reminder', 15],
    ]);
    expect(owed[1]).toMatchObject({
      facts: { customer: '许文', task: '立即电话联系', dueAt: acceptedAt + 15 * MINUTE, project: expect.any(String) },
      page: `subpackages/sales/pages/lead/index?id=${leadId}`,
    });
  });

  it('arrive in the agent’s WeChat as template messages that open the lead', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    await world.travel(until(world, acceptedAt + 15 * MINUTE));
    const reminders = (await agent.inbox()).filter((message) => message.intent.startsWith('task-'));
    expect(reminders).toHaveLength(2);
    expect(reminders[0]).toMatchObject({ channel: 'template', intent: 'task-reminder', title: '跟进提醒' });
    expect(reminders[0]!.page).toContain(`subpackages/sales/pages/lead/index?id=${leadId}`);
    const said = Object.fromEntries(reminders[0]!.fields.map((field) => [field.label, field.value]));
    expect(said).toMatchObject({ 客户称呼: '许文', 跟进事项: '立即电话联系', 温馨提示: '到时间了，联系后请填写跟进记录' });
  });

  it('of a task that is done are never sent', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    await followUp(world, agent, leadId, { method: 'wechat' });
    await world.travel(until(world, acceptedAt + 6 * 60 * MINUTE));
    expect(await owedAboutTasks(world)).toEqual([]);
    const [row] = await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM sop_reminders r JOIN sop_tasks t ON t.id = r.task_id WHERE t.status <> 'open' AND r.sent_at IS NULL`,
    );
    expect(Number(row?.n)).toBe(0);
  });

  it('that fall together are one message', async () => {
    const { agent, acceptedAt } = await anAcceptedLead(world, agents);
    await anotherLeadFor(world, agents, agent);
    await world.travel(until(world, acceptedAt + 14 * MINUTE));
    expect(await owedAboutTasks(world, agent.me.staffId)).toMatchObject([
      {
        intent: 'task-bundle',
        facts: { count: 2, customers: '许文、许文', firstDueAt: acceptedAt + 15 * MINUTE },
        page: 'subpackages/sales/pages/tasks/index',
      },
    ]);
  });

  it('wait for the end of quiet hours and leave then as one', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    const second = await anotherLeadFor(world, agents, agent);
    const tenInTheEvening = acceptedAt + 12 * 60 * MINUTE;
    for (const [lead, method] of [
      [leadId, 'phone'],
      [leadId, 'wechat'],
      [second, 'phone'],
      [second, 'wechat'],
    ] as const) {
      await followUp(world, agent, lead, { method, nextInMs: tenInTheEvening - world.now() + (lead === second ? 60 * MINUTE : 0) });
    }
    await world.travel(until(world, tenInTheEvening, 9 * 60 * MINUTE));
    expect(await owedAboutTasks(world, agent.me.staffId)).toEqual([]);
    await world.travel('PT1H45M');
    const owed = await owedAboutTasks(world, agent.me.staffId);
    expect(owed.map((m) => [m.at.slice(11), m.intent, m.facts.count])[0]).toEqual(['08:30', 'task-bundle', 2]);
  });

  it('are never sent in quiet hours, whatever happens over a week of neglect', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId, { nextInMs: 17 * 60 * MINUTE, nextPlan: '凌晨三点的约定' });
    await world.travel('P7D');
    const owed = await owedAboutTasks(world);
    expect(owed.length).toBeGreaterThan(10);
    const disturbing = owed.filter((m) => m.at.slice(11) >= '21:00' || m.at.slice(11) < '08:30');
    expect(disturbing).toEqual([]);
    expect((await tasksOf(agent, leadId)).filter((t) => t.status === 'open')).toHaveLength(4);
  });

  it('that a sleeping worker finds at night wait for the morning', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    const eleven = acceptedAt + 13 * 60 * MINUTE;
    await world.database.transaction((tx) =>
      tx.query(`UPDATE jobs SET run_at = ? WHERE kind = 'sop.remind' AND status = 'pending'`, [eleven]),
    );
    await world.travel(until(world, eleven, 2 * MINUTE));
    expect(await owedAboutTasks(world)).toEqual([]);
    await world.travel('PT10H');
    expect((await owedAboutTasks(world, agent.me.staffId))[0]?.at.slice(11)).toBe('08:30');
  });
});
