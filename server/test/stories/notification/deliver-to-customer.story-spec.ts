import { TEMPLATE_CATALOGUE } from '../../../src/integrations/wechat/template-catalogue';
import { DeliveryService } from '../../../src/modules/echoes/notification/delivery/delivery.service';
import { newId } from '../../../src/platform/database/columns';
import { finishEach } from '../../../src/platform/jobs/job-registry';
import { startApp, type TestApp } from '../../support/app';
import {
  allow,
  assignmentFor,
  creditsOf,
  customer,
  deliver,
  fault,
  heard,
  inboxOf,
  owe,
  SUBSCRIBE_SEND,
  settle,
} from './notification.fixture';

describe('a message owed to a customer', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  it('can be allowed beforehand: the mini-program learns which templates to ask for', async () => {
    const { items } = (await t.http('GET', '/api/wechat/subscribe-templates')).body;
    expect(items.map((i: { key: string }) => i.key)).toEqual(
      TEMPLATE_CATALOGUE.filter((template) => (template.channels as readonly string[]).includes('subscribe')).map(({ key }) => key),
    );
    expect(items[0]).toEqual({ key: 'lead-received', templateId: expect.stringMatching(/^[\w-]{43}$/), title: '登记成功' });
  });

  it('stays in the inbox of somebody who allowed nothing and does not follow', async () => {
    const mei = await customer(t, 'mei');
    expect(await deliver(t, assignmentFor(mei.id))).toMatchObject({
      channel: 'inbox',
      state: 'sent',
      wechat_msg_id: null,
      reason: '没有可用的订阅次数，也没有关注公众号，只放入了站内消息',
    });
    expect(await inboxOf(t, 'mei')).toEqual([]);
  });

  it('spends one accept on one subscribe message', async () => {
    const bo = await customer(t, 'bo');
    await allow(t, 'bo', 'agent-assigned', 'lead-received');
    expect(await creditsOf(t, bo.accountId)).toBe(1);
    expect(await deliver(t, assignmentFor(bo.id))).toMatchObject({ channel: 'subscribe', state: 'received' });
    expect(await creditsOf(t, bo.accountId)).toBe(0);
    expect(await creditsOf(t, bo.accountId, 'lead-received')).toBe(1);
    expect(await deliver(t, assignmentFor(bo.id))).toMatchObject({ channel: 'inbox' });
    expect(await inboxOf(t, 'bo')).toHaveLength(1);
  });

  it('goes out after all when the yes of the same tap is told a moment later, and once only', async () => {
    const qi = await customer(t, 'qi');
    const request = assignmentFor(qi.id);
    await owe(t, request);
    await settle(t);
    const row = async () => (await t.database.rows<any>('SELECT channel, state FROM messages WHERE customer_id = ?', [qi.id]))[0];
    expect(await row()).toMatchObject({ channel: 'inbox', state: 'sent' });
    await allow(t, 'qi', 'agent-assigned');
    await settle(t);
    await heard(t);
    expect(await row()).toMatchObject({ channel: 'subscribe', state: 'received' });
    expect(await inboxOf(t, 'qi')).toHaveLength(1);
    expect(await creditsOf(t, qi.accountId)).toBe(0);
    // A later yes is for the next message.
    await allow(t, 'qi', 'agent-assigned');
    await settle(t);
    expect(await inboxOf(t, 'qi')).toHaveLength(1);
    expect(await creditsOf(t, qi.accountId)).toBe(1);
  });

  it('stays where it is when the yes comes later than a moment', async () => {
    const lu = await customer(t, 'lu');
    await owe(t, assignmentFor(lu.id));
    await settle(t, 'PT2M');
    await allow(t, 'lu', 'agent-assigned');
    await settle(t);
    expect(await inboxOf(t, 'lu')).toHaveLength(0);
    expect(await creditsOf(t, lu.accountId)).toBe(1);
  });

  it('goes by the official account when they follow it and allowed nothing', async () => {
    const rui = await customer(t, 'rui');
    await t.sim('POST', 'personas/rui/follow');
    await heard(t);
    await settle(t);
    expect(await deliver(t, assignmentFor(rui.id))).toMatchObject({ channel: 'template', state: 'received' });
  });

  it('takes the next way when WeChat knows of no accept, and forgets the ones we counted', async () => {
    const yun = await customer(t, 'yun');
    await allow(t, 'yun', 'agent-assigned');
    await allow(t, 'yun', 'agent-assigned');
    await t.sim('POST', 'personas/yun/follow');
    await heard(t);
    await settle(t);
    await fault(t, SUBSCRIBE_SEND, { errcode: 43101 });
    expect(await deliver(t, assignmentFor(yun.id))).toMatchObject({ channel: 'template', state: 'received' });
    expect(await creditsOf(t, yun.accountId)).toBe(0);
  });

  it('gets its accept back when WeChat is busy, and spends it on the next try', async () => {
    const an = await customer(t, 'an');
    await allow(t, 'an', 'agent-assigned');
    await fault(t, SUBSCRIBE_SEND, { errcode: -1 });
    const request = assignmentFor(an.id);
    expect(await deliver(t, request)).toMatchObject({
      channel: 'inbox',
      state: 'waiting',
      reason: '微信暂时没有响应（微信返回码 -1），稍后自动重试',
    });
    expect(await creditsOf(t, an.accountId)).toBe(1);
    await settle(t, 'PT5S');
    expect(await inboxOf(t, 'an')).toHaveLength(1);
    expect(await creditsOf(t, an.accountId)).toBe(0);
  });

  it('forgets what was allowed when they take it back in the settings', async () => {
    const fei = await customer(t, 'fei');
    await allow(t, 'fei', 'agent-assigned');
    await t.sim('DELETE', 'personas/fei/subscriptions', { templateKeys: ['agent-assigned'] });
    await heard(t);
    expect(await creditsOf(t, fei.accountId)).toBe(0);
  });

  it('never spends one accept twice, with ten deliveries at once', async () => {
    const tao = await customer(t, 'tao');
    for (let n = 0; n < 3; n++) await allow(t, 'tao', 'agent-assigned');
    const jobs = Array.from({ length: 10 }, () => {
      const payload = { messageId: newId(), ...assignmentFor(tao.id) };
      return { id: newId(), kind: 'message.deliver', attempt: 1, payload, finish: async () => undefined };
    });
    const delivery = t.app.get(DeliveryService, { strict: false });
    await Promise.all(jobs.map((job) => delivery.deliver([job], finishEach)));
    await heard(t);
    const rows = await t.database.rows<{ channel: string; reason: string | null }>(
      'SELECT channel, reason FROM messages WHERE customer_id = ? ORDER BY channel',
      [tao.id],
    );
    // The ledger held them back: WeChat was not asked for what was not there.
    const held = { channel: 'inbox', reason: expect.stringContaining('没有可用的订阅次数') };
    expect(rows).toEqual([...Array(7).fill(held), ...Array(3).fill({ channel: 'subscribe', reason: null })]);
    expect(await creditsOf(t, tao.accountId)).toBe(0);
    expect(await inboxOf(t, 'tao')).toHaveLength(3);
  });
});
