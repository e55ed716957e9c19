import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templatesOn } from '../template-catalogue';
import { openWorld, type SimulatorWorld } from '../wechat.fixture';
import { CAST, SIMULATED_APPS } from './cast';
import { personaIdentity, simulatedTemplateId } from './identity';

const { oa, mp } = SIMULATED_APPS;
const LIN = personaIdentity('agent-lin').oaOpenid;

let world: SimulatorWorld;
afterEach(() => world.close());

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ errcode?: number; errmsg?: string } & Record<string, unknown>> {
  const payload = body === undefined || typeof body === 'string' ? (body as string | undefined) : JSON.stringify(body);
  const response = await fetch(`${world.baseUrl}${path}`, { method, body: payload });
  expect(response.status).toBe(200);
  return (await response.json()) as never;
}

async function tokenOf(app: { appid: string; secret: string }, extra: object = {}): Promise<string> {
  const grant = { grant_type: 'client_credential', appid: app.appid, secret: app.secret, ...extra };
  return (await call('POST', '/cgi-bin/stable_token', grant)).access_token as string;
}
const basic = async () =>
  (await call('GET', `/cgi-bin/token?grant_type=client_credential&appid=${oa.appid}&secret=${oa.secret}`)).access_token as string;

const PATH = '/cgi-bin/message/template/send';
const offer = (over: object = {}, data: object = {}) => ({
  touser: LIN,
  template_id: simulatedTemplateId('template', 'lead-offered'),
  miniprogram: { appid: mp.appid, pagepath: 'pages/lead/index?id=1' },
  data: {
    thing1: { value: '许女士' },
    thing2: { value: '归云里' },
    thing3: { value: '小程序留资' },
    time4: { value: '2026年11月23日 10:15' },
    thing5: { value: '请尽快接单' },
    ...data,
  },
  ...over,
});

