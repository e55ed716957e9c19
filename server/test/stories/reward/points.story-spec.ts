import { ViewingCheckedIn } from '../../../src/modules/journeys/viewing';
import { DomainEvents } from '../../../src/platform/events/domain-events';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { gift, givePoints, ledgerFaults, pointsOf, projectOf, republish } from '../../support/rewards';

const TEA = '龙井新茶礼盒';

describe('points', () => {
  let world: TestApp;
  let manager: Person;
  let clerk: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [manager, clerk] = (await Promise.all(['manager', 'clerk'].map((key) => world.as(key)))) as [Person, Person];
    projectId = await projectOf(world);
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  const someone = async (friends = 1): Promise<Person> => {
    const person = await aVerifiedPerson(world);
    await givePoints(world, projectId, person.me.customerId as string, friends);
    return person;
  };
  const redeem = async (person: Person, title = TEA) => person.post('/api/me/redemptions', { itemId: (await gift(world, title)).id });

  it('become a gift, which the desk hands over by its code, once', async () => {
    const person = await someone();
    const items = (await person.get('/api/reward-catalogue')).body.items;
    expect(items[1]).toEqual({
      id: expect.any(String),
      title: TEA,
      description: expect.any(String),
      points: 2_000,
      stock: 40,
      pickUpPlace: '云溪府',
    });
    const { status, body } = await redeem(person);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        title: TEA,
        points: 2_000,
        status: 'ordered',
        pickUpCode: expect.stringMatching(/^\d{6}$/),
        pickUpPlace: '云溪府',
      }),
    ]);
    expect([await pointsOf(person), (await gift(world, TEA)).stock]).toEqual([0, 39]);
    const [waiting] = (await clerk.get(`/api/staff/redemptions?code=${body.pickUpCode}`)).body.items;
    expect(waiting).toMatchObject({
      id: body.id,
      person: { phoneMasked: expect.stringContaining('****') },
      allowed: ['handOver', 'return'],
    });
    const handed = await Promise.all(Array.from({ length: 3 }, () => clerk.post(`/api/staff/redemptions/${body.id}/hand-over`)));
    expect(handed.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    expect((await clerk.get(`/api/staff/redemptions?code=${body.pickUpCode}`)).body.items).toEqual([]);
    expect((await clerk.post(`/api/staff/redemptions/${body.id}/return`)).body.code).toBe('redemption.state-conflict');
    expect((await person.get('/api/me/redemptions')).body.items).toEqual([expect.objectContaining({ id: body.id, status: 'handed-over' })]);
    await world.travel('PT0S');
    expect((await person.get('/api/me/messages')).body.items.length).toBeGreaterThan(2);
  });

  it('are not enough, or cannot be spent by somebody whose number nobody knows', async () => {
    const poor = await aVerifiedPerson(world);
    expect((await redeem(poor)).body.code).toBe('points.too-few');
    const nameless = await world.stranger('nameless');
    expect((await redeem(nameless)).body.code).toBe('points.phone-required');
    expect((await nameless.get('/api/me/rewards')).body).toMatchObject({
      points: 0,
      tier: { title: '云溪邻里', dealsToNext: 2, nextTitle: '银卡推荐人' },
    });
    const rich = await someone();
    expect((await rich.post('/api/me/redemptions', { itemId: '01900000-0000-7000-8000-000000000000' })).body.code).toBe(
      'catalogue.not-found',
    );
    expect(await pointsOf(rich)).toBe(2_000);
  });

  it('the last gift has one winner of twenty, and nobody else pays', async () => {
    await world.database.rows('UPDATE catalogue_items SET stock = 1 WHERE title = ?', ['云溪府定制保温壶']);
    const people = await Promise.all(Array.from({ length: 20 }, () => aVerifiedPerson(world)));
    for (const person of people) await givePoints(world, projectId, person.me.customerId as string);
    const answers = await Promise.all(people.map((person) => redeem(person, '云溪府定制保温壶')));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer.status !== 201).map((answer) => answer.body.code))).toEqual(
      new Set(['catalogue.sold-out']),
    );
    expect((await gift(world, '云溪府定制保温壶')).stock).toBe(0);
    const left = await Promise.all(people.map(pointsOf));
    expect(left.sort((a, b) => a - b)).toEqual([800, ...Array.from({ length: 19 }, () => 2_000)]);
  }, 60_000);

  it('of one person buy one gift, however often the button is pressed at once', async () => {
    const person = await someone();
    const { id: itemId } = await gift(world, TEA);
    const answers = await Promise.all(Array.from({ length: 8 }, () => person.post('/api/me/redemptions', { itemId })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await pointsOf(person)).toBe(0);
  });

  it('come back with a gift that is returned, and it is on the shelf again', async () => {
    const person = await someone();
    const before = (await gift(world, TEA)).stock;
    const lapsing = (await person.get('/api/me/rewards')).body.lapsing;
    const { body } = await redeem(person);
    expect((await person.get('/api/me/rewards')).body.lapsing).toBeNull();
    expect((await (await world.as('finance')).post(`/api/staff/redemptions/${body.id}/return`)).status).toBe(403);
    expect((await clerk.post(`/api/staff/redemptions/${body.id}/return`, { reason: '外盒破损' })).body).toEqual({
      id: body.id,
      status: 'returned',
    });
    expect((await person.get('/api/me/rewards')).body).toMatchObject({ points: 2_000, lapsing });
    expect((await gift(world, TEA)).stock).toBe(before);
  });

  it('are handed over at the desk of their project only', async () => {
    const person = await someone();
    const { body } = await redeem(person);
    await world.database.rows('UPDATE redemptions SET project_id = ? WHERE id = ?', [await projectOf(world, 'LT'), body.id]);
    expect((await clerk.post(`/api/staff/redemptions/${body.id}/hand-over`)).body.code).toBe('redemption.not-found');
    expect((await clerk.get('/api/staff/redemptions?limit=100')).body.items.some((item: { id: string }) => item.id === body.id)).toBe(
      false,
    );
    expect((await manager.post(`/api/staff/redemptions/${body.id}/hand-over`)).status).toBe(201);
  });

  it('are given for a visit, once a day', async () => {
    const visitor = await aVerifiedPerson(world);
    const visit = (at: number) =>
      world.database.transaction((tx) =>
        world.app.get(DomainEvents).publish(tx, ViewingCheckedIn, {
          viewingId: '01900000-0000-7000-8000-000000000001',
          projectId,
          customerId: visitor.me.customerId as string,
          leadId: null,
          hostId: null,
          at,
        }),
      );
    for (let i = 0; i < 3; i++) await visit(world.now());
    await world.travel('PT0S');
    expect(await pointsOf(visitor)).toBe(200);
    await visit(world.now() + 86_400_000);
    await world.travel('PT0S');
    expect(await pointsOf(visitor)).toBe(400);
    const told = (await visitor.get('/api/me/messages')).body.items.filter((m: { title: string }) => m.title === '积分到账');
    expect(told).toHaveLength(2);
    expect(told[0].lines.map(({ value }: { value: string }) => value)).toEqual(
      expect.arrayContaining(['200 积分', '到访售楼处', '云溪府', '可在积分商城兑换礼品']),
    );
  });

  it('lapse after their months; the person hears of it a month and a week before, and what was spent is not lost', async () => {
    await republish(manager, projectId, () => ({ pointMonths: 2 }));
    const person = await someone(2);
    await world.travel('P1D');
    await givePoints(world, projectId, person.me.customerId as string);
    const { points, lapsing } = (await person.get('/api/me/rewards')).body;
    expect([points, lapsing.points]).toEqual([6_000, 4_000]);
    expect((await redeem(person, '家政保洁一次')).status).toBe(201);
    expect((await person.get('/api/me/rewards')).body.lapsing).toEqual({ points: 1_000, on: lapsing.on });
    const warnings = async () =>
      (await person.get('/api/me/messages')).body.items.filter((m: { title: string }) => m.title === '积分到期提醒').length;
    await world.travel('P25D');
    const before = await warnings();
    await world.travel('P10D');
    expect(await warnings()).toBeGreaterThan(before);
    await world.travel('P26D');
    expect(await pointsOf(person)).toBe(2_000);
    await world.travel('P2D');
    expect(await pointsOf(person)).toBe(0);
    const { entries } = (await person.get('/api/me/rewards')).body;
    expect(entries.slice(0, 2)).toEqual([
      { at: expect.any(String), text: '积分到期', points: -2_000 },
      { at: expect.any(String), text: '积分到期', points: -1_000 },
    ]);
  });
});
