import { CategoryQueries } from '../../../src/modules/journeys/work-order';
import { type Person, startApp, type TestApp } from '../../support/app';
import { homesOf } from '../../support/homes';
import { anAcceptedOrder, aReportedOrder, orderState } from '../../support/orders';
import { aPhoto, sendFile } from '../../support/uploads';

describe('the edges of what people may do with an order', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let relations: Person;
  let supervisor: Person;
  let salesLeader: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, relations, supervisor, salesLeader] = (await Promise.all(
      ['owner', 'engineer', 'relations', 'supervisor', 'supervisor-b'].map((key) => world.as(key)),
    )) as [Person, Person, Person, Person, Person];
    projectId = (await homesOf(owner))[0]!.projectId;
  });
  afterAll(() => world?.stop());

  const heard = async (person: Person, id: string) =>
    (await person.inbox()).filter((m) => m.intent === 'order-changed' && m.page?.includes(id)).length;

  it('a complaint is begun by its first answer, never by an arrival', async () => {
    const id = await aReportedOrder(world, owner, { kind: 'complaint', category: 'complaint-noise', description: '楼上半夜施工' });
    await relations.post(`/api/staff/work-orders/${id}/acceptance`);
    expect((await relations.post(`/api/staff/work-orders/${id}/arrival`)).body.code).toBe('work-order.state-conflict');
    expect((await relations.post(`/api/staff/work-orders/${id}/response`, { words: '您好，正在核实' })).body.status).toBe('working');
  });

  it('urging an escalated order is heard by whoever it was escalated to', async () => {
    const id = await aReportedOrder(world, owner);
    await world.travel('PT2H');
    expect(await orderState(world, id)).toMatchObject({ escalation: 1, responsible_id: supervisor.me.staffId });
    await owner.post(`/api/work-orders/${id}/urge`);
    await world.travel('PT0S');
    expect([await heard(engineer, id), await heard(supervisor, id)]).toEqual([1, 1]);
  });

  it('a pause in a colleague’s own words is told to the owner without them', async () => {
    const id = await anAcceptedOrder(world, owner, engineer);
    await engineer.post(`/api/staff/work-orders/${id}/pause`, { reason: '业主脾气大，缓一缓' });
    await world.travel('PT0S');
    const told =
      JSON.stringify((await owner.get('/api/me/messages')).body) + JSON.stringify((await owner.get(`/api/work-orders/${id}`)).body);
    expect(told).toContain('已暂停');
    expect(told).not.toContain('脾气');
  });

  it('a number that was shown is not kept with the answers of repeated requests', async () => {
    const id = await anAcceptedOrder(world, owner, engineer, { contactPhone: '13912345678' });
    const reveal = await engineer.post(`/api/staff/work-orders/${id}/phone-reveal`, {}, { 'Idempotency-Key': 'reveal-0001' });
    expect(reveal.body.phone).toBe('+8613912345678');
    expect(await world.database.rows(`SELECT scope FROM idempotency_keys WHERE answer LIKE '%13912345678%'`)).toEqual([]);
  });

  it('who leads no service team neither reads nor sets the rules of a project’s service', async () => {
    const { version, rules, settings } = (await supervisor.get(`/api/staff/dispatch-rules?projectId=${projectId}`)).body.items[0];
    const [fromAt, toAt] = [new Date(world.now() - 86_400_000).toISOString(), new Date(world.now()).toISOString()];
    const answers = await Promise.all([
      salesLeader.get(`/api/staff/dispatch-rules?projectId=${projectId}`),
      salesLeader.post('/api/staff/dispatch-rules', { projectId, basedOn: version, rules, settings }),
      salesLeader.post('/api/staff/dispatch-rules/simulation', { projectId, rules }),
      salesLeader.post('/api/staff/sla-replays', { projectId, policy: settings, fromAt, toAt }),
    ]);
    expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('project.not-found'));
    expect((await supervisor.post('/api/staff/dispatch-rules/simulation', { projectId, rules })).status).toBe(200);
  });

  it('counts characters as the table does: what is too long is refused, never a failure', async () => {
    const [home] = await homesOf(owner);
    const report = { kind: 'repair', unitId: home!.unitId, category: 'water-tap' };
    const long = await owner.post('/api/work-orders', { ...report, description: '☎️'.repeat(1000) });
    expect([long.status, long.body.code]).toEqual([400, 'request.invalid']);
    expect((await owner.post('/api/work-orders', { ...report, description: '😀'.repeat(1000) })).status).toBe(201);
  });

  it('takes nine photos and not ten, and leaves the ten unused', async () => {
    const [home] = await homesOf(owner);
    const photo = await aPhoto({ width: 40, height: 30 });
    const uploadIds: string[] = [];
    for (let i = 0; i < 10; i++) uploadIds.push((await sendFile(world, owner, photo)).body.id);
    const report = { kind: 'repair', unitId: home!.unitId, category: 'water-tap', description: '墙角渗水' };
    const ten = await owner.post('/api/work-orders', { ...report, uploadIds });
    expect([ten.status, ten.body.errors[0].field]).toEqual([400, 'uploadIds']);
    expect((await owner.post('/api/work-orders', { ...report, uploadIds: uploadIds.slice(0, 9) })).status).toBe(201);
  });

  it('an order of a category that was retired meanwhile keeps its name', async () => {
    const id = await aReportedOrder(world, owner, { category: 'surfaces-tile', description: '瓷砖空鼓' });
    await world.database.dataSource.query(`UPDATE work_order_categories SET active = 0 WHERE id = 'surfaces-tile'`);
    world.app.get(CategoryQueries).invalidate();
    const holder = (await orderState(world, id)).assignee_id;
    const to = holder === engineer.me.staffId ? (await world.as('engineer-han')).me.staffId : engineer.me.staffId;
    expect((await supervisor.post(`/api/staff/work-orders/${id}/transfer`, { toStaffId: to, reason: '他更近' })).status).toBe(201);
    await world.travel('PT0S');
    const { lines } = (await owner.get('/api/me/messages')).body.items[0];
    const item = lines.find((line: { label: string }) => line.label === '报事类型');
    expect(item.value).not.toBe('报事');
  });
});
