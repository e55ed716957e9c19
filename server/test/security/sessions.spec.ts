import { signToken } from '../../src/modules/registers/identity/session-tokens';
import { type Person, startApp, type TestApp } from '../support/app';
import { aLead, allAgents, anOfferedLead, freshPhone, submit } from '../support/leads';
import { expectProblem, rowCounts } from '../support/refusals';

describe('a session', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  const loginCode = async (key: string): Promise<string> => (await world.sim('POST', `personas/${key}/login-code`)).body.code;
  const me = (token: string) => world.http('GET', '/api/me', undefined, { authorization: `Bearer ${token}` });

  it('is not opened twice by one code', async () => {
    const code = await loginCode('prospect');
    expect((await world.http('POST', '/api/sessions', { code })).status).toBe(201);
    const before = await rowCounts(world);
    expectProblem(await world.http('POST', '/api/sessions', { code }), 'session.code-invalid');
    expect(await rowCounts(world)).toEqual(before);
  });

  it('is opened once when one code is sent by many at the same moment', async () => {
    const code = await loginCode('prospect');
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.http('POST', '/api/sessions', { code })));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    for (const answer of answers.filter((a) => a.status !== 201)) expectProblem(answer, 'session.code-invalid');
  });

  it('is not opened by a code older than five minutes', async () => {
    const code = await loginCode('prospect');
    await world.travel('PT5M');
    expectProblem(await world.http('POST', '/api/sessions', { code }), 'session.code-invalid');
  });

  it('is not opened by a made-up code, nor by one meant for the phone', async () => {
    const prospect = await world.as('prospect');
    for (const code of ['made-up', `0${'a'.repeat(31)}`, await prospect.phoneCode()])
      expectProblem(await world.http('POST', '/api/sessions', { code }), 'session.code-invalid');
  });

  it('binds no phone by a login code, a used code, or somebody who is not signed in', async () => {
    const person = await world.stranger('phone-codes', '+8613700001234');
    expectProblem(await person.post('/api/me/phone', { code: await loginCode('phone-codes') }), 'account.phone-code-invalid');
    const code = await person.phoneCode();
    expect((await person.post('/api/me/phone', { code })).status).toBe(200);
    expectProblem(await person.post('/api/me/phone', { code }), 'account.phone-code-invalid');
    expectProblem(await world.http('POST', '/api/me/phone', { code: await person.phoneCode() }), 'session.required');
  });

  it('is not made by hand: forged, cut, empty, of another key or of another shape', async () => {
    const { token } = await world.as('prospect');
    const [id, expiry, signature] = token.split('.') as [string, string, string];
    const later = `${id}.${(Number.parseInt(expiry, 36) + 60).toString(36)}.${signature}`;
    const foreign = signToken({ sessionId: id, expiresAt: 9_000_000_000_000 }, Buffer.alloc(32, 1));
    const flipped = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.at(-1);
    for (const bad of [
      later,
      foreign,
      flipped,
      token.slice(0, -1),
      `${token}x`,
      id,
      '',
      '.',
      '..',
      `${id}.${expiry}.`,
      'x'.repeat(5_000),
      'null',
    ]) {
      const answer = await me(bad);
      expectProblem(answer);
      expect(answer.status).toBe(401);
    }
    expectProblem(await world.http('GET', '/api/me', undefined, { authorization: `Basic ${token}` }), 'session.invalid');
    expectProblem(await world.http('GET', '/api/me', undefined, { authorization: token }), 'session.invalid');
    expect((await me(token)).status).toBe(200);
  });

  it('is nothing once it was ended by its owner, and ends no other', async () => {
    const [one, other] = [await world.as('prospect'), await world.as('prospect')];
    expect((await one.get('/api/me')).status).toBe(200);
    const end = await world.http('DELETE', '/api/sessions/current', undefined, { authorization: `Bearer ${one.token}` });
    expect(end.status).toBe(204);
    expectProblem(await one.get('/api/me'), 'session.invalid');
    expect((await other.get('/api/me')).status).toBe(200);
  });

  it('is nothing once its row says that its time is over, whatever the token says', async () => {
    const person = await world.stranger('expired');
    await world.database.rows('UPDATE sessions SET expires_at = ? WHERE account_id = ?', [Date.now() - 1, person.me.accountId]);
    expectProblem(await person.get('/api/me'), 'session.invalid');
  });

  it('does not open what it has no row for, although our key signed it', async () => {
    const { CONFIG } = await import('../../src/config/config.module');
    const { keys } = world.app.get(CONFIG);
    const ghost = signToken({ sessionId: '01900000-0000-7000-8000-000000000000', expiresAt: Date.now() + 60_000 }, keys.session);
    expectProblem(await me(ghost), 'session.invalid');
  });

  it('of a colleague who left opens nothing of the house within seconds', async () => {
    const leaver = agents[5] as Person;
    expect((await leaver.get('/api/staff/leads')).status).toBe(200);
    await world.database.rows('UPDATE staff SET active = 0 WHERE id = ?', [leaver.me.staffId]);
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    for (const route of ['/api/staff/leads', '/api/staff/tasks?due=today', '/api/staff/colleagues', '/api/staff/duty'])
      expectProblem(await leaver.get(route), 'permission.denied');
    const again = await world.as(leaver.key);
    expect(again.me.roles).toEqual(['prospect']);
    expectProblem(await again.get('/api/staff/leads'), 'permission.denied');
    await world.database.rows('UPDATE staff SET active = 1 WHERE id = ?', [leaver.me.staffId]);
  }, 20_000);

  it.each([
    ['says it is busy', { errcode: -1, times: 5 }],
    ['answers with an error page', { httpStatus: 502, times: 5 }],
    ['has forgotten our token', { errcode: 40001, times: 9 }],
  ])('asks for patience when WeChat %s', async (_, fault) => {
    const prospect = await world.as('prospect');
    const phoneCode = await prospect.phoneCode();
    const code = await loginCode('prospect');
    const before = await rowCounts(world);
    await world.sim('POST', 'faults', { path: '/sns/jscode2session', ...fault });
    await world.sim('POST', 'faults', { path: '/wxa/business/getuserphonenumber', ...fault });
    const answers = [await world.http('POST', '/api/sessions', { code }), await prospect.post('/api/me/phone', { code: phoneCode })];
    await world.sim('DELETE', 'faults');
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ code: 'wechat.unavailable', title: expect.stringContaining('微信') });
      // Any digits may stand in the correlation id.
      expect(JSON.stringify({ ...answer.body, correlationId: '' })).not.toMatch(/token|errcode|4000|502/);
    }
    expect(await rowCounts(world)).toEqual(before);
  });
});

