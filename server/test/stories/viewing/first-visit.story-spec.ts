import type { MyViewing } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { allAgents, freshPhone, holderOf } from '../../support/leads';
import { aBooking, aVisitorAt, book, slotsOf } from '../../support/viewings';

describe('a prospect books a visit', () => {
  let world: TestApp;
  let agents: Person[];

  beforeAll(async () => {
    world = await startApp();
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  it('sees when one may come before signing in, with the reason where one may not', async () => {
    const slots = await slotsOf(world, null, { from: 0, to: 6 });
    expect(slots.length).toBeGreaterThan(30);
    expect(slots.some((slot) => slot.bookable && slot.seatsLeft === 3)).toBe(true);
    for (const slot of slots) expect(slot.bookable ? slot.reason : typeof slot.reason).toBe(slot.bookable ? null : 'string');
  });

  it('books, sees who receives them, and both are told', async () => {
    const [slot] = (await slotsOf(world, null, { from: 1 })).filter((each) => each.bookable);
    const { visitor, answer } = await aVisitorAt(world, slot!.id, { partySize: 2 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ status: 'booked', startsAt: slot!.startsAt, host: { name: expect.any(String) } });
    const mine: MyViewing[] = (await visitor.get('/api/me/viewings')).body.items;
    expect(mine[0]).toMatchObject({ id: answer.body.id, partySize: 2, allowed: ['reschedule', 'cancel'], title: '预约看房' });
    expect(mine[0]?.promise).toContain(`${answer.body.host.name}在售楼处等您`);
    await world.travel('PT12H');
    const host = agents.find((agent) => agent.me.staffId === answer.body.host.id) as Person;
    const told = (await host.inbox()).find((message) => message.intent === 'visit-changed');
    expect(told?.page).toBe(`subpackages/sales/pages/viewing/index?id=${answer.body.id}`);
  });

  it('the lead that came of it is put before whoever will receive them', async () => {
    const [slot] = (await slotsOf(world, null, { from: 2 })).filter((each) => each.bookable);
    const { answer } = await aVisitorAt(world, slot!.id);
    await world.travel('PT0S');
    const [row] = await world.database.rows<{ lead_id: string }>('SELECT lead_id FROM viewings WHERE id = ?', [answer.body.id]);
    const { agent } = await holderOf(world, agents, row!.lead_id);
    expect(agent.me.staffId).toBe(answer.body.host.id);
  });

  it('one tap twice is one visit, and the same slot cannot be booked again', async () => {
    const [slot] = (await slotsOf(world, null, { from: 3 })).filter((each) => each.bookable);
    const visitor = await world.stranger('v-twice');
    const form = await aBooking(world, { slotId: slot!.id, phone: freshPhone() });
    const [first, second] = [await book(visitor, form, 'same-key-1'), await book(visitor, form, 'same-key-1')];
    expect(second.body).toEqual(first.body);
    const again = await book(visitor, form);
    expect([again.status, again.body.code]).toEqual([409, 'viewing.already-booked']);
  });

  it('is held to the limits of one person, in words', async () => {
    const slots = (await slotsOf(world, null, { from: 4, to: 8 })).filter((each) => each.bookable);
    const days = [...new Set(slots.map((slot) => slot.startsAt.slice(0, 10)))];
    const firstOf = (day: string | undefined) => slots.filter((slot) => slot.startsAt.startsWith(day ?? '-'));
    const phone = freshPhone();
    const visitor = await world.stranger('v-limits');
    const tries = [firstOf(days[0])[0], firstOf(days[0])[2], firstOf(days[1])[0], firstOf(days[2])[0]];
    const answers = [];
    for (const slot of tries) answers.push(await book(visitor, await aBooking(world, { slotId: slot!.id, phone })));
    expect(answers.map((a) => [a.status, a.body.code])).toEqual([
      [201, undefined],
      [409, 'viewing.limit-reached'],
      [201, undefined],
      [409, 'viewing.limit-reached'],
    ]);
    expect(answers[1]?.body.detail).toBe('同一天最多预约 1 次');
    const seen = await slotsOf(world, await world.as('v-limits'), { from: 6 });
    expect(seen[0]?.reason).toBe('您还有 2 个预约未到访，最多同时预约 2 个');
  });

  it('a slot that begins too soon, that was never offered, or whose id was made up is refused', async () => {
    const visitor = await world.stranger('v-odd');
    const [slot] = await slotsOf(world, null, { from: 1 });
    const phone = freshPhone();
    const asked = async (slotId: string) => (await book(visitor, await aBooking(world, { slotId, phone }))).body.code;
    expect(await asked(`${slot!.id}0`)).toBe('viewing.slot-closed');
    expect(await asked('x')).toBe('viewing.slot-unknown');
    expect(await asked("'; DROP TABLE viewings; --")).toBe('viewing.slot-unknown');
    const soon = (await slotsOf(world, null, { from: 0, to: 1 })).find((each) => each.reason?.startsWith('需至少提前'));
    if (soon) expect(await asked(soon.id)).toBe('viewing.notice-too-short');
  });

  it('nobody else reads, moves or cancels it', async () => {
    const [slot, other] = (await slotsOf(world, null, { from: 9 })).filter((each) => each.bookable);
    const { answer } = await aVisitorAt(world, slot!.id);
    const thief = await world.stranger('v-thief');
    const id = answer.body.id;
    expect((await thief.get(`/api/viewings/${id}`)).status).toBe(404);
    expect((await thief.get(`/api/viewings/${id}/calendar.ics`)).status).toBe(404);
    expect((await thief.post(`/api/viewings/${id}/cancellation`)).body.code).toBe('viewing.not-found');
    expect((await thief.post(`/api/viewings/${id}/rescheduling`, { slotId: other!.id })).body.code).toBe('viewing.not-found');
    expect((await thief.get('/api/me/viewings')).body.items).toEqual([]);
  });

  it('whoever books with somebody else’s number does not learn who serves that person', async () => {
    const phone = freshPhone();
    const [slot] = (await slotsOf(world, null, { from: 10 })).filter((each) => each.bookable);
    await aVisitorAt(world, slot!.id, { phone });
    const curious = await world.stranger('v-curious');
    const answer = await book(curious, await aBooking(world, { slotId: (await slotsOf(world, null, { from: 11 }))[0]!.id, phone }));
    expect([answer.status, answer.body.host]).toEqual([201, null]);
    expect((await curious.get(`/api/viewings/${answer.body.id}`)).body.host).toBeNull();
  });

  it('puts the visit into the phone’s calendar', async () => {
    const [slot] = (await slotsOf(world, null, { from: 12 })).filter((each) => each.bookable);
    const { visitor, answer } = await aVisitorAt(world, slot!.id);
    const file = await visitor.get(`/api/viewings/${answer.body.id}/calendar.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.body).toContain(`DTSTART:${slot!.startsAt.replace(/[-:]|\.\d{3}/g, '')}\r\n`);
    expect(
      String(file.body)
        .split('\r\n')
        .every((line) => Buffer.byteLength(line) <= 75),
    ).toBe(true);
  });

  it('the agent who serves a customer receives them too', async () => {
    const phone = freshPhone();
    const [slot] = (await slotsOf(world, null, { from: 13 })).filter((each) => each.bookable);
    const { visitor, answer } = await aVisitorAt(world, slot!.id, { phone });
    await world.travel('PT0S');
    const [row] = await world.database.rows<{ lead_id: string }>('SELECT lead_id FROM viewings WHERE id = ?', [answer.body.id]);
    const { agent } = await holderOf(world, agents, row!.lead_id);
    await agent.post(`/api/staff/leads/${row!.lead_id}/acceptance`);
    const [next] = (await slotsOf(world, null, { from: 14 })).filter((each) => each.bookable);
    const again = await book(await world.as(visitor.key), await aBooking(world, { slotId: next!.id, phone }));
    expect(again.body.host.id).toBe(agent.me.staffId);
    const [choice] = await world.database.rows<{ host_choice: string }>('SELECT host_choice FROM viewings WHERE id = ?', [again.body.id]);
    expect(JSON.parse(choice!.host_choice)).toMatchObject({ how: 'sticky', chosen: { id: agent.me.staffId } });
  });
});
