import { randomUUID } from 'node:crypto';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anOwner, emptyHomes } from '../../support/homes';
import { eventsOf, orderState, waitingJobs } from '../../support/orders';

const OWNERS = 4;

describe('reports that come at one moment', () => {
  let world: TestApp;
  let owners: Person[];

  beforeAll(async () => {
    world = await startApp();
    const clerk = await world.as('clerk');
    const homes = await emptyHomes(world);
    owners = [];
    for (let i = 0; i < OWNERS; i++) owners.push(await anOwner(world, clerk, homes[i]!));
  });
  afterAll(() => world?.stop());

  const reportOf = async (owner: Person, more: object = {}) => ({
    kind: 'repair',
    unitId: (await owner.get('/api/me/homes')).body.items[0].unitId,
    category: 'water-tap',
    description: '厨房水龙头一直滴水',
    ...more,
  });

  it('are an order each, with its first event, its clock and its dispatch', async () => {
    const bodies = await Promise.all(owners.map((owner) => reportOf(owner)));
    const answers = await Promise.all([...owners, ...owners].map((owner, i) => owner.post('/api/work-orders', bodies[i % OWNERS])));
    expect(answers.map((answer) => answer.status)).toEqual(Array(2 * OWNERS).fill(201));
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(2 * OWNERS);
    for (const { body } of answers) {
      expect(await orderState(world, body.id)).toMatchObject({ status: 'received', next_clock: 'accept' });
      expect(await eventsOf(world, body.id)).toEqual(['reported']);
      expect(await waitingJobs(world, body.id)).toEqual(['work-order.clock', 'work-order.dispatch']);
    }
  });

  it('do not share a refusal: who has a photo that is none, or a home that is not theirs, is refused alone', async () => {
    const [first, second, third] = await Promise.all(owners.slice(0, 3).map((owner) => reportOf(owner)));
    const answers = await Promise.all([
      owners[0]!.post('/api/work-orders', first),
      owners[1]!.post('/api/work-orders', { ...second, uploadIds: [randomUUID()] }),
      owners[2]!.post('/api/work-orders', { ...third, unitId: first!.unitId }),
      owners[3]!.post('/api/work-orders', await reportOf(owners[3]!)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, expect.any(Number), expect.any(Number), 201]);
    expect(answers[1]!.body.code).toMatch(/^upload\./);
    expect(answers[2]!.body.code).toBe('home.not-yours');
  });

  it('are one for one key, however often it is tapped', async () => {
    const [owner, body, key] = [owners[0]!, await reportOf(owners[0]!), randomUUID()];
    const [before] = await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM work_orders');
    const answers = await Promise.all([1, 2, 3].map(() => owner.post('/api/work-orders', body, { 'idempotency-key': key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const [after] = await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM work_orders');
    expect(Number(after!.n)).toBe(Number(before!.n) + 1);
  });
});
