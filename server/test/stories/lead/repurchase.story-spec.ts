import { randomUUID } from 'node:crypto';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anOwner, aVerifiedPerson, emptyHomes, type NamedUnit } from '../../support/homes';
import { aLead, allAgents, freshPhone, holderOf, leadState, submit } from '../../support/leads';
import { projectOf } from '../../support/rewards';

describe('an owner who thinks of buying again', () => {
  let world: TestApp;
  let clerk: Person;
  let agents: Person[];
  let homes: NamedUnit[];
  let projectId: string;
  let consent: { policyVersion: string; purposes: string[] };

  beforeAll(async () => {
    world = await startApp();
    [clerk, agents] = await Promise.all([world.as('clerk'), allAgents(world)]);
    homes = await emptyHomes(world);
    projectId = await projectOf(world);
    consent = (await aLead(world, {})).consent;
  });
  afterAll(() => world?.stop());

  const owner = () => anOwner(world, clerk, homes.shift() as NamedUnit);
  const ask = (person: Person, part: object = {}) =>
    person.post('/api/me/repurchases', { projectId, wish: 'again', consent, ...part }, { 'idempotency-key': randomUUID() });
  const leadsOf = (person: Person) =>
    world.database.rows<{ id: string; channel_root: string; note: string; preferred_staff_id: string | null; status: string }>(
      `SELECT id, channel_root, note, preferred_staff_id, status FROM leads WHERE customer_id = ? AND open_key IS NOT NULL`,
      [person.me.customerId],
    );

  it('is known by the bound phone, comes from 转介绍, and is put before somebody by the rules', async () => {
    const person = await owner();
    const { status, body } = await ask(person);
    expect([status, body]).toEqual([201, { id: expect.any(String), receiptNo: expect.stringMatching(/^YX/), status: 'received' }]);
    expect(await leadsOf(person)).toEqual([
      { id: body.id, channel_root: 'referral', note: '老业主复购咨询：再买一套', preferred_staff_id: null, status: 'received' },
    ]);
    await world.travel('PT0S');
    expect((await leadState(world, body.id)).status).toBe('offered');
    expect((await person.get('/api/me/leads')).body.items[0]).toMatchObject({ id: body.id, projectName: '云溪府' });
  });

  it('is led back to the colleague who sold to them', async () => {
    const person = await owner();
    const first = await submit(world, person, { ...(await aLead(world, { name: '江一帆' })), phone: undefined });
    await world.travel('PT0S');
    const { agent } = await holderOf(world, agents, first.body.id);
    await agent.post(`/api/staff/leads/${first.body.id}/acceptance`);
    await agent.post(`/api/staff/leads/${first.body.id}/closure`, { outcome: 'won', reason: '已签约' });
    await world.travel('P20D');
    const { body } = await ask(person, { wish: 'trade-up', consent: undefined });
    expect((await leadsOf(person))[0]?.preferred_staff_id).toBe(agent.me.staffId);
    await world.travel('PT0S');
    expect(await leadState(world, body.id)).toMatchObject({ status: 'offered', owner_id: agent.me.staffId });
  });

  it('joins the open lead, however often the button is pressed at once', async () => {
    const person = await owner();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(person)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await leadsOf(person)).toHaveLength(1);
  });

  it('is asked to agree unless they did so before, and after a withdrawal again', async () => {
    const person = await owner();
    expect((await ask(person, { consent: undefined })).body.code).toBe('policy.consent-required');
    expect((await ask(person, { consent: { ...consent, purposes: [] } })).body.code).toBe('policy.consent-required');
    expect(await leadsOf(person)).toEqual([]);
    expect((await ask(person)).status).toBe(201);
    expect((await ask(person, { consent: undefined })).status).toBe(201);
    await person.post('/api/me/consents/withdrawal', { purposes: ['service'] });
    expect((await ask(person, { consent: undefined })).body.code).toBe('policy.consent-required');
  });

  it('must own a home here: a stranger and a verified visitor are refused, and nothing is written', async () => {
    for (const person of [await world.stranger(`s-${freshPhone()}`), await aVerifiedPerson(world)]) {
      expect((await ask(person)).body.code).toBe('home.not-yours');
      if (person.me.customerId) expect(await leadsOf(person)).toEqual([]);
    }
    expect((await ask(await owner(), { projectId: '01900000-0000-7000-8000-000000000000' })).body.code).toBe('project.not-found');
  });
});
