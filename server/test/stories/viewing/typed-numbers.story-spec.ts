import { type Person, startApp, type TestApp } from '../../support/app';
import { freshPhone } from '../../support/leads';
import { expectProblem } from '../../support/refusals';
import { aBooking, aVisitorAt, book, slotsOf } from '../../support/viewings';

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
});
