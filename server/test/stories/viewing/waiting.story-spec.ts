import { beijingDate, startOfBeijingDate } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { aBooking, aPlaceInLine, aVisitorAt, book, changePlan, newestWait, slotsOf, truthOf } from '../../support/viewings';
import { travelTo } from '../../support/visits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a full slot has a line', () => {
  let world: TestApp;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    await changePlan(world, manager, { seats: 1, reservedSeats: 0, offerMinutes: 60 });
  });
  afterAll(() => world?.stop());

  const full = async (from: number) => {
    const slot = (await slotsOf(world, null, { from })).find((each) => each.bookable);
    if (!slot) throw new Error('nothing is open');
    return { slot, ...(await aVisitorAt(world, slot.id)) };
  };

  it('offers a freed seat in the order of the line, and keeps it for whoever was offered it', async () => {
    const { slot, visitor, answer } = await full(3);
    const [a, b] = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    expect([a.answer.status, a.wait.status, a.wait.ahead, b.wait.ahead]).toEqual([201, 'waiting', 0, 1]);
    await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {});
    expect([(await newestWait(a.person)).status, (await newestWait(b.person)).status]).toEqual(['offered', 'waiting']);
    const shown = async (key: string) =>
      (await slotsOf(world, await world.as(key), { from: 3 })).find((each) => each.id === slot.id)?.reason;
    expect([await shown(a.person.key), await shown(b.person.key)]).toEqual(['已为您保留，待确认', '已满，您正在候补']);
    // The seat is free of a visit, and still nobody else's.
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 1, visits: 0, offers: 1 });
    expect((await aVisitorAt(world, slot.id)).answer.body.code).toBe('viewing.slot-full');
    expect((await b.person.post(`/api/viewing-waits/${b.wait.id}/acceptance`)).body.code).toBe('viewing.state-conflict');
    expect((await b.person.post(`/api/viewing-waits/${a.wait.id}/acceptance`)).body.code).toBe('viewing.not-found');
    const taken = await a.person.post(`/api/viewing-waits/${a.wait.id}/acceptance`);
    expect([taken.status, taken.body.startsAt]).toEqual([201, slot.startsAt]);
    expect(await newestWait(a.person)).toMatchObject({ status: 'taken', viewingId: taken.body.id });
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 1, visits: 1, offers: 0 });
    expect((await a.person.post(`/api/viewing-waits/${a.wait.id}/acceptance`)).body.code).toBe('viewing.state-conflict');
  });

  it('an offer that nobody answers goes to the next, and is over for the first', async () => {
    const { slot, visitor, answer } = await full(4);
    const [a, b] = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {});
    await world.travel('PT61M');
    expect([(await newestWait(a.person)).status, (await newestWait(b.person)).status]).toEqual(['lapsed', 'offered']);
    expect((await a.person.post(`/api/viewing-waits/${a.wait.id}/acceptance`)).body.code).toBe('viewing.state-conflict');
    await world.travel('PT61M');
    expect((await newestWait(b.person)).status).toBe('lapsed');
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 0, offers: 0 });
  });

  it('whoever leaves passes the seat on', async () => {
    const { slot, visitor, answer } = await full(5);
    const [a, b] = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {});
    expect((await a.person.post(`/api/viewing-waits/${a.wait.id}/withdrawal`)).body.status).toBe('left');
    expect((await a.person.post(`/api/viewing-waits/${a.wait.id}/withdrawal`)).body.code).toBe('viewing.state-conflict');
    expect((await newestWait(b.person)).status).toBe('offered');
  });

  it('is no place for whoever could simply book, nor twice for one person', async () => {
    const slot = (await slotsOf(world, null, { from: 6 })).find((each) => each.bookable);
    expect((await aPlaceInLine(world, slot!.id)).answer.body.code).toBe('viewing.state-conflict');
    const { slot: busy } = await full(7);
    const phone = freshPhone();
    const person = await world.stranger('wait-h');
    const form = await aBooking(world, { slotId: busy.id, phone });
    const answers = await Promise.all([1, 2, 3].map(() => person.post('/api/viewing-waits', form)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409]);
    expect((await book(person, await aBooking(world, { slotId: busy.id, phone }))).body.code).toBe('viewing.slot-full');
    const seen = await slotsOf(world, await world.as('wait-h'), { from: 7 });
    expect(seen.find((each) => each.id === busy.id)).toMatchObject({ bookable: false, reason: '已满，您正在候补', waitable: false });
  });

  it('one person stands in no more lines than they may have visits to come: each offer keeps a seat from everybody', async () => {
    await changePlan(world, manager, { mostOpenPerPerson: 2, mostPerPersonAndDay: 3 });
    const busy = [await full(9), await full(10), await full(11)];
    const person = await world.stranger('wait-everywhere');
    const phone = freshPhone();
    const join = async (at: number) =>
      person.post('/api/viewing-waits', await aBooking(world, { slotId: (busy[at] as (typeof busy)[number]).slot.id, phone }));
    expect([(await join(0)).status, (await join(1)).status]).toEqual([201, 201]);
    expect((await join(1)).body.code).toBe('viewing.already-booked');
    const third = await join(2);
    expect([third.status, third.body.code, third.body.detail]).toEqual([409, 'viewing.limit-reached', '您已在 2 个时段候补，请先退出一个']);
    await person.post(`/api/viewing-waits/${(await newestWait(person)).id}/withdrawal`);
    expect((await join(2)).status).toBe(201);
  });

  it('a seat that is freed ten times at once is offered once', async () => {
    const { slot, visitor, answer } = await full(8);
    const people = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    await Promise.all(Array.from({ length: 10 }, () => visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {})));
    const statuses = await Promise.all(people.map(async ({ person }) => (await newestWait(person)).status));
    expect(statuses).toEqual(['offered', 'waiting', 'waiting']);
    const taps = await Promise.all(
      Array.from({ length: 5 }, () => people[0]!.person.post(`/api/viewing-waits/${people[0]!.wait.id}/acceptance`)),
    );
    expect(taps.map((tap) => tap.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 1, visits: 1, offers: 0 });
  });

  it('a seat that is freed at night is kept until whoever is first has been told and had their time', async () => {
    const { slot, visitor, answer } = await full(6);
    const [a, b] = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    const today = startOfBeijingDate(beijingDate(world.now()));
    await travelTo(world, (world.now() > today + 22 * HOUR ? today + 24 * HOUR : today) + 22 * HOUR);
    const told = startOfBeijingDate(beijingDate(world.now())) + 32.5 * HOUR;
    await visitor.post(`/api/viewings/${answer.body.id}/cancellation`, {});
    expect(await newestWait(a.person)).toMatchObject({ status: 'offered', offerUntil: new Date(told + HOUR).toISOString() });
    await travelTo(world, told + 59 * MINUTE);
    expect([(await newestWait(a.person)).status, (await newestWait(b.person)).status]).toEqual(['offered', 'waiting']);
    expect((await a.person.post(`/api/viewing-waits/${a.wait.id}/acceptance`)).status).toBe(201);
  });
});
