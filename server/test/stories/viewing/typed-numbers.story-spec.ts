import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { makeCode } from '../../support/live-codes';
import { expectProblem } from '../../support/refusals';
import { aBooking, aVisitorAt, book, projectsOf, slotsOf } from '../../support/viewings';
import { travelTo } from '../../support/visits';

describe('a number that somebody only typed', () => {
  let world: TestApp;

  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  const bookAt = async (person: Person, phone: string, from: number, at = 0) => {
    const slot = (await slotsOf(world, null, { from })).filter((each) => each.bookable)[at];
    return book(person, await aBooking(world, { slotId: slot!.id, phone }));
  };

  it('opens nothing that its owner books later: no visit, no message, no cancelling, no place in a line', async () => {
    const { visitor: typist, answer, phone } = await aVisitorAt(world, (await slotsOf(world, null, { from: 1 }))[0]!.id);
    expect(answer.status).toBe(201);
    await typist.post(`/api/viewings/${answer.body.id}/cancellation`);
    const owner = await world.stranger('n-owner');
    const theirs = await bookAt(owner, phone, 2);
    expect(theirs.status).toBe(201);
    const id = theirs.body.id;
    await world.travel('PT0S');
    expectProblem(await typist.get(`/api/viewings/${id}`), 'viewing.not-found');
    expectProblem(await typist.get(`/api/viewings/${id}/pass`), 'viewing.not-found');
    expectProblem(await typist.post(`/api/viewings/${id}/cancellation`), 'viewing.not-found');
    expect((await typist.get('/api/me/viewings')).body.items.map((v: { id: string }) => v.id)).toEqual([answer.body.id]);
    const pages = (await typist.get('/api/me/messages')).body.items.map((m: { page: string }) => m.page);
    expect(pages.filter((page: string | null) => page?.includes(id))).toEqual([]);
    expect((await typist.inbox()).filter((m) => m.page?.includes(id))).toEqual([]);
    expect((await owner.get(`/api/viewings/${id}`)).status).toBe(200);
  });

  it('is the owner’s in full once WeChat vouches for it', async () => {
    const phone = freshPhone();
    const owner = await world.stranger('n-vouched', `+86${phone}`);
    const typed = await bookAt(await world.stranger('n-relative'), phone, 3);
    await owner.post('/api/me/phone', { code: await owner.phoneCode() });
    expect((await owner.get(`/api/viewings/${typed.body.id}`)).body.host).toEqual(expect.objectContaining({ id: expect.any(String) }));
  });

  it('does not say what others have booked with it: one sentence for every refusal', async () => {
    const phone = freshPhone();
    const { visitor } = await aVisitorAt(world, (await slotsOf(world, null, { from: 3 })).filter((each) => each.bookable)[3]!.id, {
      phone,
    });
    const curious = await world.stranger('n-curious');
    const [same, sameDay] = [await bookAt(curious, phone, 3, 3), await bookAt(curious, phone, 3, 0)];
    const told = ({ status, body }: typeof same) => [status, body.code, body.detail];
    expect(told(same)).toEqual([409, 'viewing.limit-reached', '这个手机号暂时不能预约这个时段，请更换时段或致电售楼处']);
    expect(told(sameDay)).toEqual(told(same));
    const { body: mine } = await visitor.get('/api/me/viewings');
    const wait = await aBooking(world, { slotId: (await slotsOf(world, null, { from: 3 }))[0]!.id, phone });
    expect(told(await curious.post('/api/viewing-waits', { slotId: wait.slotId, name: wait.name, phone, consent: wait.consent }))).toEqual(
      told(same),
    );
    expect(mine.items).toHaveLength(1);
  });

  it('of somebody who has an account: whoever typed it neither arrives for them nor says how it was', async () => {
    const phone = freshPhone();
    const owner = await world.stranger('n-there', `+86${phone}`);
    await owner.post('/api/me/phone', { code: await owner.phoneCode() });
    const typist = await world.stranger('n-far');
    const slot = (await slotsOf(world, null, { from: 4 })).filter((each) => each.bookable)[0];
    const { body } = await book(typist, await aBooking(world, { slotId: slot!.id, phone }));
    const [project] = await projectsOf(world);
    const site = { projectId: project!.id, kind: 'site' as const, label: '前台', channelCode: undefined };
    const { code } = (await makeCode(await world.as('clerk'), site)).body;
    await travelTo(world, Date.parse(slot!.startsAt));
    expectProblem(await typist.get(`/api/viewings/${body.id}/pass`), 'viewing.not-found');
    expectProblem(await typist.post('/api/viewing-check-ins', { code }), 'viewing.nothing-booked');
    expect((await owner.post('/api/viewing-check-ins', { code })).body).toMatchObject({ id: body.id, status: 'checked-in' });
    await travelTo(world, Date.parse(slot!.endsAt) + 60_000);
    expectProblem(await typist.post(`/api/viewings/${body.id}/feedback`, { stars: 1, tags: [] }), 'viewing.not-found');
    expect((await typist.get(`/api/viewings/${body.id}`)).body.allowed).toEqual([]);
    expect((await owner.post(`/api/viewings/${body.id}/feedback`, { stars: 5, tags: [] })).status).toBe(200);
    const seen = (await typist.get(`/api/viewings/${body.id}`)).body;
    expect(seen.rating).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/5 星|感谢您的评价/);
    expect((await owner.get(`/api/viewings/${body.id}`)).body.rating.stars).toBe(5);
  });

  it('shows nobody in the list of times what the desk knows of it', async () => {
    const slots = (await slotsOf(world, null, { from: 5 })).filter((each) => each.bookable);
    const { visitor: typist, answer, phone } = await aVisitorAt(world, slots.at(-1)!.id);
    expect(answer.status).toBe(201);
    const seenBy = async (person: Person) =>
      (await slotsOf(world, await world.as(person.key), { from: 0 })).filter((each) => each.reason?.startsWith('同一天'));
    await travelTo(world, Date.parse(slots[0]!.startsAt));
    // They may see what they asked for themselves.
    expect(await seenBy(typist)).not.toEqual([]);
    await typist.post(`/api/viewings/${answer.body.id}/cancellation`);
    expect(await seenBy(typist)).toEqual([]);
    const [project] = await projectsOf(world);
    const clerk = await world.as('clerk');
    expect((await clerk.post('/api/staff/walk-ins', { projectId: project!.id, name: '赵路', phone })).status).toBe(201);
    expect(await seenBy(typist)).toEqual([]);
    const owner = await world.stranger('n-listed', `+86${phone}`);
    await owner.post('/api/me/phone', { code: await owner.phoneCode() });
    expect(await seenBy(owner)).not.toEqual([]);
  });
});
