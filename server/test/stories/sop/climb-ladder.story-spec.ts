import { type Person, startApp, type TestApp } from '../../support/app';
import { AGENT_KEYS, allAgents } from '../../support/leads';
import { anAcceptedLead, followUp, MINUTE, owedAboutTasks, until } from '../../support/sop';

/** Who leads whom: the first three agents are team one. */
const leaderKey = (agent: Person) => (AGENT_KEYS.indexOf(agent.key as (typeof AGENT_KEYS)[number]) < 3 ? 'supervisor' : 'supervisor-b');

describe('the ladder of late tasks', () => {
  let world: TestApp;
  let agents: Person[];

  beforeEach(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterEach(() => world?.stop());

  it('is climbed in working time: the agent after half an hour, the leader after two hours', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    const leader = await world.as(leaderKey(agent));
    await followUp(world, agent, leadId, { method: 'wechat' });
    await world.travel(until(world, acceptedAt + 20 * MINUTE));
    await world.travel('PT5H');
    const late = (await owedAboutTasks(world)).filter((m) => m.intent === 'task-overdue');
    // Due at 10:15; the rungs at 10:45 and, lunch left out, 13:15 stand on the next five-minute mark.
    expect(late.map((m) => [m.staffId, m.facts.task, m.at.slice(11)])).toEqual([
      [agent.me.staffId, '立即电话联系', expect.stringMatching(/^10:[45]\d$/)],
      [leader.me.staffId, '立即电话联系', expect.stringMatching(/^13:[12]\d$/)],
    ]);
    expect(late[1]).toMatchObject({ facts: { agent: expect.any(String), hint: '请督促跟进，或改派其他同事' } });
  });

  it('ends with the record: a leader hears nothing of what was made good', async () => {
    const { agent, leadId, acceptedAt } = await anAcceptedLead(world, agents);
    const leader = await world.as(leaderKey(agent));
    await world.travel(until(world, acceptedAt + 60 * MINUTE));
    await followUp(world, agent, leadId);
    await followUp(world, agent, leadId, { method: 'wechat' });
    await world.travel('PT8H');
    expect(await owedAboutTasks(world, leader.me.staffId)).toEqual([]);
    expect((await owedAboutTasks(world, agent.me.staffId)).map((m) => m.intent)).toContain('task-overdue');
  });
});
