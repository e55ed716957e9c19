import { randomUUID } from 'node:crypto';
import type { MyLead, Page, StaffLeadSummary } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aLead, allAgents, anOfferedLead, freshPhone, holderOf, submit } from '../../support/leads';

describe('intake', () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  const count = async (table: string, where = '1 = 1', values: unknown[] = []) =>
    Number((await world.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, values))[0]?.n);

  it('a second tap with the same key changes nothing and gets the first answer', async () => {
    const prospect = await world.stranger('tapper');
    const form = await aLead(world, { phone: freshPhone() });
    const key = randomUUID();
    const first = await submit(world, prospect, form, key);
    const again = await submit(world, prospect, form, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await count('lead_touches', 'lead_id = ?', [first.body.id])).toBe(1);
    const other = await submit(world, prospect, { ...form, name: '别人' }, key);
    expect([other.status, other.body.code]).toEqual([409, 'request.key-reused']);
  });

  it('ten taps at once with one key are one lead and one touch', async () => {
    const prospect = await world.stranger('ten-taps');
    const form = await aLead(world, { phone: freshPhone() });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(world, prospect, form, key)));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect(answers.every((a) => a.status === 201)).toBe(true);
    expect(await count('lead_touches', 'lead_id = ?', [answers[0]?.body.id])).toBe(1);
  });

  it('twenty people with one phone at once are one customer and one lead, and nobody is dropped', async () => {
    const phone = freshPhone();
    const before = await count('customers');
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => world.stranger(`crowd-${i}`)));
    const form = await aLead(world, { phone });
    const answers = await Promise.all(people.map((p) => submit(world, p, form)));
    expect(answers.map((a) => a.status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    expect(await count('customers')).toBe(before + 1);
    expect(await count('lead_touches', 'lead_id = ?', [answers[0]?.body.id])).toBe(20);
    expect(await count('lead_touches', 'lead_id = ? AND is_first = 1', [answers[0]?.body.id])).toBe(1);
  });

  it('a duplicate joins the open lead, keeps the first source, fills gaps, and the colleague is told', async () => {
    const agents = await allAgents(world);
    const phone = freshPhone();
    const { leadId, agent } = await anOfferedLead(world, agents, { phone, channelCode: 'online.douyin', intent: { areaMin: 100 } });
    const again = await submit(
      world,
      await world.stranger('comes-again'),
      await aLead(world, { phone, channelCode: 'campaign.expo', intent: { areaMin: 200, purpose: 'investment' } }),
    );
    expect(again.body.id).toBe(leadId);
    const detail = (await agent.get(`/api/staff/leads/${leadId}`)).body;
    expect(detail.source.code).toBe('online.douyin');
    expect(detail.touches.map((t: { first: boolean }) => t.first)).toEqual([true, false]);
    expect(detail.intent).toMatchObject({ areaMin: 100, purpose: 'investment' });
    expect(await count('jobs', `subject = ? AND kind = 'message.deliver' AND payload LIKE '%lead-joined%'`, [`lead:${leadId}`])).toBe(1);
  });

  it('whoever types somebody else’s number learns nothing of that person', async () => {
    const agents = await allAgents(world);
    const phone = freshPhone();
    const { leadId, agent } = await anOfferedLead(world, agents, { phone });
    await agent.post(`/api/staff/leads/${leadId}/acceptance`);
    const curious = await world.stranger('curious');
    const answer = await submit(world, curious, await aLead(world, { phone }));
    expect(answer.body.status).toBe('received');
    const [mine] = (await curious.get('/api/me/leads')).body.items;
    expect(mine).toMatchObject({ agent: null, intent: {}, status: 'received' });
    expect((await curious.get('/api/me/consents')).body.items).toEqual([]);
  });

  it('whoever typed a number first sees what they began with it, and nothing that others begin', async () => {
    const phone = freshPhone();
    const typist = await world.stranger('typist');
    const { projectId: here } = await aLead(world, {});
    const there = (await world.http('GET', '/api/projects')).body.items.find(({ id }: { id: string }) => id !== here).id;
    const own = await submit(world, typist, await aLead(world, { phone, intent: { areaMin: 80 } }));
    const manager = await world.as('manager');
    const [{ code: channelCode }] = (await manager.get('/api/channels')).body.items;
    const entered = await manager.post('/api/staff/leads', {
      ...{ projectId: there, name: '真名', phone, channelCode, intent: { areaMin: 140 } },
    });
    expect(entered.status).toBe(201);
    const seenBy = async (person: Person) =>
      (await (await world.as(person.key)).get('/api/me/leads')).body.items.map((lead: MyLead) => [lead.id, lead.intent.areaMin]);
    expect(await seenBy(typist)).toEqual([[own.body.id, 80]]);
    // A form of their own joins the lead there: they get its receipt, not what was said in it.
    const again = await submit(world, typist, await aLead(world, { phone, projectId: there }));
    expect(again.body.id).toBe(entered.body.id);
    expect(await seenBy(typist)).toEqual([
      [entered.body.id, undefined],
      [own.body.id, 80],
    ]);
    const owner = await world.stranger('typed-owner', `+86${phone}`);
    await owner.post('/api/me/phone', { code: await owner.phoneCode() });
    expect(await seenBy(owner)).toEqual([
      [entered.body.id, 140],
      [own.body.id, 80],
    ]);
  });

  it('an unknown channel of a public form is parked, the person is not lost', async () => {
    const answer = await submit(
      world,
      await world.stranger('odd-code'),
      await aLead(world, { phone: freshPhone(), channelCode: 'poster-🏠-37' }),
    );
    expect(answer.status).toBe(201);
    const [touch] = await world.database.rows<{ channel_root: string; note: string }>(
      'SELECT channel_root, note FROM lead_touches WHERE lead_id = ?',
      [answer.body.id],
    );
    expect(touch).toEqual({ channel_root: 'other', note: '原渠道码：poster-🏠-37' });
  });

  it('agreement is needed by version and purpose, and is on record', async () => {
    const prospect = await world.stranger('careful');
    const form = await aLead(world, { phone: freshPhone() });
    const none = await submit(world, prospect, { ...form, consent: { ...form.consent, purposes: [] } });
    expect([none.status, none.body.code]).toEqual([422, 'policy.consent-required']);
    const old = await submit(world, prospect, { ...form, consent: { ...form.consent, policyVersion: '1999-01' } });
    expect([old.status, old.body.code]).toEqual([409, 'policy.outdated']);
    expect((await submit(world, prospect, form)).status).toBe(201);
    const { items } = (await prospect.get('/api/me/consents')).body;
    expect(items).toEqual([
      expect.objectContaining({ purpose: form.consent.purposes[0], policyVersion: form.consent.policyVersion, withdrawnAt: null }),
    ]);
    const after = (await prospect.post('/api/me/consents/withdrawal', { purposes: form.consent.purposes })).body.items;
    expect(after[0].withdrawnAt).not.toBeNull();
  });

  it('the bound phone is used when none is typed; without one the person is asked', async () => {
    const prospect = await world.stranger('quick');
    const { phone: _, ...form } = { ...(await aLead(world, {})), phone: undefined };
    const asked = await submit(world, prospect, form);
    expect([asked.status, asked.body.code]).toEqual([422, 'account.phone-required']);
    expect((await prospect.post('/api/me/phone', { code: await prospect.phoneCode() })).status).toBe(200);
    expect((await submit(world, prospect, form)).status).toBe(201);
  });

  it('whoever bound a phone is called by the name they give later', async () => {
    const prospect = await world.stranger('nameless');
    expect((await prospect.post('/api/me/phone', { code: await prospect.phoneCode() })).body.name).toBeNull();
    const { phone: _, ...form } = { ...(await aLead(world, { name: '沈知遥' })), phone: undefined };
    await submit(world, prospect, form);
    expect((await prospect.get('/api/me')).body.name).toBe('沈知遥');
    await submit(world, prospect, { ...form, name: '别名' });
    expect((await prospect.get('/api/me')).body.name).toBe('沈知遥');
  });

  it('once the customer takes the agreement back, nobody is told the number any more', async () => {
    const phone = freshPhone();
    const agents = await allAgents(world);
    const prospect = await world.stranger('second-thoughts');
    const form = await aLead(world, { phone });
    const { body } = await submit(world, prospect, form);
    await world.travel('PT0S');
    const { agent } = await holderOf(world, agents, body.id);
    expect((await agent.post(`/api/staff/leads/${body.id}/phone-reveal`)).status).toBe(200);
    await prospect.post('/api/me/consents/withdrawal', { purposes: ['service'] });
    const refused = await agent.post(`/api/staff/leads/${body.id}/phone-reveal`);
    expect([refused.status, refused.body.code]).toEqual([409, 'policy.consent-withdrawn']);
    expect((await agent.get(`/api/staff/leads/${body.id}`)).body.contactAllowed).toBe(false);
    await submit(world, prospect, form);
    expect((await agent.post(`/api/staff/leads/${body.id}/phone-reveal`)).status).toBe(200);
  });

  it('a withdrawal ends what was planned, and stands on the lead', async () => {
    const agents = await allAgents(world);
    const prospect = await world.stranger('leave-me-alone');
    const { body } = await submit(world, prospect, await aLead(world, { phone: freshPhone() }));
    await world.travel('PT0S');
    const { agent } = await holderOf(world, agents, body.id);
    await agent.post(`/api/staff/leads/${body.id}/acceptance`);
    await world.travel('PT0S');
    const open = async () =>
      (await agent.get(`/api/staff/leads/${body.id}/tasks`)).body.items.filter((task: { status: string }) => task.status === 'open').length;
    expect(await open()).toBeGreaterThan(0);
    await prospect.post('/api/me/consents/withdrawal', { purposes: ['service'] });
    await world.travel('PT0S');
    expect(await open()).toBe(0);
    expect((await agent.get(`/api/staff/leads/${body.id}`)).body.timeline[0]).toMatchObject({ type: 'consent-withdrawn' });
  });

  it('everybody of one family name is found, page by page, and nobody of a project one does not work for', async () => {
    const [clerk, manager] = await Promise.all([world.as('clerk'), world.as('manager')]);
    const projects = (await world.http('GET', '/api/projects')).body.items;
    const { projectId } = await aLead(world, {});
    const others = projects.find((p: { id: string }) => p.id !== projectId).id;
    for (let i = 0; i < 25; i++) {
      await clerk.post('/api/staff/leads', { projectId, name: `欧阳${i}`, phone: freshPhone(), channelCode: 'walk-in.visit' });
    }
    const foreign = await clerk.post('/api/staff/leads', {
      projectId: others,
      name: '欧阳外',
      phone: freshPhone(),
      channelCode: 'walk-in.visit',
    });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'project.not-found']);
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await manager.get<Page<StaffLeadSummary>>(
        `/api/staff/leads?q=${encodeURIComponent('欧阳')}&limit=10${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...page.body.items.map((lead) => lead.customer.name));
      cursor = page.body.nextCursor ?? '';
    } while (cursor);
    expect(new Set(found).size).toBe(25);
  });

  it('a walk-in takes four fields; a known phone joins and says so without a name', async () => {
    const [clerk, lin] = await Promise.all([world.as('clerk'), world.as('agent-lin')]);
    const { projectId } = await aLead(world, {});
    const phone = freshPhone();
    expect((await lin.post('/api/staff/leads/duplicate-probe', { projectId, phone })).body).toEqual({
      known: false,
      message: '新客户，可以登记',
    });
    const entered = await clerk.post('/api/staff/leads', { projectId, name: '王建国', phone, channelCode: 'walk-in.visit' });
    expect(entered.body).toMatchObject({ joined: false, status: 'received' });
    await world.travel('PT0S');
    const probe = (await lin.post('/api/staff/leads/duplicate-probe', { projectId, phone })).body;
    expect(probe).toEqual({ known: true, message: expect.stringContaining('已由同事跟进') });
    const again = await clerk.post('/api/staff/leads', { projectId, name: '王先生', phone: `+86 ${phone}`, channelCode: 'walk-in.call' });
    expect(again.body).toMatchObject({ joined: true, id: entered.body.id });
    const refused = await clerk.post('/api/staff/leads', { projectId, name: '王先生', phone, channelCode: 'word-of-mouth' });
    expect([refused.status, refused.body.code]).toEqual([422, 'channel.unknown']);
  });

  it('phones are not in the database or in any list in the clear', async () => {
    const phone = freshPhone();
    const { leadId, agent } = await anOfferedLead(world, await allAgents(world), { phone });
    const rows = await world.database.rows<Record<string, unknown>>('SELECT * FROM customers');
    expect(JSON.stringify(rows)).not.toContain(phone);
    const list = await agent.get('/api/staff/leads');
    expect(JSON.stringify(list.body)).not.toContain(phone);
    expect(list.body.items.find((l: { id: string }) => l.id === leadId).customer.phoneMasked).toMatch(/^137\*\*\*\*\d{4}$/);
    expect((await agent.get(`/api/staff/leads?q=${phone}`)).body.items.map((l: { id: string }) => l.id)).toEqual([leadId]);
  });
});
