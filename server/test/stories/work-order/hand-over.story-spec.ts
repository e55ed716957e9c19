import { type Person, startApp, type TestApp } from '../../support/app';
import { anAcceptedOrder, aReportedOrder, eventsOf, orderState } from '../../support/orders';

describe('an order that changes hands', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let ding: Person;
  let han: Person;
  let supervisor: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, ding, han, supervisor] = await Promise.all([
      world.as('owner'),
      world.as('engineer'),
      world.as('engineer-ding'),
      world.as('engineer-han'),
      world.as('supervisor'),
    ]);
  });
  afterAll(() => world?.stop());

  it('is declined with a reason and put before somebody else, with the one who declined left out', async () => {
    const id = await aReportedOrder(world, owner);
    expect((await engineer.post(`/api/staff/work-orders/${id}/return`, {})).body.code).toBe('request.invalid');
    expect((await engineer.post(`/api/staff/work-orders/${id}/return`, { reason: '正在抢修爆管' })).status).toBe(201);
    await world.travel('PT0S');
    const state = await orderState(world, id);
    expect(state).toMatchObject({ status: 'dispatched', round: 2 });
    expect([ding.me.staffId, han.me.staffId]).toContain(state.assignee_id);
    expect(await eventsOf(world, id)).toEqual(['reported', 'dispatched', 'declined', 'dispatched']);
  });

  it('is the supervisor’s once everybody gave it back', async () => {
    const id = await aReportedOrder(world, owner);
    for (let round = 0; round < 3; round++) {
      const { assignee_id: holder } = await orderState(world, id);
      const person = [engineer, ding, han].find((p) => p.me.staffId === holder);
      if (!person) break;
      await person.post(`/api/staff/work-orders/${id}/return`, { reason: '忙不过来' });
    }
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ assignee_id: null, responsible_id: supervisor.me.staffId, status: 'dispatched' });
    expect((await supervisor.inbox())[0]).toMatchObject({ intent: 'order-escalated' });
    expect((await supervisor.post(`/api/staff/work-orders/${id}/acceptance`)).body.status).toBe('accepted');
  });

  it('goes to a firm from outside, a few times at most, and stays with whoever sent it', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    const [firm] = await world.database.rows<{ id: string; name: string }>('SELECT id, name FROM contractors ORDER BY id');
    const body = { contractorId: firm!.id, reason: '需要专业设备' };
    expect(
      (await engineer.post(`/api/staff/work-orders/${id}/contracting`, { ...body, contractorId: owner.me.customerId })).body.code,
    ).toBe('contractor.not-found');
    expect((await engineer.post(`/api/staff/work-orders/${id}/contracting`, body)).status).toBe(201);
    expect((await engineer.post(`/api/staff/work-orders/${id}/contracting`, body)).status).toBe(201);
    expect((await engineer.post(`/api/staff/work-orders/${id}/contracting`, body)).body.code).toBe('work-order.limit-reached');
    await engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '外部单位已疏通' });
    expect((await owner.get(`/api/work-orders/${id}`)).body.outcome).toMatchObject({ byContractor: firm!.name });
  });

  it('is claimed by exactly one of those who want it', async () => {
    const id = await aReportedOrder(world, owner, { category: 'public-light', description: '三楼楼道灯不亮' });
    expect(await orderState(world, id)).toMatchObject({ assignee_id: null, status: 'dispatched' });
    const claims = await Promise.all([ding, han].map((p) => p.post(`/api/staff/work-orders/${id}/acceptance`)));
    expect(claims.filter((c) => c.status === 201)).toHaveLength(1);
    expect(claims.find((c) => c.status !== 201)!.body.code).toBe('work-order.taken');
    expect((await eventsOf(world, id)).filter((type) => type === 'accepted')).toHaveLength(1);
  });

  it('a number is shown to whoever serves it, and the reveal is on record', async () => {
    const id = await anAcceptedOrder(world, owner, engineer, { contactPhone: '139 1234 5678' });
    const detail = await engineer.get(`/api/staff/work-orders/${id}`);
    expect(JSON.stringify(detail.body)).not.toContain('13912345678');
    expect(detail.body.reporter.phoneMasked).toBe('139****5678');
    expect((await engineer.post(`/api/staff/work-orders/${id}/phone-reveal`)).body.phone).toBe('+8613912345678');
    expect(await eventsOf(world, id)).toContain('phone-revealed');
  });

  it('two verbs at once: one wins, the other is told', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    const [finish, cancel] = await Promise.all([
      engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '修好了' }),
      owner.post(`/api/work-orders/${id}/cancellation`, { reason: '不用来了' }),
    ]);
    expect([finish.status, cancel.status].filter((s) => s === 201)).toHaveLength(1);
    const events = await eventsOf(world, id);
    expect(events.filter((type) => type === 'finished' || type === 'cancelled')).toHaveLength(1);
  });
});
