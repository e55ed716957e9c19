import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents } from '../../support/leads';
import { changePlan, slotsOf, truthOf } from '../../support/viewings';
import { aBookedVisit, travelTo } from '../../support/visits';

const MINUTE = 60_000;

describe('a colleague on the phone', () => {
  let world: TestApp;
  let manager: Person;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    [manager, agents] = await Promise.all([world.as('manager'), allAgents(world)]);
  });
  afterAll(() => world?.stop());

  const open = async (from: number) => (await slotsOf(world, null, { from })).filter((slot) => slot.bookable);
  const move = (person: Person, id: string, slotId: string, reason = '客户来电改时间') =>
    person.post(`/api/staff/viewings/${id}/rescheduling`, { slotId, reason });
  const detail = async (person: Person, id: string) => (await person.get(`/api/staff/viewings/${id}`)).body;

  it('moves the visit of a visitor who called, who is told, and whose own changes are not used up', async () => {
    const visit = await aBookedVisit(world, { from: 2 });
    await world.sim('POST', `personas/${visit.visitor.key}/follow`);
    const [next] = await open(4);
    expect((await detail(visit.host, visit.id)).allowed).toContain('reschedule');
    const moved = await move(visit.host, visit.id, next!.id);
    expect([moved.status, moved.body]).toEqual([200, { id: visit.id, startsAt: next!.startsAt, endsAt: next!.endsAt }]);
    await world.travel('PT0S');
    const seen = await detail(visit.host, visit.id);
    expect(seen.startsAt).toBe(next!.startsAt);
    expect(seen.timeline[0]).toMatchObject({ text: expect.stringMatching(/^改到 .*：客户来电改时间$/), by: visit.host.me.name });
    const mine = (await visit.visitor.get(`/api/viewings/${visit.id}`)).body;
    expect([mine.startsAt, mine.reschedulesLeft]).toEqual([next!.startsAt, 3]);
    const told = (await visit.visitor.get('/api/me/messages')).body.items.map((m: { title: string }) => m.title);
    expect(told.join()).toMatch(/改|变更/);
    expect((await truthOf(world, next!.id)).taken).toBe(1);
  });

  it('moves it where the visitor no longer may: the limit tells them to call', async () => {
    const visit = await aBookedVisit(world, { from: 5 });
    await changePlan(world, manager, { mostReschedules: 0 });
    const [next] = await open(7);
    await travelTo(world, visit.startsAt - 60 * MINUTE);
    const own = await visit.visitor.post(`/api/viewings/${visit.id}/rescheduling`, { slotId: next!.id });
    expect(own.body.code).toBe('viewing.change-over');
    expect((await move(visit.host, visit.id, next!.id)).status).toBe(200);
    await changePlan(world, manager, { mostReschedules: 3 });
  });

  it('cannot move what another colleague receives, a visit that has begun, or one to a full time', async () => {
    const visit = await aBookedVisit(world, { from: 4 });
    const [next, other] = await open(6);
    const stranger = agents.find((agent) => agent.me.staffId !== visit.host.me.staffId) as Person;
    expect((await move(stranger, visit.id, next!.id)).body.code).toBe('viewing.not-found');
    const clerk = await move(await world.as('clerk'), visit.id, next!.id);
    expect([403, 404]).toContain(clerk.status);
    expect((await move(visit.host, visit.id, next!.id, ' ')).status).toBe(400);
    expect((await move(visit.host, visit.id, 'nowhere')).body.code).toBe('viewing.slot-unknown');
    await changePlan(world, manager, { seats: 1, reservedSeats: 0 });
    const rival = await aBookedVisit(world, { from: 6, at: (await open(6)).findIndex((slot) => slot.id === other!.id) });
    expect((await move(visit.host, visit.id, other!.id)).body.code).toBe('viewing.slot-full');
    expect((await detail(visit.host, visit.id)).startsAt).toBe(new Date(visit.startsAt).toISOString());
    expect(rival.startsAt).toBe(Date.parse(other!.startsAt));
    await changePlan(world, manager, { seats: 4, reservedSeats: 1 });
    await travelTo(world, visit.startsAt + MINUTE);
    expect((await detail(visit.host, visit.id)).allowed).not.toContain('reschedule');
    expect((await move(visit.host, visit.id, next!.id)).body.code).toBe('viewing.change-over');
  });

  it('who receives a colleague’s customer is not shown a door that does not open', async () => {
    const visit = await aBookedVisit(world, { from: 3 });
    expect(await detail(visit.host, visit.id)).toMatchObject({ leadId: visit.leadId, leadOpen: true });
    const hosts = (await manager.get(`/api/staff/viewings/${visit.id}/hosts`)).body.items;
    const free = hosts.find((each: { dropped: string | null; chosen: boolean }) => each.dropped === null && !each.chosen);
    const rehosted = await manager.post(`/api/staff/viewings/${visit.id}/rehosting`, {
      toStaffId: free.staffId,
      reason: '今天休息，请代接',
    });
    expect(rehosted.status).toBe(200);
    const deputy = agents.find((agent) => agent.me.staffId === free.staffId) as Person;
    expect(await detail(deputy, visit.id)).toMatchObject({ host: { id: free.staffId }, leadOpen: false });
    expect((await deputy.get(`/api/staff/leads/${visit.leadId}`)).status).toBe(404);
    expect((await deputy.post(`/api/staff/leads/${visit.leadId}/phone-reveal`)).status).toBe(404);
    // Whoever serves the customer still may, and so may who leads.
    for (const person of [visit.host, manager]) {
      expect((await detail(person, visit.id)).leadOpen).toBe(true);
      expect((await person.post(`/api/staff/leads/${visit.leadId}/phone-reveal`)).status).toBeLessThan(300);
    }
  });
});
