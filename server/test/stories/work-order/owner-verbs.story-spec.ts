import { type Person, startApp, type TestApp } from '../../support/app';
import { anAcceptedOrder, aReportedOrder, eventsOf, orderState } from '../../support/orders';

describe('the owner of a reported order', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let supervisor: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, supervisor] = await Promise.all([world.as('owner'), world.as('engineer'), world.as('supervisor')]);
  });
  afterAll(() => world?.stop());

  const finished = async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '已更换阀芯' });
    await world.travel('PT0S');
    return id;
  };

  it('urges a few times, not too often, and from the second time the supervisor hears it', async () => {
    const id = await aReportedOrder(world, owner);
    expect((await owner.post(`/api/work-orders/${id}/urge`)).status).toBe(201);
    expect((await owner.post(`/api/work-orders/${id}/urge`)).body.code).toBe('work-order.urge-too-soon');
    await world.travel('PT30M');
    expect((await owner.post(`/api/work-orders/${id}/urge`)).status).toBe(201);
    await world.travel('PT30M');
    expect((await owner.post(`/api/work-orders/${id}/urge`)).status).toBe(201);
    await world.travel('PT30M');
    expect((await owner.post(`/api/work-orders/${id}/urge`)).body.code).toBe('work-order.urges-spent');
    const heard = async (person: Person) =>
      (await person.inbox()).filter((m) => m.intent === 'order-changed' && m.page?.includes(id)).length;
    expect(await heard(engineer)).toBe(3);
    expect(await heard(supervisor)).toBe(2);
  });

  it('cancels until somebody stands at the door', async () => {
    const early = await anAcceptedOrder(world, owner, engineer);
    expect((await owner.post(`/api/work-orders/${early}/cancellation`, { reason: '自己修好了' })).body.status).toBe('cancelled');
    expect((await engineer.post(`/api/staff/work-orders/${early}/arrival`)).body.code).toBe('work-order.state-conflict');
    const late = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${late}/arrival`);
    expect((await owner.post(`/api/work-orders/${late}/cancellation`, { reason: '不修了' })).body.code).toBe('work-order.cancel-too-late');
  });

  it('has it done again within seven days by the same engineer, not after', async () => {
    const id = await finished();
    expect((await owner.post(`/api/work-orders/${id}/reopening`, { reason: '又开始滴水了' })).body.status).toBe('dispatched');
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ assignee_id: engineer.me.staffId, next_clock: 'accept' });
    const [offer] = await engineer.inbox();
    expect(offer).toMatchObject({
      intent: 'order-offered',
      fields: expect.arrayContaining([expect.objectContaining({ value: '重新处理：又开始滴水了' })]),
    });
    const other = await finished();
    await world.travel('P7D');
    expect((await owner.post(`/api/work-orders/${other}/reopening`, { reason: '又漏了' })).body.code).toBe('work-order.reopen-over');
  });

  it('rates low: it is done again; or, when the thing is mended, somebody rings', async () => {
    const broken = await finished();
    expect((await owner.post(`/api/work-orders/${broken}/rating`, { stars: 1, tags: ['没修好'] })).body).toMatchObject({
      status: 'dispatched',
      message: expect.stringContaining('重新派单'),
    });
    const rude = await finished();
    const answer = await owner.post(`/api/work-orders/${rude}/rating`, { stars: 2, tags: ['态度差'], stillBroken: false });
    expect(answer.body).toMatchObject({ status: 'closed', message: expect.stringContaining('主管') });
    expect(await eventsOf(world, rude)).toEqual(expect.arrayContaining(['rated', 'revisit-opened', 'closed']));
    const [revisit] = await world.database.rows<{ owner_id: string; reason: string }>(
      'SELECT owner_id, reason FROM revisits WHERE work_order_id = ?',
      [rude],
    );
    expect(revisit).toEqual({ owner_id: supervisor.me.staffId, reason: 'low-rating' });
  });

  it('gets one order for two taps with one key', async () => {
    const [home] = (await owner.get('/api/me/homes')).body.items;
    const report = { kind: 'repair', unitId: home.unitId, category: 'electric-light', description: '客厅灯不亮' };
    const headers = { 'Idempotency-Key': 'tap-0001-aaaa-bbbb' };
    const taps = await Promise.all(Array.from({ length: 6 }, () => owner.post('/api/work-orders', report, headers)));
    const ids = new Set(taps.filter((t) => t.status === 201).map((t) => t.body.id));
    expect(ids.size).toBe(1);
    expect(taps.every((t) => t.status === 201 || t.status === 409)).toBe(true);
    const [{ n }] = (await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM work_orders WHERE description = '客厅灯不亮'`,
    )) as [{ n: number }];
    expect(Number(n)).toBe(1);
  });
});

