import { startApp, type TestApp } from '../../support/app';
import { anOwner, emptyHomes } from '../../support/homes';
import { aReportedOrder } from '../../support/orders';

describe('a home that was sold', () => {
  let world: TestApp;

  beforeAll(async () => {
    world = await startApp();
  });
  afterAll(() => world?.stop());

  it('keeps what the earlier owner reported from the people who live there now', async () => {
    const clerk = await world.as('clerk');
    const unit = (await emptyHomes(world))[0]!;
    const before = await anOwner(world, clerk, unit);
    const id = await aReportedOrder(world, before, { unitId: unit.id, description: '主卧衣柜后渗水，家里白天没人' });
    expect((await before.get(`/api/work-orders/${id}`)).status).toBe(200);
    await world.travel('P1D');
    const after = await anOwner(world, clerk, unit, '顾一川');
    expect((await after.get('/api/me/work-orders')).body.items).toEqual([]);
    expect((await after.get(`/api/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    expect((await after.post(`/api/work-orders/${id}/cancellation`, { reason: '试试' })).body.code).toBe('work-order.not-found');
    expect((await before.get(`/api/work-orders/${id}`)).status).toBe(404);
    const own = await aReportedOrder(world, after, { unitId: unit.id });
    expect((await after.get('/api/me/work-orders')).body.items.map((order: { id: string }) => order.id)).toEqual([own]);
  });
});
