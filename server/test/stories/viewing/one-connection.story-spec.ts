import { ChannelDirectory, ProjectQueries } from '../../../src/modules/registers/project';
import { Calendars } from '../../../src/platform/calendar/calendars';
import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { aBooking, aPlaceInLine, aVisitorAt, book, changePlan, newestWait, projectsOf, slotsOf } from '../../support/viewings';
import { aBookedVisit } from '../../support/visits';

/** With one connection whoever holds it and asks for a second one waits for ever: many at once would meet the same with sixteen. */
describe('no step of a visit wants a second connection', () => {
  let world: TestApp;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp({ DATABASE_POOL: '1' });
    manager = await world.as('manager');
    await changePlan(world, manager, { seats: 1, reservedSeats: 0 });
  });
  afterAll(() => world?.stop());

  /** As half a minute later: what is remembered for everybody is read anew by whoever asks first, within a transaction or not. */
  beforeEach(() => {
    world.app.get(ChannelDirectory).invalidate();
    world.app.get(ProjectQueries).invalidate();
    world.app.get(Calendars).invalidate();
  });

  const open = async (from: number) => (await slotsOf(world, null, { from })).filter((slot) => slot.bookable);

  it('a booking, its move and its end, with a line behind it', async () => {
    const [slot] = await open(3);
    const { visitor, answer } = await aVisitorAt(world, slot?.id as string);
    const places = await Promise.all([1, 2, 3].map(() => aPlaceInLine(world, slot?.id as string)));
    places.sort((a, b) => (a.wait.id < b.wait.id ? -1 : 1));
    expect(places.map((place) => place.answer.status)).toEqual([201, 201, 201]);
    const moved = await visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: (await open(5))[0]?.id });
    expect(moved.status).toBe(200);
    const [first, second, third] = places;
    expect((await first?.person.post(`/api/viewing-waits/${first.wait.id}/withdrawal`))?.status).toBe(200);
    const taken = await second?.person.post(`/api/viewing-waits/${second.wait.id}/acceptance`);
    expect(taken?.status).toBe(201);
    expect((await second?.person.post(`/api/viewings/${taken?.body.id}/cancellation`, {}))?.status).toBe(200);
    expect((await newestWait(third?.person as Person)).status).toBe('offered');
    await changePlan(world, manager, { seats: 2 });
    await world.travel('PT65M');
    expect((await newestWait(third?.person as Person)).status).toBe('lapsed');
  });

  it('a visit at the desk, and a lead that goes to another colleague', async () => {
    const { leadId, phone, visitor, id, host, others } = await aBookedVisit(world, { from: 6 });
    await visitor.post(`/api/viewings/${id}/cancellation`, {});
    const [project] = await projectsOf(world);
    const walkIn = { projectId: project?.id, name: '赵路', phone };
    await world.database.rows('UPDATE staff SET shift_id = NULL WHERE id = ?', [host.me.staffId]);
    expect((await (await world.as('clerk')).post('/api/staff/walk-ins', walkIn)).status).toBe(201);
    const transfer = { toStaffId: others[0]?.me.staffId, reason: '客户想了解洋房' };
    expect((await manager.post(`/api/staff/leads/${leadId}/transfer`, transfer)).status).toBe(201);
    const visitorAgain = await world.stranger('once-more');
    const form = await aBooking(world, { slotId: (await open(8))[0]?.id as string, phone: freshPhone() });
    expect((await book(visitorAgain, form)).status).toBe(201);
  });
});
