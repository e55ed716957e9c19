import { startApp, type TestApp } from '../../support/app';
import { deliver, fault, follows, inboxOf, messageAbout, offerTo, owe, settle, TEMPLATE_SEND } from './notification.fixture';

describe('a message owed to a colleague', () => {
  let t: TestApp;
  let lin: string;
  let zhao: string;
  beforeAll(async () => {
    t = await startApp();
    lin = (await t.as('agent-lin')).me.staffId as string;
    zhao = (await t.as('agent-zhao')).me.staffId as string;
  });
  afterAll(() => t.stop());

  it('reaches them in WeChat, and its receipt says so', async () => {
    const message = await deliver(t, offerTo(lin, { facts: { ...offerTo(lin).facts, customer: '许女士' } }));
    expect(message).toMatchObject({ channel: 'template', state: 'received', reason: null });
    expect(message.wechat_msg_id).toMatch(/^\d{19}$/);
    const [card] = await inboxOf(t, 'agent-lin');
    expect(card).toMatchObject({ channel: 'template', intent: 'lead-offered' });
    expect(card?.fields.map((f) => f.value)).toEqual([
      '许女士',
      '归云里',
      '小程序留资',
      '2026年11月23日 10:15',
      '请在截止前接单并联系客户',
    ]);
  });

  it('says several things in the order they were said, when they fall together', async () => {
    const offers = Array.from({ length: 40 }, () => offerTo(lin));
    await owe(t, ...offers);
    await settle(t);
    const rows = await t.database.rows<{ state: string; n: number }>(
      `SELECT state, COUNT(*) AS n FROM messages WHERE subject IN (${offers.map(() => '?').join(', ')}) GROUP BY state`,
      offers.map((o) => o.subject),
    );
    expect(rows.map((r) => [r.state, Number(r.n)])).toEqual([['received', 40]]);
    const seen = (await inboxOf(t, 'agent-lin')).slice(0, 40).map((card) => card.fields[0]?.value);
    expect(seen.reverse()).toEqual(offers.map((o) => o.facts.customer));
  });

  it('tells of many leads in one message', async () => {
    const facts = { summary: '你有 12 条新线索待接单', count: 12, acceptBy: t.now(), hint: '请在截止前逐条接单' };
    expect(await deliver(t, offerTo(lin, { intent: 'leads-offered', facts }))).toMatchObject({ channel: 'template', state: 'received' });
    expect((await inboxOf(t, 'agent-lin'))[0]?.fields.slice(0, 2).map((f) => f.value)).toEqual(['你有 12 条新线索待接单', '12']);
  });

  it('stays in the inbox of a colleague who stopped following without our hearing of it, and is not tried again', async () => {
    await fault(t, TEMPLATE_SEND, { errcode: 43004 });
    expect(await deliver(t, offerTo(zhao))).toMatchObject({ channel: 'inbox', state: 'sent', reason: expect.stringContaining('站内消息') });
    expect(await follows(t, 'agent-zhao')).toBe(false);
    const before = (await inboxOf(t, 'agent-zhao')).length;
    expect(await deliver(t, offerTo(zhao))).toMatchObject({ channel: 'inbox', reason: expect.stringContaining('没有关注公众号') });
    expect(await inboxOf(t, 'agent-zhao')).toHaveLength(before);
  });

  it('is shown as failed when the receipt says they block us, and they count as not following', async () => {
    await fault(t, TEMPLATE_SEND, { finishStatus: 'failed:user block' });
    expect(await deliver(t, offerTo(lin))).toMatchObject({ state: 'failed', reason: '对方拒收了公众号消息', received_at: null });
    expect(await follows(t, 'agent-lin')).toBe(false);
  });

  it('is counted by channel and by how it ended', async () => {
    const { body } = await t.http('GET', '/metrics');
    expect(body).toMatch(/guihu_messages_total\{channel="template",outcome="received"\} \d+/);
    expect(body).toMatch(/guihu_messages_total\{channel="inbox",outcome="sent"\} 2\b/);
    expect(body).toMatch(/guihu_messages_total\{channel="template",outcome="failed"\} 1\b/);
  });

  it('waits for the end of quiet hours unless it is urgent', async () => {
    const sun = (await t.as('agent-sun')).me.staffId as string;
    await t.travel('PT12H'); // from ten in the morning
    const before = (await inboxOf(t, 'agent-sun')).length;
    const calm = offerTo(sun);
    const urgent = offerTo(sun, { urgent: true });
    await owe(t, calm, urgent);
    await settle(t);
    expect(await messageAbout(t, urgent)).toMatchObject({ state: 'received' });
    expect(await messageAbout(t, calm)).toMatchObject({ state: 'waiting', reason: '免打扰时段，08:30 后发送' });
    expect(await inboxOf(t, 'agent-sun')).toHaveLength(before + 1);
    await settle(t, 'PT11H');
    expect(await messageAbout(t, calm)).toMatchObject({ channel: 'template', state: 'received', reason: null });
  });
});
