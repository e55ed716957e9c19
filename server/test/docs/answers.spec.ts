import { type Answer, type Person, startApp, type TestApp } from '../support/app';
import { aVerifiedPerson, importList, invite, LIST_HEADER } from '../support/homes';
import { aLead, allAgents, freshPhone, holderOf } from '../support/leads';
import { Judge } from '../support/openapi';
import { anAcceptedOrder, aReportedOrder } from '../support/orders';
import { codeOf, visit } from '../support/referrals';
import { aNamedPerson, payout } from '../support/rewards';

describe('real answers are as the description says', () => {
  let world: TestApp;
  let judge: Judge;
  let agents: Person[];
  let manager: Person;

  beforeAll(async () => {
    world = await startApp();
    judge = new Judge((await world.http('GET', '/api/openapi.json')).body);
    [agents, manager] = await Promise.all([allAgents(world), world.as('manager')]);
  });
  afterAll(() => world?.stop());

  /** Sends, and holds the answer against the description: a status that is expected, a shape that is promised. */
  async function conforms(route: string, status: number, sent: Promise<Answer>): Promise<any> {
    const answer = await sent;
    expect({ route, status: answer.status, broken: judge.answer(route, answer) }).toEqual({ route, status, broken: [] });
    return answer.body;
  }

  it('what anybody may look at', async () => {
    const projects = await conforms('GET /api/projects', 200, world.http('GET', '/api/projects'));
    await conforms('GET /api/projects/{id}', 200, world.http('GET', `/api/projects/${projects.items[0].id}`));
    await conforms('GET /api/policy', 200, world.http('GET', '/api/policy'));
    await conforms('GET /api/wechat/subscribe-templates', 200, world.http('GET', '/api/wechat/subscribe-templates'));
    await conforms('GET /api/health/live', 200, world.http('GET', '/api/health/live'));
    await conforms('GET /api/health/ready', 200, world.http('GET', '/api/health/ready'));
    await conforms('GET /metrics', 200, world.http('GET', '/metrics'));
    await conforms('POST /api/dev/clock', 200, world.http('POST', '/api/dev/clock', { advance: 'PT0S' }));
    const { code } = (await world.sim('POST', 'personas/prospect-2/login-code')).body;
    await conforms('POST /api/sessions', 201, world.http('POST', '/api/sessions', { code }));
  });

  it('the whole journey of a lead', async () => {
    const phone = freshPhone();
    const prospect = await world.stranger(`p-${phone}`);
    const form = await aLead(world, { phone });
    expect(judge.request('LeadSubmissionDto', form)).toEqual([]);
    const { id } = await conforms('POST /api/leads', 201, prospect.post('/api/leads', form));
    await world.travel('PT0S');
    await conforms('GET /api/me', 200, prospect.get('/api/me'));
    expect((await conforms('GET /api/me/leads', 200, prospect.get('/api/me/leads'))).items[0].agent).not.toBeNull();
    await conforms('GET /api/me/messages', 200, prospect.get('/api/me/messages'));
    await conforms('GET /api/me/messages/unread', 200, prospect.get('/api/me/messages/unread'));
    await conforms('GET /api/me/consents', 200, prospect.get('/api/me/consents'));

    const { agent } = await holderOf(world, agents, id);
    const lead = `/api/staff/leads/${id}`;
    await conforms('GET /api/staff/leads', 200, agent.get('/api/staff/leads?view=urgent'));
    const offered = await conforms('GET /api/staff/leads/{id}', 200, agent.get(lead));
    expect(offered.acceptByExplanation.counted.length).toBeGreaterThan(0);
    const routing = await conforms('GET /api/staff/leads/{id}/routing', 200, agent.get(`${lead}/routing`));
    expect(routing.decisions[0].candidates.length).toBeGreaterThan(1);
    await conforms('POST /api/staff/leads/{id}/acceptance', 201, agent.post(`${lead}/acceptance`));
    await world.travel('PT0S');
    const tasks = await conforms('GET /api/staff/leads/{id}/tasks', 200, agent.get(`${lead}/tasks`));
    expect(tasks.items.length).toBeGreaterThan(0);
    const due = await conforms('GET /api/staff/tasks', 200, agent.get('/api/staff/tasks?due=today'));
    expect(due.items[0].why.counted).toBeDefined();
    const record = {
      occurredAt: new Date(world.now()).toISOString(),
      method: 'phone',
      content: '介绍了 118㎡ 户型和交付标准',
      feedback: '关注学区，想周末来看',
      nextPlan: '周六上午带看样板间',
      nextAt: new Date(world.now() + 86_400_000).toISOString(),
      connected: true,
      level: 'hot',
    };
    expect(judge.request('FollowUpDto', record)).toEqual([]);
    await conforms('POST /api/staff/leads/{id}/follow-ups', 201, agent.post(`${lead}/follow-ups`, record));
    await conforms('POST /api/staff/leads/{id}/phone-reveal', 200, agent.post(`${lead}/phone-reveal`));
    const followed = await conforms('GET /api/staff/leads/{id}', 200, agent.get(lead));
    expect([followed.followUps.length, followed.timeline.length > 3, followed.offers.length]).toEqual([1, true, 1]);
    const messages = await conforms('GET /api/staff/leads/{id}/messages', 200, agent.get(`${lead}/messages`));
    expect(messages.items.length).toBeGreaterThan(0);
    const closure = { outcome: 'lost', reason: '已购买其他楼盘' };
    await conforms('POST /api/staff/leads/{id}/closure', 201, agent.post(`${lead}/closure`, closure));
    const withdrawal = { purposes: form.consent.purposes };
    await conforms('POST /api/me/consents/withdrawal', 200, prospect.post('/api/me/consents/withdrawal', withdrawal));
  });

  it('what somebody of a home sees, and what a purchaser list answers', async () => {
    const projects = (await world.http('GET', '/api/projects')).body.items;
    await conforms('GET /api/projects/{id}/buildings', 200, world.http('GET', `/api/projects/${projects[0].id}/buildings`));
    const owner = await world.as('owner');
    const [home] = (await conforms('GET /api/me/homes', 200, owner.get('/api/me/homes'))).items;
    const homes = '/api/me/homes';
    const request = { role: 'tenant', may: ['report'], until: '2027-06-30' };
    expect(judge.request('HomeInvitationDto', request)).toEqual([]);
    const { code } = await conforms(
      'POST /api/me/homes/{unitId}/invitations',
      201,
      owner.post(`${homes}/${home.unitId}/invitations`, request),
    );
    const guest = await aVerifiedPerson(world);
    await conforms('GET /api/home-invitations/{code}', 200, guest.get(`/api/home-invitations/${code}`));
    await conforms('POST /api/me/homes', 201, guest.post(homes, { invitationCode: code }));
    await conforms('POST /api/me/homes', 404, guest.post(homes, { unitId: 'nowhere' }));
    const { people } = (await owner.get(homes)).body.items[0];
    const removal = `${homes}/${home.unitId}/people/${people[1].id}/removal`;
    await conforms('POST /api/me/homes/{unitId}/people/{id}/removal', 200, owner.post(removal));
    const { id } = await invite(owner, home.unitId, { role: 'family' });
    const revocation = `${homes}/invitations/${id}/revocation`;
    await conforms('POST /api/me/homes/invitations/{id}/revocation', 200, owner.post(revocation));
    const { view } = await importList(world, manager, [LIST_HEADER, ['1 号楼', '101', '江一帆', freshPhone(), '']]);
    await conforms('GET /api/staff/home-imports/{id}', 200, manager.get(`/api/staff/home-imports/${view.id}`));
    await conforms('GET /api/staff/home-imports/{id}/report', 200, manager.get(`/api/staff/home-imports/${view.id}/report`));
  });

  it('what colleagues and their manager work with', async () => {
    const projectId = (await world.http('GET', '/api/projects')).body.items[0].id as string;
    const [agent] = agents as [Person];
    const channels = await conforms('GET /api/channels', 200, agent.get('/api/channels'));
    const entry = { projectId, name: '韩梅', phone: freshPhone(), channelCode: channels.items[0].code };
    expect(judge.request('StaffLeadEntryDto', entry)).toEqual([]);
    await conforms('POST /api/staff/leads', 201, agent.post('/api/staff/leads', entry));
    const probe = { projectId, phone: entry.phone };
    await conforms('POST /api/staff/leads/duplicate-probe', 200, agent.post('/api/staff/leads/duplicate-probe', probe));
    await conforms('GET /api/staff/duty', 200, agent.get('/api/staff/duty'));
    await conforms('PUT /api/staff/duty', 200, agent.put('/api/staff/duty', { onDuty: true }));
    await conforms('GET /api/staff/colleagues', 200, manager.get('/api/staff/colleagues'));
    await conforms('GET /api/staff/lead-board', 200, manager.get(`/api/staff/lead-board?projectId=${projectId}`));
    const rules = `/api/staff/projects/${projectId}/routing-rules`;
    const history = await conforms('GET /api/staff/projects/{projectId}/routing-rules', 200, manager.get(rules));
    const [current] = history.items;
    const edition = { basedOn: current.version, rules: current.rules, settings: current.settings };
    expect(judge.request('PublishRulesDto', edition)).toEqual([]);
    await conforms('PUT /api/staff/projects/{projectId}/routing-rules', 200, manager.put(rules, edition));
    await conforms('GET /api/staff/sop-plans', 200, manager.get('/api/staff/sop-plans'));
    const days = '/api/staff/calendars/office?from=2027-02-06&to=2027-02-08';
    await conforms('GET /api/staff/calendars/{id}', 200, manager.get(days));
    const jobs = await conforms('GET /api/staff/jobs', 200, (await world.as('admin')).get('/api/staff/jobs'));
    expect(jobs.items.length).toBeGreaterThan(0);
  });

  it('what owners and colleagues read of work orders', async () => {
    const [owner, engineer, supervisor] = (await Promise.all(['owner', 'engineer', 'supervisor'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
    ];
    const [{ unitId, projectId }] = (await owner.get('/api/me/homes')).body.items;
    const id = await anAcceptedOrder(world, owner, engineer, { contactPhone: '139 1234 5678' });
    await engineer.post(`/api/staff/work-orders/${id}/arrival`);
    await engineer.post(`/api/staff/work-orders/${id}/completion`, {
      words: '换了阀芯',
      parts: [{ name: '阀芯', quantity: 1, priceFen: 0 }],
    });
    await owner.post(`/api/work-orders/${id}/rating`, { stars: 2, stillBroken: false });
    await aReportedOrder(world, owner);
    const categories = await conforms('GET /api/work-order-categories', 200, world.http('GET', '/api/work-order-categories'));
    expect(categories.items[0].children.length).toBeGreaterThan(0);
    await conforms('GET /api/warranty', 200, owner.get(`/api/warranty?unitId=${unitId}&category=leak-bath`));
    expect((await conforms('GET /api/me/work-orders', 200, owner.get('/api/me/work-orders'))).items.length).toBeGreaterThan(1);
    expect((await conforms('GET /api/work-orders/{id}', 200, owner.get(`/api/work-orders/${id}`))).steps.length).toBeGreaterThan(3);
    const order = `/api/staff/work-orders/${id}`;
    expect((await conforms('GET /api/staff/work-orders', 200, supervisor.get('/api/staff/work-orders'))).items.length).toBeGreaterThan(1);
    const detail = await conforms('GET /api/staff/work-orders/{id}', 200, supervisor.get(order));
    expect([detail.clocks.length > 2, detail.revisits.length, detail.timeline.length > 4]).toEqual([true, 1, true]);
    const dispatch = await conforms('GET /api/staff/work-orders/{id}/dispatch', 200, engineer.get(`${order}/dispatch`));
    expect(dispatch.decisions[0].candidates.length).toBeGreaterThan(1);
    await conforms('GET /api/staff/work-orders/{id}/messages', 200, engineer.get(`${order}/messages`));
    const board = `/api/staff/work-order-board?projectId=${projectId}`;
    expect((await conforms('GET /api/staff/work-order-board', 200, supervisor.get(board))).urgent.length).toBeGreaterThan(0);
    expect((await conforms('GET /api/staff/revisits', 200, supervisor.get('/api/staff/revisits'))).items.length).toBe(1);
    await conforms('GET /api/staff/contractors', 200, engineer.get(`/api/staff/contractors?projectId=${projectId}`));
    const at = (hours: number) => new Date(world.now() + hours * 3_600_000).toISOString();
    const turn = { staffId: engineer.me.staffId, fromAt: at(30), toAt: at(38) };
    expect(judge.request('RotaTurnDto', turn)).toEqual([]);
    const planned = await conforms('POST /api/staff/rota', 201, supervisor.post('/api/staff/rota', turn));
    const range = `projectId=${projectId}&from=${at(0)}&to=${at(72)}`;
    expect((await conforms('GET /api/staff/rota', 200, engineer.get(`/api/staff/rota?${range}`))).turns.length).toBe(1);
    await conforms('POST /api/staff/rota/{id}/removal', 201, supervisor.post(`/api/staff/rota/${planned.id}/removal`));
    const report = supervisor.get(`/api/staff/work-order-report?projectId=${projectId}&from=${at(-24)}&to=${at(24)}`);
    expect((await conforms('GET /api/staff/work-order-report', 200, report)).engineers.length).toBeGreaterThan(0);
  });

  it('what a recommendation is to its people, and what it earns', async () => {
    const projectId = (await world.http('GET', '/api/projects')).body.items[0].id as string;
    const [finance, relations] = (await Promise.all(['finance', 'relations'].map((key) => world.as(key)))) as [Person, Person];
    const [referrer, friend] = [await aNamedPerson(world), await aVerifiedPerson(world, freshPhone())];
    await conforms('GET /api/projects/{id}/referral-offer', 200, referrer.get(`/api/projects/${projectId}/referral-offer`));
    await conforms('GET /api/projects/{id}/referral-rules', 200, world.http('GET', `/api/projects/${projectId}/referral-rules`));
    await conforms('POST /api/referral-links', 201, referrer.post('/api/referral-links', { projectId }));
    const form = { projectId, name: '李雷雷', phone: friend.phone, relation: '同事' };
    expect(judge.request('ReferralRegistrationDto', form)).toEqual([]);
    const receipt = await conforms('POST /api/referrals', 201, referrer.post('/api/referrals', form));
    const ask = `/api/me/referral-asks/${codeOf(receipt)}`;
    await conforms('GET /api/me/referral-asks/{code}', 200, friend.get(ask));
    const yes = { agree: true, consent: (await aLead(world, {})).consent };
    await conforms('POST /api/me/referral-asks/{code}/answer', 201, friend.post(`${ask}/answer`, yes));
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    const one = `/api/staff/referrals/${receipt.id}`;
    for (const stage of [{ stage: 'signed', dealAmount: 320_000_000 }, { stage: 'settled' }]) {
      await conforms('POST /api/staff/referrals/{id}/stage', 201, manager.post(`${one}/stage`, stage));
      await world.travel('PT0S');
    }
    expect((await conforms('GET /api/me/referrals', 200, referrer.get('/api/me/referrals'))).items[0].rewards.length).toBe(2);
    await conforms('GET /api/me/referrals/{id}', 200, referrer.get(`/api/me/referrals/${receipt.id}`));
    expect((await conforms('GET /api/staff/referrals', 200, manager.get('/api/staff/referrals'))).items.length).toBeGreaterThan(0);
    await conforms('GET /api/staff/referrals/{id}', 200, manager.get(one));
    await conforms('GET /api/staff/referrals/{id}/verdict', 200, manager.get(`${one}/verdict`));
    const month = 'from=2026-11-01&to=2026-12-31';
    await conforms('GET /api/staff/referral-share', 200, manager.get(`/api/staff/referral-share?${month}`));

    const mine = await conforms('GET /api/me/rewards', 200, referrer.get('/api/me/rewards'));
    expect([mine.rewards.length, mine.entries.length > 0, mine.lapsing !== null]).toEqual([2, true, true]);
    await conforms('GET /api/me/real-name', 200, referrer.get('/api/me/real-name'));
    const { id } = mine.rewards.find((reward: { form: string }) => reward.form === 'cash');
    const reward = `/api/staff/rewards/${id}`;
    await conforms('POST /api/staff/rewards/{id}/approval', 201, manager.post(`${reward}/approval`));
    await conforms('POST /api/staff/rewards/{id}/payout', 201, finance.post(`${reward}/payout`, payout(world)));
    await conforms('GET /api/staff/rewards', 200, finance.get('/api/staff/rewards'));
    const paid = await conforms('GET /api/staff/rewards/{id}', 200, finance.get(reward));
    expect([paid.payout.amount, paid.timeline.length > 3, paid.entries.length > 3]).toEqual([300_000, true, true]);
    await conforms('GET /api/staff/reward-rules', 200, manager.get(`/api/staff/reward-rules?projectId=${projectId}`));
    const gifts = (await conforms('GET /api/reward-catalogue', 200, referrer.get('/api/reward-catalogue'))).items;
    const { id: itemId } = gifts.find(({ points }: { points: number }) => points <= 2_000);
    const had = await conforms('POST /api/me/redemptions', 201, referrer.post('/api/me/redemptions', { itemId }));
    await conforms('GET /api/me/redemptions', 200, referrer.get('/api/me/redemptions'));
    await conforms('GET /api/staff/redemptions', 200, relations.get('/api/staff/redemptions'));
    await conforms('POST /api/staff/redemptions/{id}/hand-over', 201, relations.post(`/api/staff/redemptions/${had.id}/hand-over`));
  });

  it('refusals too', async () => {
    const [agent] = agents as [Person];
    await conforms('GET /api/staff/leads/{id}', 404, agent.get('/api/staff/leads/nothing'));
    await conforms('POST /api/staff/leads', 400, agent.post('/api/staff/leads', { name: '' }));
    await conforms('GET /api/me', 401, world.http('GET', '/api/me'));
    await conforms('GET /api/staff/jobs', 403, agent.get('/api/staff/jobs'));
  });

  it('and a leaked or missing field would be seen', async () => {
    const answer = await world.http('GET', '/api/policy');
    const { version: _, ...missing } = answer.body;
    expect(judge.answer('GET /api/policy', { ...answer, body: missing })).toEqual([expect.stringContaining("'version'")]);
    const leaking = { ...answer, body: { ...answer.body, phone: '13900000000' } };
    expect(judge.answer('GET /api/policy', leaking)).toEqual([expect.stringContaining('phone')]);
    expect(judge.judged.size).toBeGreaterThan(30);
  });
});
