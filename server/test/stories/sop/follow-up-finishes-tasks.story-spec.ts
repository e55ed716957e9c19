import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead } from '../../support/leads';
import { anAcceptedLead, DAY, deliverAgain, followUp, states, tasksOf, until } from '../../support/sop';

describe('a follow-up record finishes the tasks it satisfies', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  it('a call does the call, and promises the next contact', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId, { connected: false, nextPlan: '下午再打一次', nextInMs: 5 * 3_600_000 });
    expect(states(await tasksOf(agent, leadId))).toEqual([
      '立即电话联系 done',
      '发送项目资料 open',
      '下午再打一次 open',
      '次日回访 open',
      '三日回访 open',
    ]);
    const [call, , next] = await tasksOf(agent, leadId);
    expect(call).toMatchObject({ completedAt: expect.any(String), deadline: { text: '按时完成', late: false } });
    expect(next!.why!.text).toMatch(/^今天 \d\d:\d\d 的跟进记录约定在今天 \d\d:\d\d 联系$/);
  });

  it('each way of contact does what asked for it; the next record keeps the promise of the last', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId, { nextPlan: '发户型图' });
    await followUp(world, agent, leadId, { method: 'wechat', nextPlan: '约看房' });
    expect(states(await tasksOf(agent, leadId)).sort()).toEqual(
      ['立即电话联系 done', '发送项目资料 done', '发户型图 done', '次日回访 open', '三日回访 open', '约看房 open'].sort(),
    );
  });

  it('a call of the next day does that day’s revisit and not the later one', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    const nextDay = (await tasksOf(agent, leadId)).find((t) => t.title === '次日回访')!;
    await world.travel(until(world, nextDay.dueAt));
    await followUp(world, agent, leadId);
    const after = states(await tasksOf(agent, leadId));
    expect(after).toEqual(expect.arrayContaining(['立即电话联系 done', '发送项目资料 open', '次日回访 done', '三日回访 open']));
  });

  it('one record makes up for all that were missed', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    const thirdDay = (await tasksOf(agent, leadId)).find((t) => t.title === '三日回访')!;
    await world.travel(until(world, thirdDay.dueAt, 3_600_000));
    await followUp(world, agent, leadId);
    const tasks = await tasksOf(agent, leadId);
    expect(states(tasks)).toEqual(expect.arrayContaining(['立即电话联系 done', '次日回访 done', '三日回访 done']));
    expect(tasks.find((t) => t.title === '三日回访')!.deadline).toEqual({ text: expect.stringMatching(/^超时 1 小时.*完成$/), late: true });
  });

  it('a record that is heard of twice, or after a later one, changes nothing', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId, { nextPlan: '第一次约定', nextInMs: DAY });
    await followUp(world, agent, leadId, { nextPlan: '第二次约定', nextInMs: 2 * DAY });
    const before = await tasksOf(agent, leadId);
    await deliverAgain(world, 'lead.followed-up>sop', leadId);
    expect(await tasksOf(agent, leadId)).toMatchObject(before.map(({ id, status, completedAt }) => ({ id, status, completedAt })));
    expect(states(before)).toEqual(expect.arrayContaining(['第一次约定 done', '第二次约定 open']));
  });

  it('a record written before the plan had started counts all the same', async () => {
    const { agent, leadId } = await anOfferedLead(world, agents);
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    await world.database.transaction((tx) =>
      tx.query(`UPDATE jobs SET run_at = run_at + 600000 WHERE kind = 'lead.accepted>sop' AND subject = ?`, [`lead:${leadId}`]),
    );
    await followUp(world, agent, leadId, { nextPlan: '晚点再打' });
    expect(states(await tasksOf(agent, leadId))).toEqual(['晚点再打 open']);
    await world.travel('PT11M');
    expect(states(await tasksOf(agent, leadId))).toEqual(expect.arrayContaining(['立即电话联系 done', '次日回访 open', '晚点再打 open']));
  });
});
