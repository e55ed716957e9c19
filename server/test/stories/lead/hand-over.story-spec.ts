import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead, leadState } from '../../support/leads';
import { expectProblem } from '../../support/refusals';

const HOUR = 3_600_000;

describe('a lead that is passed on by hand', () => {
  let world: TestApp;
  let agents: Person[];
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    [agents, manager] = await Promise.all([allAgents(world), world.as('manager')]);
  });
  afterAll(() => world?.stop());

  const why = async (person: Person, leadId: string): Promise<string> => (await person.get(`/api/staff/leads/${leadId}`)).body.why;

  it('tells its new owner whose wish it was, and not why somebody else had it', async () => {
    const { leadId, agent, others } = await anOfferedLead(world, agents);
    const heir = others[0] as Person;
    expect(await why(agent, leadId)).toContain(`分配给${agent.me.name}`);
    await manager.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: heir.me.staffId, reason: '客户想看洋房' });
    expect(await why(heir, leadId)).toBe('由同事转交：客户想看洋房');
    await heir.post(`/api/staff/leads/${leadId}/acceptance`);
    expect(await why(heir, leadId)).toBe('由同事转交：客户想看洋房');
  });

  it('tells a manager who takes over that they did', async () => {
    const { leadId } = await anOfferedLead(world, agents);
    await manager.post(`/api/staff/leads/${leadId}/acceptance`);
    expect(await why(manager, leadId)).toBe('由主管或经理接手');
  });

  it('does not go to a colleague on leave, where it would wait for days', async () => {
    const { leadId, agent, others } = await anOfferedLead(world, agents);
    const away = others.at(-1) as Person;
    const [fromAt, toAt] = [world.now(), world.now() + 5 * 24 * HOUR].map((at) => new Date(at).toISOString());
    expect((await away.post('/api/staff/leaves', { fromAt, toAt, reason: '年假' })).status).toBe(201);
    const refused = await manager.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: away.me.staffId, reason: '换人' });
    expectProblem(refused, 'lead.transfer-target');
    expect(refused.body.detail).toContain('请假');
    expect(await leadState(world, leadId)).toMatchObject({ status: 'offered', owner_id: agent.me.staffId });
  });
});
