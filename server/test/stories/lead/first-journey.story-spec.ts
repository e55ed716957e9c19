import { type Person, startApp, type TestApp } from '../../support/app';
import { aLead, submit } from '../../support/leads';

describe('from a tap to a follow-up', () => {
  let world: TestApp;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    projectId = (await world.http('GET', '/api/projects')).body.items[0].id;
  });
  afterAll(() => world?.stop());

  it('a prospect leaves their details and gets a receipt, then the card of the colleague who serves them', async () => {
    const prospect = await world.as('prospect');
    const answer = await submit(world, prospect, await aLead(world, { projectId, phone: '13900010001' }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: 'received', receiptNo: expect.stringMatching(/^YX\d{6}-[2-9A-Z]{7}$/) });

    await world.travel('PT0S');
    const [mine] = (await prospect.get('/api/me/leads')).body.items;
    expect(mine).toMatchObject({
      receiptNo: answer.body.receiptNo,
      status: 'offered',
      agent: { name: expect.any(String), title: '置业顾问' },
    });
    expect(mine.promise).toMatch(/^置业顾问将在今天 10:\d\d 前与您联系$/);
  });

  it('the chosen agent sees why, accepts, and records the first contact', async () => {
    const { agent, leadId } = await offered('13911110002');
    const detail = (await agent.get(`/api/staff/leads/${leadId}`)).body;
    expect(detail).toMatchObject({ status: 'offered', owner: { id: agent.me.staffId }, customer: { phoneMasked: '139****0002' } });
    expect(detail.allowed).toEqual(expect.arrayContaining(['accept', 'transfer', 'reoffer']));
    const [decision] = (await agent.get(`/api/staff/leads/${leadId}/routing`)).body.decisions;
    expect(decision).toMatchObject({ outcome: 'offered', chosen: { id: agent.me.staffId } });
    expect(decision.candidates).toHaveLength(6);

    expect((await agent.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
    const record = {
      occurredAt: new Date(world.now()).toISOString(),
      method: 'phone',
      content: '介绍了 118㎡ 户型和交付标准',
      feedback: '关注学区，想周末来看',
      nextPlan: '周六上午带看样板间',
      nextAt: new Date(world.now() + 86_400_000).toISOString(),
    };
    expect((await agent.post(`/api/staff/leads/${leadId}/follow-ups`, record)).status).toBe(201);
    const after = (await agent.get(`/api/staff/leads/${leadId}`)).body;
    expect(after.followUps).toHaveLength(1);
    expect(after.timeline.map((e: { type: string }) => e.type)).toEqual(['followed-up', 'accepted', 'offered', 'received']);
  });

  it('an agent cannot see, take or write on a colleague’s lead', async () => {
    const { leadId, others } = await offered('13911110003');
    const stranger = others[0] as Person;
    for (const route of ['', '/routing']) expect((await stranger.get(`/api/staff/leads/${leadId}${route}`)).status).toBe(404);
    for (const verb of ['acceptance', 'phone-reveal']) expect((await stranger.post(`/api/staff/leads/${leadId}/${verb}`)).status).toBe(404);
    expect((await stranger.post(`/api/staff/leads/${leadId}/decline`, { reason: '不是我的' })).status).toBe(404);
  });

  it('a manager lists one colleague’s leads; an agent cannot list a colleague’s by naming them', async () => {
    const { agent, others, leadId } = await offered('13911110005');
    const manager = await world.as('manager');
    const ids = async (person: Person, ownerId: string | undefined) =>
      (await person.get(`/api/staff/leads?ownerId=${ownerId}`)).body.items.map((lead: { id: string }) => lead.id);
    expect(await ids(manager, agent.me.staffId)).toContain(leadId);
    expect(await ids(manager, others[0]?.me.staffId)).not.toContain(leadId);
    expect(await ids(others[0] as Person, agent.me.staffId)).toEqual([]);
  });

  it('a prospect cannot use the colleagues’ door', async () => {
    const prospect = await world.as('prospect-2');
    const answer = await prospect.get('/api/staff/leads');
    expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
  });

  it('a full number is told only to whom it serves, and the telling is on record', async () => {
    const { agent, leadId } = await offered('13911110004');
    const answer = await agent.post(`/api/staff/leads/${leadId}/phone-reveal`);
    expect(answer.body.phone).toBe('+8613911110004');
    const [entry] = await world.database.rows<{ action: string; actor_id: string }>(
      'SELECT action, actor_id FROM audit_entries WHERE subject = ?',
      [`lead:${leadId}`],
    );
    expect(entry).toEqual({ action: 'lead.phone-revealed', actor_id: agent.me.staffId });
  });

  /** A new prospect's lead, routed, with the chosen agent and everybody else. */
  async function offered(phone: string): Promise<{ leadId: string; agent: Person; others: Person[] }> {
    const prospect = await world.stranger(`p-${phone}`);
    const { body } = await submit(world, prospect, await aLead(world, { projectId, phone }));
    await world.travel('PT0S');
    const agents = await Promise.all(
      ['agent-lin', 'agent-zhao', 'agent-sun', 'agent-qian', 'agent-wu', 'agent-zheng'].map((k) => world.as(k)),
    );
    const [row] = await world.database.rows<{ owner_id: string }>('SELECT owner_id FROM leads WHERE id = ?', [body.id]);
    const agent = agents.find((a) => a.me.staffId === row?.owner_id);
    if (!agent) throw new Error('nobody was chosen');
    return { leadId: body.id, agent, others: agents.filter((a) => a !== agent) };
  }
});
