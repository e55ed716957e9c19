import type { Person, TestApp } from './app';
import { homesOf } from './homes';
import { aReportedOrder, orderState } from './orders';

/** Everything the people of the service and the owners ask of work orders in one day. */
export async function aDayOfService(world: TestApp): Promise<void> {
  const keys = ['owner', 'engineer', 'engineer-ding', 'engineer-han', 'supervisor', 'relations', 'manager', 'admin'];
  const [owner, engineer, ding, han, supervisor, relations, manager, admin] = (await Promise.all(keys.map((key) => world.as(key)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const [home] = await homesOf(owner);
  const projectId = home?.projectId as string;
  const id = await aReportedOrder(world, owner, { category: 'surfaces-tile' });
  await aReportedOrder(world, owner, { category: 'public-light' });
  const holder = (await orderState(world, id)).assignee_id;
  const served = [engineer, ding, han].find((person) => person.me.staffId === holder) as Person;
  await owner.post(`/api/work-orders/${id}/urge`);
  await served.post(`/api/staff/work-orders/${id}/acceptance`);
  await served.post(`/api/staff/work-orders/${id}/arrival`);
  for (const route of ['', '/dispatch', '/messages']) await supervisor.get(`/api/staff/work-orders/${id}${route}`);
  await served.post(`/api/staff/work-orders/${id}/completion`, { words: '已修好' });
  await owner.post(`/api/work-orders/${id}/rating`, { stars: 1, stillBroken: false });
  for (const route of [
    `/api/work-orders/${id}`,
    '/api/me/work-orders',
    '/api/me/work-orders?status=open',
    '/api/me/work-orders?status=done&limit=2',
    '/api/work-order-categories',
    `/api/warranty?unitId=${home?.unitId}&category=leak-bath`,
  ])
    await owner.get(route);
  for (const person of [engineer, supervisor, relations, manager, admin]) await lists(person, projectId);
  for (const person of [supervisor, manager, admin]) {
    await person.get(`/api/staff/work-order-board?projectId=${projectId}`);
    await person.get('/api/staff/revisits');
    await person.get(`/api/staff/revisits?status=done&projectId=${projectId}`);
    const from = new Date(world.now() - 5 * 86_400_000).toISOString();
    await person.get(`/api/staff/work-order-report?projectId=${projectId}&from=${from}&to=${new Date(world.now()).toISOString()}`);
  }
  await rota(world, supervisor, served, projectId);
}

async function lists(person: Person, projectId: string): Promise<void> {
  for (const query of [
    '',
    'view=mine',
    'view=claimable',
    'view=late',
    'view=team',
    'view=done',
    'status=closed',
    'status=cancelled',
    'status=dispatched&view=team',
    `view=team&projectId=${projectId}`,
    `view=done&projectId=${projectId}`,
    'q=CR000120',
    'q=CR0001',
    `q=${encodeURIComponent('1 号楼 12')}`,
  ]) {
    const { nextCursor } = (await person.get(`/api/staff/work-orders?limit=20&${query}`)).body;
    if (nextCursor) await person.get(`/api/staff/work-orders?limit=20&${query}&cursor=${nextCursor}`);
  }
}

async function rota(world: TestApp, supervisor: Person, engineer: Person, projectId: string): Promise<void> {
  const at = (hours: number) => new Date(world.now() + hours * 3_600_000).toISOString();
  const { body } = await supervisor.post('/api/staff/rota', { staffId: engineer.me.staffId, fromAt: at(30), toAt: at(38) });
  await engineer.get(`/api/staff/rota?projectId=${projectId}&from=${at(0)}&to=${at(168)}`);
  await supervisor.post(`/api/staff/rota/${body.id}/removal`);
}
