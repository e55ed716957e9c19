import type { ViewingSlotView } from '@guihu/shared';
import { ViewingSweepService } from '../../../src/modules/journeys/viewing/sweep/viewing-sweep.service';
import { Line } from '../../../src/modules/journeys/viewing/waits/line';
import { LineServingService } from '../../../src/modules/journeys/viewing/waits/line-serving.service';
import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, freshPhone } from '../../support/leads';
import { countStatements } from '../../support/recorded-statements';
import { aBooking, aPlaceInLine, aVisitorAt, book, changePlan, newestWait, projectsOf, slotsOf, truthOf } from '../../support/viewings';
import { travelTo } from '../../support/visits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what becomes free is the line’s, however it became free', () => {
  let world: TestApp;
  let manager: Person;
  let agents: Person[];
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    agents = await allAgents(world);
    projectId = (await projectsOf(world))[0]?.id as string;
  });
  afterAll(() => world?.stop());
  beforeEach(() => changePlan(world, manager, { seats: 1, reservedSeats: 0, offerMinutes: 60, mostReschedules: 3 }));

  const open = async (from: number): Promise<ViewingSlotView[]> =>
    (await slotsOf(world, null, { from })).filter((slot) => slot.bookable && slot.seatsLeft === slot.seats);
  const seen = async (slotId: string, from: number) => (await slotsOf(world, null, { from })).find((slot) => slot.id === slotId);
  const statusesOf = (places: readonly { person: Person }[]) =>
    Promise.all(places.map(async ({ person }) => (await newestWait(person)).status));
  const outsider = async (slotId: string) => (await aVisitorAt(world, slotId)).answer;
  const sweep = () => world.app.get(ViewingSweepService).sweep();
  /** A slot without a free seat, and so many who wait for one. */
  const aLine = async (from: number, length: number) => {
    const slot = (await open(from))[0] as ViewingSlotView;
    const first = await aVisitorAt(world, slot.id);
    const places = [];
    for (let i = 0; i < length; i++) places.push(await aPlaceInLine(world, slot.id));
    expect(places.map(({ answer }) => answer.status)).toEqual(Array(length).fill(201));
    return { slot, first, places };
  };
  /** These colleagues receive somebody elsewhere then, or here already. */
  const busy = async (who: readonly Person[], startsAt: string) => {
    const bucket = Date.parse(startsAt) / (5 * MINUTE);
    for (const { me } of who) {
      await world.database.rows(
        `INSERT INTO viewing_host_times (staff_id, bucket, holder, opens, span) SELECT ?, ?, ?, 1, 1 FROM projects WHERE id = ?
           AND NOT EXISTS (SELECT 1 FROM viewing_host_times t WHERE t.staff_id = ? AND t.bucket = ?)`,
        [me.staffId, bucket, 'elsewhere', projectId, me.staffId, bucket],
      );
    }
  };
  /** Makes the newest lead of this number one of high intent. */
  const makeHot = (leadOf: { answer: { body: { id: string } } }, table: 'viewings' | 'viewing_waits') =>
    world.database.rows(`UPDATE leads SET level = 'hot' WHERE id = (SELECT lead_id FROM ${table} WHERE id = ?)`, [leadOf.answer.body.id]);
  const aHotVisitor = async (from: number) => {
    const known = await aVisitorAt(world, (await open(from))[0]?.id as string);
    await makeHot(known, 'viewings');
    return known;
  };

  it('more seats are offered in order; nobody from outside gets one before, by booking or by moving', async () => {
    const { slot, places } = await aLine(3, 2);
    const mover = await aVisitorAt(world, (await open(4))[0]?.id as string);
    await changePlan(world, manager, { seats: 3 });
    expect((await outsider(slot.id)).body.code).toBe('viewing.slot-full');
    const moved = await mover.visitor.post(`/api/viewings/${mover.answer.body.id}/rescheduling`, { slotId: slot.id });
    expect([moved.status, moved.body.code]).toEqual([409, 'viewing.slot-full']);
    expect(await seen(slot.id, 3)).toMatchObject({ bookable: false, waitable: true, reason: '已满，可候补', seatsLeft: 0 });
    // The second in line may not pass the first one either, and keeps their place.
    const second = await aBooking(world, { slotId: slot.id, phone: places[1]?.phone });
    expect((await book(places[1]?.person as Person, second)).body.code).toBe('viewing.slot-full');
    expect(await statusesOf(places)).toEqual(['waiting', 'waiting']);
    // A seat is free, and still one joins: somebody waits for it already.
    const third = await aPlaceInLine(world, slot.id);
    expect([third.answer.status, third.wait.ahead]).toEqual([201, 2]);
    await world.travel('PT0S');
    expect(await statusesOf([...places, third])).toEqual(['offered', 'offered', 'waiting']);
    const { offerUntil } = await newestWait(places[0]?.person as Person);
    expect(Math.abs(Date.parse(offerUntil as string) - world.now() - HOUR)).toBeLessThan(MINUTE);
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 3, visits: 1, offers: 2, waits: 1, counted: 1 });
    // Fewer seats take nothing from anybody.
    await changePlan(world, manager, { seats: 1 });
    await world.travel('PT0S');
    for (const { person, wait } of places) expect((await person.post(`/api/viewing-waits/${wait.id}/acceptance`)).status).toBe(201);
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 3, visits: 3, offers: 0, waits: 1, counted: 1 });
    // More seats than people who wait: what is left is everybody's again.
    await changePlan(world, manager, { seats: 5 });
    await world.travel('PT0S');
    expect(await statusesOf([third])).toEqual(['offered']);
    expect((await outsider(slot.id)).status).toBe(201);
  });

  it('a colleague whose neighbouring visit is called off is offered with the seat, and kept for whoever was offered', async () => {
    await changePlan(world, manager, { seats: 2 });
    const [early, late] = (await open(5)) as [ViewingSlotView, ViewingSlotView];
    await busy(agents.slice(1), early.startsAt);
    await busy(agents.slice(1), late.startsAt);
    const neighbour = await aVisitorAt(world, early.id);
    expect(neighbour.answer.status).toBe(201);
    // Seats, and nobody to receive: only the buffers of the neighbour stand against it.
    expect(await seen(late.id, 5)).toMatchObject({ bookable: false, waitable: true, reason: '已满，可候补' });
    expect((await outsider(late.id)).body.code).toBe('viewing.no-host');
    const place = await aPlaceInLine(world, late.id);
    expect(place.answer.status).toBe(201);
    await world.travel('PT0S');
    await neighbour.visitor.post(`/api/viewings/${neighbour.answer.body.id}/cancellation`, {});
    expect((await outsider(late.id)).body.code).toBe('viewing.slot-full');
    await world.travel('PT0S');
    expect(await statusesOf([place])).toEqual(['offered']);
    // The only colleague who is free is theirs until the deadline, at the neighbouring time too.
    expect((await outsider(late.id)).body.code).toBe('viewing.no-host');
    expect((await outsider(early.id)).body.code).toBe('viewing.no-host');
    const taken = await place.person.post(`/api/viewing-waits/${place.wait.id}/acceptance`);
    expect([taken.status, taken.body.host.id]).toEqual([201, agents[0]?.me.staffId]);
  });

  it('an offer that lapses gives the colleague back', async () => {
    const { slot, first, places } = await aLine(6, 1);
    await busy(agents.slice(1), slot.startsAt);
    await first.visitor.post(`/api/viewings/${first.answer.body.id}/cancellation`, {});
    const held = () => world.database.rows('SELECT bucket FROM viewing_host_times WHERE holder = ?', [places[0]?.wait.id]);
    expect([await statusesOf(places), (await held()).length]).toEqual([['offered'], 18]);
    await world.travel('PT61M');
    expect([await statusesOf(places), await held()]).toEqual([['lapsed'], []]);
    expect((await outsider(slot.id)).status).toBe(201);
  });

  it('a colleague who is back from leave is offered by the sweep', async () => {
    await changePlan(world, manager, { seats: 2 });
    const slot = (await open(7))[0] as ViewingSlotView;
    const start = Date.parse(slot.startsAt);
    await busy(agents.slice(1), slot.startsAt);
    const leave = ['back-soon', agents[0]?.me.staffId, start - HOUR, start + 2 * HOUR, '年假'];
    await world.database.rows('INSERT INTO leaves (id, staff_id, from_at, to_at, reason) VALUES (?, ?, ?, ?, ?)', leave);
    const places = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    await sweep();
    expect(await statusesOf(places)).toEqual(['waiting', 'waiting']);
    await world.database.rows('DELETE FROM leaves WHERE id = ?', ['back-soon']);
    expect((await outsider(slot.id)).body.code).toBe('viewing.slot-full');
    await world.travel('PT5M');
    // Two seats are free, and one colleague.
    expect(await statusesOf(places)).toEqual(['offered', 'waiting']);
    expect(await sweep()).toMatchObject({ offered: 0 });
  });

  it('a seat kept for high intent is theirs past a line that may not have it, and not past one of high intent', async () => {
    const plan = { seats: 2, reservedSeats: 1, reservedUntilHours: 1, mostOpenPerPerson: 9 };
    await changePlan(world, manager, plan);
    const line = async (from: number) => {
      const slot = (await slotsOf(world, null, { from })).find((each) => each.bookable) as ViewingSlotView;
      expect((await outsider(slot.id)).status).toBe(201);
      return { slot, places: [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)] };
    };
    const a = await line(8);
    const b = await line(9);
    await changePlan(world, manager, { reservedSeats: 0, seats: 3 });
    const [hot, another] = [await aHotVisitor(12), await aHotVisitor(13)];
    await changePlan(world, manager, plan);
    const asHot = async ({ visitor, phone }: typeof hot, slotId: string) => book(visitor, await aBooking(world, { slotId, phone }));
    expect((await asHot(hot, a.slot.id)).status).toBe(201);
    expect(await truthOf(world, a.slot.id)).toMatchObject({ taken: 2, general: 1, waits: 2, counted: 2 });
    // The second of this line is of high intent by now.
    await makeHot(b.places[1] as (typeof b.places)[0], 'viewing_waits');
    expect((await asHot(another, b.slot.id)).body.code).toBe('viewing.slot-full');
    await sweep();
    expect(await statusesOf(b.places)).toEqual(['waiting', 'offered']);
  });

  it('a kept seat goes to the line when its hours end', async () => {
    await changePlan(world, manager, { seats: 2, reservedSeats: 1, reservedUntilHours: 24 });
    const slot = (await slotsOf(world, null, { from: 2 })).find((each) => each.bookable && each.seatsLeft === 1) as ViewingSlotView;
    expect((await outsider(slot.id)).status).toBe(201);
    const places = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    const ends = Date.parse(slot.startsAt) - 24 * HOUR;
    await travelTo(world, ends - MINUTE);
    expect(await statusesOf(places)).toEqual(['waiting', 'waiting']);
    await travelTo(world, ends + 5 * MINUTE);
    expect(await statusesOf(places)).toEqual(['offered', 'waiting']);
  });

  it('whoever is offered a seat may also simply book it, with others behind them', async () => {
    const { slot, first, places } = await aLine(18, 2);
    await first.visitor.post(`/api/viewings/${first.answer.body.id}/cancellation`, {});
    expect(await statusesOf(places)).toEqual(['offered', 'waiting']);
    const form = await aBooking(world, { slotId: slot.id, phone: places[0]?.phone });
    await changePlan(world, manager, { seats: 2 });
    expect((await book(places[0]?.person as Person, form)).status).toBe(201);
    expect(await statusesOf(places)).toEqual(['left', 'waiting']);
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 1, visits: 1, offers: 0, waits: 1, counted: 1 });
  });

  it('twenty who book or move here and five sweeps at one moment: both free seats are offered to the first two', async () => {
    const { slot, places } = await aLine(16, 3);
    await changePlan(world, manager, { seats: 6 });
    const others = await open(20);
    const elsewhere = [0, 0, 0, 0, 0, 4, 4, 4, 4, 4].map((at) => others[at]?.id as string);
    const movers = await Promise.all(elsewhere.map((slotId) => aVisitorAt(world, slotId)));
    expect(movers.map(({ answer }) => answer.status)).toEqual(Array(10).fill(201));
    const newcomers = await Promise.all(Array.from({ length: 10 }, (_, i) => world.stranger(`newcomer-${i}`)));
    const forms = await Promise.all(newcomers.map(() => aBooking(world, { slotId: slot.id, phone: freshPhone() })));
    await changePlan(world, manager, { seats: 3 });
    const taps = [
      ...newcomers.map((person, i) => book(person, forms[i] as (typeof forms)[0])),
      ...movers.map(({ visitor, answer }) => visitor.post(`/api/viewings/${answer.body.id}/rescheduling`, { slotId: slot.id })),
    ];
    // Not before one of them was answered: else the sweeps, which ask nobody anything, would be over first.
    const sweeps = Promise.race(taps).then(() => Promise.all([world.travel('PT0S'), ...Array.from({ length: 5 }, () => sweep())]));
    const [answers] = await Promise.all([Promise.all(taps), sweeps]);
    expect(answers.map(({ body }) => body.code)).toEqual(Array(20).fill('viewing.slot-full'));
    expect(await statusesOf(places)).toEqual(['offered', 'offered', 'waiting']);
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 3, visits: 1, offers: 2, waits: 1, counted: 1 });
  });

  it('costs the list of times no statement', async () => {
    const plain = await countStatements(world.database.dataSource, () => slotsOf(world, null, { from: 10 }));
    await aLine(10, 2);
    expect(await countStatements(world.database.dataSource, () => slotsOf(world, null, { from: 10 }))).toBe(plain);
  });

  it('a line that fails holds up no other, and its failure is not hushed up', async () => {
    const [broken, sound] = [await aLine(22, 1), await aLine(23, 1)];
    await changePlan(world, manager, { seats: 2 });
    const line = world.app.get(Line);
    const offer = line.offerWhatIsFree.bind(line);
    const spy = jest.spyOn(line, 'offerWhatIsFree').mockImplementation(async (tx, slotId) => {
      if (slotId === broken.slot.id) throw new Error('the line is broken');
      return offer(tx, slotId);
    });
    await expect(world.app.get(LineServingService).serve()).rejects.toThrow('the line is broken');
    spy.mockRestore();
    expect([await statusesOf(broken.places), await statusesOf(sound.places)]).toEqual([['waiting'], ['offered']]);
    await world.app.get(LineServingService).serve();
    expect(await statusesOf(broken.places)).toEqual(['offered']);
  });
});
