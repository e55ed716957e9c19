import type { ViewingSlotView } from '@guihu/shared';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { aBooking, book, changePlan, slotsOf, truthOf } from '../../support/viewings';

/** Half-open ranges of one host, buffers included, as the visits themselves say. */
interface Held {
  host_id: string;
  starts_at: number;
  ends_at: number;
}

describe('many at one moment', () => {
  let world: TestApp;
  let manager: Person;
  let crowd: Person[];

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    crowd = await Promise.all(Array.from({ length: 16 }, (_, i) => world.stranger(`crowd-${i}`)));
  });
  afterAll(() => world?.stop());

  const tap = async (i: number, slot: ViewingSlotView): Promise<Answer> =>
    book(crowd[i % crowd.length] as Person, await aBooking(world, { slotId: slot.id, phone: freshPhone() }));

  /** Seats as counted are seats as held, never more than there are; no host is in two places; nobody met a fault. */
  const expectTruth = async (answers: readonly Answer[], slots: readonly ViewingSlotView[]) => {
    expect(answers.filter((a) => a.status >= 500).map((a) => a.body)).toEqual([]);
    for (const slot of slots) {
      const truth = await truthOf(world, slot.id);
      expect({ id: slot.id, taken: truth.taken }).toEqual({ id: slot.id, taken: truth.visits + truth.offers });
      expect({ id: slot.id, line: truth.counted }).toEqual({ id: slot.id, line: truth.waits });
      expect(truth.taken).toBeLessThanOrEqual(slot.seats);
      expect(truth.general).toBeLessThanOrEqual(truth.taken);
    }
    const held = await world.database.rows<Held>(
      `SELECT host_id, starts_at, ends_at FROM viewings WHERE status = 'booked' AND kind = 'viewing' ORDER BY host_id, starts_at`,
    );
    const buffer = 15 * 60_000;
    held.forEach((visit, i) => {
      const next = held[i + 1];
      if (next?.host_id !== visit.host_id) return;
      expect(Number(next.starts_at) - buffer).toBeGreaterThanOrEqual(Number(visit.ends_at) + buffer);
    });
    // What the database keeps free of collisions is exactly what visits and offers hold: 18 times five minutes each.
    const [rows] = await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM viewing_host_times t JOIN viewings v ON v.id = t.holder AND v.host_id = t.staff_id`,
    );
    const [all] = await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM viewing_host_times t JOIN staff s ON s.id = t.staff_id WHERE t.holder NOT LIKE '%.%'`,
    );
    const [offers] = await world.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM viewing_waits WHERE status = 'offered' AND kind = 'viewing'`,
    );
    expect([Number(rows?.n), Number(all?.n)]).toEqual([held.length * 18, (held.length + Number(offers?.n)) * 18]);
  };

  it('200 people want the five seats of a site visit: five get one, the others are told so', async () => {
    await changePlan(world, manager, { seats: 5, mostOpenPerPerson: 9, week: daily('10:00', '12:00') }, { kind: 'site-open-day' });
    const [slot] = await slotsOf(world, null, { kind: 'site-open-day', from: 3 });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => tap(i, slot as ViewingSlotView)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(5);
    expect(new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code))).toEqual(new Set(['viewing.slot-full']));
    await expectTruth(answers, [slot as ViewingSlotView]);
  }, 120_000);

  it('200 people want visits of one day: seats are never over, and no host is in two places', async () => {
    await changePlan(world, manager, { seats: 6, reservedSeats: 1 });
    const slots = await slotsOf(world, null, { from: 4 });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => tap(i, slots[i % slots.length] as ViewingSlotView)));
    const won = answers.filter((a) => a.status === 201);
    expect(won.length).toBeGreaterThan(10);
    const codes = new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code));
    for (const code of codes) expect(['viewing.slot-full', 'viewing.no-host']).toContain(code);
    await expectTruth(answers, slots);
  }, 120_000);

  it('booking, moving, calling off and queueing at once leave every seat and every minute accounted for', async () => {
    const days = [...(await slotsOf(world, null, { from: 5 })), ...(await slotsOf(world, null, { from: 6 }))];
    const at = (i: number) => days[i % days.length] as ViewingSlotView;
    const first = await Promise.all(Array.from({ length: 40 }, (_, i) => tap(i, at(i * 7))));
    const booked = first.flatMap((a, i) => (a.status === 201 ? [{ id: a.body.id as string, by: crowd[i % crowd.length] as Person }] : []));
    expect(booked.length).toBeGreaterThan(15);
    const work: Promise<Answer>[] = booked.flatMap(({ id, by }, i) => {
      if (i % 3 === 0) return [by.post(`/api/viewings/${id}/cancellation`, {}), by.post(`/api/viewings/${id}/cancellation`, {})];
      const move = (n: number) => by.post(`/api/viewings/${id}/rescheduling`, { slotId: at(n).id });
      return i % 3 === 1 ? [move(i + 1)] : [move(i + 2), by.post(`/api/viewings/${id}/cancellation`, {})];
    });
    for (let i = 0; i < 60; i++) work.push(tap(i, at(i * 3)));
    const form = await aBooking(world, { slotId: at(0).id });
    for (let i = 0; i < 20; i++) {
      work.push((crowd[i % crowd.length] as Person).post('/api/viewing-waits', { ...form, slotId: at(i).id, phone: freshPhone() }));
    }
    const answers = await Promise.all(work);
    await expectTruth([...first, ...answers], days);
  }, 180_000);

  it('one number sent by ten phones at once has one visit, and the others are not told what it has', async () => {
    const [slot] = await slotsOf(world, null, { from: 8 });
    const form = await aBooking(world, { slotId: (slot as ViewingSlotView).id, phone: freshPhone() });
    const answers = await Promise.all(crowd.slice(0, 10).map((person) => book(person, form)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((a) => a.status !== 201).map((a) => a.body.code))).toEqual(new Set(['viewing.limit-reached']));
  });
});

const daily = (from: string, to: string) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from, to }]]));
