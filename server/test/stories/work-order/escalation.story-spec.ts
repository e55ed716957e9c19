import { type Person, startApp, type TestApp } from '../../support/app';
import { anAcceptedOrder, aReportedOrder, eventsOf, orderState, waitingJobs } from '../../support/orders';

const HOUR = 3_600_000;

describe('an order that nobody takes', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let supervisor: Person;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, supervisor, manager] = await Promise.all([
      world.as('owner'),
      world.as('engineer'),
      world.as('supervisor'),
      world.as('manager'),
    ]);
  });
  afterAll(() => world?.stop());

  const told = async (person: Person, intent: string, id: string) =>
    (await person.inbox()).filter((message) => message.intent === intent && message.page?.includes(id)).length;

  it('warns the engineer at 80 %, goes to the supervisor at two hours and to the manager at four, and the owner is told', async () => {
    const id = await aReportedOrder(world, owner);
    await world.travel('PT95M');
    expect(await told(engineer, 'order-warning', id)).toBe(0);
    await world.travel('PT1M');
    expect(await told(engineer, 'order-warning', id)).toBe(1);
    await world.travel('PT23M');
    expect(await orderState(world, id)).toMatchObject({ escalation: 0 });
    await world.travel('PT1M');
    expect(await orderState(world, id)).toMatchObject({ escalation: 1, responsible_id: supervisor.me.staffId, status: 'dispatched' });
    expect(await told(supervisor, 'order-escalated', id)).toBe(1);
    expect((await owner.get('/api/me/messages')).body.items[0].lines).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: '已升级' })]),
    );
    await world.travel('PT2H');
    expect(await orderState(world, id)).toMatchObject({ escalation: 2, responsible_id: manager.me.staffId });
    expect(await told(manager, 'order-escalated', id)).toBe(1);
    expect(await waitingJobs(world, id)).toEqual(['work-order.clock']);
  });

  it('is reassigned by the supervisor, and the new engineer must accept', async () => {
    const id = await aReportedOrder(world, owner);
    await world.travel('PT2H');
    const other = await world.as('engineer-han');
    const moved = await supervisor.post(`/api/staff/work-orders/${id}/transfer`, { toStaffId: other.me.staffId, reason: '马师傅在外抢修' });
    expect(moved.status).toBe(201);
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ status: 'dispatched', assignee_id: other.me.staffId, escalation: 0, round: 2 });
    expect(await told(other, 'order-offered', id)).toBe(1);
    expect((await engineer.post(`/api/staff/work-orders/${id}/acceptance`)).body.code).toBe('work-order.taken');
    // Who is asked by somebody above has the whole two hours, and the ladder begins anew.
    await world.travel('PT1H59M');
    expect(await orderState(world, id)).toMatchObject({ escalation: 0, responsible_id: other.me.staffId });
    await world.travel('PT1M');
    expect(await orderState(world, id)).toMatchObject({ escalation: 1, responsible_id: supervisor.me.staffId });
    expect((await other.post(`/api/staff/work-orders/${id}/acceptance`)).body).toMatchObject({ status: 'accepted' });
  });

  it('tells engineer and supervisor when arrival is late, once', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await world.travel('PT4H');
    await world.travel('PT10M');
    expect((await eventsOf(world, id)).filter((type) => type === 'overdue')).toHaveLength(1);
    expect(await told(engineer, 'order-warning', id)).toBe(2);
    expect(await told(supervisor, 'order-warning', id)).toBe(1);
  });

  it('stops its clocks while it is paused, and goes on by itself when the time is over', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    const until = new Date(world.now() + 3 * HOUR).toISOString();
    expect((await engineer.post(`/api/staff/work-orders/${id}/pause`, {})).body.code).toBe('request.invalid');
    expect((await engineer.post(`/api/staff/work-orders/${id}/pause`, { reason: '等待配件', until })).body.status).toBe('paused');
    const [before] = await world.database.rows<{ next_due_at: number }>('SELECT next_due_at FROM work_orders WHERE id = ?', [id]);
    await world.travel('PT3H');
    expect(await orderState(world, id)).toMatchObject({ status: 'accepted' });
    const [after] = await world.database.rows<{ next_due_at: number }>('SELECT next_due_at FROM work_orders WHERE id = ?', [id]);
    expect(Number(after!.next_due_at)).toBe(Number(before!.next_due_at));
    expect(await eventsOf(world, id)).not.toContain('overdue');
    const far = new Date(world.now() + 90 * HOUR).toISOString();
    expect((await engineer.post(`/api/staff/work-orders/${id}/pause`, { reason: '等待配件', until: far })).body.code).toBe(
      'work-order.pause-too-long',
    );
  });

  it('is never forgotten: unrated after 48 hours somebody rings, after three days it closes unrated', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '已修复' });
    await world.travel('PT47H59M');
    expect(await eventsOf(world, id)).not.toContain('revisit-opened');
    await world.travel('PT1M');
    const relations = await world.as('relations');
    const [revisit] = await world.database.rows<{ id: string; owner_id: string; status: string }>(
      'SELECT id, owner_id, status FROM revisits WHERE work_order_id = ?',
      [id],
    );
    expect(revisit).toMatchObject({ owner_id: relations.me.staffId, status: 'open' });
    await world.travel('PT24H');
    expect(await orderState(world, id)).toMatchObject({ status: 'closed' });
    const [row] = await world.database.rows<{ stars: number | null }>('SELECT stars FROM work_orders WHERE id = ?', [id]);
    expect(row!.stars).toBeNull();
    const record = { connected: true, satisfied: true, note: '业主表示已修好，忘记评价' };
    expect((await relations.post(`/api/staff/revisits/${revisit!.id}/record`, record)).status).toBe(201);
    expect((await relations.post(`/api/staff/revisits/${revisit!.id}/record`, record)).body.code).toBe('revisit.state-conflict');
    expect((await engineer.post(`/api/staff/revisits/${revisit!.id}/record`, record)).status).toBe(403);
  });
});
