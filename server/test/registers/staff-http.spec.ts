import { type Person, startApp, type TestApp } from '../support/app';

describe('registers over HTTP', () => {
  let app: TestApp;
  let lin: Person;
  let manager: Person;
  let clerk: Person;
  let prospect: Person;

  beforeAll(async () => {
    app = await startApp();
    [lin, manager, clerk, prospect] = await Promise.all([app.as('agent-lin'), app.as('manager'), app.as('clerk'), app.as('prospect')]);
  });
  afterAll(() => app?.stop());

  const idOf = async (code: string) => (await app.database.rows<{ id: string }>('SELECT id FROM projects WHERE code = ?', [code]))[0]!.id;
  const audited = (subject: string) =>
    app.database.rows<{ action: string; actor_id: string }>('SELECT action, actor_id FROM audit_entries WHERE subject = ? ORDER BY id', [
      subject,
    ]);
  const remove = (person: Person, route: string) => app.http('DELETE', route, undefined, { authorization: `Bearer ${person.token}` });

  it('anybody looks at projects; a made-up id is a 404 problem', async () => {
    const list = await app.http('GET', '/api/projects');
    expect([list.status, list.body.nextCursor, list.body.items.length]).toEqual([200, null, 2]);
    const detail = await app.http('GET', `/api/projects/${list.body.items[0].id}`);
    expect([detail.status, detail.body.layouts.length]).toEqual([200, 6]);
    for (const id of ['nope', '%F0%9F%8F%A0', "'%20OR%201=1", 'x'.repeat(150)]) {
      const missing = await app.http('GET', `/api/projects/${id}`);
      expect([missing.status, missing.body.code]).toEqual([404, 'project.not-found']);
    }
  });

  it('channels are for those who enter leads', async () => {
    expect((await clerk.get('/api/channels')).body.items[0]).toEqual({
      code: 'online.miniprogram',
      name: '小程序留资',
      root: 'online',
      rootName: '线上平台',
    });
    expect((await prospect.get('/api/channels')).status).toBe(403);
    expect((await app.http('GET', '/api/channels')).status).toBe(401);
  });

  it('an agent turns the switch; each turn is on record, an idle one is not', async () => {
    expect((await lin.get('/api/staff/duty')).body).toEqual({ onDuty: true, shiftName: '早班', today: '今天 09:00–12:00、13:00–18:00' });
    expect((await lin.put('/api/staff/duty', { onDuty: false })).body.onDuty).toBe(false);
    expect((await lin.put('/api/staff/duty', { onDuty: false })).status).toBe(200);
    expect((await lin.get('/api/staff/duty')).body.onDuty).toBe(false);
    expect((await lin.put('/api/staff/duty', { onDuty: true })).body.onDuty).toBe(true);
    const record = await audited(`staff:${lin.me.staffId}`);
    expect(record.map((e) => [e.action, e.actor_id])).toEqual([
      ['staff.off-duty', lin.me.staffId],
      ['staff.on-duty', lin.me.staffId],
    ]);
  });

  it.each([{}, { onDuty: 'yes' }, { onDuty: null }, { onDuty: true, staffId: 'somebody' }])(
    'refuses the switch set to %j',
    async (body) => {
      const answer = await lin.put('/api/staff/duty', body);
      expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    },
  );

  it('a prospect has no switch and no colleagues', async () => {
    expect((await prospect.get('/api/staff/duty')).status).toBe(403);
    expect((await prospect.get('/api/staff/colleagues')).status).toBe(403);
  });

  it('colleagues of a project are listed with what stands against them now', async () => {
    const { body } = await lin.get(`/api/staff/colleagues?projectId=${await idOf('YX')}`);
    const of = (name: string) => body.items.find((c: { name: string }) => c.name === name);
    expect(of('赵一鸣')).toEqual({
      id: expect.any(String),
      name: '赵一鸣',
      role: '置业顾问',
      teamName: '一组',
      onDuty: true,
      openLeads: 0,
      capacity: 60,
      unavailable: null,
    });
    expect(of('马师傅').unavailable).toBe('不负责线索跟进');
    await app.database.rows('UPDATE agent_loads SET open_leads = 60 WHERE staff_id = ?', [of('赵一鸣').id]);
    const [full] = (await lin.get('/api/staff/colleagues')).body.items.filter((c: { name: string }) => c.name === '赵一鸣');
    expect(full).toMatchObject({ openLeads: 60, unavailable: '在跟线索已满（60/60）' });
    await app.database.rows('UPDATE agent_loads SET open_leads = 0 WHERE staff_id = ?', [of('赵一鸣').id]);
  });

  it('a clerk of one project does not see who works at the other', async () => {
    const other = await clerk.get(`/api/staff/colleagues?projectId=${await idOf('LT')}`);
    expect([other.status, other.body.code]).toEqual([404, 'project.not-found']);
    const both = await manager.get(`/api/staff/colleagues?projectId=${await idOf('LT')}`);
    expect(both.body.items.map((c: { name: string }) => c.name)).toContain('钱程');
    expect(both.body.items.map((c: { name: string }) => c.name)).not.toContain('林晓');
  });

  it('a leave takes the colleague out of the line, and a repeated tap takes it once', async () => {
    const now = app.now();
    const request = { fromAt: new Date(now - 3_600_000).toISOString(), toAt: new Date(now + 3_600_000).toISOString(), reason: '家中有事' };
    const sun = await app.as('agent-sun');
    const key = { 'idempotency-key': 'leave-of-sun-1' };
    const first = await sun.post('/api/staff/leaves', request, key);
    expect([first.status, first.body]).toEqual([201, { id: expect.any(String), ...request }]);
    expect((await sun.post('/api/staff/leaves', request, key)).body).toEqual(first.body);
    expect(await app.database.rows('SELECT id FROM leaves WHERE staff_id = ?', [sun.me.staffId])).toHaveLength(1);
    const listed = (await lin.get('/api/staff/colleagues')).body.items.find((c: { name: string }) => c.name === '孙佳');
    expect(listed.unavailable).toMatch(/^请假中，今天 1\d:\d\d 上班$/);
    expect((await audited(`staff:${sun.me.staffId}`)).map((e) => e.action)).toEqual(['staff.leave-taken']);
  });

  it.each([
    [{ fromAt: '2026-11-24', toAt: '2026-11-25', reason: '年假' }, 'fromAt'],
    [{ fromAt: '2026-11-24T09:00:00', toAt: '2026-11-24T18:00:00', reason: '年假' }, 'fromAt'],
    [{ fromAt: '2099-11-24T09:00:00Z', toAt: '2099-11-24T18:00:00Z', reason: '年假' }, 'fromAt'],
    [{ fromAt: '2099-02-30T09:00:00Z', toAt: '2099-11-24T18:00:00Z', reason: '年假' }, 'fromAt'],
    [{ fromAt: '2099-11-24T09:00:00Z', toAt: '2099-11-24T18:00:00Z', reason: '  ' }, 'reason'],
    [{ fromAt: '2099-11-24T09:00:00Z', toAt: '2099-11-24T18:00:00Z', reason: '年'.repeat(41) }, 'reason'],
    [{ fromAt: '2099-11-24T09:00:00Z', toAt: '2099-11-24T18:00:00Z', reason: '年假', staffId: 'x' }, 'staffId'],
  ])('refuses the leave %j', async (body, field) => {
    const answer = await lin.post('/api/staff/leaves', body);
    expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, field]);
    expect(answer.body.errors[0].message).toMatch(/[一-鿿]/);
  });

  it('a manager opens a day of the holidays and closes it again; an agent may look only', async () => {
    const day = '/api/staff/calendars/office/days/2027-02-06';
    const view = () => lin.get('/api/staff/calendars/office?from=2027-02-06&to=2027-02-08').then((a) => a.body.days);
    expect((await view())[0]).toEqual({ date: '2027-02-06', working: false, reason: '春节', edited: true });
    expect((await lin.put(day, { working: true, note: '春节值班' })).status).toBe(403);
    expect((await manager.put(day, { working: true, note: '春节值班' })).body.days).toEqual([
      { date: '2027-02-06', working: true, reason: '春节值班', edited: true },
    ]);
    expect((await remove(lin, day)).status).toBe(403);
    expect((await remove(manager, day)).status).toBe(204);
    expect((await remove(manager, day)).status).toBe(204);
    expect((await view())[0]).toMatchObject({ date: '2027-02-06', working: true, edited: false });
    expect((await audited('calendar:office')).map((e) => e.action)).toEqual(['calendar.day-set', 'calendar.day-cleared']);
  });

  it.each([
    ['GET', '/api/staff/calendars/office?from=2026-11-01', 400, 'request.invalid'],
    ['GET', '/api/staff/calendars/office?from=2026-11-01&to=2026-11-31', 422, 'calendar.invalid'],
    ['GET', '/api/staff/calendars/office?from=2026-11-02&to=2026-11-01', 422, 'calendar.invalid'],
    ['GET', '/api/staff/calendars/office?from=0000-01-01&to=9999-12-31', 422, 'calendar.invalid'],
    ['GET', '/api/staff/calendars/nobody?from=2026-11-01&to=2026-11-02', 404, 'route.not-found'],
    ['PUT', '/api/staff/calendars/office/days/2026-02-29', 422, 'calendar.invalid'],
    ['PUT', '/api/staff/calendars/office/days/tomorrow', 400, 'request.invalid'],
    ['PUT', '/api/staff/calendars/nobody/days/2026-11-23', 404, 'route.not-found'],
  ])('%s %s is refused with %i', async (method, route, status, code) => {
    const body = method === 'PUT' ? { working: true, note: '' } : undefined;
    const answer = await app.http(method, route, body, { authorization: `Bearer ${manager.token}` });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
