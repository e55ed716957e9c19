import { CustomerRegister } from '../../../src/modules/registers/customer';
import { newId } from '../../../src/platform/database/columns';
import { insertRows } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, submit } from '../../support/leads';
import { aCustomer, customerOfLead, tryMerge } from '../../support/merges';
import { aBooking, book, slotsOf } from '../../support/viewings';

const MANY = 8;

describe('a merge at the same second as something else', () => {
  let world: TestApp;
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
  });
  afterAll(() => world?.stop());

  it('of two that cross one wins, and the other is told that its customer is gone', async () => {
    for (let round = 0; round < MANY; round++) {
      const [a, b] = [await aCustomer(world), await aCustomer(world)];
      const answers = await Promise.all([tryMerge(manager, a.id, b.id), tryMerge(manager, b.id, a.id)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('customer.merged');
      const rows = await world.database.rows('SELECT id FROM customer_merges WHERE former_id IN (?, ?)', [a.id, b.id]);
      expect(rows).toHaveLength(1);
    }
  });

  it('an intake with the number that goes finds the survivor, whoever is first', async () => {
    for (let round = 0; round < MANY; round++) {
      const [a, b] = [await aCustomer(world), await aCustomer(world)];
      const strangers = await Promise.all([0, 1, 2].map((n) => world.stranger(`race-${round}-${n}`)));
      const form = await aLead(world, { phone: a.phone });
      const [merged, ...leads] = await Promise.all([
        tryMerge(manager, a.id, b.id),
        ...strangers.map((stranger) => submit(world, stranger, form)),
      ]);
      expect([merged?.status, ...leads.map((lead) => lead.status)]).toEqual([201, 201, 201, 201]);
      await world.travel('PT0S');
      const open = await world.database.rows<{ id: string; touches: number | string }>(
        `SELECT l.id, (SELECT COUNT(*) FROM lead_touches t WHERE t.lead_id = l.id) AS touches FROM leads l
         WHERE l.customer_id = ? AND l.open_key IS NOT NULL`,
        [b.id],
      );
      // Both first forms and the three that came meanwhile.
      expect(open.map((lead) => Number(lead.touches))).toEqual([5]);
      for (const lead of leads) expect(await customerOfLead(world, lead.body.id)).toBe(b.id);
    }
  });

  it('what somebody signed in does as the one who goes is done as the survivor, or asked for again', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
      const [from, into] = [a.me.customerId as string, b.me.customerId as string];
      await submit(world, b, await aLead(world, { phone: b.phone }));
      await submit(world, a, await aLead(world, { phone: a.phone }));
      const slot = (await slotsOf(world, a, { from: 6 + round })).find((each) => each.bookable);
      const form = await aBooking(world, { slotId: slot?.id as string });
      const code = `/api/me/live-codes`;
      const [merged, booked] = await Promise.all([tryMerge(manager, from, into), book(a, form), a.post(code, {})]);
      expect(merged.status).toBe(201);
      if (booked.status !== 201) expect((await book(a, form)).status).toBe(201);
      expect(await world.database.rows('SELECT id FROM viewings WHERE customer_id = ?', [into])).toHaveLength(1);
    }
  });

  it('whoever had looked the number up before the merge is played again, and writes to the survivor', async () => {
    const [a, b] = [await aCustomer(world), await aCustomer(world)];
    const found: string[] = [];
    const mergeOnce = async () => {
      if (found.length < 2) expect((await tryMerge(manager, a.id, b.id)).status).toBe(201);
    };
    // On SQLite transactions come one after another, so that nothing can come between the look and the write.
    const between = world.database.dialect === 'mysql';
    if (!between) await mergeOnce();
    await world.database.transaction(async (tx) => {
      const person = { phone: `+86${a.phone}`, name: '许文', gender: 'unknown' as const };
      found.push((await world.app.get(CustomerRegister).findOrCreate(tx, person)).id);
      if (between) await mergeOnce();
      await insertRows(tx, 'real_name_refusals', [{ id: newId(), customer_id: found.at(-1), at: world.now() }]);
    });
    expect(found).toEqual(between ? [a.id, b.id] : [b.id]);
    expect(await world.database.rows('SELECT id FROM real_name_refusals WHERE customer_id = ?', [b.id])).toHaveLength(1);
  });

  it('an id that is gone is refused by the database itself, with a sentence', async () => {
    const [a, b] = [await aCustomer(world), await aCustomer(world)];
    expect((await tryMerge(manager, a.id, b.id)).status).toBe(201);
    await expect(world.database.transaction((tx) => tx.query(`INSERT INTO ledger_people (person_id) VALUES (?)`, [a.id]))).rejects.toThrow(
      /foreign key/i,
    );
  });
});
