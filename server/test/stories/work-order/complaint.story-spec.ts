import { type Person, startApp, type TestApp } from '../../support/app';
import { aReportedOrder, eventsOf, orderState } from '../../support/orders';

describe('a complaint', () => {
  let world: TestApp;
  let owner: Person;
  let relations: Person;
  let supervisor: Person;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, relations, supervisor, manager] = await Promise.all([
      world.as('owner'),
      world.as('relations'),
      world.as('supervisor'),
      world.as('manager'),
    ]);
  });
  afterAll(() => world?.stop());

  const noise = { kind: 'complaint' as const, category: 'complaint-noise', description: '楼上装修晚上十点还在施工' };

  it('goes to customer relations, runs by two clocks, and ends only with cause and remedy', async () => {
    const id = await aReportedOrder(world, owner, noise);
    expect(await orderState(world, id)).toMatchObject({ assignee_id: relations.me.staffId });
    await relations.post(`/api/staff/work-orders/${id}/acceptance`);
    const { clocks, severity } = (await relations.get(`/api/staff/work-orders/${id}`)).body;
    expect(severity).toBe('minor');
    const hours = Object.fromEntries(
      clocks.map((c: { key: string; startedAt: string; dueAt: string }) => [
        c.key,
        (Date.parse(c.dueAt) - Date.parse(c.startedAt)) / 3_600_000,
      ]),
    );
    expect(hours).toMatchObject({ respond: 24, resolve: 48 });
    expect((await relations.post(`/api/staff/work-orders/${id}/response`, { words: '已联系楼上住户核实' })).body.status).toBe('working');
    expect((await relations.post(`/api/staff/work-orders/${id}/completion`, { words: '已处理' })).body.code).toBe(
      'work-order.cause-required',
    );
    const done = await relations.post(`/api/staff/work-orders/${id}/completion`, {
      words: '施工方已书面承诺',
      rootCause: '装修时间未告知施工方',
      correctiveAction: '装修许可上增加时间告知并巡查',
    });
    expect(done.body.status).toBe('resolved');
    expect((await owner.get(`/api/work-orders/${id}`)).body.outcome).toMatchObject({ rootCause: '装修时间未告知施工方' });
  });

  it('is late at 24 hours without an answer, and the manager hears it, who may open it', async () => {
    const id = await aReportedOrder(world, owner, noise);
    await relations.post(`/api/staff/work-orders/${id}/acceptance`);
    await world.travel('PT24H');
    expect(await eventsOf(world, id)).toContain('overdue');
    const late = async (person: Person) => (await person.inbox()).filter((m) => m.intent === 'order-warning' && m.page?.includes(id));
    expect(await late(manager)).toHaveLength(1);
    expect((await manager.get(`/api/staff/work-orders/${id}`)).status).toBe(200);
    // Customer relations stand in no team of hers, so she is not told of what she cannot open.
    expect(await late(supervisor)).toHaveLength(0);
    expect((await supervisor.get(`/api/staff/work-orders/${id}`)).status).toBe(404);
  });

  it('that is major goes to the manager from the first minute', async () => {
    const id = await aReportedOrder(world, owner, {
      kind: 'complaint',
      category: 'complaint-security',
      description: '单元门禁失灵三天，有陌生人进楼',
      scope: 2,
      mood: 3,
    });
    expect(await orderState(world, id)).toMatchObject({
      escalation: 2,
      responsible_id: manager.me.staffId,
      assignee_id: relations.me.staffId,
    });
    const told = async (person: Person) =>
      (await person.inbox()).filter((m) => m.intent === 'order-escalated' && m.page?.includes(id)).length;
    expect(await told(manager)).toBe(1);
    // Nobody says yes: the manager hears it again, and it is not handed down.
    await world.travel('PT2H');
    expect(await orderState(world, id)).toMatchObject({ escalation: 2, responsible_id: manager.me.staffId });
    expect([await told(manager), await told(supervisor)]).toEqual([2, 0]);
    await world.travel('PT22H');
    expect((await owner.get(`/api/work-orders/${id}`)).body.promise).toBe('已超时，经理周明正在处理');
  });

  it('is graded anew by the desk with a reason, and becomes the manager’s when it turns out major', async () => {
    const id = await aReportedOrder(world, owner, noise);
    const grade = { seriousness: 3, scope: 3, mood: 2, reason: '夜间施工涉及整栋楼' };
    expect((await owner.post(`/api/staff/work-orders/${id}/grade`, grade)).status).toBe(403);
    expect((await relations.post(`/api/staff/work-orders/${id}/grade`, grade)).status).toBe(201);
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ escalation: 2, responsible_id: manager.me.staffId });
  });
});
