import { type Person, startApp, type TestApp } from '../../support/app';
import { plainRefusal } from '../../support/homes';
import { AGENT_KEYS, aLead, allAgents, freshPhone, holderOf, leadState, submit } from '../../support/leads';
import { aCustomer, customerOfLead, merge, REASON, tracesOf, tryMerge } from '../../support/merges';
import { tasksOf } from '../../support/sop';

/** What may still say the old id: the record of the merge itself, and what was answered and done before. */
const RECORDS = [
  'audit_entries.details',
  'customer_merges.former_id',
  'idempotency_keys.answer',
  'jobs.payload',
  'ledger_transfers.transfer_key',
];

describe('one person who is there under two numbers', () => {
  let world: TestApp;
  let agents: Person[];
  let manager: Person;
  let admin: Person;

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    [manager, admin] = await Promise.all([world.as('manager'), world.as('admin')]);
  });
  afterAll(() => world?.stop());

  /** A lead that whoever was offered it has accepted. */
  const served = async (given: Parameters<typeof aCustomer>[1] = {}) => {
    const customer = await aCustomer(world, given);
    const { agent } = await holderOf(world, agents, customer.leadId);
    expect((await agent.post(`/api/staff/leads/${customer.leadId}/acceptance`)).status).toBe(201);
    await world.travel('PT0S');
    return { ...customer, agent };
  };

  const eventsOf = async (leadId: string) =>
    (await world.database.rows<{ type: string }>('SELECT type FROM lead_events WHERE lead_id = ? ORDER BY at, id', [leadId])).map(
      (e) => e.type,
    );

  it('is one customer after the manager says so, and nothing is lost', async () => {
    const first = await served({ name: '许文', intent: { productType: 'high-rise' } });
    const second = await served({ name: '许文', intent: { areaMin: 120, note: '要看学区' } });
    const told = await merge(world, manager, second.id, first.id);
    expect(told.moves).toEqual(['1 条线索']);
    expect(told.decisions[0]).toContain(`由${first.agent.me.name}继续跟进`);
    expect(told.into.phonesMasked[0]).toMatch(/^137\*{4}/);

    expect(await leadState(world, first.leadId)).toMatchObject({ status: 'accepted', owner_id: first.agent.me.staffId });
    expect(await leadState(world, second.leadId)).toMatchObject({ status: 'closed' });
    const { body: lead } = await manager.get(`/api/staff/leads/${first.leadId}`);
    expect(lead.intent).toMatchObject({ productType: 'high-rise', areaMin: 120, note: '要看学区' });
    expect(lead.touches.map((touch: { first: boolean }) => touch.first)).toEqual([true, false]);
    expect([await eventsOf(first.leadId), await eventsOf(second.leadId)].map((types) => types.at(-1))).toEqual(['took-in', 'joined-into']);
    // Nobody does one step twice, and whoever goes on does all of them.
    const tasks = await tasksOf(first.agent, first.leadId);
    const open = tasks.filter((task) => task.status === 'open');
    expect(new Set(open.map((task) => task.title)).size).toBe(open.length);
    expect(await world.database.rows('SELECT id FROM sop_tasks WHERE lead_id = ?', [second.leadId])).toEqual([]);
    expect(await wrongTallies(world)).toEqual([]);
    for (const where of await tracesOf(world, second.id)) expect(RECORDS).toContain(where);
  });

  it('keeps the colleague who serves them, also when the earlier lead was served by nobody', async () => {
    const first = await aCustomer(world);
    const second = await served();
    const holder = (await leadState(world, first.leadId)).owner_id;
    expect((await leadState(world, first.leadId)).status).toBe('offered');
    await merge(world, manager, second.id, first.id);
    expect(await leadState(world, first.leadId)).toMatchObject({ status: 'accepted', owner_id: second.agent.me.staffId, accept_by: null });
    expect(await leadState(world, second.leadId)).toMatchObject({ status: 'closed' });
    expect(await wrongTallies(world)).toEqual([]);
    if (holder !== second.agent.me.staffId) {
      const offered = agents.find((agent) => agent.me.staffId === holder) as Person;
      const late = await offered.post(`/api/staff/leads/${first.leadId}/acceptance`);
      expect([late.status, late.body.code]).toEqual([409, 'lead.taken']);
    }
    // The deadline of the offer that was withdrawn moves nothing.
    await world.travel('PT2H');
    expect((await leadState(world, first.leadId)).status).toBe('accepted');
  });

  it('is found by either number from then on, by every door', async () => {
    const [first, second] = [await served(), await aCustomer(world)];
    await merge(world, manager, second.id, first.id);
    const stranger = await world.stranger(`again-${second.phone}`);
    const { body } = await submit(world, stranger, await aLead(world, { phone: second.phone }));
    expect(body.id).toBe(first.leadId);
    const probe = { projectId: (await aLead(world, {})).projectId, phone: second.phone };
    expect((await first.agent.post('/api/staff/leads/duplicate-probe', probe)).body.known).toBe(true);
    const found = await manager.get(`/api/staff/leads?q=${second.phone}`);
    expect(found.body.items.map((lead: { id: string }) => lead.id)).toContain(first.leadId);
    expect(
      await world.database.rows('SELECT id FROM customers WHERE phone_index IN (SELECT phone_index FROM customers WHERE id = ?)', [
        first.id,
      ]),
    ).toHaveLength(1);
  });

  it('shows both numbers masked, and each that is looked at is on record', async () => {
    const [first, second] = [await served(), await aCustomer(world)];
    await merge(world, manager, second.id, first.id);
    const { body: lead } = await first.agent.get(`/api/staff/leads/${first.leadId}`);
    expect(lead.customer.phoneMasked).toBe(`${first.phone.slice(0, 3)}****${first.phone.slice(-4)}`);
    expect(lead.otherNumbers).toEqual([
      { id: expect.any(String), phoneMasked: `${second.phone.slice(0, 3)}****${second.phone.slice(-4)}` },
    ]);
    const reveal = (numberId?: string) => first.agent.post(`/api/staff/leads/${first.leadId}/phone-reveal`, numberId ? { numberId } : {});
    expect((await reveal()).body.phone).toBe(`+86${first.phone}`);
    expect((await reveal(lead.otherNumbers[0].id)).body.phone).toBe(`+86${second.phone}`);
    const records = await world.database.rows<{ details: string | null }>(
      `SELECT details FROM audit_entries WHERE action = 'lead.phone-revealed' AND subject = ? ORDER BY id`,
      [`lead:${first.leadId}`],
    );
    expect(records.map(({ details }) => details && JSON.parse(details))).toEqual([null, { numberId: lead.otherNumbers[0].id }]);
    // The number of somebody else is not told by this lead.
    const other = await aCustomer(world);
    const third = await aCustomer(world);
    await merge(world, manager, third.id, other.id);
    const foreign = (await world.database.rows<{ id: string }>('SELECT id FROM customer_merges WHERE former_id = ?', [third.id]))[0]?.id;
    expect((await reveal(foreign)).status).toBe(404);
  });

  it('may be three: the way to the survivor is never longer than one step', async () => {
    const [a, b, c] = [await aCustomer(world), await aCustomer(world), await aCustomer(world)];
    await merge(world, manager, a.id, b.id);
    await merge(world, manager, b.id, c.id);
    const rows = await world.database.rows<{ into_id: string }>('SELECT into_id FROM customer_merges WHERE former_id IN (?, ?)', [
      a.id,
      b.id,
    ]);
    expect(rows.map(({ into_id }) => into_id)).toEqual([c.id, c.id]);
    const stranger = await world.stranger(`three-${a.phone}`);
    const { body } = await submit(world, stranger, await aLead(world, { phone: a.phone }));
    expect(await customerOfLead(world, body.id)).toBe(c.id);
  });

  it('is told before what will happen, and looking changes nothing', async () => {
    const [first, second] = [await served(), await served()];
    const { body } = await manager.get(`/api/staff/customers/${second.id}/merge?into=${first.id}`);
    expect(body.decisions).toHaveLength(2);
    expect(body.decisions[1]).toContain('2 个微信号只是填写过号码');
    expect(await leadState(world, second.leadId)).toMatchObject({ status: 'accepted' });
    expect(await customerOfLead(world, second.leadId)).toBe(second.id);
    expect(await world.database.rows('SELECT id FROM customer_merges WHERE former_id = ?', [second.id])).toEqual([]);
    await world.travel('PT0S');
    expect((await eventsOf(second.leadId)).includes('joined-into')).toBe(false);
  });

  it('takes back for both what one of them took back', async () => {
    const [first, second] = [await served(), await aCustomer(world)];
    expect((await second.person.post('/api/me/consents/withdrawal', { purposes: ['service'] })).status).toBe(200);
    const { decisions } = await merge(world, manager, second.id, first.id);
    expect(decisions.join()).toContain('合并后按撤回处理');
    const { body: lead } = await first.agent.get(`/api/staff/leads/${first.leadId}`);
    expect(lead.contactAllowed).toBe(false);
    expect((await first.agent.post(`/api/staff/leads/${first.leadId}/phone-reveal`, {})).body.code).toBe('policy.consent-withdrawn');
    expect((await tasksOf(first.agent, first.leadId)).filter((task) => task.status === 'open')).toEqual([]);
  });

  it('cannot be merged by whoever sells, nor by whoever is one of them', async () => {
    const [first, second] = [await aCustomer(world), await aCustomer(world)];
    for (const key of [...AGENT_KEYS.slice(0, 1), 'supervisor', 'clerk', 'finance', 'prospect'])
      expect((await tryMerge(await world.as(key), second.id, first.id)).status).toBe(403);
    await manager.post('/api/me/phone', { code: await manager.phoneCode() });
    const own = (await manager.get('/api/me')).body.customerId as string;
    const { status, body } = await tryMerge(manager, own, first.id);
    expect([status, body.code]).toEqual([403, 'customer.merge-own']);
    expect((await tryMerge(manager, first.id, own)).body.code).toBe('customer.merge-own');
    expect((await tryMerge(manager, first.id, first.id)).body.code).toBe('customer.merge-self');
    expect((await tryMerge(manager, first.id, '0190-nobody')).body.code).toBe('customer.not-found');
    expect((await manager.post(`/api/staff/customers/${first.id}/merge`, { intoId: second.id, reason: ' ' })).status).toBe(400);
  });

  it('is not told of, and not merged, by a manager of another project', async () => {
    const [, other] = (await world.http('GET', '/api/projects')).body.items;
    const [here, elsewhere, both] = [await aCustomer(world), await aCustomer(world, { projectId: other.id }), await aCustomer(world)];
    const again = await world.stranger(`both-${both.phone}`);
    await submit(world, again, await aLead(world, { phone: both.phone, projectId: other.id }));
    await world.database.transaction((tx) =>
      tx.query('DELETE FROM staff_projects WHERE staff_id = ? AND project_id = ?', [manager.me.staffId, other.id]),
    );
    const local = await world.as('manager');
    const lookUp = (phone: string) => local.post('/api/staff/customers/lookup', { phone });
    expect((await lookUp(here.phone)).body).toMatchObject({ id: here.id });
    const unknown = await lookUp(freshPhone());
    const hidden = await lookUp(elsewhere.phone);
    expect(plainRefusal(hidden)).toEqual(plainRefusal(unknown));
    expect((await tryMerge(local, elsewhere.id, here.id)).body.code).toBe('customer.not-found');
    expect((await tryMerge(local, both.id, here.id)).body.code).toBe('customer.merge-elsewhere');
    expect((await tryMerge(admin, both.id, here.id)).status).toBe(201);
  });

  it('is merged once by a key that comes twice, with the reason on record', async () => {
    const [first, second] = [await aCustomer(world), await aCustomer(world)];
    const answers = [
      await tryMerge(manager, second.id, first.id, 'merge-key-0001'),
      await tryMerge(manager, second.id, first.id, 'merge-key-0001'),
    ];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await tryMerge(manager, second.id, first.id)).body.code).toBe('customer.merged');
    const [entry] = await world.database.rows<{ actor_id: string; details: string }>(
      `SELECT actor_id, details FROM audit_entries WHERE action = 'customer.merged' AND subject = ?`,
      [`customer:${first.id}`],
    );
    expect([entry?.actor_id, JSON.parse(entry?.details as string)]).toEqual([
      manager.me.staffId,
      expect.objectContaining({ formerId: second.id, reason: REASON, moves: ['1 条线索'] }),
    ]);
  });
});

/** Colleagues whose tally differs from the leads they hold. */
async function wrongTallies(world: TestApp): Promise<unknown[]> {
  const rows = await world.database.rows<{ staff_id: string; open_leads: number; held: number | string }>(
    `SELECT t.staff_id, t.open_leads, (SELECT COUNT(*) FROM leads l WHERE l.owner_id = t.staff_id AND l.status IN ('offered', 'accepted')) AS held
     FROM agent_loads t`,
  );
  return rows.filter((row) => Number(row.open_leads) !== Number(row.held));
}
