import { WorkOrderSweepService } from '../../../src/modules/journeys/work-order/sweep/work-order-sweep.service';
import { execute } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anAcceptedOrder, aReportedOrder, eventsOf, orderState, waitingJobs } from '../../support/orders';

describe('the sweep over work orders', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer] = await Promise.all([world.as('owner'), world.as('engineer')]);
  });
  afterAll(() => world?.stop());

  const sweep = () => world.app.get(WorkOrderSweepService).sweep();
  const harm = (sql: string, values: unknown[]) => world.database.transaction((tx) => execute(tx, sql, values));

  it('finds nothing where nothing fell through', async () => {
    await anAcceptedOrder(world, owner, engineer);
    await world.travel('PT5M');
    expect(await sweep()).toEqual({ undispatched: 0, unclocked: 0, ownerless: 0, departed: 0 });
  });

  it('dispatches what no job would ever dispatch', async () => {
    const [home] = (await owner.get('/api/me/homes')).body.items;
    const { id } = (
      await owner.post('/api/work-orders', { kind: 'repair', unitId: home.unitId, category: 'water-tap', description: '漏水' })
    ).body;
    await harm(`DELETE FROM jobs WHERE subject = ?`, [`work-order:${id}`]);
    await world.travel('PT3M');
    expect(await orderState(world, id)).toMatchObject({ status: 'received' });
    expect(await sweep()).toMatchObject({ undispatched: 1 });
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ status: 'dispatched' });
    expect(await eventsOf(world, id)).toContain('repaired');
  });

  it('winds up a clock that stands still, and gives an owner to what has none', async () => {
    const id = await aReportedOrder(world, owner);
    await harm(`DELETE FROM jobs WHERE subject = ? AND kind = 'work-order.clock'`, [`work-order:${id}`]);
    await harm('UPDATE work_orders SET responsible_id = NULL WHERE id = ?', [id]);
    expect(await waitingJobs(world, id)).toEqual([]);
    // The recurring sweep comes by every ten minutes; what it mends is left alone for two.
    await world.travel('PT12M');
    await world.travel('PT12M');
    expect((await eventsOf(world, id)).filter((type) => type === 'repaired')).toHaveLength(2);
    expect(await waitingJobs(world, id)).toEqual(['work-order.clock']);
    expect(await orderState(world, id)).toMatchObject({ responsible_id: engineer.me.staffId });
    expect((await world.http('GET', '/metrics')).body).toMatch(/order-unclocked/);
  });

  it('asks somebody else when whoever held it has left', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await harm('UPDATE staff SET active = 0 WHERE id = ?', [engineer.me.staffId]);
    await world.travel('PT12M');
    await world.travel('PT0S');
    const state = await orderState(world, id);
    expect(state.status).toBe('dispatched');
    expect(state.assignee_id).not.toBe(engineer.me.staffId);
    expect(state.responsible_id).not.toBe(engineer.me.staffId);
  });
});
