import { type CallbackAccount, readCallback, type WechatEvent } from '../callback';
import { openReceiver, openWorld, type ReceivedCallback, type SimulatorWorld } from '../wechat.fixture';
import { SIMULATED_APPS } from './cast';
import { personaIdentity } from './identity';
import type { SimulatorOptions } from './simulator.options';

const LIN = personaIdentity('agent-lin');
const XU = personaIdentity('prospect');
const ACCOUNT: CallbackAccount = SIMULATED_APPS.oa;
const MINI_PROGRAM: CallbackAccount = { ...SIMULATED_APPS.mp, token: SIMULATED_APPS.oa.token, aesKey: '' };

let world: SimulatorWorld;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
afterEach(async () => {
  await world.close();
  await receiver.close();
});

async function open(
  answer?: (call: ReceivedCallback, nth: number) => string | null,
  options: Partial<SimulatorOptions> = {},
): Promise<void> {
  receiver = await openReceiver(answer);
  world = await openWorld({ callbackUrls: { officialAccount: receiver.url, miniProgram: receiver.url }, ...options });
}

const remind = (clientMsgId: string) =>
  world.client().sendTemplate({
    openid: LIN.oaOpenid,
    templateKey: 'task-bundle',
    fields: { summary: '你有 4 项跟进即将到期', count: 4, firstDueAt: world.clock.now(), customers: '许女士、李先生等 4 位' },
    page: null,
    clientMsgId,
  });
const read = (account: CallbackAccount): WechatEvent[] => receiver.received.flatMap((call) => readCallback(account, call.query, call.body));

describe('callbacks of the official account', () => {
  it('tell, sealed, that a message arrived, by the id the send answered', async () => {
    await open();
    const { msgId } = await remind('m1');
    await world.wechat.callbacks.idle();
    expect(receiver.received[0]?.body).not.toContain(LIN.oaOpenid);
    expect(read(ACCOUNT)).toMatchObject([{ type: 'template-finished', openid: LIN.oaOpenid, msgId, outcome: 'delivered' }]);
  });

  it('tell that a message was blocked, which then is in no inbox', async () => {
    await open();
    await world.control('POST', '/faults', { path: '/cgi-bin/message/template/send', finishStatus: 'failed:user block', times: 1 });
    await remind('m1');
    await world.wechat.callbacks.idle();
    expect(read(ACCOUNT)).toMatchObject([{ outcome: 'blocked', status: 'failed:user block' }]);
    expect(world.wechat.inboxes.list('agent-lin')).toHaveLength(0);
  });

  it('come three times when the application does not say success, the same key each time', async () => {
    await open(() => 'busy');
    await remind('m1');
    await world.wechat.callbacks.idle();
    const events = read(ACCOUNT);
    expect(events).toHaveLength(3);
    expect(new Set(events.map((event) => event.dedupeKey)).size).toBe(1);
    expect(await world.control('GET', '/deliveries')).toMatchObject({ items: [{ state: 'given-up', attempts: 3 }], pending: 0 });
  });

  it('come again when the first answer is too late', async () => {
    await open((_call, nth) => (nth === 1 ? null : ''), { callbackTimeoutMs: 100 });
    await remind('m1');
    await world.wechat.callbacks.idle();
    expect(receiver.received).toHaveLength(2);
  });

  it('come once for a message that was sent twice with one client_msg_id', async () => {
    await open();
    await remind('m1');
    await remind('m1');
    await world.wechat.callbacks.idle();
    expect(receiver.received).toHaveLength(1);
  });

  it('tell who follows and who stops, once per change', async () => {
    await open();
    await world.control('POST', '/personas/prospect/follow');
    await world.control('POST', '/personas/prospect/follow');
    await world.wechat.callbacks.idle();
    await world.control('POST', '/personas/prospect/unfollow');
    await world.wechat.callbacks.idle();
    expect(read(ACCOUNT)).toMatchObject([
      { type: 'followed', openid: XU.oaOpenid },
      { type: 'unfollowed', openid: XU.oaOpenid },
    ]);
  });

  it('go nowhere when no address is given, and the message arrives all the same', async () => {
    receiver = await openReceiver();
    world = await openWorld({ callbackUrls: { officialAccount: () => null, miniProgram: null } });
    await remind('m1');
    await world.wechat.callbacks.idle();
    expect(world.wechat.callbacks.deliveries).toMatchObject([{ state: 'nowhere' }]);
    expect(world.wechat.inboxes.list('agent-lin')).toHaveLength(1);
  });
});

describe('callbacks of the mini-program', () => {
  const accept = (templateKeys: string[]) => world.control('POST', '/personas/prospect/subscriptions', { templateKeys });

  it('tell each accept, an object for one and an array for several', async () => {
    await open();
    await accept(['lead-received']);
    await world.wechat.callbacks.idle();
    await accept(['lead-received', 'agent-assigned']);
    await world.wechat.callbacks.idle();
    expect(receiver.received.map((call) => Array.isArray(JSON.parse(call.body).List))).toEqual([false, true]);
    expect(read(MINI_PROGRAM).map((event) => event.type === 'subscription-answered' && event.answer)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('tell a refusal and a withdrawal, which leave nothing to spend', async () => {
    await open();
    await accept(['lead-received']);
    await world.control('DELETE', '/personas/prospect/subscriptions', { templateKeys: ['lead-received'] });
    await world.control('POST', '/personas/prospect/subscriptions', { templateKeys: ['agent-assigned'], answer: 'reject' });
    await world.wechat.callbacks.idle();
    const answers = read(MINI_PROGRAM).map((event) => event.type === 'subscription-answered' && event.answer);
    expect(answers.sort()).toEqual(['accepted', 'rejected', 'rejected']);
    expect(Object.values(world.wechat.credits.save())).toEqual([]);
  });

  it('are sealed when the mini-program has an AES key', async () => {
    const sealedApp = { ...SIMULATED_APPS.mp, token: 'mp-token', aesKey: SIMULATED_APPS.oa.aesKey };
    await open(undefined, { apps: { mp: sealedApp, oa: SIMULATED_APPS.oa } });
    await accept(['lead-received']);
    await world.wechat.callbacks.idle();
    expect(read(sealedApp)).toMatchObject([{ type: 'subscription-answered', openid: XU.mpOpenid }]);
  });

  it('tell that a subscribe message arrived, by the id the send answered', async () => {
    await open();
    await accept(['agent-assigned']);
    const fields = { agent: '林晓', project: '归云里', contactBy: world.clock.now(), hint: '请留意来电' };
    const { msgId } = await world.client().sendSubscribe({ openid: XU.mpOpenid, templateKey: 'agent-assigned', fields, page: null });
    await world.wechat.callbacks.idle();
    expect(read(MINI_PROGRAM).at(-1)).toMatchObject({ type: 'subscribe-finished', msgId, delivered: true, openid: XU.mpOpenid });
  });
});

describe('an address that does not answer the verification', () => {
  it('gets no event, and a person is told', async () => {
    const problems: string[] = [];
    await open(undefined, { onProblem: (sentence) => problems.push(sentence) });
    receiver.echo = () => 'not the question';
    await remind('m1');
    await world.wechat.callbacks.idle();
    expect(receiver.received).toHaveLength(0);
    expect(problems).toEqual([expect.stringContaining('did not echo')]);
  });
});
