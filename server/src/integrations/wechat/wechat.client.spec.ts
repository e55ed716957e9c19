import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CAST, SIMULATED_APPS } from './simulator/cast';
import { personaIdentity } from './simulator/identity';
import { openWorld, type SimulatorWorld } from './wechat.fixture';
import { WechatRefused } from './wechat.port';

const LIN = personaIdentity('agent-lin');
const XU = personaIdentity('prospect');

const offer = (clientMsgId: string, over: object = {}) => ({
  openid: LIN.oaOpenid,
  templateKey: 'lead-offered' as const,
  fields: {
    customer: '许女士',
    project: '归云里',
    source: '小程序留资',
    acceptBy: new Date('2026-11-23T02:15:00Z'),
    hint: '请在 15 分钟内接单',
  },
  page: 'subpackages/sales/pages/lead/index?id=1',
  clientMsgId,
  ...over,
});
const receipt = (over: object = {}) => ({
  openid: XU.mpOpenid,
  templateKey: 'lead-received' as const,
  fields: { receiptNo: 'GH20261123-0007', project: '归云里', receivedAt: new Date('2026-11-23T02:00:00Z'), next: '置业顾问将尽快与您联系' },
  page: '/pages/me/index',
  ...over,
});
const refusal = (kind: string, errcode?: number) => expect.objectContaining(errcode === undefined ? { kind } : { kind, errcode });

let world: SimulatorWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const codeFor = async (kind: 'login' | 'phone', key = 'prospect') =>
  (await world.control<{ code: string }>('POST', `/personas/${key}/${kind}-code`)).code;
const inboxOf = async (key: string) => (await world.control<{ items: Record<string, unknown>[] }>('GET', `/personas/${key}/inbox`)).items;

describe('signing in', () => {
  it('learns who opened the mini-program, once per code', async () => {
    const client = world.client();
    const code = await codeFor('login');
    await expect(client.code2session(code)).resolves.toEqual({ openid: XU.mpOpenid, unionid: XU.unionid });
    await expect(client.code2session(code)).rejects.toEqual(refusal('invalid-code', 40163));
  });

  it('refuses a made-up code, one of the other kind and one older than five minutes', async () => {
    const client = world.client();
    await expect(client.code2session('made-up')).rejects.toEqual(refusal('invalid-code', 40029));
    await expect(client.code2session(await codeFor('phone'))).rejects.toEqual(refusal('invalid-code', 40029));
    await expect(client.phoneNumber(await codeFor('login'))).rejects.toEqual(refusal('invalid-code', 40029));
    const late = [await codeFor('login'), await codeFor('phone')] as const;
    world.clock.advance({ minutes: 5 });
    await expect(client.code2session(late[0])).rejects.toEqual(refusal('invalid-code', 40029));
    await expect(client.phoneNumber(late[1])).rejects.toEqual(refusal('invalid-code', 40029));
  });

  it('gives the phone number as E.164, of other countries too, once', async () => {
    const client = world.client();
    const code = await codeFor('phone');
    await expect(client.phoneNumber(code)).resolves.toEqual({ phone: '+8613900010001' });
    await expect(client.phoneNumber(code)).rejects.toEqual(refusal('invalid-code', 40029));
    await world.control('POST', '/personas', { key: 'from-hong-kong', phone: '+85261234567' });
    await expect(client.phoneNumber(await codeFor('phone', 'from-hong-kong'))).resolves.toEqual({ phone: '+85261234567' });
  });
});