describe('the wire', () => {
  beforeEach(async () => {
    world = await openWorld({ pages: ['pages/lead/index', 'pages/me/index'] });
  });

  it.each([
    ['a GET where POST is due', 'GET', PATH, undefined, 43002],
    ['a POST where GET is due', 'POST', '/cgi-bin/user/info?access_token=x', {}, 43001],
    ['no token', 'POST', PATH, {}, 41001],
    ['an invented token', 'POST', `${PATH}?access_token=x`, {}, 40014],
    ['an unknown app', 'GET', '/cgi-bin/token?grant_type=client_credential&appid=wx9&secret=s', undefined, 40013],
    ['a wrong secret', 'GET', `/cgi-bin/token?grant_type=client_credential&appid=${oa.appid}&secret=s`, undefined, 40125],
    ['no secret', 'GET', `/cgi-bin/token?grant_type=client_credential&appid=${oa.appid}`, undefined, 41004],
    ['a wrong grant', 'GET', `/cgi-bin/token?grant_type=x&appid=${oa.appid}&secret=s`, undefined, 40002],
    ['a path that does not exist', 'GET', '/cgi-bin/nothing', undefined, 40066],
  ])('refuses %s under HTTP 200 with a request id', async (_what, method, path, body, errcode) => {
    const answer = await call(method, path, body);
    expect(answer.errcode).toBe(errcode);
    expect(answer.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  it.each([
    ['an empty body', '', 44002],
    ['what is not JSON', '{"a":', 47001],
    ['a list', [], 47001],
    ['no receiver', offer({ touser: undefined }), 40003],
    ['no template', offer({ template_id: undefined }), 40036],
    ['an unknown template', offer({ template_id: 'x' }), 40037],
    ['a mini-program of somebody else', offer({ miniprogram: { appid: 'wx9' } }), 40013],
    ['a list for a mini-program', offer({ miniprogram: [] }), -1],
    ['an unreleased page', offer({ miniprogram: { appid: mp.appid, pagepath: 'pages/x' } }), 40165],
    ['a field too long', offer({}, { thing1: { value: '字'.repeat(21) } }), 47003],
    ['a field with a line break', offer({}, { thing1: { value: '一\n二' } }), 47003],
    ['a time range with a dash', offer({}, { time4: { value: '10:00-11:00' } }), 47003],
    ['an empty field', offer({}, { thing1: { value: '' } }), 47003],
    ['a missing field', offer({}, { thing1: undefined }), 47003],
    ['a number where text is due', offer({}, { thing1: { value: 5 } }), 47001],
  ])('refuses a template message with %s', async (_what, body, errcode) => {
    const answer = await call('POST', `${PATH}?access_token=${await tokenOf(oa)}`, body);
    expect(answer.errcode).toBe(errcode);
  });

  it('names the field that is wrong', async () => {
    const answer = await call('POST', `${PATH}?access_token=${await tokenOf(oa)}`, offer({}, { thing1: { value: '' } }));
    expect(answer.errmsg).toMatch(/^argument invalid! data\.thing1\.value is empty rid: /);
  });

  it('writes message ids as 64-bit numbers', async () => {
    const response = await fetch(`${world.baseUrl}${PATH}?access_token=${await tokenOf(oa)}`, {
      method: 'POST',
      body: JSON.stringify(offer()),
    });
    expect(await response.text()).toMatch(/"msgid":3\d{18}\}/);
  });

  it('refuses the same message for a minute, and a used client_msg_id for ten', async () => {
    const token = await tokenOf(oa);
    const send = async (over: object) => call('POST', `${PATH}?access_token=${token}`, offer(over));
    expect((await send({ client_msg_id: 'a' })).errcode).toBe(0);
    expect((await send({ client_msg_id: 'b' })).errcode).toBe(40241);
    expect((await send({})).errcode).toBe(40241);
    world.clock.advance({ seconds: 61 });
    expect((await send({ client_msg_id: 'a' })).errcode).toBe(0);
    expect(world.wechat.inboxes.list('agent-lin')).toHaveLength(1);
    expect((await send({ client_msg_id: 'b' })).errcode).toBe(0);
    expect(world.wechat.inboxes.list('agent-lin')).toHaveLength(2);
  });

  it('takes the token of the right app only', async () => {
    expect((await call('POST', `${PATH}?access_token=${await tokenOf(mp)}`, offer())).errcode).toBe(48001);
    expect((await call('POST', `/wxa/business/getuserphonenumber?access_token=${await tokenOf(oa)}`, { code: 'x' })).errcode).toBe(40013);
  });

  it('lists the templates with their keys in the content', async () => {
    const account = await call('GET', `/cgi-bin/template/get_all_private_template?access_token=${await tokenOf(oa)}`);
    expect(account.template_list).toContainEqual(
      expect.objectContaining({
        template_id: simulatedTemplateId('template', 'lead-offered'),
        content: expect.stringContaining('{{time4.DATA}}'),
      }),
    );
    const subscribe = await call('GET', `/wxaapi/newtmpl/gettemplate?access_token=${await tokenOf(mp)}`);
    expect(subscribe.data).toHaveLength(templatesOn('subscribe').length);
  });

  it('refuses the withdrawn ways of sending', async () => {
    expect((await call('POST', `/cgi-bin/message/wxopen/template/send?access_token=${await tokenOf(mp)}`, {})).errcode).toBe(45103);
  });
});

describe('tokens', () => {
  beforeEach(async () => {
    world = await openWorld({ quotas: { tokensPerDay: 5, templateSendsPerDay: 1 } });
  });
  const use = async (token: string) => (await call('GET', `/cgi-bin/user/info?access_token=${token}&openid=${LIN}`)).errcode;

  it('of the basic line live five minutes beside their successor, then are not the latest', async () => {
    const old = await basic();
    await basic();
    expect(await use(old)).toBeUndefined();
    world.clock.advance({ minutes: 5 });
    expect(await use(old)).toBe(40001);
  });

  it('expire after two hours', async () => {
    const token = await basic();
    world.clock.advance({ minutes: 120 });
    expect(await use(token)).toBe(42001);
  });

  it('of the stable line stay the same until five minutes before their end, and are apart from the basic line', async () => {
    const token = await tokenOf(oa);
    await basic();
    world.clock.advance({ minutes: 114 });
    expect(await tokenOf(oa)).toBe(token);
    world.clock.advance({ minutes: 1 });
    const next = await tokenOf(oa);
    expect(next).not.toBe(token);
    expect([await use(token), await use(next)]).toEqual([undefined, undefined]);
  });

  it('of the stable line end at once by force, at most every thirty seconds', async () => {
    const token = await tokenOf(oa);
    const next = await tokenOf(oa, { force_refresh: true });
    expect([await use(token), await use(next)]).toEqual([40001, undefined]);
    expect(await tokenOf(oa, { force_refresh: true })).toBe(next);
    world.clock.advance({ seconds: 30 });
    expect(await tokenOf(oa, { force_refresh: true })).not.toBe(next);
  });

  it('and sends have a daily quota that can be cleared', async () => {
    for (let i = 0; i < 5; i += 1) await basic();
    const grant = `/cgi-bin/token?grant_type=client_credential&appid=${oa.appid}&secret=${oa.secret}`;
    expect((await call('GET', grant)).errcode).toBe(45009);
    const token = await tokenOf(oa);
    const send = async (client_msg_id: string) => {
      world.clock.advance({ minutes: 2 });
      return (await call('POST', `${PATH}?access_token=${token}`, offer({ client_msg_id }))).errcode;
    };
    expect([await send('1'), await send('2')]).toEqual([0, 45009]);
    expect((await call('POST', `/cgi-bin/clear_quota?access_token=${token}`, { appid: oa.appid })).errcode).toBe(0);
    expect(await send('3')).toBe(0);
    expect((await call('GET', grant)).access_token).toBeDefined();
  });
});

describe('the control API', () => {
  beforeEach(async () => {
    world = await openWorld();
  });

  it('names the cast', async () => {
    const { items } = await world.control<{ items: unknown[] }>('GET', '/personas');
    expect(items).toHaveLength(CAST.length);
    expect(items).toContainEqual({ key: 'owner', name: '陈玉兰', role: 'owner' });
  });

  it('adds a WeChat user who follows nothing and can sign in', async () => {
    expect(await world.control('POST', '/personas', { key: 'newcomer' })).toEqual({ key: 'newcomer', name: '访客 1', role: 'prospect' });
    expect(await world.control('POST', '/personas/newcomer/login-code')).toEqual({ code: expect.stringMatching(/^.{32}$/) });
    expect(world.wechat.people.find('newcomer')).toMatchObject({ follows: false, phone: '+8613900011000' });
  });

  it.each([
    ['POST', '/personas', { key: 'owner' }, 409],
    ['POST', '/personas', { key: 'Not A Key' }, 400],
    ['POST', '/personas', { key: 'a', phone: '139' }, 400],
    ['POST', '/personas/nobody/login-code', undefined, 404],
    ['POST', '/personas/owner/subscriptions', { templateKeys: ['unknown'] }, 400],
    ['POST', '/faults', { path: '/cgi-bin/token', errcode: 'x' }, 400],
    ['POST', '/faults', { errcode: 1 }, 400],
  ])('%s %s with %p is answered HTTP %i', async (method, path, body, status) => {
    const response = await fetch(`${world.baseUrl}/__sim${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect(response.status).toBe(status);
  });

  it('makes the next calls of a path fail, and forgets it when asked', async () => {
    await world.control('POST', '/faults', { path: '/cgi-bin/token', httpStatus: 503, times: 2 });
    const status = async () => (await fetch(`${world.baseUrl}/cgi-bin/token`)).status;
    expect(await status()).toBe(503);
    await world.control('DELETE', '/faults');
    expect(await status()).toBe(200);
  });

  it('shows the phone page and its files', async () => {
    for (const [path, type] of [
      ['', 'text/html'],
      ['/phones.css', 'text/css'],
      ['/phones.js', 'text/javascript'],
    ]) {
      const response = await fetch(`${world.baseUrl}${path}`);
      expect(response.headers.get('content-type')).toContain(type);
      expect(await response.text()).not.toContain('{{base}}');
    }
  });
});

describe('identities', () => {
  it('are the same every time, 28 characters long and different for each app and person', () => {
    const all = CAST.map(({ key }) => personaIdentity(key)).flatMap((i) => [i.mpOpenid, i.oaOpenid, i.unionid]);
    expect(new Set(all).size).toBe(CAST.length * 3);
    for (const id of all) expect(id).toMatch(/^o[\w-]{27}$/);
    expect(personaIdentity('owner')).toEqual(personaIdentity('owner'));
    expect(personaIdentity('owner').mpOpenid).toBe('oM3ncfsZ2u8XoT0D3y1rJvUdLcjk');
  });
});

describe('state on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wechat-simulator-'));
  const statePath = join(folder, 'deep', 'state.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('brings inboxes, follows, credits and added people over a restart, and keeps the newest 200 messages', async () => {
    world = await openWorld({ statePath });
    await world.control('POST', '/personas', { key: 'newcomer', phone: '+8613900012345' });
    await world.control('POST', '/personas/newcomer/follow');
    await world.control('POST', '/personas/owner/unfollow');
    await world.control('POST', '/personas/newcomer/subscriptions', { templateKeys: ['lead-received'] });
    const token = await tokenOf(oa);
    for (let i = 0; i < 203; i += 1) await call('POST', `${PATH}?access_token=${token}`, offer({}, { thing1: { value: `第 ${i} 位` } }));
    await world.close();

    world = await openWorld({ statePath });
    const { items } = await world.control<{ items: { fields: { value: string }[] }[] }>('GET', '/personas/agent-lin/inbox');
    expect(items).toHaveLength(200);
    expect(items[0]?.fields[0]?.value).toBe('第 202 位');
    expect(world.wechat.people.find('newcomer')).toMatchObject({ follows: true, phone: '+8613900012345' });
    expect(world.wechat.people.find('owner')?.follows).toBe(false);
    const { credits } = await world.control<{ credits: object }>('POST', '/personas/newcomer/subscriptions', {
      templateKeys: ['agent-assigned'],
    });
    expect(credits).toMatchObject({ 'lead-received': 1, 'agent-assigned': 1 });
  });

  it('puts an unreadable file aside and says so', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"people":');
    const problems: string[] = [];
    world = await openWorld({ statePath: broken, onProblem: (sentence) => problems.push(sentence) });
    expect(problems).toEqual([expect.stringContaining('put aside')]);
    expect(readFileSync(`${broken}.unreadable`, 'utf8')).toBe('{"people":');
  });
});
