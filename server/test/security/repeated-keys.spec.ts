import { randomUUID } from 'node:crypto';
import { type Person, startApp, type TestApp } from '../support/app';
import { aVerifiedPerson } from '../support/homes';
import { aLead, allAgents, anOfferedLead, freshPhone } from '../support/leads';
import { expectProblem, rowCounts } from '../support/refusals';
import { aReferral, gift, payout, projectOf, rewardBy, step } from '../support/rewards';

describe('a request that is sent twice under one key', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  const later = (hours: number) => new Date(world.now() + hours * 3_600_000).toISOString();

  /** The same answer, word for word, and nothing written the second time. */
  const repeats = async (person: Person, route: string, body: unknown): Promise<void> => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await person.post(route, body, key);
    expect(`${route}: ${first.status} ${first.body.code ?? ''}`).toMatch(/: 20[014] $/);
    const before = await rowCounts(world);
    const second = await person.post(route, body, key);
    expect({ route, status: second.status, body: second.body }).toEqual({ route, status: first.status, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await rowCounts(world)).toEqual(before);
    expectProblem(await person.post(route, { ...(body as object), more: 1 }, key), 'request.key-reused');
  };

  it('gets the first answer: a form, a bound phone, a withdrawn consent', async () => {
    const person = await world.stranger('twice', '+8613700005678');
    await repeats(person, '/api/leads', await aLead(world, { phone: freshPhone() }));
    await repeats(person, '/api/me/phone', { code: await person.phoneCode() });
    expect((await person.get('/api/me')).body).toMatchObject({ phoneMasked: '137****5678', customerId: expect.any(String) });
    await repeats(person, '/api/leads', await aLead(world, {}));
    await repeats(person, '/api/me/consents/withdrawal', { purposes: ['marketing'] });
  });

  it('gets the first answer at every desk', async () => {
    const clerk = await world.as('relations');
    const { projectId, name } = await aLead(world, {});
    const [{ code: channelCode }] = (await clerk.get('/api/channels')).body.items;
    await repeats(clerk, '/api/staff/leads', { projectId, name, phone: freshPhone(), channelCode });
    await repeats(clerk, '/api/staff/leaves', { fromAt: later(24), toAt: later(48), reason: '家中有事' });

    const { leadId, agent } = await anOfferedLead(world, agents);
    await repeats(agent, `/api/staff/leads/${leadId}/acceptance`, {});
    await repeats(agent, `/api/staff/leads/${leadId}/follow-ups`, {
      occurredAt: later(0),
      method: 'phone',
      content: '电话沟通',
      feedback: '考虑中',
      nextPlan: '再联系',
      nextAt: later(24),
    });
    await repeats(agent, `/api/staff/leads/${leadId}/closure`, { outcome: 'lost', reason: '无意向' });

    const passed = await anOfferedLead(world, agents);
    const heir = passed.others[0] as Person;
    const manager = await world.as('manager');
    await repeats(manager, `/api/staff/leads/${passed.leadId}/transfer`, { toStaffId: heir.me.staffId, reason: '休假' });
    await repeats(heir, `/api/staff/leads/${passed.leadId}/decline`, { reason: '休假' });
    const [message] = (await agent.get('/api/me/messages')).body.items;
    await repeats(agent, `/api/me/messages/${message.id}/read`, {});
  });

  it('gets the first answer along a referral and its reward', async () => {
    const [referrer, manager, finance] = [await aVerifiedPerson(world), await world.as('manager'), await world.as('finance')];
    const projectId = await projectOf(world);
    await repeats(referrer, '/api/referrals', { projectId, name: '李雷雷', phone: freshPhone() });
    const { version } = (await referrer.get('/api/policy')).body;
    const consent = { policyVersion: version, purposes: ['real-name'] };
    await repeats(referrer, '/api/me/real-name', { name: '王建国', number: '11010519491231002X', consent });
    const referral = aReferral(projectId, referrer.me.customerId as string);
    for (const to of ['visited', 'signed', 'settled'] as const) await step(world, referral, to, { dealAmount: 328_000_000 });
    await repeats(referrer, '/api/me/redemptions', { itemId: (await gift(world, '云溪府定制保温壶')).id });
    const { id } = await rewardBy(world, referral, 'signed');
    await repeats(manager, `/api/staff/rewards/${id}/approval`, {});
    await repeats(finance, `/api/staff/rewards/${id}/payout`, payout(world));
  });

  it('gets the first answer when a buried job is given another try', async () => {
    const [job] = await world.database.rows<{ id: string }>(`SELECT id FROM jobs WHERE status = 'done' LIMIT 1`);
    await world.database.rows(`UPDATE jobs SET status = 'dead' WHERE id = ?`, [job?.id]);
    await repeats(await world.as('admin'), `/api/staff/jobs/${job?.id}/rerun`, {});
  });

  it('opens no second session, and its token is kept in no table', async () => {
    const code = (await world.sim('POST', 'personas/prospect/login-code')).body.code;
    const key = { 'idempotency-key': randomUUID() };
    const first = await world.http('POST', '/api/sessions', { code }, key);
    expect(first.status).toBe(201);
    expectProblem(await world.http('POST', '/api/sessions', { code }, key), 'session.code-invalid');
    const kept = await world.database.rows<{ answer: string }>('SELECT answer FROM idempotency_keys');
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((row) => row.answer.includes(first.body.token.slice(0, 36)))).toEqual([]);
  });

  it('is not answered for somebody else who uses the same key', async () => {
    const [one, other] = [await world.stranger('key-one'), await world.stranger('key-other')];
    const key = { 'idempotency-key': randomUUID() };
    const form = await aLead(world, { phone: freshPhone() });
    const first = await one.post('/api/leads', form, key);
    const second = await other.post('/api/leads', { ...form, phone: freshPhone() }, key);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('keeps no refusal: mended, the same key may pass', async () => {
    const person = await world.stranger('mended');
    const key = { 'idempotency-key': randomUUID() };
    const form = await aLead(world, { phone: freshPhone() });
    expectProblem(await person.post('/api/leads', { ...form, name: '😀' }, key), 'request.invalid');
    expect((await person.post('/api/leads', form, key)).status).toBe(201);
  });

  it('never tells the full number to a table', async () => {
    const phone = freshPhone();
    const { leadId, agent } = await anOfferedLead(world, agents, { phone });
    const reveal = await agent.post(`/api/staff/leads/${leadId}/phone-reveal`, {}, { 'idempotency-key': randomUUID() });
    expect(reveal.body.phone).toContain(phone);
    for (const { tableName, columns } of world.database.dataSource.entityMetadatas) {
      const rows = await world.database.rows(`SELECT ${columns.map((c) => `\`${c.databaseName}\``).join(', ')} FROM ${tableName}`);
      expect([tableName, JSON.stringify(rows).includes(phone)]).toEqual([tableName, false]);
    }
  });
});
