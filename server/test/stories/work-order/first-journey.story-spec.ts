import { type Person, startApp, type TestApp } from '../../support/app';
import { eventsOf, orderState, waitingJobs } from '../../support/orders';

describe('a leaking tap, from the tap on the phone to five stars', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let id: string;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer] = await Promise.all([world.as('owner'), world.as('engineer')]);
  });
  afterAll(() => world?.stop());

  it('the owner reports it for a home of theirs and learns number, warranty and promise at once', async () => {
    const [home] = (await owner.get('/api/me/homes')).body.items;
    const answer = await owner.post('/api/work-orders', {
      kind: 'repair',
      unitId: home.unitId,
      category: 'water-tap',
      description: '厨房水龙头一直滴水',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ number: expect.stringMatching(/^YX\d{6}-R/), status: 'received' });
    expect(answer.body.warranty).toMatchObject({ verdict: 'within', label: '质保内', clause: expect.stringContaining('第七条') });
    expect(answer.body.promise).toContain('12:00');
    id = answer.body.id;
  });

  it('is dispatched with its reasons, and the engineer is told inside WeChat', async () => {
    await world.travel('PT0S');
    expect(await orderState(world, id)).toMatchObject({ status: 'dispatched', assignee_id: engineer.me.staffId });
    const [message] = await engineer.inbox();
    expect(message).toMatchObject({ channel: 'template', intent: 'order-offered', page: expect.stringContaining(id) });
    const { decisions } = (await engineer.get(`/api/staff/work-orders/${id}/dispatch`)).body;
    expect(decisions[0]).toMatchObject({ outcome: 'assigned', chosen: { name: '马师傅' }, tier: 'on-duty' });
    expect(decisions[0].sentences.length).toBeGreaterThan(1);
    expect(await waitingJobs(world, id)).toEqual(['work-order.clock']);
  });

  it('the engineer accepts, arrives, and finishes; the owner sees each step with who and when', async () => {
    expect((await engineer.post(`/api/staff/work-orders/${id}/acceptance`)).body).toMatchObject({ status: 'accepted' });
    await world.travel('PT30M');
    expect((await engineer.post(`/api/staff/work-orders/${id}/arrival`)).body).toMatchObject({ status: 'working' });
    await world.travel('PT20M');
    const done = await engineer.post(`/api/staff/work-orders/${id}/completion`, {
      words: '更换陶瓷阀芯，试水无滴漏',
      parts: [{ name: '陶瓷阀芯', quantity: 1, priceFen: 0 }],
    });
    expect(done.body).toMatchObject({ status: 'resolved' });
    await world.travel('PT0S');
    const view = (await owner.get(`/api/work-orders/${id}`)).body;
    expect(view).toMatchObject({ status: 'resolved', assignee: { name: '马师傅' }, outcome: { words: '更换陶瓷阀芯，试水无滴漏' } });
    expect(view.steps.map((s: { state: string }) => s.state)).toContain('now');
    expect(view.allowed).toEqual(expect.arrayContaining(['rate', 'reopen']));
    const intents = (await owner.get('/api/me/messages')).body.items.map((m: { title: string }) => m.title);
    expect(intents[0]).toBe('服务完成待评价');
    expect(intents.filter((title: string) => title === '报事进度通知').length).toBeGreaterThanOrEqual(3);
  });

  it('the owner rates it, and it is closed', async () => {
    const rated = await owner.post(`/api/work-orders/${id}/rating`, { stars: 5, tags: ['准时上门'] });
    expect(rated.body).toMatchObject({ status: 'closed' });
    expect((await owner.post(`/api/work-orders/${id}/rating`, { stars: 1 })).body.code).toBe('work-order.already-rated');
    await world.travel('PT0S');
    expect(await eventsOf(world, id)).toEqual(['reported', 'dispatched', 'accepted', 'arrived', 'finished', 'rated', 'closed']);
    expect(await waitingJobs(world, id)).toEqual([]);
  });
});
