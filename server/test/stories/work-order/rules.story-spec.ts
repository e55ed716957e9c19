import { DEFAULT_SERVICE_POLICY, type DispatchRuleSet } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anAcceptedOrder, aReportedOrder, orderState } from '../../support/orders';

describe('rules of dispatch and the service promise', () => {
  let world: TestApp;
  let owner: Person;
  let engineer: Person;
  let supervisor: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [owner, engineer, supervisor] = await Promise.all([world.as('owner'), world.as('engineer'), world.as('supervisor')]);
    projectId = (await owner.get('/api/me/homes')).body.items[0].projectId;
  });
  afterAll(() => world?.stop());

  const current = async (): Promise<DispatchRuleSet> =>
    (await supervisor.get(`/api/staff/dispatch-rules?projectId=${projectId}`)).body.items[0];

  it('are published as versions; an order goes on under the promise it was received with', async () => {
    const old = await aReportedOrder(world, owner);
    const { version, rules, settings } = await current();
    const published = await supervisor.post('/api/staff/dispatch-rules', {
      projectId,
      basedOn: version,
      rules,
      settings: { ...settings, acceptMinutes: 30 },
    });
    expect(published.body).toMatchObject({ version: version + 1, settings: { acceptMinutes: 30 } });
    const fresh = await aReportedOrder(world, owner);
    await world.travel('PT6S');
    await world.travel('PT30M');
    expect(await orderState(world, fresh)).toMatchObject({ escalation: 1 });
    expect(await orderState(world, old)).toMatchObject({ escalation: 0 });
  });

  it('a version that somebody else published meanwhile is not overwritten, and nonsense is refused in sentences', async () => {
    const { version, rules, settings } = await current();
    const draft = { projectId, basedOn: version - 1, rules, settings };
    expect((await supervisor.post('/api/staff/dispatch-rules', draft)).body.code).toBe('rule.version-conflict');
    const zero = { ...draft, basedOn: version, settings: { ...settings, acceptMinutes: 0 } };
    expect((await supervisor.post('/api/staff/dispatch-rules', zero)).body).toMatchObject({
      code: 'rule.invalid',
      detail: expect.stringContaining('接单时限'),
    });
    const none = { ...draft, basedOn: version, rules: [] };
    expect((await supervisor.post('/api/staff/dispatch-rules', none)).body.code).toBe('rule.invalid');
    expect((await engineer.post('/api/staff/dispatch-rules', draft)).status).toBe(403);
    const two = await Promise.all([1, 2].map(() => supervisor.post('/api/staff/dispatch-rules', { ...draft, basedOn: version })));
    expect(two.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('a draft is tried on past orders and writes nothing', async () => {
    await anAcceptedOrder(world, owner, engineer);
    const { rules, version } = await current();
    const draft = [{ id: 'all-claim', name: '全部抢单', when: {}, group: {}, mode: 'claim' }];
    const answer = await supervisor.post('/api/staff/dispatch-rules/simulation', { projectId, rules: draft });
    expect(answer.status).toBe(200);
    expect(answer.body.orders).toBeGreaterThanOrEqual(3);
    expect(answer.body.claimable).toBe(answer.body.orders);
    expect(answer.body.sentences.length).toBeGreaterThan(0);
    const same = await supervisor.post('/api/staff/dispatch-rules/simulation', { projectId, rules });
    expect(same.body.changed).toBe(0);
    expect((await current()).version).toBe(version);
  });

  it('other numbers are tried on past logs: the same numbers change nothing, stricter ones do', async () => {
    const { settings } = await current();
    const range = { fromAt: new Date(world.now() - 86_400_000).toISOString(), toAt: new Date(world.now() + 1).toISOString() };
    const same = await supervisor.post('/api/staff/sla-replays', { projectId, policy: settings, ...range });
    expect(same.status).toBe(200);
    expect(same.body.changed).toEqual([]);
    const strict = await supervisor.post('/api/staff/sla-replays', {
      projectId,
      policy: { ...DEFAULT_SERVICE_POLICY, acceptMinutes: 1, resolveMinutes: 10 },
      ...range,
    });
    expect(strict.body.changed.length).toBeGreaterThan(0);
    expect((await engineer.post('/api/staff/sla-replays', { projectId, policy: settings, ...range })).status).toBe(403);
  });
});