describe('a template message', () => {
  it('arrives with its fields fitted and its 64-bit id unrounded', async () => {
    const long = '一位从很远的地方专程过来看房的客户，姓氏非常少见';
    const base = offer('m1');
    const { msgId } = await world.client().sendTemplate({ ...base, fields: { ...base.fields, customer: long } });
    expect(msgId).toMatch(/^3\d{18}$/);
    expect(BigInt(msgId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    const [message] = await inboxOf('agent-lin');
    expect(message).toMatchObject({
      channel: 'template',
      intent: 'lead-offered',
      title: '新客户待接单',
      page: 'subpackages/sales/pages/lead/index?id=1',
      receivedAt: '2026-11-23T02:00:00.000Z',
    });
    expect(message?.fields).toEqual(
      expect.arrayContaining([
        { key: 'thing1', label: '客户称呼', value: '一位从很远的地方专程过来看房的客户，姓…' },
        { key: 'time4', label: '接单截止', value: '2026年11月23日 10:15' },
      ]),
    );
  });

  it('reaches a person once however often the same one is sent', async () => {
    const client = world.client();
    const first = await client.sendTemplate(offer('m1'));
    const again = await client.sendTemplate(offer('m1'));
    expect(again.msgId).toBe(first.msgId);
    expect(await inboxOf('agent-lin')).toHaveLength(1);
  });

  it('is not lost when only the answer was late: the same message sent again is one message', async () => {
    const client = world.client({ timeoutMs: 150 });
    await client.userInfo(LIN.oaOpenid);
    await world.control('POST', '/faults', { path: '/cgi-bin/message/template/send', delayMs: 400, times: 1 });
    await expect(client.sendTemplate(offer('m1'))).rejects.toEqual(expect.objectContaining({ kind: 'temporary', retryable: true }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await client.sendTemplate(offer('m1'));
    expect(await inboxOf('agent-lin')).toHaveLength(1);
  });

  it.each([
    ['the same words again within a minute', 'duplicate', 40241, (c: ReturnType<SimulatorWorld['client']>) => c.sendTemplate(offer('m2'))],
    ['to somebody who does not follow', 'not-following', 43004, (c) => c.sendTemplate(offer('m3', { openid: XU.oaOpenid }))],
    ['to an id of the other app', 'other', 40003, (c) => c.sendTemplate(offer('m4', { openid: LIN.mpOpenid }))],
  ])('is refused %s', async (_what, kind, errcode, send) => {
    const client = world.client();
    await client.sendTemplate(offer('m1'));
    await expect(send(client)).rejects.toEqual(refusal(kind, errcode));
  });

  it('says which template has no id, without asking WeChat', async () => {
    const client = world.client({ templates: { officialAccount: {}, miniProgram: {} } });
    await expect(client.sendTemplate(offer('m1'))).rejects.toThrow('lead-offered');
  });

  it.each([
    ['words where a time belongs', { acceptBy: '尽快' }],
    ['a value that is missing', { customer: undefined }],
  ])('is refused before it leaves with %s', async (_what, wrong) => {
    const fields = { ...offer('m1').fields, ...wrong } as unknown as ReturnType<typeof offer>['fields'];
    await expect(world.client().sendTemplate(offer('m1', { fields }))).rejects.toEqual(refusal('bad-field', 0));
    expect(await inboxOf('agent-lin')).toHaveLength(0);
  });

  it('uses the keys of the account when its template names fields otherwise', async () => {
    const bound = { templateId: 'unknown', fieldKeys: { customer: 'short_thing7' } };
    const client = world.client({ templates: { officialAccount: { 'lead-offered': bound }, miniProgram: {} } });
    await expect(client.sendTemplate(offer('m1'))).rejects.toEqual(refusal('other', 40037));
  });
});

describe('a subscribe message', () => {
  it('spends one accept per send', async () => {
    const client = world.client();
    await expect(client.sendSubscribe(receipt())).rejects.toEqual(refusal('no-credit', 43101));
    await world.control('POST', '/personas/prospect/subscriptions', { templateKeys: ['lead-received', 'agent-assigned'] });
    await expect(client.sendSubscribe(receipt())).resolves.toEqual({ msgId: expect.stringMatching(/^3\d{18}$/) });
    await expect(client.sendSubscribe(receipt())).rejects.toEqual(refusal('no-credit', 43101));
    expect(await inboxOf('prospect')).toMatchObject([{ channel: 'subscribe', intent: 'lead-received', page: 'pages/me/index' }]);
  });
});

describe('followers and pictures', () => {
  it('lists everybody who follows with their unionid', async () => {
    const followers = [];
    for await (const follower of world.client().followers()) followers.push(follower);
    expect(followers).toHaveLength(CAST.filter((persona) => persona.follows).length);
    expect(followers).toContainEqual({ openid: LIN.oaOpenid, unionid: LIN.unionid, subscribed: true });
    expect(followers.map((f) => f.openid)).not.toContain(XU.oaOpenid);
  });

  it('tells of one person whether they follow', async () => {
    const client = world.client();
    await expect(client.userInfo(XU.oaOpenid)).resolves.toEqual({ openid: XU.oaOpenid, unionid: XU.unionid, subscribed: false });
    await expect(client.userInfo('o-nobody')).rejects.toEqual(refusal('other', 40003));
  });

  it('gets a picture, and a refusal where WeChat answers JSON instead of one', async () => {
    const client = world.client();
    const picture = await client.miniProgramCode({ scene: 'c=abc', page: '/pages/home/index' });
    expect(picture.mime).toBe('image/png');
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    await expect(client.miniProgramCode({ scene: 'c=100%', page: 'pages/home/index' })).rejects.toEqual(refusal('other', 40129));
    await expect(client.miniProgramCode({ scene: 'x'.repeat(33), page: 'pages/home/index' })).rejects.toEqual(refusal('other', 40169));
  });
});

describe('when WeChat fails', () => {
  const silent = createServer(() => undefined);
  afterEach(() => {
    silent.closeAllConnections();
    silent.close();
  });

  it.each([
    [{ errcode: -1 }, 'temporary', true],
    [{ errcode: 45009 }, 'quota', false],
    [{ errcode: 43117 }, 'quota', true],
    [{ errcode: 40226 }, 'blocked', false],
    [{ httpStatus: 502 }, 'temporary', true],
  ])('%p is %s', async (fault, kind, retryable) => {
    const client = world.client();
    await world.control('POST', '/faults', { path: '/cgi-bin/message/template/send', times: 1, ...fault });
    await expect(client.sendTemplate(offer('m1'))).rejects.toEqual(expect.objectContaining({ kind, retryable }));
    await expect(client.sendTemplate(offer('m1'))).resolves.toBeDefined();
  });

  it('never shows a secret, a token or a person in an error', async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const token = 'token-that-nobody-may-see';
    const store = {
      get: async () => ({ value: token, expiresAt: Number.MAX_SAFE_INTEGER }),
      save: async () => undefined,
      lock: <T>(_: string, w: () => Promise<T>) => w(),
    };
    const client = world.client({ endpoint, tokenStore: store, timeoutMs: 100 });
    const calls = [
      () => client.code2session('code-of-a-person'),
      () => client.userInfo(LIN.oaOpenid),
      () => client.sendTemplate(offer('m1')),
    ];
    for (const call of calls) {
      const error: unknown = await call().catch((e: unknown) => e);
      expect(error).toBeInstanceOf(WechatRefused);
      const everything = `${(error as Error).stack} ${JSON.stringify(error)} ${(error as Error).name}`;
      for (const secret of [SIMULATED_APPS.mp.secret, SIMULATED_APPS.oa.secret, token, 'code-of-a-person', LIN.oaOpenid]) {
        expect(everything).not.toContain(secret);
      }
      expect(everything).toContain('timeout');
    }
  });

  it('tells the metrics what became of each call', async () => {
    const calls: string[] = [];
    const client = world.client({ onCall: ({ operation, outcome }) => calls.push(`${operation} ${outcome}`) });
    await client.sendTemplate(offer('m1'));
    await client.sendTemplate(offer('m2')).catch(() => undefined);
    expect(calls).toEqual(['sendTemplate ok', 'sendTemplate duplicate']);
  });
});
