import type { ViewingPlan } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { aBooking, aVisitorAt, book, changePlan, projectsOf, slotsOf, truthOf } from '../../support/viewings';

describe('how visits are offered is edited', () => {
  let world: TestApp;
  let manager: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    projectId = (await projectsOf(world))[0]?.id as string;
  });
  afterAll(() => world?.stop());

  const current = async (): Promise<ViewingPlan> =>
    (await manager.get(`/api/staff/viewing-plans?projectId=${projectId}`)).body.items.find((plan: ViewingPlan) => plan.kind === 'viewing');
  const save = async (person: Person, change: Partial<ViewingPlan> = {}) => {
    const { id: _id, version, ...plan } = await current();
    return person.put('/api/staff/viewing-plans', { ...plan, ...change, basedOnVersion: version });
  };

  it('by whoever answers for the office, not by an agent, nor for somebody else’s project', async () => {
    const agent = await world.as('agent-lin');
    expect((await agent.get(`/api/staff/viewing-plans?projectId=${projectId}`)).status).toBe(200);
    expect((await save(agent)).status).toBe(403);
    const other = (await projectsOf(world))[1]?.id;
    const supervisor = await world.as('supervisor');
    expect((await supervisor.get(`/api/staff/viewing-plans?projectId=${other}`)).body.code).toBe('project.not-found');
    const prospect = await world.stranger('plan-prospect');
    expect((await prospect.get(`/api/staff/viewing-plans?projectId=${projectId}`)).status).toBe(403);
  });

  it('of two who save at once one wins, and the other is told to look again', async () => {
    const { id: _id, version, ...plan } = await current();
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((title) => manager.put('/api/staff/viewing-plans', { ...plan, title, basedOnVersion: version })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
    expect(answers.find((a) => a.status === 409)?.body.code).toBe('rule.version-conflict');
  });

  it('what makes no sense is refused field by field', async () => {
    const answer = await save(manager, { lengthMinutes: 61, reservedSeats: 9 });
    expect([answer.status, answer.body.code]).toEqual([422, 'viewing-plan.invalid']);
    expect(answer.body.errors.map((e: { field: string }) => e.field)).toEqual(['lengthMinutes', 'reservedSeats']);
    const stranger = '0190a000-0000-7000-8000-000000000001';
    expect((await save(manager, { personalHost: false, eventHostId: stranger })).body.errors[0].field).toBe('eventHostId');
  });

  it('whoever booked stays booked, and their seat counts under the new version', async () => {
    const slot = (await slotsOf(world, null, { from: 3 })).find((each) => each.bookable);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    await changePlan(world, manager, { seats: 1, reservedSeats: 0 });
    const after = (await slotsOf(world, null, { from: 3 })).find((each) => each.id === slot!.id);
    expect(after).toMatchObject({ seatsLeft: 0, seats: 1, bookable: false, reason: '已满，可候补', waitable: true });
    expect((await truthOf(world, slot!.id)).taken).toBe(1);
    expect((await visitor.get(`/api/viewings/${answer.body.id}`)).body.status).toBe('booked');
    await changePlan(world, manager, { seats: 4 });
  });

  it('a closure takes the days away with its reason, and what was booked before cannot be booked again', async () => {
    const slots = await slotsOf(world, null, { from: 5 });
    const date = new Date(Date.parse(slots[0]!.startsAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    await changePlan(world, manager, { closures: [{ from: date, to: date, note: '样板间维护' }] });
    const route = `/api/projects/${projectId}/viewing-slots?from=${date}&to=${date}&kind=viewing`;
    expect((await world.http('GET', route)).body).toEqual({ items: [], closedDays: [{ date, why: '样板间维护' }], nextCursor: null });
    expect((await aVisitorAt(world, slots[0]!.id)).answer.body.code).toBe('viewing.slot-closed');
  });

  it('seats kept for high intent are theirs until a day before', async () => {
    await changePlan(world, manager, { seats: 2, reservedSeats: 1, reservedUntilHours: 24, closures: [] });
    const slot = (await slotsOf(world, null, { from: 7 })).find((each) => each.bookable);
    expect(slot?.seatsLeft).toBe(1);
    expect((await aVisitorAt(world, slot!.id)).answer.status).toBe(201);
    expect((await aVisitorAt(world, slot!.id)).answer.body.code).toBe('viewing.slot-full');
    const earlier = (await slotsOf(world, null, { from: 8 })).find((each) => each.bookable);
    const phone = freshPhone();
    const visitor = await world.stranger('plan-hot', `+86${phone}`);
    const typist = await aVisitorAt(world, earlier!.id, { phone });
    await world.database.rows(`UPDATE leads SET level = 'hot' WHERE id = (SELECT MAX(lead_id) FROM viewings)`);
    // The number was only typed: whose level it is nobody knows yet.
    const typed = (await slotsOf(world, await world.as(typist.visitor.key), { from: 7 })).find((each) => each.id === slot!.id);
    expect(typed).toMatchObject({ seatsLeft: 0, bookable: false });
    await visitor.post('/api/me/phone', { code: await visitor.phoneCode() });
    const seen = (await slotsOf(world, await world.as(visitor.key), { from: 7 })).find((each) => each.id === slot!.id);
    expect(seen).toMatchObject({ seatsLeft: 1, bookable: true });
    expect((await book(visitor, await aBooking(world, { slotId: slot!.id, phone }))).status).toBe(201);
  });

  it('a span that ends before it begins, or has no end, is refused', async () => {
    const ask = (query: string) => world.http('GET', `/api/projects/${projectId}/viewing-slots?${query}`);
    expect((await ask('from=2026-12-02&to=2026-12-01')).status).toBe(400);
    expect((await ask('from=2026-12-01&to=2027-12-01')).status).toBe(400);
    expect((await ask('from=gestern&to=morgen')).status).toBe(400);
    expect((await ask('from=2026-13-41&to=2026-13-42')).status).toBe(400);
    expect((await world.http('GET', '/api/projects/nowhere/viewing-slots?from=2026-12-01&to=2026-12-02')).status).toBe(404);
  });
});
