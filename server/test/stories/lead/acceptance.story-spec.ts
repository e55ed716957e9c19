import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead, holderOf, leadState } from '../../support/leads';

const MINUTE = 60_000;

describe('an offered lead', () => {
  let world: TestApp;
  let agents: Person[];
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    [agents, manager] = await Promise.all([allAgents(world), world.as('manager')]);
  });
  afterAll(() => world?.stop());

  it('waits fifteen working minutes, and says how they are counted', async () => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    const { acceptBy, createdAt, acceptByExplanation } = (await agent.get(`/api/staff/leads/${leadId}`)).body;
    expect(Math.round((Date.parse(acceptBy) - Date.parse(createdAt)) / MINUTE)).toBe(15);
    expect(acceptByExplanation).toMatchObject({ rule: '15 个工作分钟', clock: expect.stringContaining('班次') });
    expect(acceptByExplanation.counted.reduce((sum: number, c: { minutes: number }) => sum + c.minutes, 0)).toBe(15);
  });

  it('goes to the next colleague when nobody answers, and to the manager after three', async () => {
    const { leadId, agent: first } = await anOfferedLead(world, agents);
    await world.travel('PT14M');
    expect((await leadState(world, leadId)).owner_id).toBe(first.me.staffId);
    await world.travel('PT1M30S');
    const { agent: second } = await holderOf(world, agents, leadId);
    expect(second).not.toBe(first);
    expect((await first.post(`/api/staff/leads/${leadId}/acceptance`)).body.code).toBe('lead.offer-over');

    await world.travel('PT31M');
    expect(await leadState(world, leadId)).toMatchObject({ status: 'escalated', owner_id: manager.me.staffId });
    const detail = (await manager.get(`/api/staff/leads/${leadId}`)).body;
    expect(detail.offers.map((o: { outcome: string }) => o.outcome)).toEqual(['missed', 'missed', 'missed']);
    expect(new Set(detail.offers.map((o: { staffId: string }) => o.staffId)).size).toBe(3);
    expect(detail.timeline[0]).toMatchObject({ type: 'escalated', text: expect.stringContaining('3') });
  });

  it('is declined with a reason and put before somebody else at once', async () => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    expect((await agent.post(`/api/staff/leads/${leadId}/decline`, {})).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'reason' }],
    });
    expect((await agent.post(`/api/staff/leads/${leadId}/decline`, { reason: '正在带看另一组客户' })).status).toBe(201);
    const { agent: next } = await holderOf(world, agents, leadId);
    expect(next).not.toBe(agent);
    const [, decision] = (await next.get(`/api/staff/leads/${leadId}/routing`)).body.decisions;
    expect(decision.round).toBe(1);
    const [latest] = (await next.get(`/api/staff/leads/${leadId}/routing`)).body.decisions;
    const dropped = latest.candidates.find((c: { staffId: string }) => c.staffId === agent.me.staffId);
    expect(dropped.dropped).toMatchObject({ code: 'already-offered' });

    await next.post(`/api/staff/leads/${leadId}/acceptance`);
    await world.travel('PT0S');
    const [{ n }] = (await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM messages WHERE subject = ? AND intent = 'agent-assigned'`,
      [`lead:${leadId}`],
    )) as [{ n: number }];
    // The first name the customer was told is not the one who calls: they are told the other one.
    expect(Number(n)).toBe(2);
  });

  it('is transferred by its owner to a colleague, who must accept', async () => {
    const { leadId, agent, others } = await anOfferedLead(world, agents);
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    const target = others[0] as Person;
    expect((await agent.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: manager.me.staffId, reason: '换人' })).body.code).toBe(
      'lead.transfer-target',
    );
    const answer = await agent.post(`/api/staff/leads/${leadId}/transfer`, { toStaffId: target.me.staffId, reason: '客户想看洋房' });
    expect(answer.body.owner.id).toBe(target.me.staffId);
    expect(await leadState(world, leadId)).toMatchObject({ status: 'offered', owner_id: target.me.staffId });
    expect((await agent.get(`/api/staff/leads/${leadId}`)).status).toBe(404);
    expect((await target.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
  });

  it('has exactly one winner when the colleague and the manager say yes at once', async () => {
    for (let round = 0; round < 8; round++) {
      const { leadId, agent } = await anOfferedLead(world, agents);
      const answers = await Promise.all([agent, manager, agent, manager].map((who) => who.post(`/api/staff/leads/${leadId}/acceptance`)));
      expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
      expect(answers.filter((a) => a.status === 409 || a.status === 404)).toHaveLength(3);
      const [{ n }] = (await world.database.rows<{ n: number }>(
        `SELECT COUNT(*) AS n FROM lead_events WHERE lead_id = ? AND type = 'accepted'`,
        [leadId],
      )) as [{ n: number }];
      expect(Number(n)).toBe(1);
    }
  });

  it('has exactly one claimer when it lies in the pool', async () => {
    const { leadId, agent } = await anOfferedLead(world, agents);
    await world.database.transaction(async (tx) => {
      await tx.query(`UPDATE leads SET status = 'pooled', owner_id = NULL, offer_id = NULL WHERE id = ?`, [leadId]);
      await tx.query('UPDATE agent_loads SET open_leads = open_leads - 1 WHERE staff_id = ?', [agent.me.staffId]);
    });
    const pool = (await agent.get('/api/staff/leads?status=pooled')).body.items;
    expect(pool.map((l: { id: string }) => l.id)).toContain(leadId);
    const answers = await Promise.all(agents.map((a) => a.post(`/api/staff/leads/${leadId}/acceptance`)));
    expect(answers.map((a) => a.status).filter((s) => s === 201)).toHaveLength(1);
    const winner = agents[answers.findIndex((a) => a.status === 201)] as Person;
    expect(await leadState(world, leadId)).toMatchObject({ status: 'accepted', owner_id: winner.me.staffId });
  });

  it('keeps tallies that agree with the leads', async () => {
    const rows = await world.database.rows<{ staff_id: string; open_leads: number; real_open: number }>(
      `SELECT l.staff_id, l.open_leads, (SELECT COUNT(*) FROM leads o WHERE o.owner_id = l.staff_id AND o.status IN ('offered', 'accepted')) AS real_open FROM agent_loads l`,
    );
    for (const row of rows) expect([row.staff_id, Number(row.open_leads)]).toEqual([row.staff_id, Number(row.real_open)]);
  });

  it('that comes at night is routed for the next shift, and nobody is woken', async () => {
    const evening = Date.parse(`${new Date(world.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T23:10:00+08:00`);
    await world.travel(`PT${Math.ceil((evening - world.now()) / 1000)}S`);
    const { leadId, agent } = await anOfferedLead(world, agents);
    const detail = (await agent.get(`/api/staff/leads/${leadId}`)).body;
    expect(new Date(Date.parse(detail.acceptBy) + 8 * 3_600_000).toISOString().slice(11, 16)).toBe('09:15');
    const [offer] = await world.database.rows<{ run_at: number; payload: string }>(
      `SELECT run_at, payload FROM jobs WHERE subject = ? AND kind = 'message.deliver' ORDER BY run_at DESC`,
      [`lead:${leadId}`],
    );
    expect(new Date(Number(offer?.run_at) + 8 * 3_600_000).toISOString().slice(11, 16)).toBe('08:30');
    expect((await leadState(world, leadId)).status).toBe('offered');

    const told = async () =>
      (
        await world.database.rows<{ intent: string }>(
          'SELECT intent FROM messages WHERE subject = ? AND customer_id IS NOT NULL ORDER BY id',
          [`lead:${leadId}`],
        )
      ).map((m) => m.intent);
    expect(await told()).toEqual(['lead-received']);
    await world.travel('PT10H');
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    await world.travel('PT0S');
    expect(await told()).toEqual(['lead-received', 'agent-assigned']);
  });
});
