import type { ViewingSlotView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anOwner, aVerifiedPerson, emptyHomes, type NamedUnit } from '../../support/homes';
import { allAgents, freshPhone } from '../../support/leads';
import { pointsOf, projectOf } from '../../support/rewards';
import { aBooking, book, changePlan, slotsOf, truthOf } from '../../support/viewings';
import { travelTo } from '../../support/visits';

describe('what neighbours do together', () => {
  let world: TestApp;
  let clerk: Person;
  let manager: Person;
  let homes: NamedUnit[];

  beforeAll(async () => {
    world = await startApp();
    [clerk, manager] = await Promise.all([world.as('clerk'), world.as('manager')]);
    homes = await emptyHomes(world);
    await changePlan(world, manager, { title: '邻里家宴', audience: 'owners', seats: 2 }, { kind: 'event' });
  });
  afterAll(() => world?.stop());

  const owner = () => anOwner(world, clerk, homes.shift() as NamedUnit);
  /** On these days from now, for two parties each. */
  const openOn = (...days: number[]) => {
    const openDays = days.map((day) => ({ date: nextDay(world.now(), day), windows: [{ from: '14:00', to: '17:00' }], note: '' }));
    return changePlan(world, manager, { openDays, seats: 2 }, { kind: 'event' });
  };
  const dinner = async (person: Person | null): Promise<ViewingSlotView | undefined> =>
    (await slotsOf(world, person, { kind: 'event', from: 0, to: 30 }))[0];
  const form = async (slotId: string, part: object = {}) => aBooking(world, { slotId, name: '江一帆', partySize: 4, ...part });
  const leadsOf = async ({ me }: Person): Promise<number> =>
    Number((await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM leads WHERE customer_id = ?', [me.customerId]))[0]?.n);

  it('is booked by an owner as a guest: no lead, nobody is sent after them, and being there gives points', async () => {
    const person = await owner();
    const slot = (await dinner(person)) as ViewingSlotView;
    expect(slot).toMatchObject({ title: '邻里家宴', audience: 'owners', bookable: true, seatsLeft: 2 });
    const { status, body } = await book(person, await form(slot.id));
    expect([status, body.status]).toEqual([201, 'booked']);
    await world.travel('PT0S');
    expect(await leadsOf(person)).toBe(0);
    const mine = (await person.get(`/api/viewings/${body.id}`)).body;
    expect(mine).toMatchObject({ kind: 'event', title: '邻里家宴', promise: expect.stringContaining('活动现场') });
    expect(JSON.stringify(mine)).not.toMatch(/样板间|沙盘/);
    expect((await person.get('/api/me/leads')).body.items).toEqual([]);

    await travelTo(world, Date.parse(slot.startsAt) - 10 * 60_000);
    expect((await manager.post(`/api/staff/viewings/${body.id}/check-in`)).status).toBeLessThan(300);
    await world.travel('PT0S');
    expect(await pointsOf(person)).toBe(200);
    expect((await person.get('/api/me/rewards')).body.entries[0]).toMatchObject({ text: '参加社区活动', points: 200 });
    const forms = await world.database.rows(`SELECT id FROM jobs WHERE subject = ? AND kind LIKE '%form%'`, [`viewing:${body.id}`]);
    expect(forms).toEqual([]);
    await travelTo(world, Date.parse(slot.endsAt) + 60 * 60_000);
    const [row] = await world.database.rows<{ host_id: string }>('SELECT host_id FROM viewings WHERE id = ?', [body.id]);
    const host = (await allAgents(world)).find(({ me }) => me.staffId === row?.host_id) ?? manager;
    await world.database.rows('UPDATE viewings SET host_id = ? WHERE id = ?', [host.me.staffId, body.id]);
    expect((await host.get('/api/staff/viewings?view=owed')).body.items).toEqual([]);
    expect((await host.get(`/api/staff/viewings/${body.id}`)).body.customer.name).toBe('江一帆');
    expect((await person.get(`/api/viewings/${body.id}`)).body.promise).toBe('感谢到访，欢迎您评价这次接待');
    await openOn(14);
  });

  it('does not exist for anybody else: not in the list, not by its id, not in its line, not by moving there', async () => {
    const person = await owner();
    const slot = (await dinner(person)) as ViewingSlotView;
    const stranger = await world.stranger(`s-${freshPhone()}`);
    const verified = await aVerifiedPerson(world);
    for (const other of [stranger, verified, null]) expect(await dinner(other)).toBeUndefined();
    for (const other of [stranger, verified]) {
      const sent = await form(slot.id, { phone: freshPhone() });
      const refusal = await book(other, sent);
      expect([refusal.status, refusal.body.code]).toEqual([404, 'viewing.slot-unknown']);
      const { partySize: _, ...waiting } = sent;
      expect((await other.post('/api/viewing-waits', waiting)).body.code).toBe('viewing.slot-unknown');
    }
    expect(await truthOf(world, slot.id)).toMatchObject({ taken: 0, visits: 0 });
    const { body } = await book(person, await form(slot.id));
    expect((await verified.post(`/api/viewings/${body.id}/rescheduling`, { slotId: slot.id })).body.code).toBe('viewing.slot-unknown');
  });

  it('is booked by the bound number only, so that no owner brings strangers in by theirs', async () => {
    const person = await owner();
    const slot = (await dinner(person)) as ViewingSlotView;
    const { body } = await book(person, await form(slot.id, { phone: freshPhone() }));
    expect([body.code, body.errors?.[0]?.field]).toEqual(['phone.invalid', 'phone']);
  });

  it('has a line of guests when it is full, and the seat that is freed makes no lead either', async () => {
    const [first, second] = (await Promise.all([owner(), owner()])) as [Person, Person];
    const slot = (await dinner(first)) as ViewingSlotView;
    const { body } = await book(first, await form(slot.id));
    const { partySize: _, ...waiting } = await form(slot.id);
    const place = await second.post('/api/viewing-waits', waiting);
    expect([place.status, place.body.status]).toEqual([201, 'waiting']);
    await first.post(`/api/viewings/${body.id}/cancellation`, {});
    await world.travel('PT0S');
    expect((await second.post(`/api/viewing-waits/${place.body.id}/acceptance`)).status).toBe(201);
    expect([await leadsOf(first), await leadsOf(second)]).toEqual([0, 0]);
  });

  it('is moved by a colleague for an owner who calls: the house sees the times of what is for owners', async () => {
    const person = await owner();
    await openOn(10, 12);
    const open = await slotsOf(world, person, { kind: 'event', from: 0, to: 30 });
    const [slot, next] = open.filter(({ bookable }) => bookable) as [ViewingSlotView, ViewingSlotView];
    const { body } = await book(person, await form(slot.id));
    const at = `/api/staff/viewings/${body.id}`;
    const span = `from=${nextDay(world.now(), 0)}&to=${nextDay(world.now(), 29)}`;
    const times: ViewingSlotView[] = (await manager.get(`${at}/times?${span}`)).body.items;
    expect(times.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect((await manager.post(`${at}/rescheduling`, { slotId: next.id, reason: '业主来电改时间' })).status).toBe(200);
    for (const other of [clerk, person]) expect([403, 404]).toContain((await other.get(`${at}/times?${span}`)).status);
  });

  it('a seat that is offered is no longer theirs whose home was sold meanwhile', async () => {
    const first = await owner();
    const home = homes[0] as NamedUnit;
    const second = await owner();
    await openOn(13);
    const slot = (await slotsOf(world, first, { kind: 'event', from: 0, to: 30 })).find(({ bookable }) => bookable) as ViewingSlotView;
    const { body } = await book(first, await form(slot.id));
    await changePlan(world, manager, { seats: 1 }, { kind: 'event' });
    const { partySize: _, ...waiting } = await form(slot.id);
    const place = await second.post('/api/viewing-waits', waiting);
    expect(place.status).toBe(201);
    await first.post(`/api/viewings/${body.id}/cancellation`, {});
    await anOwner(world, clerk, home, '沈新');
    expect((await second.post(`/api/viewing-waits/${place.body.id}/acceptance`)).body.code).toBe('viewing.slot-unknown');
  });

  it('may be open to everybody: then a visitor is a prospect as ever, and an owner still a guest', async () => {
    await changePlan(world, manager, { title: '亲子运动会', audience: 'everybody', seats: 60 }, { kind: 'event' });
    const person = await owner();
    const slot = (await dinner(null)) as ViewingSlotView;
    expect(slot.audience).toBe('everybody');
    expect((await book(person, await form(slot.id))).status).toBe(201);
    const visitor = await aVerifiedPerson(world);
    expect((await book(visitor, await form(slot.id))).status).toBe(201);
    expect([await leadsOf(person), await leadsOf(visitor)]).toEqual([0, 1]);
    const [flat] = (await slotsOf(world, person, { from: 2 })).filter(({ bookable }) => bookable);
    expect((await book(person, await form(flat?.id as string))).status).toBe(201);
    expect(await leadsOf(person)).toBe(1);
  });

  it('cannot be for owners where flats are shown', async () => {
    const projectId = await projectOf(world);
    const plans = (await manager.get(`/api/staff/viewing-plans?projectId=${projectId}`)).body.items;
    const { id: _, version, ...plan } = plans.find(({ kind }: { kind: string }) => kind === 'viewing');
    const { body } = await manager.put('/api/staff/viewing-plans', { ...plan, audience: 'owners', basedOnVersion: version });
    expect([body.code, body.errors?.[0]?.field]).toEqual(['viewing-plan.invalid', 'audience']);
  });
});

const nextDay = (now: number, days: number): string => new Date(now + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