describe("a colleague's lead", () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  const record = (now: number) => ({
    occurredAt: new Date(now).toISOString(),
    method: 'phone',
    content: '电话沟通',
    feedback: '考虑中',
    nextPlan: '再联系',
    nextAt: new Date(now + 86_400_000).toISOString(),
  });

  /** Every way to touch a lead by its id, as its stranger would write it. */
  const ways = (id: string, someone: string, now: number): [string, string, unknown?][] => [
    ['GET', `/api/staff/leads/${id}`],
    ['GET', `/api/staff/leads/${id}/routing`],
    ['GET', `/api/staff/leads/${id}/tasks`],
    ['GET', `/api/staff/leads/${id}/messages`],
    ['POST', `/api/staff/leads/${id}/acceptance`, {}],
    ['POST', `/api/staff/leads/${id}/decline`, { reason: '试试' }],
    ['POST', `/api/staff/leads/${id}/transfer`, { toStaffId: someone, reason: '试试' }],
    ['POST', `/api/staff/leads/${id}/follow-ups`, record(now)],
    ['POST', `/api/staff/leads/${id}/closure`, { outcome: 'lost', reason: '试试' }],
    ['POST', `/api/staff/leads/${id}/phone-reveal`, {}],
  ];

  it('is not found by another agent, whatever they try, before and after it was accepted', async () => {
    const { leadId, agent, others } = await anOfferedLead(world, agents);
    const attempt = async () => {
      for (const thief of others.slice(0, 2)) {
        for (const [method, route, body] of ways(leadId, thief.me.staffId as string, world.now())) {
          const before = await rowCounts(world);
          const answer = method === 'GET' ? await thief.get(route) : await thief.post(route, body);
          expectProblem(answer);
          expect([route, answer.status]).toEqual([route, 404]);
          expect(await rowCounts(world)).toEqual(before);
        }
      }
    };
    await attempt();
    expect((await agent.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
    await world.travel('PT0S');
    await attempt();
    const tasks = (await agent.get(`/api/staff/leads/${leadId}/tasks`)).body.items;
    expect(tasks.length).toBeGreaterThan(0);
    expectProblem(await (others[0] as Person).post(`/api/staff/tasks/${tasks[0].id}/completion`, {}), 'task.not-found');
  });

  it('is not touched by a prospect, an engineer or finance', async () => {
    const { leadId } = await anOfferedLead(world, agents);
    for (const key of ['prospect', 'owner', 'engineer', 'finance']) {
      const person = await world.as(key);
      for (const [method, route, body] of ways(leadId, 'x', world.now())) {
        const answer = method === 'GET' ? await person.get(route) : await person.post(route, body);
        expect([key, route, answer.body.code]).toEqual([key, route, 'permission.denied']);
      }
    }
  });

  it("is not read from somebody else's inbox", async () => {
    const { agent, others } = await anOfferedLead(world, agents);
    await world.travel('PT0S');
    const [message] = (await agent.get('/api/me/messages')).body.items;
    expectProblem(await (others[0] as Person).post(`/api/me/messages/${message.id}/read`), 'message.not-found');
    expect((await (others[0] as Person).get('/api/me/messages')).body.items.map((m: { id: string }) => m.id)).not.toContain(message.id);
  });

  it("tells who typed somebody else's number nothing of that person", async () => {
    const phone = freshPhone();
    const victim = await world.stranger('victim');
    const own = await submit(world, victim, await aLead(world, { phone, name: '真名' }));
    await world.travel('PT0S');
    const thief = await world.stranger('thief');
    const answer = await submit(world, thief, await aLead(world, { phone, name: '冒名' }));
    expect(answer.body.status).toBe('received');
    const [seen] = (await thief.get('/api/me/leads')).body.items;
    expect(seen).toMatchObject({ id: own.body.id, status: 'received', agent: null, intent: {} });
    expect(JSON.stringify(seen)).not.toMatch(/真名|137\d{8}/);
    expect((await thief.get('/api/me')).body.customerId).toBeUndefined();
    expect((await thief.get('/api/me/consents')).body.items).toEqual([]);
  });

  it('tells who enters it a second time at the desk nothing of how far it has come', async () => {
    const phone = freshPhone();
    const { leadId, agent } = await anOfferedLead(world, agents, { phone });
    expect((await agent.post(`/api/staff/leads/${leadId}/acceptance`)).status).toBe(201);
    const clerk = await world.as('relations');
    const { projectId, name } = await aLead(world, {});
    const [{ code: channelCode }] = (await clerk.get('/api/channels')).body.items;
    const answer = await clerk.post('/api/staff/leads', { projectId, name, phone, channelCode });
    expect(answer.body).toMatchObject({ joined: true, status: 'received' });
    expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${agent.me.name}|accepted`));
  });
});
