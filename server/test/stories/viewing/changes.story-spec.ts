import type { MyViewing } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, freshPhone, holderOf } from '../../support/leads';
import { aBooking, aVisitorAt, book, changePlan, slotsOf, truthOf } from '../../support/viewings';

describe('a booked visit changes', () => {
  let world: TestApp;
  let agents: Person[];
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
    manager = await world.as('manager');
  });
  afterAll(() => world?.stop());

  const open = async (from: number, to = from) => (await slotsOf(world, null, { from, to })).filter((slot) => slot.bookable);
  const hostOf = async (id: string) =>
    (await world.database.rows<{ host_id: string }>('SELECT host_id FROM viewings WHERE id = ?', [id]))[0]?.host_id;

  it('moves to another time with the same host, and the old seat is free again', async () => {
    const [slot] = await open(2);
    const [next] = await open(3);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const host = await hostOf(answer.body.id);
    const moved = await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: next!.id });
    expect([moved.status, moved.body.startsAt, moved.body.reschedulesLeft]).toEqual([200, next!.startsAt, 2]);
    expect(await hostOf(answer.body.id)).toBe(host);
    expect([(await truthOf(world, slot!.id)).taken, (await truthOf(world, next!.id)).taken]).toEqual([0, 1]);
    expect(moved.body.number).toBe(answer.body.number);
  });

  it('stays as it is when the new time is full', async () => {
    await changePlan(world, manager, { seats: 1, reservedSeats: 0 });
    const [slot] = await open(4);
    const [full] = await open(5);
    await aVisitorAt(world, full!.id);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const host = await hostOf(answer.body.id);
    const moved = await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: full!.id });
    expect([moved.status, moved.body.code]).toEqual([409, 'viewing.slot-full']);
    const mine: MyViewing = (await visitor.get(`/api/viewings/${answer.body.id}`)).body;
    expect([mine.startsAt, mine.reschedulesLeft, await hostOf(answer.body.id)]).toEqual([slot!.startsAt, 3, host]);
    const [held] = await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM viewing_host_times WHERE holder = ?', [mine.id]);
    expect(Number(held?.n)).toBe(18);
    await changePlan(world, manager, { seats: 4, reservedSeats: 1 });
  });

  it('is moved as often as the plan allows', async () => {
    const days = [(await open(6))[0], (await open(7))[0], (await open(8))[0], (await open(9))[0], (await open(10))[0]];
    const { visitor, answer } = await aVisitorAt(world, days[0]!.id);
    const codes: unknown[] = [];
    for (const slot of days.slice(1)) {
      codes.push((await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: slot!.id })).body.code);
    }
    expect(codes).toEqual([undefined, undefined, undefined, 'viewing.limit-reached']);
  });

  it('cannot be moved to an event of another kind, nor to the time it has', async () => {
    const [slot] = await open(11);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const other = (await slotsOf(world, null, { kind: 'site-open-day', from: 1, to: 14 }))[0];
    const tries = [slot!.id, other!.id].map((slotId) => visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId }));
    expect((await Promise.all(tries)).map((a) => a.body.code)).toEqual(['viewing.already-booked', 'viewing.slot-unknown']);
  });

  it('is called off once, and seat and host are free', async () => {
    const [slot] = await open(12);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const cancelled = await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, { reason: '临时出差' });
    expect(cancelled.body).toMatchObject({ status: 'cancelled', allowed: [], promise: '预约已取消，欢迎您随时再约' });
    expect((await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {})).body.code).toBe('viewing.state-conflict');
    expect((await truthOf(world, slot!.id)).taken).toBe(0);
    const [held] = await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM viewing_host_times WHERE holder = ?', [
      answer.body.id,
    ]);
    expect(Number(held?.n)).toBe(0);
    const again = await book(visitor, await aBooking(world, { slotId: slot!.id, phone: freshPhone() }));
    expect(again.status).toBe(201);
  });

  it('whoever accepts the lead receives its customer from then on, and the customer is told', async () => {
    const [slot] = await open(13);
    const { answer, visitor } = await aVisitorAt(world, slot!.id);
    await world.sim('POST', `personas/${visitor.key}/follow`);
    await world.travel('PT0S');
    const [row] = await world.database.rows<{ lead_id: string }>('SELECT lead_id FROM viewings WHERE id = ?', [answer.body.id]);
    const { agent, others } = await holderOf(world, agents, row!.lead_id);
    expect((await agent.post(`/api/staff/leads/${row!.lead_id}/decline`, { reason: '正在休假' })).status).toBeLessThan(300);
    await world.travel('PT0S');
    const next = await holderOf(world, others, row!.lead_id);
    expect((await next.agent.post(`/api/staff/leads/${row!.lead_id}/acceptance`)).status).toBeLessThan(300);
    await world.travel('PT0S');
    expect(await hostOf(answer.body.id)).toBe(next.agent.me.staffId);
    const [events] = await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM viewing_events WHERE viewing_id = ? AND type = 'rehosted'`,
      [answer.body.id],
    );
    expect(Number(events?.n)).toBe(1);
    const [held] = await world.database.rows<{ n: number; hosts: number }>(
      'SELECT COUNT(*) AS n, COUNT(DISTINCT staff_id) AS hosts FROM viewing_host_times WHERE holder = ?',
      [answer.body.id],
    );
    expect([Number(held?.n), Number(held?.hosts)]).toEqual([18, 1]);
  });

  it('is reminded of twice, at the new time only, and not any more once it is called off', async () => {
    const [slot, later] = (await open(2)).slice(2);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const { visitor: gone, answer: over } = await aVisitorAt(world, slot!.id);
    await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: later!.id });
    await gone.post(`/api/viewings/${over.body.id}/cancellation`, {});
    const reminders = async (id: string) =>
      world.database.rows<{ status: string; run_at: number }>(
        `SELECT status, run_at FROM jobs WHERE kind = 'viewing.remind' AND subject = ? AND status <> 'cancelled' ORDER BY run_at`,
        [`viewing:${id}`],
      );
    const start = Date.parse(later!.startsAt);
    const planned = (await reminders(answer.body.id)).map((job) => Number(job.run_at));
    expect(planned.at(-1)).toBe(start - 2 * 3_600_000);
    expect(planned).toHaveLength(2);
    expect(await reminders(over.body.id)).toEqual([]);
    await world.travel(`PT${Math.ceil((start - world.now()) / 60_000) - 30}M`);
    expect((await reminders(answer.body.id)).map((job) => job.status)).toEqual(['done', 'done']);
  });

  it('cannot be changed any more when its limit has passed', async () => {
    const soon = (await open(0, 1))[0];
    const { visitor, answer } = await aVisitorAt(world, soon!.id);
    await world.travel(`PT${Math.ceil((Date.parse(soon!.startsAt) - world.now()) / 60_000) - 60}M`);
    const mine: MyViewing = (await (await world.as(visitor.key)).get(`/api/viewings/${answer.body.id}`)).body;
    expect([mine.changeableUntil, mine.allowed]).toEqual([null, []]);
    const [next] = await open(3);
    expect((await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {})).body.code).toBe('viewing.change-over');
    expect((await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: next!.id })).body.code).toBe(
      'viewing.change-over',
    );
  });
});
