import type { Page } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { accept, aVerifiedPerson, homesOf, invite } from '../../support/homes';
import { anAcceptedOrder, aReportedOrder, orderState } from '../../support/orders';
import { countStatements } from '../../support/recorded-statements';

type Listed = { id: string; number: string; urgency: { late: boolean; dueAt: string | null; text: string } };

describe('orders are read by those whom they concern', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let ding: Person;
  let supervisor: Person;
  let manager: Person;
  let agent: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, ding, supervisor, manager, agent] = (await Promise.all(
      ['owner', 'engineer', 'engineer-ding', 'supervisor', 'manager', 'agent-lin'].map((key) => world.as(key)) as Promise<Person>[],
    )) as [Person, Person, Person, Person, Person, Person];
    projectId = (await homesOf(owner))[0]!.projectId;
  });
  afterAll(() => world?.stop());

  const listed = async (person: Person, query = ''): Promise<Listed[]> => (await person.get(`/api/staff/work-orders?${query}`)).body.items;
  const ids = async (person: Person, query = '') => (await listed(person, query)).map((order) => order.id);

  it('an engineer cannot read a colleague’s order by changing the id', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    for (const route of ['', '/dispatch', '/messages']) {
      expect((await engineer.get(`/api/staff/work-orders/${id}${route}`)).status).toBe(200);
      expect((await ding.get(`/api/staff/work-orders/${id}${route}`)).body.code).toBe('work-order.not-found');
      expect((await ding.get(`/api/staff/work-orders/nobody${route}`)).body.code).toBe('work-order.not-found');
    }
    expect(await ids(ding)).not.toContain(id);
    expect((await agent.get(`/api/staff/work-orders/${id}`)).body.code).toBe('permission.denied');
    expect((await owner.get(`/api/staff/work-orders/${id}`)).body.code).toBe('permission.denied');
  });

  it('the leader of the service team sees what the team has, one of another team does not, the manager sees the project', async () => {
    const id = await aReportedOrder(world, owner);
    expect((await supervisor.get(`/api/staff/work-orders/${id}`)).status).toBe(200);
    expect((await manager.get(`/api/staff/work-orders/${id}`)).status).toBe(200);
    const other = await world.as('supervisor-b');
    expect((await other.get(`/api/staff/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    expect(await ids(other)).toEqual([]);
    const complaint = await aReportedOrder(world, owner, { kind: 'complaint', category: 'complaint-noise', description: '楼上半夜装修' });
    expect((await supervisor.get(`/api/staff/work-orders/${complaint}`)).body.code).toBe('work-order.not-found');
    expect((await (await world.as('relations')).get(`/api/staff/work-orders/${complaint}`)).status).toBe(200);
  });

  it('an order put before several is seen by them until one has it', async () => {
    const id = await aReportedOrder(world, owner, { category: 'public-light', description: '三楼楼道灯不亮' });
    const han = await world.as('engineer-han');
    expect(await ids(ding, 'view=claimable')).toContain(id);
    expect(await ids(engineer, 'view=claimable')).not.toContain(id);
    expect(await ids(supervisor, 'view=claimable')).toContain(id);
    const before = (await han.get(`/api/staff/work-orders/${id}`)).body;
    expect(before).toMatchObject({ allowed: ['claim'], why: '这张工单开放抢单，先接先得' });
    await ding.post(`/api/staff/work-orders/${id}/acceptance`);
    expect((await han.get(`/api/staff/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    expect((await han.post(`/api/staff/work-orders/${id}/acceptance`)).body.code).toBe('work-order.taken');
    expect(await ids(ding, 'view=claimable')).not.toContain(id);
  });

  it('is found by its number, by the beginning of the number, and by where the home is', async () => {
    const id = await aReportedOrder(world, owner);
    const { number, homeLabel } = (await manager.get(`/api/staff/work-orders/${id}`)).body;
    expect(await ids(manager, `q=${number}`)).toEqual([id]);
    expect(await ids(manager, `q=${number.toLowerCase()}`)).toEqual([id]);
    expect(await ids(manager, `q=${number.slice(0, 10)}&view=mine`)).toEqual([]);
    const unit = homeLabel.split(' ').at(-1);
    for (const q of [unit, homeLabel, homeLabel.split(' ').slice(1).join(''), homeLabel.split(' ')[1]]) {
      expect(await ids(manager, `limit=100&q=${encodeURIComponent(q)}`)).toContain(id);
    }
    expect(await ids(ding, `q=${number}`)).toEqual([]);
    expect(await ids(manager, `q=${encodeURIComponent('%')}`)).toEqual([]);
    expect((await manager.get('/api/staff/work-orders?q=')).body.errors).toMatchObject([{ field: 'q' }]);
  });

  it('open lists begin with what ends first and are paged without loss or repetition; late ones say so', async () => {
    for (let i = 0; i < 3; i++) await aReportedOrder(world, owner, { urgent: i === 1 });
    for (const query of ['view=team', `view=team&projectId=${projectId}`, '']) {
      const all = await listed(manager, `${query}&limit=100`);
      const walked: Listed[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Page<Listed> = (await manager.get(`/api/staff/work-orders?${query}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body;
        walked.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(walked.map((order) => order.id)).toEqual(all.map((order) => order.id));
      expect(new Set(walked.map((order) => order.id)).size).toBe(walked.length);
      if (query !== '') expect(all.map((o) => o.urgency.dueAt)).toEqual(all.map((o) => o.urgency.dueAt).sort());
    }
    expect((await manager.get('/api/staff/work-orders?view=team&cursor=WyJhIl0')).body.errors).toMatchObject([{ field: 'cursor' }]);
    expect(await ids(manager, 'view=late')).toEqual([]);
    await world.travel('PT3H');
    const late = await listed(manager, 'view=late');
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((order) => order.urgency.late && order.urgency.text.includes('超时'))).toBe(true);
    expect((await listed(engineer, 'view=late')).every((order) => order.urgency.late)).toBe(true);
  });

  it('a page is a constant number of statements', async () => {
    const counted = (query: string) => countStatements(world.database.dataSource, () => manager.get(`/api/staff/work-orders?${query}`));
    // Categories may have to be remembered anew in between; ten orders would be ten statements more.
    expect(await counted('limit=20')).toBeLessThanOrEqual((await counted('limit=1')) + 1);
    const mine = (limit: number) => countStatements(world.database.dataSource, () => owner.get(`/api/me/work-orders?limit=${limit}`));
    expect(await mine(20)).toBeLessThanOrEqual((await mine(1)) + 1);
  });

  it('the detail says how long there is, why it is theirs and what may be done', async () => {
    const id = await aReportedOrder(world, owner, { category: 'electric-socket', description: '客厅插座没有电' });
    const { assignee_id: holder } = await orderState(world, id);
    const person = [engineer, ding, await world.as('engineer-han')].find((p) => p.me.staffId === holder)!;
    const detail = (await person.get(`/api/staff/work-orders/${id}`)).body;
    expect(detail.allowed).toEqual(['accept', 'return', 'transfer', 'revealPhone']);
    expect(detail.clocks[0]).toMatchObject({ key: 'accept', state: 'running', why: [expect.any(String), expect.any(String)] });
    expect(detail.reporter).toMatchObject({ role: '业主', phoneMasked: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) });
    expect(detail.why).toContain(detail.assignee.name);
    expect(detail.limits).toContain('还可转单 3 次');
    expect(detail.timeline.map((t: { type: string }) => t.type)).toEqual(['reported', 'dispatched']);
    await person.post(`/api/staff/work-orders/${id}/acceptance`);
    expect((await person.get(`/api/staff/work-orders/${id}`)).body.allowed).toEqual(
      expect.arrayContaining(['arrive', 'pause', 'finish', 'return', 'transfer', 'contract']),
    );
    expect((await supervisor.get(`/api/staff/work-orders/${id}`)).body.allowed).toEqual(expect.arrayContaining(['transfer', 'cancel']));
    const { items } = (await person.get(`/api/staff/work-orders/${id}/messages`)).body;
    expect(items[0]).toMatchObject({ to: expect.any(String), title: expect.any(String), state: expect.any(String) });
  });

  it('the board counts what is open, late and soon, and knows who is there', async () => {
    const board = (await supervisor.get(`/api/staff/work-order-board?projectId=${projectId}`)).body;
    const open = await listed(supervisor, `view=team&limit=100&projectId=${projectId}`);
    const sum = (list: { count: number }[]) => list.reduce((total, each) => total + each.count, 0);
    expect(sum(board.counts.filter((c: { status: string }) => c.status !== 'resolved'))).toBe(open.length);
    expect(board.buildings.reduce((total: number, b: { open: number }) => total + b.open, 0)).toBe(open.length);
    const late = open.filter((order) => order.urgency.late).length;
    expect(board.buildings.reduce((total: number, b: { late: number }) => total + b.late, 0)).toBe(late);
    expect(board.clocks.find((c: { clock: string }) => c.clock === 'accept').late).toBeGreaterThan(0);
    expect(board.people.map((p: { name: string }) => p.name).sort()).toEqual(['丁师傅', '韩师傅', '马师傅'].sort());
    expect(board.people[0]).toMatchObject({
      shift: '当班',
      capacity: 12,
      skills: expect.arrayContaining([expect.stringMatching(/[一-龥]/)]),
    });
    expect(board.urgent[0].id).toBe(open[0]!.id);
    expect(board.orphans).toBe(0);
    await world.database.rows('UPDATE work_orders SET responsible_id = NULL WHERE id = ?', [open[0]!.id]);
    expect((await supervisor.get(`/api/staff/work-order-board?projectId=${projectId}`)).body.orphans).toBe(1);
    await world.travel('PT1H');
    const refused = await supervisor.get('/api/staff/work-order-board?projectId=elsewhere');
    expect([refused.body.code, (await engineer.get(`/api/staff/work-order-board?projectId=${projectId}`)).body.code]).toEqual([
      'project.not-found',
      'permission.denied',
    ]);
  });

  it('family follows what the owner reported, until they leave the home', async () => {
    const id = await aReportedOrder(world, owner);
    const [home] = await homesOf(owner);
    const sister = await aVerifiedPerson(world);
    expect((await sister.get(`/api/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    await accept(sister, (await invite(owner, home!.unitId, { role: 'family' })).code);
    expect((await sister.get(`/api/work-orders/${id}`)).body).toMatchObject({ id, allowed: expect.arrayContaining(['urge', 'cancel']) });
    expect((await sister.get('/api/me/work-orders?status=open')).body.items.map((o: Listed) => o.id)).toContain(id);
    await world.database.rows(`UPDATE residents SET ended_at = ?, active_key = NULL WHERE customer_id = ?`, [
      world.now(),
      sister.me.customerId,
    ]);
    expect((await sister.get(`/api/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    expect((await sister.get('/api/me/work-orders')).body.items).toEqual([]);
  });

  it('a tenant who may only report neither follows nor is offered what needs more', async () => {
    const id = await aReportedOrder(world, owner, { kind: 'complaint', category: 'complaint-noise', description: '楼上半夜装修' });
    const [home] = await homesOf(owner);
    const [tenant, blind] = await Promise.all([aVerifiedPerson(world), aVerifiedPerson(world)]);
    await accept(tenant, (await invite(owner, home!.unitId, { role: 'tenant', may: ['report', 'follow'] })).code);
    await accept(blind, (await invite(owner, home!.unitId, { role: 'tenant', may: ['report'] })).code);
    expect((await tenant.get(`/api/work-orders/${id}`)).body.allowed).toEqual([]);
    expect((await blind.get(`/api/work-orders/${id}`)).body.code).toBe('work-order.not-found');
    expect((await blind.get('/api/me/work-orders')).body.items).toEqual([]);
  });

  it('the owner reads the same promise as was given, and lists split at what still waits for them', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${id}/arrival`);
    await engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '已修好' });
    const of = async (status: string) =>
      (await owner.get(`/api/me/work-orders?limit=100&status=${status}`)).body.items.map((o: Listed) => o.id);
    expect([(await of('open')).includes(id), (await of('done')).includes(id)]).toEqual([true, false]);
    await owner.post(`/api/work-orders/${id}/rating`, { stars: 5 });
    expect([(await of('open')).includes(id), (await of('done')).includes(id)]).toEqual([false, true]);
    const newest = (await owner.get('/api/me/work-orders?limit=100')).body.items.map((o: Listed) => o.id);
    expect(newest).toEqual([...newest].sort().reverse());
    expect(await ids(engineer, 'view=done&limit=100')).toContain(id);
    expect(await ids(engineer, 'view=mine&limit=100')).not.toContain(id);
  });

  it('warranty is told before anything is sent, to those of the home only', async () => {
    const [home] = await homesOf(owner);
    const told = (await owner.get(`/api/warranty?unitId=${home!.unitId}&category=leak-bath`)).body;
    expect(told).toMatchObject({ verdict: 'within', part: 'waterproof', clause: expect.stringContaining('第七条') });
    expect((await owner.get(`/api/warranty?unitId=${home!.unitId}&category=complaint-noise`)).body.verdict).toBe('none');
    expect((await owner.get(`/api/warranty?unitId=${home!.unitId}&category=moon`)).body.errors).toMatchObject([{ field: 'category' }]);
    const stranger = await aVerifiedPerson(world);
    expect((await stranger.get(`/api/warranty?unitId=${home!.unitId}&category=leak-bath`)).body.code).toBe('home.not-yours');
  });

  it('firms and revisits are read within one’s own projects', async () => {
    const firms = (await engineer.get(`/api/staff/contractors?projectId=${projectId}`)).body.items;
    expect(firms.map((f: { trade: string }) => f.trade).sort()).toEqual(['管道疏通', '电梯', '防水'].sort());
    expect((await engineer.get('/api/staff/contractors?projectId=elsewhere')).body.code).toBe('project.not-found');
    const id = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${id}/arrival`);
    await engineer.post(`/api/staff/work-orders/${id}/completion`, { words: '已修好' });
    await owner.post(`/api/work-orders/${id}/rating`, { stars: 1, stillBroken: false });
    const [revisit] = (await supervisor.get('/api/staff/revisits')).body.items;
    expect(revisit).toMatchObject({
      workOrderId: id,
      reason: 'low-rating',
      reasonLabel: '评价较低',
      status: 'open',
      homeLabel: expect.any(String),
    });
    expect((await manager.get('/api/staff/revisits')).body.items.map((r: Listed) => r.id)).toContain(revisit.id);
    expect((await (await world.as('supervisor-b')).get('/api/staff/revisits')).body.items).toEqual([]);
    expect((await supervisor.get(`/api/staff/work-orders/${id}`)).body.revisits).toMatchObject([{ id: revisit.id }]);
    await supervisor.post(`/api/staff/revisits/${revisit.id}/record`, { connected: true, satisfied: true, note: '已解释清楚' });
    expect((await supervisor.get('/api/staff/revisits?status=done')).body.items).toMatchObject([{ id: revisit.id, note: '已解释清楚' }]);
  });
});
