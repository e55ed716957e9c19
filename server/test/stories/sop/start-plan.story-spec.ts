import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead } from '../../support/leads';
import { anAcceptedLead, beijing, deliverAgain, MINUTE, states, tasksOf } from '../../support/sop';

const NEW_LEAD = ['立即电话联系', '发送项目资料', '次日回访', '三日回访'];

describe('acceptance starts the plan', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  it('with a task for each step, its due time and the reason for it', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    const tasks = await tasksOf(agent, leadId);
    expect(states(tasks)).toEqual(NEW_LEAD.map((title) => `${title} open`));
    expect(beijing(acceptedAt)).toMatch(/ 10:0\d$/);
    const [call, material, nextDay, thirdDay] = tasks;
    expect(Date.parse(call!.dueAt)).toBe(acceptedAt + 15 * MINUTE);
    expect(Date.parse(material!.dueAt)).toBe(acceptedAt + 60 * MINUTE);
    expect(call).toMatchObject({ customerName: '许文', ownerName: expect.any(String), deadline: { late: false } });
    expect(call!.why).toMatchObject({ rule: '15 个工作分钟', clock: expect.stringMatching(/的班次$/) });
    expect(call!.why!.text).toMatch(/^从今天 10:0\d 起计 15 个工作分钟：都在上班时间内，所以是今天 10:1\d$/);
    expect(nextDay!.why).toMatchObject({ rule: '1 个工作日', clock: '法定工作日' });
    expect(thirdDay!.why!.counted).toHaveLength(3);
    expect(beijing(thirdDay!.dueAt).slice(11)).toBe(beijing(acceptedAt).slice(11));
  });

  it('before the yes there is nothing to do', async () => {
    const { agent, leadId } = await anOfferedLead(world, agents);
    expect(await tasksOf(agent, leadId)).toEqual([]);
  });

  it('once, however often the event is delivered', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    const before = await tasksOf(agent, leadId);
    const reminders = () =>
      world.database.rows('SELECT r.id FROM sop_reminders r JOIN sop_tasks t ON t.id = r.task_id WHERE t.lead_id = ?', [leadId]);
    const owed = await reminders();
    expect(owed.length).toBeGreaterThan(8);
    await deliverAgain(world, 'lead.accepted>sop', leadId);
    await deliverAgain(world, 'lead.accepted>sop', leadId);
    expect((await tasksOf(agent, leadId)).map((t) => t.id)).toEqual(before.map((t) => t.id));
    expect(await reminders()).toHaveLength(owed.length);
  });

  it('survives a crash halfway: the second run finds nothing half done', async () => {
    const { agent, leadId } = await anOfferedLead(world, agents);
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    // The first run has written its tasks when it dies at the reminders.
    await world.database.transaction((tx) => tx.query('ALTER TABLE sop_reminders RENAME TO sop_reminders_away'));
    await world.travel('PT0S');
    expect(await tasksOf(agent, leadId)).toEqual([]);
    await world.database.transaction((tx) => tx.query('ALTER TABLE sop_reminders_away RENAME TO sop_reminders'));
    await world.travel('PT10S');
    expect(states(await tasksOf(agent, leadId))).toEqual(NEW_LEAD.map((title) => `${title} open`));
  });

  it('the plans can be read by those who may read rules', async () => {
    const manager = await world.as('manager');
    const { items } = (await manager.get('/api/staff/sop-plans')).body;
    expect(items.map((p: { key: string; version: number }) => [p.key, p.version])).toEqual([
      ['new-lead', 1],
      ['silent-31d', 1],
      ['visited', 1],
    ]);
    expect((await agents[0]!.get('/api/staff/sop-plans')).status).toBe(403);
  });
});
