import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, anOfferedLead } from '../../support/leads';
import { assignmentFor, offerTo, owe, settle } from './notification.fixture';

describe("a person's own messages", () => {
  let t: TestApp;
  let lin: Person;
  let zhao: Person;
  beforeAll(async () => {
    t = await startApp();
    [lin, zhao] = await Promise.all([t.as('agent-lin'), t.as('agent-zhao')]);
    await owe(t, ...Array.from({ length: 25 }, () => offerTo(lin.me.staffId as string)), offerTo(zhao.me.staffId as string));
    await settle(t);
  });
  afterAll(() => t.stop());

  it('are listed newest first, page by page, each once', async () => {
    const first = (await lin.get('/api/me/messages?limit=20')).body;
    const rest = (await lin.get(`/api/me/messages?limit=20&cursor=${first.nextCursor}`)).body;
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([20, 5, null]);
    const ids = [...first.items, ...rest.items].map((m) => m.id);
    expect(new Set(ids).size).toBe(25);
    expect([...ids].sort().reverse()).toEqual(ids);
    expect(first.items[0]).toMatchObject({
      intent: 'lead-offered',
      title: '新客户待接单',
      readAt: null,
      page: expect.stringContaining('lead'),
    });
    expect(first.items[0].lines[3]).toEqual({ label: '接单截止', value: '2026年11月23日 10:15' });
  });

  it('are counted until they are read, and read once', async () => {
    const { items } = (await lin.get('/api/me/messages?limit=1')).body;
    expect((await lin.get('/api/me/messages/unread')).body).toEqual({ count: 25 });
    expect((await lin.post(`/api/me/messages/${items[0].id}/read`)).status).toBe(204);
    const at = (await lin.get('/api/me/messages?limit=1')).body.items[0].readAt;
    await t.travel('PT1M');
    await lin.post(`/api/me/messages/${items[0].id}/read`);
    expect((await lin.get('/api/me/messages?limit=1')).body.items[0].readAt).toBe(at);
    expect((await lin.get('/api/me/messages/unread')).body).toEqual({ count: 24 });
  });

  it('are nobody else’s: a colleague’s message is not found', async () => {
    const [own] = (await lin.get('/api/me/messages')).body.items;
    const refused = await zhao.post(`/api/me/messages/${own.id}/read`);
    expect([refused.status, refused.body.code]).toEqual([404, 'message.not-found']);
    expect((await zhao.get('/api/me/messages')).body.items).toHaveLength(1);
    expect((await (await t.stranger('nobody')).get('/api/me/messages')).body).toEqual({ items: [], nextCursor: null });
    expect((await t.http('GET', '/api/me/messages')).status).toBe(401);
  });

  it('refuse a page that was never given', async () => {
    for (const query of ['limit=101', 'limit=x', 'cursor=%21%21', 'folder=1'])
      expect([query, (await lin.get(`/api/me/messages?${query}`)).status]).toEqual([query, 400]);
  });

  it('count as received by being read, when the inbox was the only way', async () => {
    const wei = await t.stranger('wei');
    const { customerId } = (await wei.post('/api/me/phone', { code: await wei.phoneCode() })).body;
    const request = assignmentFor(customerId);
    await owe(t, request);
    await settle(t);
    const back = await t.as('wei');
    const [message] = (await back.get('/api/me/messages')).body.items;
    expect(message).toMatchObject({ intent: 'agent-assigned', title: '专属顾问已安排' });
    await back.post(`/api/me/messages/${message.id}/read`);
    const [row] = await t.database.rows<{ state: string }>('SELECT state FROM messages WHERE subject = ?', [request.subject]);
    expect(row?.state).toBe('received');
  });
});

describe('whether the messages about a lead arrived', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  it('is told to whom may see the lead, and to nobody else', async () => {
    const { leadId, agent, others } = await anOfferedLead(t, await allAgents(t));
    await settle(t);
    const { items } = (await agent.get(`/api/staff/leads/${leadId}/messages`)).body;
    expect(items).toContainEqual({
      to: agent.me.name,
      title: '新客户待接单',
      channel: '公众号消息',
      state: 'received',
      at: expect.stringMatching(/Z$/),
      reason: null,
    });
    expect(items).toContainEqual(
      expect.objectContaining({ title: '专属顾问已安排', channel: '站内消息', reason: expect.stringContaining('站内消息') }),
    );
    const refused = await others[0]?.get(`/api/staff/leads/${leadId}/messages`);
    expect([refused?.status, refused?.body.code]).toEqual([404, 'lead.not-found']);
    expect((await (await t.as('prospect')).get(`/api/staff/leads/${leadId}/messages`)).status).toBe(403);
  });
});