describe('what nobody may do', () => {
  let world: TestApp;
  let owner: Person;
  let stranger: Person;
  let engineer: Person;
  let other: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, other] = await Promise.all([world.as('owner'), world.as('engineer'), world.as('engineer-ding')]);
    stranger = await world.as('prospect');
  });
  afterAll(() => world?.stop());

  it('a stranger cannot report for somebody else’s home, nor read, urge, cancel or rate its order', async () => {
    const [home] = (await owner.get('/api/me/homes')).body.items;
    const report = { kind: 'repair', unitId: home.unitId, category: 'water-tap', description: '漏水' };
    expect((await stranger.post('/api/work-orders', report)).body.code).toBe('home.not-yours');
    const id = await anAcceptedOrder(world, owner, engineer);
    for (const [route, body] of [
      ['urge', {}],
      ['cancellation', { reason: '试试' }],
      ['reopening', { reason: '试试' }],
      ['rating', { stars: 5 }],
    ] as const) {
      const answer = await stranger.post(`/api/work-orders/${id}/${route}`, body);
      expect([route, answer.body.code]).toEqual([route, 'work-order.not-found']);
    }
    expect((await stranger.get(`/api/work-orders/${id}`)).status).toBe(404);
    expect(await orderState(world, id)).toMatchObject({ status: 'accepted' });
  });

  it('an engineer cannot move a colleague’s order by changing the id', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    for (const [route, body] of [
      ['acceptance', {}],
      ['arrival', {}],
      ['pause', { reason: '等待配件' }],
      ['completion', { words: '完成' }],
      ['return', { reason: '太远' }],
      ['phone-reveal', {}],
      ['transfer', { toStaffId: other.me.staffId, reason: '给我' }],
    ] as const) {
      expect([route, (await other.post(`/api/staff/work-orders/${id}/${route}`, body)).body.code]).toEqual([route, 'work-order.not-found']);
    }
    expect((await other.get(`/api/staff/work-orders/${id}`)).status).toBe(404);
    expect((await owner.post(`/api/staff/work-orders/${id}/acceptance`)).status).toBe(403);
  });

  it('refuses what makes no sense, in sentences, and writes nothing', async () => {
    const [home] = (await owner.get('/api/me/homes')).body.items;
    const good = { kind: 'repair', unitId: home.unitId, category: 'water-tap', description: '水龙头漏水' };
    const bad: [object, string][] = [
      [{ ...good, category: 'complaint-noise' }, 'category.unknown'],
      [{ ...good, category: 'constructor' }, 'category.unknown'],
      [{ ...good, description: ' ' }, 'request.invalid'],
      [{ ...good, description: 'x'.repeat(1001) }, 'request.invalid'],
      [{ ...good, unitId: 'not-a-uuid' }, 'request.invalid'],
      [{ ...good, contactPhone: '12345' }, 'phone.invalid'],
      [{ ...good, preferredTime: '2020-01-01T00:00:00Z' }, 'work-order.preferred-time-past'],
      [{ ...good, uploadIds: ['0198c0de-0000-7000-8000-000000000000'] }, 'upload.not-found'],
      [{ ...good, mood: 4 }, 'request.invalid'],
      [{ ...good, status: 'closed' }, 'request.invalid'],
    ];
    const count = async () => Number((await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM work_orders'))[0]!.n);
    const before = await count();
    for (const [body, code] of bad) {
      const answer = await owner.post('/api/work-orders', body);
      expect([body, answer.status < 500, answer.body.code]).toEqual([body, true, code]);
    }
    expect(await count()).toBe(before);
  });
});
