import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents } from '../../support/leads';
import { anAcceptedLead, deliverAgain, followUp, owedAboutTasks, states, tasksOf } from '../../support/sop';

describe('a lead that changes hands', () => {
  let world: TestApp;
  let agents: Person[];
  let manager: Person;

  beforeEach(async () => {
    world = await startApp();
    agents = await allAgents(world);
    manager = await world.as('manager');
  });
  afterEach(() => world?.stop());

  const open = async (leadId: string) => (await tasksOf(manager, leadId)).filter((t) => t.status === 'open');
  const silenceJobs = (leadId: string) =>
    world.database.rows(`SELECT id FROM jobs WHERE kind = 'sop.silence' AND subject = ? AND status = 'pending'`, [`lead:${leadId}`]);

  it('leaves its tasks behind, and starts the plan anew with the next colleague', async () => {
    const { agent, others, leadId } = await anAcceptedLead(world, agents);
    const next = others[0] as Person;
    await manager.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: next.me.staffId, reason: '客户希望换人' });
    await world.travel('PT0S');
    expect(await open(leadId)).toEqual([]);
    expect(await silenceJobs(leadId)).toEqual([]);
    await next.post(`/api/staff/leads/${leadId}/acceptance`);
    await deliverAgain(world, 'lead.released>sop', leadId);
    const tasks = await tasksOf(manager, leadId);
    expect(states(tasks).sort()).toEqual(
      ['立即电话联系', '发送项目资料', '次日回访', '三日回访'].flatMap((t) => [`${t} cancelled`, `${t} open`]).sort(),
    );
    expect(await silenceJobs(leadId)).toHaveLength(1);

    await world.travel('PT2H');
    expect(await owedAboutTasks(world, agent.me.staffId)).toEqual([]);
    expect((await owedAboutTasks(world, next.me.staffId)).length).toBeGreaterThan(2);
  });

  it('and comes back to the first one is a plan of its own', async () => {
    const { agent, others, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    for (const to of [others[0] as Person, agent]) {
      await manager.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: to.me.staffId, reason: '调整' });
      await to.post(`/api/staff/leads/${leadId}/acceptance`);
    }
    await world.travel('PT0S');
    expect(states(await open(leadId))).toEqual(['立即电话联系 open', '发送项目资料 open', '次日回访 open', '三日回访 open']);
    expect(new Set((await open(leadId)).map((t) => t.ownerName)).size).toBe(1);
  });

  it('closed, has nothing left to do', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    await agent.post(`/api/staff/leads/${leadId}/closure`, { outcome: 'won', reason: '签约' });
    await world.travel('P4D');
    expect(await open(leadId)).toEqual([]);
    expect(await silenceJobs(leadId)).toEqual([]);
    expect(await owedAboutTasks(world)).toEqual([]);
  });
});
