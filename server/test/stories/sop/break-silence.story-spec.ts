import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents } from '../../support/leads';
import { anAcceptedLead, beijing, DAY, deliverAgain, followUp, owedAboutTasks, tasksOf, until, withoutUpkeep } from '../../support/sop';

const REVISIT = '满 31 天未联系，请回访核实';

describe('31 days of silence', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    await withoutUpkeep(world);
  });
  afterAll(() => world?.stop());

  it('after the last effective contact a revisit is due, and a call that reaches nobody does not count', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    const contactAt = world.now();
    await world.travel('P5D');
    await followUp(world, agent, leadId, { connected: false });
    await world.travel(until(world, contactAt + 31 * DAY, -3_600_000));
    expect(await revisits(agent, leadId)).toEqual([]);
    await world.travel('PT1H');
    const [revisit] = await revisits(agent, leadId);
    expect(revisit).toMatchObject({ status: 'open', why: { rule: '31 个自然日' } });
    expect(Date.parse(revisit!.dueAt) - contactAt).toBeLessThan(32 * DAY);
    expect(beijing(revisit!.dueAt).slice(11) >= '09:00').toBe(true);
    await world.travel(until(world, revisit!.dueAt, 60_000));
    expect(await owedAboutTasks(world, agent.me.staffId)).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining({ task: REVISIT }) }),
    );

    await followUp(world, agent, leadId, { connected: false });
    expect((await revisits(agent, leadId))[0]?.status).toBe('open');
    await followUp(world, agent, leadId);
    expect((await revisits(agent, leadId)).map((t) => t.status)).toEqual(['done']);
  });

  it('a contact in between moves it, and one silence is one revisit however often it is looked for', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await world.travel('P20D');
    await followUp(world, agent, leadId, { nextInMs: 60 * DAY });
    const contactAt = world.now();
    await world.travel('P12D');
    expect(await revisits(agent, leadId)).toEqual([]);
    await world.travel(until(world, contactAt + 31 * DAY, 60_000));
    expect(await revisits(agent, leadId)).toHaveLength(1);
    await deliverAgain(world, 'sop.silence', leadId);
    expect(await revisits(agent, leadId)).toHaveLength(1);
    const pending = await world.database.rows<{ run_at: number | string }>(
      `SELECT run_at FROM jobs WHERE kind = 'sop.silence' AND subject = ? AND status = 'pending'`,
      [`lead:${leadId}`],
    );
    expect(pending.map((job) => Math.round((Number(job.run_at) - contactAt) / DAY))).toEqual([62]);
  });

  it('a closed lead may be silent', async () => {
    const { agent, leadId } = await anAcceptedLead(world, agents);
    await followUp(world, agent, leadId);
    await agent.post(`/api/staff/leads/${leadId}/closure`, { outcome: 'lost', reason: '已在别处购房' });
    await world.travel('P32D');
    expect(await revisits(agent, leadId)).toEqual([]);
  });

  const revisits = async (agent: Person, leadId: string) => (await tasksOf(agent, leadId)).filter((t) => t.title === REVISIT);
});
