import { type Person, startApp, type TestApp } from '../../support/app';
import { merge } from '../../support/merges';
import { aPlaceInLine, aVisitorAt, changePlan, newestWait, slotsOf, truthOf } from '../../support/viewings';
import { aBookedVisit, statusOf } from '../../support/visits';

describe('visits of one person who is there under two numbers', () => {
  let world: TestApp;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    await changePlan(world, manager, { seats: 2, reservedSeats: 0, offerMinutes: 60, mostOpenPerPerson: 9, mostPerPersonAndDay: 9 });
  });
  afterAll(() => world?.stop());

  const slotIn = async (from: number) => {
    const slot = (await slotsOf(world, null, { from })).find((each) => each.bookable);
    if (!slot) throw new Error('nothing is open');
    return slot;
  };
  const customerOf = async (table: 'viewings' | 'viewing_waits', id: string): Promise<string> =>
    (await world.database.rows<{ customer_id: string }>(`SELECT customer_id FROM ${table} WHERE id = ?`, [id]))[0]?.customer_id as string;
  const counted = async (slotId: string) => {
    const truth = await truthOf(world, slotId);
    expect([truth.taken, truth.counted]).toEqual([truth.visits + truth.offers, truth.waits]);
    return truth;
  };

  it('go to the survivor, with the lead they belong to', async () => {
    const [first, second] = [await aBookedVisit(world, { from: 1 }), await aBookedVisit(world, { from: 2 })];
    const told = await merge(world, manager, second.customerId, first.customerId);
    expect(told.moves).toContain('1 次看房预约与到访');
    const rows = await world.database.rows<{ customer_id: string; lead_id: string; status: string }>(
      'SELECT customer_id, lead_id, status FROM viewings WHERE id IN (?, ?)',
      [first.id, second.id],
    );
    for (const row of rows) expect(row).toEqual({ customer_id: first.customerId, lead_id: first.leadId, status: 'booked' });
    const { body } = await first.host.get(`/api/staff/leads/${first.leadId}`);
    expect(body.status).toBe('accepted');
  });

  it('of one slot one stays, and the seat of the other is offered to whoever waits', async () => {
    const slot = await slotIn(4);
    const [one, two] = [await aVisitorAt(world, slot.id), await aVisitorAt(world, slot.id)];
    const waiting = await aPlaceInLine(world, slot.id);
    expect(waiting.wait.status).toBe('waiting');
    const [keeps, goes] = [one.answer.body.id, two.answer.body.id];
    // The one that was booked first stays, though its customer is the one who goes.
    const { decisions } = await merge(world, manager, await customerOf('viewings', keeps), await customerOf('viewings', goes));
    expect(decisions).toContainEqual(expect.stringContaining('同一时段约了两次看房'));
    expect([await statusOf(world, keeps), await statusOf(world, goes)]).toEqual(['booked', 'cancelled']);
    expect((await newestWait(waiting.person)).status).toBe('offered');
    await counted(slot.id);
    const again = await aVisitorAt(world, slot.id, { phone: one.phone });
    expect(again.answer.status).toBe(409);
  });

  it('of one line one place stays, and none beside a seat', async () => {
    const slot = await slotIn(5);
    const [seated, filler] = [await aVisitorAt(world, slot.id), await aVisitorAt(world, slot.id)];
    expect(filler.answer.status).toBe(201);
    const [a, b, c] = [await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id), await aPlaceInLine(world, slot.id)];
    await merge(world, manager, await customerOf('viewing_waits', b.wait.id), await customerOf('viewing_waits', a.wait.id));
    const stateOf = async (id: string) =>
      (await world.database.rows<{ status: string }>('SELECT status FROM viewing_waits WHERE id = ?', [id]))[0]?.status;
    expect([await stateOf(a.wait.id), await stateOf(b.wait.id), await stateOf(c.wait.id)]).toEqual(['waiting', 'left', 'waiting']);
    await merge(world, manager, await customerOf('viewing_waits', c.wait.id), await customerOf('viewings', seated.answer.body.id));
    expect(await stateOf(c.wait.id)).toBe('left');
    expect(await counted(slot.id)).toMatchObject({ taken: 2, waits: 1 });
  });
});
