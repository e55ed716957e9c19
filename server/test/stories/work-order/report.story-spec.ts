import type { WorkOrderReportView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { homesOf } from '../../support/homes';
import { aReportedOrder } from '../../support/orders';

const HOUR = 3_600_000;

describe('the service report of a small world that was counted by hand', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let ding: Person;
  let manager: Person;
  let projectId: string;
  let began: number;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, ding, manager] = (await Promise.all(
      ['owner', 'engineer', 'engineer-ding', 'manager'].map((key) => world.as(key)),
    )) as [Person, Person, Person, Person];
    projectId = (await homesOf(owner))[0]!.projectId;
    began = world.now();
  });
  afterAll(() => world?.stop());

  const report = async (person = manager, from = began - HOUR, to = began + 24 * HOUR) =>
    person.get<WorkOrderReportView>(
      `/api/staff/work-order-report?projectId=${projectId}&from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`,
    );
  const does = async (person: Person, id: string, verb: string, body: object = {}) => {
    const answer = await person.post(`/api/staff/work-orders/${id}/${verb}`, body);
    expect([verb, answer.status]).toEqual([verb, 201]);
  };

  it('three reports: one in time, one accepted half an hour late, one cancelled', async () => {
    const tap = await aReportedOrder(world, owner);
    await world.travel('PT30M');
    await does(engineer, tap, 'acceptance');
    await world.travel('PT30M');
    await does(engineer, tap, 'arrival');
    await world.travel('PT30M');
    await does(engineer, tap, 'completion', { words: '换了阀芯' });
    await owner.post(`/api/work-orders/${tap}/rating`, { stars: 5 });

    const socket = await aReportedOrder(world, owner, { category: 'electric-socket', description: '客厅插座没有电' });
    await world.travel('PT150M');
    await does(ding, socket, 'acceptance');
    await world.travel('PT30M');
    await does(ding, socket, 'completion', { words: '换了面板' });
    await owner.post(`/api/work-orders/${socket}/rating`, { stars: 3 });

    const given = await aReportedOrder(world, owner);
    await owner.post(`/api/work-orders/${given}/cancellation`, { reason: '自己修好了' });
  });

  it('gives the numbers that follow from them', async () => {
    const { status, body } = await report();
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 3, closed: 2, satisfaction: { meanStars: 4, rated: 2, satisfiedShare: 0.5 } });
    expect(body.types).toEqual([
      { id: 'water-tap', name: '龙头漏水', count: 2, share: 0.6667 },
      { id: 'electric-socket', name: '插座或开关', count: 1, share: 0.3333 },
    ]);
    const times = Object.fromEntries(
      body.times.map((each) => [each.clock, [each.meanMinutes, each.medianMinutes, each.p90Minutes, each.metShare]]),
    );
    expect(times).toEqual({
      accept: [90, 90, 138, 0.5],
      arrive: [30, 30, 30, 1],
      respond: [null, null, null, null],
      resolve: [135, 135, 171, 1],
    });
    expect(body.buildings).toMatchObject([{ count: 2, meanStars: 4, meanResolveMinutes: 135 }]);
    expect([...body.engineers].sort((a, b) => a.name.localeCompare(b.name))).toMatchObject(
      [
        { name: '丁师傅', count: 1, meanStars: 3, meanResolveMinutes: 180, lateShare: 1 },
        { name: '马师傅', count: 1, meanStars: 5, meanResolveMinutes: 90, lateShare: 0 },
      ].sort((a, b) => a.name.localeCompare(b.name)),
    );
    expect(body.days[0]).toMatchObject({ reported: 3, closed: 2 });
    expect(body.days).toHaveLength(2);
  });

  it('holds what was reported in its time only, and what the colleague may see only', async () => {
    expect((await report(manager, began + 2 * HOUR, began + 20 * HOUR)).body.total).toBe(1);
    const supervisor = await world.as('supervisor');
    expect((await report(supervisor)).body.total).toBe(3);
    expect((await report(await world.as('supervisor-b'))).body.total).toBe(0);
    expect((await report(engineer)).body).toMatchObject({ code: 'permission.denied' });
    expect((await report(manager, began, began)).body).toMatchObject({ errors: [{ field: 'to' }] });
    expect((await report(manager, began, began + 367 * 24 * HOUR)).body).toMatchObject({ errors: [{ field: 'to' }] });
    const elsewhere = await manager.get('/api/staff/work-order-report?projectId=x&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z');
    expect(elsewhere.body.code).toBe('project.not-found');
    expect((await manager.get(`/api/staff/work-order-report?projectId=${projectId}&from=gestern&to=morgen`)).status).toBe(400);
  });
});
