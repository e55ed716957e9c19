import { DeliveryService } from '../../../src/modules/echoes/notification/delivery/delivery.service';
import { newId } from '../../../src/platform/database/columns';
import { finishEach } from '../../../src/platform/jobs/job-registry';
import { startApp, type TestApp } from '../../support/app';
import { deliver, fault, heard, inboxOf, messageAbout, offerTo, owe, settle, TEMPLATE_SEND } from './notification.fixture';

describe('when WeChat fails', () => {
  let t: TestApp;
  let lin: string;
  beforeAll(async () => {
    t = await startApp();
    lin = (await t.as('agent-lin')).me.staffId as string;
    await settle(t); // the boot jobs
  });
  afterEach(() => t.sim('DELETE', 'faults'));
  afterAll(() => t.stop());

  it.each([40001, 40014, 42001])('a token refused with %i is renewed, and the message arrives at the first try', async (errcode) => {
    await fault(t, TEMPLATE_SEND, { errcode });
    expect(await deliver(t, offerTo(lin))).toMatchObject({ channel: 'template', state: 'received' });
  });

  it.each([
    ['is busy', { errcode: -1 }, '微信暂时没有响应（微信返回码 -1），稍后自动重试'],
    ['answers with an outage', { httpStatus: 502 }, '微信暂时没有响应，稍后自动重试'],
    ['limits the sends to one person', { errcode: 43117 }, '超过微信的发送次数限制（微信返回码 43117），稍后自动重试'],
    ['does not answer in time', { delayMs: 6000 }, '微信暂时没有响应，稍后自动重试'],
  ])(
    'the message waits with a reason when WeChat %s, and arrives once later',
    async (_, wrong, reason) => {
      const request = offerTo(lin);
      await fault(t, TEMPLATE_SEND, wrong);
      expect(await deliver(t, request)).toMatchObject({ state: 'waiting', reason });
      await settle(t, 'PT10S');
      expect(await messageAbout(t, request)).toMatchObject({ channel: 'template', state: 'received', reason: null });
      const cards = (await inboxOf(t, 'agent-lin')).filter((card) => card.fields[0]?.value === request.facts.customer);
      expect(cards).toHaveLength(1);
    },
    20_000,
  );

  it('one bad answer does not hold up the messages beside it', async () => {
    const sun = (await t.as('agent-sun')).me.staffId as string;
    const offers = [offerTo(lin), offerTo(sun), offerTo(lin), offerTo(sun)];
    await fault(t, TEMPLATE_SEND, { errcode: -1 });
    await owe(t, ...offers);
    await settle(t);
    const states = await Promise.all(offers.map(async (offer) => (await messageAbout(t, offer)).state));
    expect(states.sort()).toEqual(['received', 'received', 'received', 'waiting']);
    await settle(t, 'PT10S');
    for (const offer of offers) expect((await messageAbout(t, offer)).state).toBe('received');
  });

  it('a refused content fails at once, visibly, and leaves again when an operator asks for it', async () => {
    const request = offerTo(lin);
    await fault(t, TEMPLATE_SEND, { errcode: 47003 });
    expect(await deliver(t, request)).toMatchObject({
      state: 'failed',
      reason: '消息内容不符合微信模板要求，请联系管理员（微信返回码 47003）',
    });
    const admin = await t.as('admin');
    const [dead] = (await admin.get('/api/staff/jobs?status=dead&kind=message.deliver')).body.items;
    expect((await admin.post(`/api/staff/jobs/${dead.id}/rerun`)).status).toBeLessThan(300);
    await settle(t);
    expect(await messageAbout(t, request)).toMatchObject({ state: 'received', reason: null });
  });

  it('a message that cannot be sent for long is shown as failed, with the copy still in the inbox', async () => {
    const request = offerTo(lin);
    await fault(t, TEMPLATE_SEND, { errcode: -1 }, 1000);
    await owe(t, request);
    await settle(t, 'PT2H');
    expect(await messageAbout(t, request)).toMatchObject({
      state: 'failed',
      reason: '微信暂时没有响应（微信返回码 -1），多次重试后仍未送达',
    });
    const { items } = (await (await t.as('agent-lin')).get('/api/me/messages')).body;
    expect(items[0].lines[0]).toEqual({ label: '客户称呼', value: request.facts.customer });
  });

  it('a message of no known kind fails visibly', async () => {
    expect(await deliver(t, offerTo(lin, { intent: 'nobody-knows' }))).toMatchObject({
      state: 'failed',
      reason: '没有登记这种消息的模板，请联系管理员',
    });
  });

  it('a process that dies between sending and writing sends once', async () => {
    const request = { messageId: newId(), ...offerTo(lin) };
    const job = { id: newId(), kind: 'message.deliver', attempt: 1, payload: request };
    const delivery = t.app.get(DeliveryService, { strict: false });
    const before = (await inboxOf(t, 'agent-lin')).length;
    const dies = { ...job, finish: () => Promise.reject(new Error('the lights went out')) };
    await expect(delivery.deliver([dies], finishEach)).rejects.toThrow('the lights went out');
    expect(await t.database.rows('SELECT id FROM messages WHERE id = ?', [request.messageId])).toEqual([]);
    await t.travel('PT2M'); // equal contents are let through again; the message's own id must hold
    await delivery.deliver([{ ...job, finish: async () => undefined }], finishEach);
    await delivery.deliver([{ ...job, finish: async () => undefined }], finishEach);
    await heard(t);
    await settle(t, 'PT5M');
    expect(await messageAbout(t, request)).toMatchObject({ channel: 'template', state: 'received' });
    expect(await inboxOf(t, 'agent-lin')).toHaveLength(before + 1);
  });
});
