import { LeadSweepService, type SweepReport } from '../../../src/modules/journeys/lead/sweep/lead-sweep.service';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aLead, allAgents, anOfferedLead, freshPhone, leadState, submit } from '../../support/leads';
import type { CapturedLine } from '../../support/log-lines';
import { captureLog } from '../../support/log-lines';

const NOTHING: SweepReport = { unrouted: 0, unclocked: 0, ownerless: 0, tallies: 0 };

describe('the sweep', () => {
  let world: TestApp;
  let agents: Person[];
  let lines: CapturedLine[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    lines = captureLog(world);
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await sweep();
    lines.length = 0;
  });

  const sweep = () => world.app.get(LeadSweepService).sweep();
  const sql = (text: string, ...values: unknown[]) => world.database.rows(text, values);
  /** Broken long enough ago that no transaction can still be about to put it right. */
  const longAgo = (leadId: string) => sql('UPDATE leads SET updated_at = ? WHERE id = ?', world.now() - 10 * 60_000, leadId);
  const repairedCount = async (kind: string): Promise<number> => {
    const text = (await world.http('GET', '/metrics')).body as string;
    return Number(new RegExp(`guihu_orphans_repaired_total\\{kind="${kind}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  const eventsOf = async (leadId: string) =>
    (
      await world.database.rows<{ type: string; facts: string }>(
        'SELECT type, data AS facts FROM lead_events WHERE lead_id = ? ORDER BY id',
        [leadId],
      )
    ).map((e) => `${e.type} ${e.facts ?? ''}`);
  const receivedLead = async (): Promise<string> => {
    const phone = freshPhone();
    return (await submit(world, await world.stranger(`s-${phone}`), await aLead(world, { phone }))).body.id;
  };

  /** The one repair, known to people in three places: the lead, the log, the metrics. */
  const repairs = async (leadId: string, kind: 'unrouted' | 'unclocked' | 'ownerless'): Promise<void> => {
    const before = await repairedCount(kind);
    expect(await sweep()).toMatchObject({ ...NOTHING, tallies: expect.any(Number), [kind]: 1 });
    expect(await repairedCount(kind)).toBe(before + 1);
    expect((await eventsOf(leadId)).filter((e) => e.includes('repaired') && e.includes(kind))).toHaveLength(1);
    expect(lines.filter((l) => l.leadId === leadId && l.kind === kind)).toHaveLength(1);
    // Put right is put right: the next one finds nothing.
    expect(await sweep()).toEqual(NOTHING);
  };

  it('routes a lead whose routing job was lost', async () => {
    const leadId = await receivedLead();
    await sql('DELETE FROM jobs WHERE subject = ?', `lead:${leadId}`);
    expect(await sweep()).toEqual(NOTHING); // too fresh to be sure
    await longAgo(leadId);
    await repairs(leadId, 'unrouted');
    await world.travel('PT0S');
    expect((await leadState(world, leadId)).status).toBe('offered');
  });

  it('routes a lead whose routing job died', async () => {
    const leadId = await receivedLead();
    await sql(`UPDATE jobs SET status = 'dead', finished_at = 0 WHERE subject = ?`, `lead:${leadId}`);
    await longAgo(leadId);
    await repairs(leadId, 'unrouted');
    await world.travel('PT0S');
    expect((await leadState(world, leadId)).owner_id).not.toBeNull();
  });

  it('gives an offer its end back', async () => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    await sql(`DELETE FROM jobs WHERE subject = ? AND kind LIKE '%expir%' AND status = 'pending'`, `lead:${leadId}`);
    await longAgo(leadId);
    await repairs(leadId, 'unclocked');
    await world.travel('PT16M');
    expect((await leadState(world, leadId)).owner_id).not.toBe(agent.me.staffId);
  });

  it.each(['offered', 'accepted', 'escalated'])('puts a lead that is %s and nobody has into the pool, where it is seen', async (status) => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    await sql('UPDATE leads SET status = ?, owner_id = NULL WHERE id = ?', status, leadId);
    await longAgo(leadId);
    await repairs(leadId, 'ownerless');
    expect((await agent.get('/api/staff/leads?status=pooled')).body.items.map((l: { id: string }) => l.id)).toContain(leadId);
    expect((await agent.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
  });

  it('puts a lead that lies before somebody by no offer into the pool', async () => {
    const { leadId } = await anOfferedLead(world, agents);
    await sql('UPDATE leads SET offer_id = NULL WHERE id = ?', leadId);
    await longAgo(leadId);
    await repairs(leadId, 'ownerless');
    expect(await leadState(world, leadId)).toMatchObject({ status: 'pooled', owner_id: null });
  });

  it('does not take a lead from who accepted it while the sweep was looking', async () => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    const service = world.app.get(LeadSweepService) as unknown as { poolIt(tx: unknown, id: string): Promise<boolean> };
    expect(await world.database.transaction((tx) => service.poolIt(tx, leadId))).toBe(false);
    expect(await leadState(world, leadId)).toMatchObject({ status: 'offered', owner_id: agent.me.staffId });
  });

  it('counts again what a colleague holds, also when the tally is gone', async () => {
    const { agent, others } = await anOfferedLead(world, agents);
    const { agent: second } = await anOfferedLead(world, others);
    const openOf = async (person: Person) =>
      (await world.database.rows<{ open_leads: number }>('SELECT open_leads FROM agent_loads WHERE staff_id = ?', [person.me.staffId]))[0]
        ?.open_leads;
    const [first, other] = [await openOf(agent), await openOf(second)];
    await sql('UPDATE agent_loads SET open_leads = 40 WHERE staff_id = ?', agent.me.staffId);
    await sql('DELETE FROM agent_loads WHERE staff_id = ?', second.me.staffId);
    const before = await repairedCount('tally');
    expect(await sweep()).toEqual({ ...NOTHING, tallies: agent === second ? 1 : 2 });
    expect(await repairedCount('tally')).toBeGreaterThan(before);
    expect([await openOf(agent), await openOf(second)]).toEqual([first, other]);
  });

  it('leaves healthy leads alone, in every state they may be in', async () => {
    const leads = [await receivedLead(), ...(await Promise.all([1, 2, 3].map(async () => (await anOfferedLead(world, agents)).leadId)))];
    const third = await anOfferedLead(world, agents);
    await third.agent.post(`/api/staff/leads/${third.leadId}/acceptance`);
    leads.push(third.leadId);
    for (const id of leads) await longAgo(id);
    const read = () => world.database.rows('SELECT * FROM leads ORDER BY id');
    const [before, jobs] = [await read(), await world.database.rows('SELECT COUNT(*) AS n FROM jobs')];
    expect(await sweep()).toEqual(NOTHING);
    expect(await read()).toEqual(before);
    expect(await world.database.rows('SELECT COUNT(*) AS n FROM jobs')).toEqual(jobs);
    expect(lines).toEqual([]);
  });

  it('runs by itself every ten minutes', async () => {
    const leadId = await receivedLead();
    await sql('DELETE FROM jobs WHERE subject = ?', `lead:${leadId}`);
    await longAgo(leadId);
    await world.travel('PT11M');
    expect((await eventsOf(leadId)).join('\n')).toContain('repaired');
    expect((await leadState(world, leadId)).status).not.toBe('received');
  });
});
