import { ViewingCheckedIn } from '../../../src/modules/journeys/viewing';
import { DomainEvents } from '../../../src/platform/events/domain-events';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aLead, freshPhone } from '../../support/leads';
import { gift, givePoints, ledgerFaults, pointsOf, projectOf } from '../../support/rewards';

describe('points of a number that somebody only typed', () => {
  let world: TestApp;

  beforeAll(async () => {
    world = await startApp();
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  it('are shown to and spent by nobody but whom WeChat vouches for', async () => {
    const projectId = await projectOf(world);
    const phone = freshPhone();
    const typist = await world.stranger('typist');
    expect((await typist.post('/api/leads', await aLead(world, { phone }))).status).toBe(201);
    const { customerId } = (await typist.get('/api/me')).body;
    expect(customerId).toEqual(expect.any(String));
    // The one whose number it is comes to the sales office, and has brought a friend before.
    await world.database.transaction((tx) =>
      world.app.get(DomainEvents).publish(tx, ViewingCheckedIn, {
        viewingId: '01900000-0000-7000-8000-000000000001',
        customerId,
        projectId,
        kind: 'viewing',
        at: world.now(),
      } as never),
    );
    await givePoints(world, projectId, customerId);
    expect((await typist.get('/api/me/rewards')).body).toMatchObject({ points: 0, rewards: [], entries: [] });
    const tea = { itemId: (await gift(world, '龙井新茶礼盒')).id };
    expect((await typist.post('/api/me/redemptions', tea)).body.code).toBe('points.phone-required');

    const whose: Person = await world.stranger('whose', `+86${phone}`);
    expect((await whose.post('/api/me/phone', { code: await whose.phoneCode() })).status).toBe(200);
    expect(await pointsOf(whose)).toBe(2_200);
    expect((await whose.post('/api/me/redemptions', tea)).status).toBe(201);
    expect((await whose.get('/api/me/redemptions')).body.items).toHaveLength(1);
    expect((await typist.get('/api/me/redemptions')).body.items).toEqual([]);
  });
});
