import { LIVE_CODE_PATTERN, type StaffLiveCode } from '@guihu/shared';
import { LeadArrivedByCode } from '../../src/modules/journeys/lead';
import { LiveCodes } from '../../src/modules/registers/live-code';
import { DomainEvents } from '../../src/platform/events/domain-events';
import { type Person, startApp, type TestApp } from '../support/app';
import { AGENT_KEYS, aLead, freshPhone, submit } from '../support/leads';
import { makeCode, projectsOf, referralCodeOf } from '../support/live-codes';
import { expectProblem } from '../support/refusals';

const MINUTE = 60_000;

describe('live codes', () => {
  let world: TestApp;
  let yx: string;
  let lt: string;
  let manager: Person;
  let lin: Person;

  const heard: { leadId: string; code: string }[] = [];

  beforeAll(async () => {
    world = await startApp();
    world.app.get(DomainEvents).on(LeadArrivedByCode, 'a-listener', async (told) => {
      heard.push(told);
      return 'done';
    });
    [yx, lt] = await projectsOf(world);
    [manager, lin] = await Promise.all([world.as('manager'), world.as('agent-lin')]);
  });
  afterAll(() => world?.stop());

  const made = async (person: Person, draft: Parameters<typeof makeCode>[1]): Promise<StaffLiveCode> => {
    const answer = await makeCode(person, draft);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const look = (code: string) => world.http('GET', `/api/live-codes/${encodeURIComponent(code)}`);
  const counts = async (id: string) => {
    const { items } = (await manager.get(`/api/staff/live-codes?projectId=${yx}&limit=100`)).body;
    const { scans, visitors, leads } = items.find((c: StaffLiveCode) => c.id === id);
    return { scans, visitors, leads };
  };
  const touchOf = async (leadId: string) =>
    (
      await world.database.rows<{ channel_code: string; note: string | null; live_code_id: string | null }>(
        'SELECT channel_code, note, live_code_id FROM lead_touches WHERE lead_id = ? ORDER BY at DESC, id DESC LIMIT 1',
        [leadId],
      )
    )[0];
  const leave = async (key: string, given: object) => {
    const person = await world.stranger(key);
    return submit(world, person, await aLead(world, { projectId: yx, phone: freshPhone(), ...given }));
  };

  describe('scanned by visitors', () => {
    it('tells what it stands for, to anybody and however it was written', async () => {
      const code = await made(lin, { projectId: yx, kind: 'agent', label: '我的名片', channelCode: 'online.website' });
      expect(code.code).toMatch(LIVE_CODE_PATTERN);
      expect(code.path).toBe(`pages/home/index?scene=k%3D${code.code}`);
      const { status, body } = await look(code.code);
      expect(status).toBe(200);
      expect(body).toEqual({
        code: code.code,
        state: 'active',
        kind: 'agent',
        projectId: yx,
        projectName: expect.any(String),
        channelCode: 'online.website',
        greeting: `置业顾问${lin.me.name}为您服务`,
      });
      const odd = ` ${code.code.slice(0, 5)}-${code.code.slice(5)} `.toLowerCase();
      expect((await look(odd)).body).toMatchObject({ code: code.code, state: 'active' });
    });

    it.each([
      '',
      ' ',
      '%',
      '%25',
      "' OR 1=1 --",
      '😀',
      '000000000',
      'ZZZZZZZZZZ',
      'k=ABC',
      '../../etc',
      'é'.repeat(40),
      '\u0000',
      'A'.repeat(190),
    ])('is welcome with a code that was never given out: %j', async (odd) => {
      if (odd === '') return;
      for (const method of ['GET', 'POST'] as const) {
        const route = `/api/live-codes/${encodeURIComponent(odd)}${method === 'POST' ? '/scans' : ''}`;
        const { status, body } = await world.http(method, route);
        expect([status, body.state, body.kind, body.greeting]).toEqual([200, 'unknown', null, '']);
      }
    });

    it('counts one account once in ten minutes, and strangers each time', async () => {
      const { id, code } = await made(manager, { projectId: yx });
      const visitor = await world.stranger('scanner');
      const scan = (person?: Person) =>
        person ? person.post(`/api/live-codes/${code}/scans`) : world.http('POST', `/api/live-codes/${code}/scans`);
      expect((await scan(visitor)).body.state).toBe('active');
      await world.travel('PT9M');
      await scan(visitor);
      expect(await counts(id)).toEqual({ scans: 1, visitors: 1, leads: 0 });
      await world.travel('PT1M');
      await scan(visitor);
      expect(await counts(id)).toEqual({ scans: 2, visitors: 1, leads: 0 });
      await scan();
      await scan();
      expect(await counts(id)).toEqual({ scans: 4, visitors: 1, leads: 0 });
    });

    it('counts thirty taps of one phone at one moment once, and ten people as ten', async () => {
      const { id, code } = await made(manager, { projectId: yx });
      const people = await Promise.all(Array.from({ length: 10 }, (_, i) => world.stranger(`tap-${i}`)));
      await Promise.all(people.flatMap((person) => [1, 2, 3].map(() => person.post(`/api/live-codes/${code}/scans`))));
      expect(await counts(id)).toEqual({ scans: 10, visitors: 10, leads: 0 });
    });

    it('says so when it is over, on the very instant, and greets nobody any more', async () => {
      const expiresAt = new Date(world.now() + 30 * MINUTE).toISOString();
      const { id, code } = await made(lin, { projectId: yx, kind: 'agent', label: '周末', channelCode: 'online.website', expiresAt });
      await world.travel('PT29M');
      expect((await look(code)).body.state).toBe('active');
      await world.travel('PT1M');
      expect((await look(code)).body).toMatchObject({ state: 'expired', kind: 'agent', projectId: yx, greeting: '' });
      await lin.post(`/api/staff/live-codes/${id}/retirement`);
      expect((await look(code)).body).toMatchObject({ state: 'retired', greeting: '' });
    });
  });

  describe('as a picture', () => {
    it('is drawn by WeChat once, with a scene that fits, and kept', async () => {
      const { code, pictureUrl } = await made(manager, { projectId: yx });
      const first = await fetch(`${world.url}${pictureUrl}`);
      expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
      const bytes = Buffer.from(await first.arrayBuffer());
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(`k=${code}`.length).toBeLessThanOrEqual(32);
      await world.sim('POST', 'faults', { path: '/wxa/getwxacodeunlimit', errcode: 45009, times: 5 });
      const again = await fetch(`${world.url}${pictureUrl}`);
      expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
      await world.sim('DELETE', 'faults');
    });

    it('is refused in words while WeChat draws nothing, and drawn when it does again', async () => {
      const { pictureUrl } = await made(manager, { projectId: yx });
      await world.sim('POST', 'faults', { path: '/wxa/getwxacodeunlimit', errcode: -1, times: 20 });
      const down = await world.http('GET', pictureUrl);
      expect([down.status, down.body.code]).toEqual([503, 'wechat.unavailable']);
      expect(down.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      await world.sim('DELETE', 'faults');
      expect((await fetch(`${world.url}${pictureUrl}`)).status).toBe(200);
    });

    it('is none for a code that was never given out', async () => {
      expectProblem(await world.http('GET', '/api/live-codes/ZZZZZZZZZZ/picture'), 'live-code.not-found');
    });
  });

  describe('made by colleagues', () => {
    it('an agent sees and makes those of the project and their own, never a colleague’s', async () => {
      const zhao = await world.as('agent-zhao');
      const own = await made(lin, { projectId: yx, kind: 'agent', label: '林', channelCode: 'online.website' });
      const shared = await made(manager, { projectId: yx, kind: 'campaign', label: '社区巡展' });
      const seenBy = async (person: Person) =>
        (await person.get(`/api/staff/live-codes?projectId=${yx}&limit=100`)).body.items.map((c: StaffLiveCode) => c.id);
      expect(await seenBy(lin)).toEqual(expect.arrayContaining([own.id, shared.id]));
      expect(await seenBy(zhao)).toContain(shared.id);
      expect(await seenBy(zhao)).not.toContain(own.id);
      expect(await seenBy(manager)).toEqual(expect.arrayContaining([own.id, shared.id]));
      expect((await lin.get(`/api/staff/live-codes/${own.id}`)).body).toMatchObject({ id: own.id, label: '林', scans: 0 });
      expectProblem(await zhao.get(`/api/staff/live-codes/${own.id}`), 'live-code.not-found');
      expectProblem(await zhao.post(`/api/staff/live-codes/${own.id}/retirement`), 'live-code.not-found');
      const stolen = {
        projectId: yx,
        kind: 'agent' as const,
        label: '赵',
        channelCode: 'online.website',
        staffId: zhao.me.staffId as string,
      };
      expectProblem(await makeCode(lin, stolen), 'live-code.invalid');
    });

    it('an agent retires what they made and their own, not what was made for everybody', async () => {
      const shared = await made(manager, { projectId: yx, kind: 'site', label: '前台', channelCode: undefined });
      const { status, body } = await lin.post(`/api/staff/live-codes/${shared.id}/retirement`);
      expect([status, body.code]).toEqual([403, 'permission.denied']);
      expect((await look(shared.code)).body.state).toBe('active');
      const forLin = { projectId: yx, kind: 'agent' as const, channelCode: 'online.website', staffId: lin.me.staffId as string };
      const given = await made(manager, forLin);
      expect((await lin.post(`/api/staff/live-codes/${given.id}/retirement`)).body.state).toBe('retired');
      expect((await manager.post(`/api/staff/live-codes/${shared.id}/retirement`)).body.state).toBe('retired');
    });

    it('nobody makes or sees codes of a project they do not work for', async () => {
      const posts = await world.database.rows<{ staff_id: string }>('SELECT staff_id FROM staff_projects WHERE project_id = ?', [lt]);
      const people = await Promise.all(AGENT_KEYS.map((key) => world.as(key)));
      const outside = people.find((p) => !posts.some(({ staff_id }) => staff_id === p.me.staffId));
      expect(outside).toBeDefined();
      expectProblem(await makeCode(outside as Person, { projectId: lt }), 'project.not-found');
      expectProblem(await (outside as Person).get(`/api/staff/live-codes?projectId=${lt}`), 'project.not-found');
      const customer = await world.stranger('curious');
      expectProblem(await customer.get('/api/staff/live-codes'), 'permission.denied');
      expectProblem(await makeCode(await world.as('engineer'), { projectId: yx }), 'permission.denied');
    });

    it('has a registered channel, a future, and a colleague who sells here', async () => {
      expectProblem(await makeCode(manager, { projectId: yx, channelCode: 'made.up' }), 'channel.unknown');
      expectProblem(await makeCode(manager, { projectId: yx, channelCode: undefined }), 'channel.unknown');
      const past = new Date(world.now()).toISOString();
      expectProblem(await makeCode(manager, { projectId: yx, expiresAt: past }), 'live-code.invalid');
      const engineer = await world.as('engineer');
      const notSelling = { projectId: yx, kind: 'agent' as const, staffId: engineer.me.staffId as string };
      expectProblem(await makeCode(manager, notSelling), 'live-code.invalid');
      expect((await makeCode(manager, { projectId: yx, kind: 'site', label: '前台', channelCode: undefined })).body.channelCode).toBeNull();
    });

    it('is made once for a repeated key, and retired once', async () => {
      const headers = { 'idempotency-key': 'one-code-for-two-taps' };
      const draft = { projectId: yx, kind: 'channel', label: '两次', channelCode: 'online.douyin' };
      const [first, again] = [
        await lin.post('/api/staff/live-codes', draft, headers),
        await lin.post('/api/staff/live-codes', draft, headers),
      ];
      expect(again.body).toEqual(first.body);
      const retired = await Promise.all([1, 2].map(() => lin.post(`/api/staff/live-codes/${first.body.id}/retirement`)));
      expect(retired.map((r) => [r.status, r.body.state])).toEqual(Array(2).fill([200, 'retired']));
      const kept = await world.database.rows('SELECT id FROM audit_entries WHERE action = ? AND subject = ?', [
        'live-code.retired',
        `live-code:${first.body.id}`,
      ]);
      expect(kept).toHaveLength(1);
    });
  });

  describe('of a person who recommends', () => {
    it('is one for one project, whoever asks at the same moment', async () => {
      const owner = await world.as('owner');
      const codes = await Promise.all(Array.from({ length: 24 }, () => referralCodeOf(world, owner, yx)));
      expect(new Set(codes).size).toBe(1);
      expect(await referralCodeOf(world, owner, lt)).not.toBe(codes[0]);
      const read = await world.app.get(LiveCodes).read(codes[0] as string);
      expect(read).toMatchObject({ kind: 'referral', projectId: yx, customerId: owner.me.customerId, state: 'active', expiresAt: null });
    });

    it('greets by surname and shows colleagues nothing', async () => {
      const owner = await world.as('owner');
      const code = await referralCodeOf(world, owner, yx);
      const { greeting } = (await look(code)).body;
      expect(greeting).toMatch(/推荐您来看看$/);
      expect(greeting).not.toContain(owner.me.name);
      const { items } = (await (await world.as('admin')).get('/api/staff/live-codes?kind=referral')).body;
      expect(items).toEqual([]);
    });
  });

  describe('brings leads', () => {
    it('of its channel, counted, and put before the agent whose code it was', async () => {
      const sun = await world.as('agent-sun');
      const [post] = await world.database.rows<{ project_id: string }>('SELECT project_id FROM staff_projects WHERE staff_id = ?', [
        sun.me.staffId,
      ]);
      const project = post?.project_id as string;
      const { id, code } = await made(sun, { projectId: project, kind: 'agent', label: '名片', channelCode: 'campaign.expo' });
      const { status, body } = await leave('by-sun', { projectId: project, liveCode: code.toLowerCase(), channelCode: 'online.douyin' });
      expect([status, body.notice]).toEqual([201, undefined]);
      expect(await touchOf(body.id)).toEqual({ channel_code: 'campaign.expo', note: null, live_code_id: id });
      await world.travel('PT0S');
      const [lead] = await world.database.rows<{ owner_id: string; preferred_staff_id: string }>(
        'SELECT owner_id, preferred_staff_id FROM leads WHERE id = ?',
        [body.id],
      );
      expect(lead).toEqual({ owner_id: sun.me.staffId, preferred_staff_id: sun.me.staffId });
      const { sentences } = (await sun.get(`/api/staff/leads/${body.id}/routing`)).body.decisions[0];
      expect(sentences.at(-1)).toContain('客户指定的同事');
    });

    it('and the rules decide when that agent cannot', async () => {
      const zhao = await world.as('agent-zhao');
      const { code } = await made(zhao, { projectId: yx, kind: 'agent', label: '名片', channelCode: 'campaign.expo' });
      await zhao.put('/api/staff/duty', { onDuty: false });
      const { body } = await leave('by-zhao', { liveCode: code });
      await world.travel('PT0S');
      const [lead] = await world.database.rows<{ owner_id: string }>('SELECT owner_id FROM leads WHERE id = ?', [body.id]);
      expect(lead?.owner_id).not.toBe(zhao.me.staffId);
      const { sentences } = (await manager.get(`/api/staff/leads/${body.id}/routing`)).body.decisions[0];
      expect(sentences.join('\n')).toContain(`${zhao.me.name}不能接单：已关闭接单`);
      await zhao.put('/api/staff/duty', { onDuty: true });
    });

    it('counts each lead once, however often the form comes and however many at one moment', async () => {
      const { id, code } = await made(manager, { projectId: yx });
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => leave(`poster-${i}`, { liveCode: code })));
      expect(answers.map((a) => a.status)).toEqual(Array(8).fill(201));
      const phone = freshPhone();
      await leave('twice', { phone, liveCode: code });
      await leave('twice', { phone, liveCode: code });
      expect((await counts(id)).leads).toBe(9);
    });

    it('is told to whoever answers for codes, with ids only, and only for a good one', async () => {
      const owner = await world.as('owner');
      const code = await referralCodeOf(world, owner, yx);
      const { body } = await leave('friend', { referralCode: code });
      const plain = await leave('nobody', {});
      await world.travel('PT0S');
      expect(await touchOf(body.id)).toMatchObject({ channel_code: 'referral.owner', live_code_id: expect.any(String) });
      expect(heard.filter(({ leadId }) => [body.id, plain.body.id].includes(leadId))).toEqual([
        {
          leadId: body.id,
          customerId: expect.any(String),
          projectId: yx,
          code,
          accountId: expect.any(String),
          at: expect.any(Number),
        },
      ]);
    });

    it('of another project: taken, explained, bound to nobody', async () => {
      const owner = await world.as('owner');
      const code = await referralCodeOf(world, owner, lt);
      const { status, body } = await leave('strayed', { referralCode: code });
      expect([status, body.notice]).toEqual([201, '您扫的码属于其他楼盘，已按您选择的楼盘登记']);
      expect(await touchOf(body.id)).toEqual({
        channel_code: 'online.miniprogram',
        note: `扫的是其他楼盘的码：${code}`,
        live_code_id: null,
      });
    });

    it('when it is over: of its channel, explained, bound to nobody', async () => {
      const { id, code } = await made(lin, { projectId: yx, kind: 'agent', label: '旧名片', channelCode: 'campaign.outdoor' });
      await lin.post(`/api/staff/live-codes/${id}/retirement`);
      const { status, body } = await leave('old-poster', { liveCode: code });
      expect([status, body.notice]).toEqual([201, '您扫的码已停用，登记不受影响']);
      expect(await touchOf(body.id)).toEqual({ channel_code: 'campaign.outdoor', note: `活码已停用：${code}`, live_code_id: null });
      const [lead] = await world.database.rows('SELECT preferred_staff_id FROM leads WHERE id = ?', [body.id]);
      expect(lead).toEqual({ preferred_staff_id: null });
      expect((await counts(id)).leads).toBe(0);
    });

    it('when nobody ever gave it out: parked, unless the form knows its channel', async () => {
      const parked = await leave('edited', { liveCode: 'ABCDE%00<>' });
      expect(await touchOf(parked.body.id)).toEqual({ channel_code: 'other.unrecognised', note: '原活码：ABCDE%00<>', live_code_id: null });
      const known = await leave('edited-2', { liveCode: 'ZZZZZZZZZZ', channelCode: 'online.douyin' });
      expect(await touchOf(known.body.id)).toMatchObject({ channel_code: 'online.douyin', note: '原活码：ZZZZZZZZZZ' });
      const neither = await leave('edited-3', { liveCode: 'ZZZZZZZZZZ', channelCode: 'made.up' });
      expect(await touchOf(neither.body.id)).toMatchObject({
        channel_code: 'other.unrecognised',
        note: '原渠道码：made.up；原活码：ZZZZZZZZZZ',
      });
    });
  });
});
