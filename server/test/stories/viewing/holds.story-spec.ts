import { ViewingSweepService } from '../../../src/modules/journeys/viewing/sweep/viewing-sweep.service';
import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, freshPhone } from '../../support/leads';
import { expectProblem } from '../../support/refusals';
import { aBooking, aPlaceInLine, aVisitorAt, book, changePlan, newestWait, projectsOf, slotsOf, truthOf } from '../../support/viewings';

const EVERY_DAY = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '10:00', to: '16:00' }]]));
const EVENT = { kind: 'site-open-day' as const };

describe('seats, hosts and places in lines are nobody else’s', () => {
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

  const open = async (from: number) => (await slotsOf(world, null, { from })).filter((slot) => slot.bookable);
  const hostOf = async (id: string) =>
    (await world.database.rows<{ host_id: string | null }>('SELECT host_id FROM viewings WHERE id = ?', [id]))[0]?.host_id;
  const heldBy = async (holder: string, staffId: string) =>
    world.database.rows<{ bucket: number; opens: number; span: number }>(
      'SELECT bucket, opens, span FROM viewing_host_times WHERE holder = ? AND staff_id = ? ORDER BY bucket',
      [holder, staffId],
    );
  const busyOthers = async (startsAt: number, free: number, holder: string) => {
    for (const agent of agents.slice(free)) {
      await world.database.rows('INSERT INTO viewing_host_times (staff_id, bucket, holder, opens, span) VALUES (?, ?, ?, 1, 1)', [
        agent.me.staffId,
        startsAt / 300_000,
        holder,
      ]);
    }
  };

  it('a slot beyond every calendar is unknown, and a place of no list is refused', async () => {
    const visitor = await world.stranger('far-ahead');
    for (const year of [9_990, 9_999, 10_000, 100_000]) {
      const slotId = `${projectId}.viewing.${Date.UTC(year, 0).toString(36)}`;
      const form = await aBooking(world, { slotId, phone: freshPhone() });
      expectProblem(await book(visitor, form), 'viewing.slot-unknown');
      expectProblem(await visitor.post('/api/viewing-waits', form), 'viewing.slot-unknown');
    }
    for (const parts of [['x', 'y'], [1], [1.5, 'y'], [1, 2]]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      expectProblem(await manager.get(`/api/staff/viewings?cursor=${cursor}`), 'request.invalid');
    }
  });

  it('an event that grows longer takes what it lacks of its host, and another host takes their own', async () => {
    const [a, b] = [agents[0]?.me.staffId as string, agents[1]?.me.staffId as string];
    const plan = { week: EVERY_DAY, lengthMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, seats: 5 };
    await changePlan(world, manager, { ...plan, personalHost: false, eventHostId: a }, EVENT);
    const [slot] = (await slotsOf(world, null, { ...EVENT, from: 3 })).filter((each) => each.bookable);
    const id = slot?.id as string;
    expect(await hostOf((await aVisitorAt(world, id)).answer.body.id)).toBe(a);
    expect(await heldBy(id, a)).toHaveLength(12);
    await changePlan(world, manager, { lengthMinutes: 120, bufferBeforeMinutes: 15 }, EVENT);
    expect(await hostOf((await aVisitorAt(world, id)).answer.body.id)).toBe(a);
    const held = await heldBy(id, a);
    expect(held.map((row) => row.bucket - Number(held[0]?.bucket))).toEqual(Array.from({ length: 27 }, (_, i) => i));
    // Each stretch says its length, so that calendars see all of it.
    expect(held.filter((row) => Number(row.opens) === 1).map((row) => Number(row.span))).toEqual([3, 12, 12]);
    const [row] = await world.database.rows<{ ends_at: number }>('SELECT ends_at FROM viewing_slots WHERE id = ?', [id]);
    expect(Number(row?.ends_at)).toBe(Date.parse(slot?.startsAt as string) + 120 * 60_000);
    await changePlan(world, manager, { eventHostId: b }, EVENT);
    const third = (await aVisitorAt(world, id)).answer.body.id;
    expect([await hostOf(third), (await heldBy(id, b)).length]).toEqual([b, 27]);
    // Where the rest of the time is somebody else's, nobody is in two places.
    await world.database.rows('INSERT INTO viewing_host_times (staff_id, bucket, holder, opens, span) VALUES (?, ?, ?, 1, 1)', [
      b,
      Number(held.at(-1)?.bucket) + 1,
      'another',
    ]);
    await changePlan(world, manager, { bufferAfterMinutes: 15 }, EVENT);
    expect(await hostOf((await aVisitorAt(world, id)).answer.body.id)).toBeNull();
    expect(await heldBy(id, b)).toHaveLength(27);
  });

  it('whoever receives everybody is free again when the last seat is offered and nobody wants it', async () => {
    const host = agents[2]?.me.staffId as string;
    await changePlan(world, manager, { week: EVERY_DAY, personalHost: false, eventHostId: host, seats: 1, reservedSeats: 0 }, EVENT);
    const [slot] = (await slotsOf(world, null, { ...EVENT, from: 9 })).filter((each) => each.bookable);
    const id = slot?.id as string;
    const first = await aVisitorAt(world, id);
    const place = await aPlaceInLine(world, id);
    await first.visitor.post(`/api/viewings/${first.answer.body.id}/cancellation`, {});
    expect((await newestWait(place.person)).status).toBe('offered');
    expect((await heldBy(id, host)).length).toBeGreaterThan(0);
    await place.person.post(`/api/viewing-waits/${place.wait.id}/withdrawal`);
    expect(await truthOf(world, id)).toMatchObject({ taken: 0, visits: 0, offers: 0 });
    expect(await heldBy(id, host)).toEqual([]);
  });

  it('a guest who was given to a colleague may be given back to whoever receives everybody', async () => {
    const [host, other] = [agents[3]?.me.staffId as string, agents[4]?.me.staffId as string];
    await changePlan(world, manager, { week: EVERY_DAY, personalHost: false, eventHostId: host, seats: 5 }, EVENT);
    const [slot] = (await slotsOf(world, null, { ...EVENT, from: 10 })).filter((each) => each.bookable);
    const { id } = (await aVisitorAt(world, slot?.id as string)).answer.body;
    const held = (await heldBy(slot?.id as string, host)).length;
    const give = (toStaffId: string) => manager.post(`/api/staff/viewings/${id}/rehosting`, { toStaffId, reason: '换人' });
    expect([(await give(other)).status, await hostOf(id)]).toEqual([200, other]);
    const { items } = (await manager.get(`/api/staff/viewings/${id}/hosts`)).body;
    expect(items.find((each: { staffId: string }) => each.staffId === host).dropped).toBeNull();
    expect([(await give(host)).status, await hostOf(id)]).toEqual([200, host]);
    expect([(await heldBy(slot?.id as string, host)).length, await heldBy(id, other), await heldBy(id, host)]).toEqual([held, [], []]);
  });

  it('a colleague who was offered with a seat is not taken by a visit that moves', async () => {
    await changePlan(world, manager, { seats: 2, reservedSeats: 0, mostReschedules: 3 });
    const [slot] = await open(4);
    const [other] = await open(5);
    const start = Date.parse(slot?.startsAt as string);
    await busyOthers(start, 1, 'elsewhere-4');
    const first = await aVisitorAt(world, slot?.id as string);
    expect(first.answer.status).toBe(201);
    const waiting = await aPlaceInLine(world, slot?.id as string);
    expect(waiting.answer.status).toBe(201);
    await first.visitor.post(`/api/viewings/${first.answer.body.id}/cancellation`, {});
    expect((await newestWait(waiting.person)).status).toBe('offered');
    const mover = await aVisitorAt(world, other?.id as string);
    const moved = await mover.visitor.post(`/api/viewings/${mover.answer.body.id}/rescheduling`, { slotId: slot?.id });
    expect(moved.body.code).toBe('viewing.no-host');
    expect((await waiting.person.post(`/api/viewing-waits/${waiting.wait.id}/acceptance`)).status).toBe(201);
  });

  it('whoever books has no place in the line any more, and no second seat is kept for them', async () => {
    await changePlan(world, manager, { seats: 1, reservedSeats: 0 });
    const [slot] = await open(6);
    const id = slot?.id as string;
    const first = await aVisitorAt(world, id);
    const waiting = await aPlaceInLine(world, id);
    await changePlan(world, manager, { seats: 2 });
    const form = await aBooking(world, { slotId: id, phone: waiting.phone });
    expect((await book(waiting.person, form)).status).toBe(201);
    expect((await newestWait(waiting.person)).status).toBe('left');
    await first.visitor.post(`/api/viewings/${first.answer.body.id}/cancellation`, {});
    expect(await truthOf(world, id)).toMatchObject({ taken: 1, visits: 1, offers: 0 });
    // The same with the seat that was kept for them.
    await changePlan(world, manager, { seats: 1 });
    const [next] = await open(7);
    const one = await aVisitorAt(world, next?.id as string);
    const offered = await aPlaceInLine(world, next?.id as string);
    await one.visitor.post(`/api/viewings/${one.answer.body.id}/cancellation`, {});
    expect((await newestWait(offered.person)).status).toBe('offered');
    await changePlan(world, manager, { seats: 3 });
    expect((await book(offered.person, await aBooking(world, { slotId: next?.id as string, phone: offered.phone }))).status).toBe(201);
    expect(await truthOf(world, next?.id as string)).toMatchObject({ taken: 1, visits: 1, offers: 0 });
  });

  it('a colleague who receives somebody without a booking is busy, and who is on leave receives nobody', async () => {
    const [lin, other] = [agents[0] as Person, agents[1] as Person];
    const phone = freshPhone();
    const walkIn = (by: Person, given: object) => by.post('/api/staff/walk-ins', { projectId, name: '赵路', phone, ...given });
    const { status, body } = await walkIn(lin, {});
    expect([status, body.host.id]).toEqual([201, lin.me.staffId]);
    const held = await heldBy(body.id, lin.me.staffId as string);
    expect(held.length).toBeGreaterThanOrEqual(6);
    expect(Number(held[0]?.bucket)).toBe(Math.floor(world.now() / 300_000));
    // A second one at the same moment takes nothing that is taken, and is received all the same.
    const second = await walkIn(lin, { phone: freshPhone() });
    expect([second.status, (await heldBy(second.body.id, lin.me.staffId as string)).length]).toEqual([201, 0]);
    // The colleague is on leave, and the customer comes again.
    await world.travel('PT0S');
    await world.database.rows(`UPDATE viewings SET status = 'completed' WHERE id = ?`, [body.id]);
    await world.database.rows('INSERT INTO leaves (id, staff_id, from_at, to_at, reason) VALUES (?, ?, ?, ?, ?)', [
      'a-leave',
      lin.me.staffId,
      world.now() - 60_000,
      world.now() + 60_000,
      '年假',
    ]);
    const again = await walkIn(await world.as(other.key), {});
    const [row] = await world.database.rows<{ host_id: string; host_choice: string }>(
      'SELECT host_id, host_choice FROM viewings WHERE id = ?',
      [again.body.id],
    );
    expect([again.status, row?.host_id]).toEqual([201, other.me.staffId]);
    expect(row?.host_choice).toContain('正在请假');
  });

  it('of more than one lot of visits every host is warned', async () => {
    const [slot] = await open(2);
    const { answer } = await aVisitorAt(world, slot?.id as string);
    const [gone, there] = await world.database.rows<{ id: string }>(
      `SELECT id FROM units WHERE project_id = ? AND state = 'available' ORDER BY id LIMIT 2`,
      [projectId],
    );
    const [raw] = await world.database.rows<Record<string, unknown>>('SELECT * FROM viewings WHERE id = ?', [answer.body.id]);
    const soon = world.now() + 60 * 60_000;
    for (let i = 0; i <= 200; i++) {
      const copy: Record<string, unknown> = {
        ...raw,
        id: `copy-${String(i).padStart(4, '0')}`,
        number: `COPY-${i}`,
        open_key: null,
        starts_at: soon,
        unit_ids: JSON.stringify([i === 200 ? gone?.id : there?.id]),
      };
      const columns = Object.keys(copy);
      await world.database.rows(
        `INSERT INTO viewings (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map((column) => copy[column]),
      );
    }
    await world.database.rows(`UPDATE units SET state = 'sold' WHERE id = ?`, [gone?.id]);
    expect(await world.app.get(ViewingSweepService).sweep()).toMatchObject({ warned: 1 });
    await world.database.rows(`UPDATE viewings SET status = 'cancelled' WHERE id LIKE 'copy-%'`);
  });
});
