import { DEFAULT_VERDICT_SETTINGS } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { csv, goodRow, HEADER, phoneOfRow, upload } from '../../support/lead-tables';
import { aLead, allAgents, freshPhone, leadState, submit } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, mine, refer, rowOf, verdictOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';
import { aPhoto, sendFile } from '../../support/uploads';

describe('a friend who is served already', () => {
  let world: TestApp;
  let projectId: string;
  let manager: Person;
  let admin: Person;
  let agents: Person[];
  let referrer: Bound;
  beforeAll(async () => {
    world = await startApp();
    projectId = (await aLead(world, {})).projectId;
    [manager, admin] = await Promise.all([world.as('manager'), world.as('admin')]);
    agents = await allAgents(world);
    referrer = await aVerifiedPerson(world);
  });
  afterAll(() => world?.stop());

  /** The friend left their details by themselves, then said yes to the referrer, and came. */
  async function aContested(): Promise<{ friend: Bound; id: string; leadId: string }> {
    const friend = await aVerifiedPerson(world, freshPhone());
    expect((await submit(world, friend, await aLead(world, {}))).status).toBe(201);
    await world.travel('PT1M');
    const receipt = await refer(world, referrer, friend.phone);
    await answerAsk(world, friend, codeOf(receipt));
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    return { friend, id: receipt.id, leadId: (await rowOf(world, receipt.id)).lead_id as string };
  }
  const sign = (id: string) => manager.post(`/api/staff/referrals/${id}/stage`, { stage: 'signed', dealAmount: 1_000_000 });

  it('joins the lead that is there; the referral is told that it lost, without the friend’s dealings, and cannot be signed', async () => {
    const { id, leadId } = await aContested();
    const seen = await mine(referrer, id);
    expect(seen).toMatchObject({ status: 'visited', note: '归属判给先到的渠道，可申诉', mayAppeal: true });
    expect(JSON.stringify(seen)).not.toContain('小程序');
    const verdict = await verdictOf(manager, id);
    expect(verdict.claims.map((c) => [c.kind, c.label, c.outcome])).toEqual([
      ['channel', '渠道「小程序留资」', 'won'],
      ['referral', '一位业主的推荐', 'lost'],
    ]);
    expect(verdict.claims[1]?.why).toMatch(/^渠道「小程序留资」登记更早/);
    const ofLead = await manager.get(`/api/staff/leads/${leadId}/verdict`);
    expect(ofLead.body).toMatchObject({ subjectId: leadId, winner: verdict.winner });
    const signed = await sign(id);
    expect(signed.body).toMatchObject({ status: 'ended', explained: expect.stringMatching(/先到者优先$/) });
    expect(await mine(referrer, id)).toMatchObject({ status: 'ended', note: '归属判给先到的渠道，可申诉' });
    expectProblem(await sign(id), 'referral.state-conflict');
  });

  it('a line of a table that a colleague imports claims from the import on, and the verdict says so', async () => {
    const before = await aVerifiedPerson(world, phoneOfRow(71));
    const after = await aVerifiedPerson(world, phoneOfRow(72));
    const first = await refer(world, referrer, before.phone);
    expect((await answerAsk(world, before, codeOf(first))).status).toBe(201);
    await world.travel('PT1M');
    expect((await upload(world, manager, { content: csv([HEADER, goodRow(71), goodRow(72)]), fields: { projectId } })).status).toBe(201);
    await world.travel('PT1M');
    const second = await refer(world, referrer, after.phone);
    expect((await answerAsk(world, after, codeOf(second))).status).toBe(201);
    for (const friend of [before, after]) await visit(world, friend, projectId);
    await world.travel('PT0S');
    const [early, late] = [await verdictOf(manager, first.id), await verdictOf(manager, second.id)];
    expect(early.claims.map((c) => [c.kind, c.outcome])).toEqual([
      ['referral', 'won'],
      ['import', 'lost'],
    ]);
    expect(late.winner).toMatchObject({ kind: 'import', label: expect.stringMatching(/^历史导入「/) });
    expect(late.winner?.rules).toContainEqual(
      expect.objectContaining({ rule: '导入时间', held: true, text: expect.stringMatching(/^由同事从表格导入，从导入时（.+）起算/) }),
    );
    expect((await mine(referrer, second.id)).note).toBe('好友此前已有登记，可申诉');
  });

  it('an appeal with a photo is judged by a manager; granted, the referral lives again, is signed, and the decision stands', async () => {
    const { id, leadId, friend } = await aContested();
    await sign(id);
    const photo = (await sendFile(world, referrer, await aPhoto())).body.id;
    const request = { reason: '是我先带他去看的', uploadIds: [photo] };
    const stranger = await aVerifiedPerson(world);
    expectProblem(await stranger.post(`/api/me/referrals/${id}/appeal`, request), 'referral.not-found');
    expectProblem(await friend.post(`/api/me/referrals/${id}/appeal`, request), 'referral.not-found');
    expectProblem(await stranger.post(`/api/me/referrals/${id}/appeal`, { ...request, reason: ' ' }), 'request.invalid');
    const both = await Promise.all([0, 1].map(() => referrer.post(`/api/me/referrals/${id}/appeal`, request)));
    expect(both.map((a) => a.status).sort()).toEqual([201, 409]);
    expect(await mine(referrer, id)).toMatchObject({ mayAppeal: false, appeal: { status: 'open', answer: null } });

    await world.travel('PT0S');
    expect((await manager.inbox()).some((m) => m.title === '推荐待复核')).toBe(true);
    const listed = (await manager.get('/api/staff/referrals?view=appealed')).body.items;
    expect(listed.map((r: { id: string }) => r.id)).toEqual([id]);
    const { appeal } = await verdictOf(manager, id);
    expect(appeal).toMatchObject({ status: 'open', reason: '是我先带他去看的' });
    expect(appeal?.photos).toHaveLength(1);
    const agent = agents[0] as Person;
    const judgement = { outcome: 'overturned', answer: '现场登记表确认推荐在先', winner: 1 };
    const judge = (person: Person, body: object = judgement) => person.post(`/api/staff/appeals/${appeal?.id}/judgement`, body);
    expectProblem(await judge(agent), 'permission.denied');
    expectProblem(await judge(manager, { ...judgement, winner: 9 }), 'request.invalid');
    expectProblem(await judge(manager, { ...judgement, winner: 0 }), 'request.invalid');
    const judged = await Promise.all([judge(manager), judge(admin)]);
    expect(judged.map((a) => a.status).sort()).toEqual([200, 409]);

    await world.travel('PT0S');
    expect(await mine(referrer, id)).toMatchObject({
      status: 'visited',
      note: '归属判给您的推荐',
      appeal: { status: 'overturned', answer: '现场登记表确认推荐在先' },
    });
    const after = (await manager.get(`/api/staff/leads/${leadId}/verdict`)).body;
    expect(after.winner.kind).toBe('referral');
    expect(after.history.length).toBeGreaterThan(1);
    expect((await sign(id)).body).toMatchObject({ status: 'signed', explained: null });
  });

  it('an appeal that is refused leaves everything as it was, and after two there is no third', async () => {
    const { id } = await aContested();
    for (const round of [1, 2]) {
      expect((await referrer.post(`/api/me/referrals/${id}/appeal`, { reason: `第 ${round} 次`, uploadIds: [] })).status).toBe(201);
      const { appeal } = await verdictOf(manager, id);
      const body = { outcome: 'upheld', answer: '小程序登记在先' };
      expect((await manager.post(`/api/staff/appeals/${appeal?.id}/judgement`, body)).body.status).toBe('upheld');
      expectProblem(await manager.post(`/api/staff/appeals/${appeal?.id}/judgement`, body), 'appeal.state-conflict');
    }
    expect(await mine(referrer, id)).toMatchObject({ mayAppeal: false, note: '归属判给先到的渠道' });
    expectProblem(await referrer.post(`/api/me/referrals/${id}/appeal`, { reason: '再来', uploadIds: [] }), 'appeal.not-allowed');
  });

  it('gives the customer to the claim that the manager chose, or to none when another one stands at its place by now', async () => {
    const { id, friend } = await aContested();
    expect((await referrer.post(`/api/me/referrals/${id}/appeal`, { reason: '是我先说的', uploadIds: [] })).status).toBe(201);
    const shown = await verdictOf(manager, id);
    const rival = await aVerifiedPerson(world);
    await world.travel('PT1M');
    await answerAsk(world, friend, codeOf(await refer(world, rival, friend.phone)));
    await world.travel('PT0S');
    const judgement = { outcome: 'overturned', answer: '现场登记表', winner: 1 };
    const judge = (judgedAt: string) => manager.post(`/api/staff/appeals/${shown.appeal?.id}/judgement`, { ...judgement, judgedAt });
    expectProblem(await judge(shown.judgedAt), 'appeal.state-conflict');
    expect((await judge((await verdictOf(manager, id)).judgedAt)).body.status).toBe('overturned');
  });

  it('gives the customer to no referral whose friend took the agreement back meanwhile', async () => {
    const { id, friend } = await aContested();
    expect((await referrer.post(`/api/me/referrals/${id}/appeal`, { reason: '是我先说的', uploadIds: [] })).status).toBe(201);
    const { appeal } = await verdictOf(manager, id);
    expect((await friend.post('/api/me/consents/withdrawal', { purposes: ['service'] })).status).toBe(200);
    await world.travel('PT0S');
    const judge = (body: object) => manager.post(`/api/staff/appeals/${appeal?.id}/judgement`, { answer: '现场登记表', ...body });
    expectProblem(await judge({ outcome: 'overturned' }), 'request.invalid');
    expect((await rowOf(world, id)).standing).not.toBe('won');
    expect((await judge({ outcome: 'upheld' })).body.status).toBe('upheld');
  });

  it('a colleague appeals for the customer they serve, and nobody judges their own appeal', async () => {
    const { leadId } = await anAgreedReferral(world, referrer);
    const { owner_id } = await leadState(world, leadId);
    const agent = agents.find((a) => a.me.staffId === owner_id) as Person;
    const other = agents.find((a) => a !== agent) as Person;
    const request = { reason: '客户是我在巡展上认识的', uploadIds: [] };
    expectProblem(await other.post(`/api/staff/leads/${leadId}/appeal`, request), 'lead.not-found');
    expect((await agent.post(`/api/staff/leads/${leadId}/appeal`, request)).status).toBe(201);
    expectProblem(await manager.post(`/api/staff/leads/${leadId}/appeal`, request), 'appeal.already-open');
    const [listed] = (await manager.get('/api/staff/appeals?status=open')).body.items;
    expect(listed).toMatchObject({ leadId, referralId: null, mayJudge: true });
    await manager.post(`/api/staff/appeals/${listed.id}/judgement`, { outcome: 'upheld', answer: '推荐在先' });
    expect((await manager.post(`/api/staff/leads/${leadId}/appeal`, request)).status).toBe(201);
    const [own] = (await manager.get('/api/staff/appeals?status=open')).body.items;
    expect(own.mayJudge).toBe(false);
    expectProblem(await manager.post(`/api/staff/appeals/${own.id}/judgement`, { outcome: 'upheld', answer: '好' }), 'permission.denied');
    expect((await admin.post(`/api/staff/appeals/${own.id}/judgement`, { outcome: 'upheld', answer: '好' })).status).toBe(200);
  });

  it('of two who appeal for one customer each is answered: the one that waits is shown, to those who may judge it', async () => {
    const { id, leadId } = await aContested();
    expect((await referrer.post(`/api/me/referrals/${id}/appeal`, { reason: '是我先说的', uploadIds: [] })).status).toBe(201);
    expect((await manager.post(`/api/staff/leads/${leadId}/appeal`, { reason: '客户是我邀约的', uploadIds: [] })).status).toBe(201);
    expect((await verdictOf(manager, id)).appeal).toMatchObject({ reason: '客户是我邀约的', mayJudge: false });
    const answered: string[] = [];
    for (;;) {
      const { appeal } = await verdictOf(admin, id);
      if (appeal?.status !== 'open') break;
      expect(appeal.mayJudge).toBe(true);
      answered.push(appeal.reason);
      const judgement = { outcome: 'upheld', answer: '小程序登记在先' };
      expect((await admin.post(`/api/staff/appeals/${appeal.id}/judgement`, judgement)).status).toBe(200);
    }
    expect(answered).toEqual(['客户是我邀约的', '是我先说的']);
  });

  it('rules are versions: a draft says what it would change, an older one is refused, nonsense cannot be published', async () => {
    const rules = (person: Person, body: object) => person.post('/api/staff/verdict-rules', body);
    const [inForce] = (await manager.get(`/api/staff/verdict-rules?projectId=${projectId}`)).body.items;
    const settings = { ...DEFAULT_VERDICT_SETTINGS, precedence: 'referral-first' };
    const { body: simulated } = await manager.post('/api/staff/verdict-rules/simulation', { projectId, settings, days: 30 });
    expect(simulated.judged).toBeGreaterThan(2);
    expect(simulated.changed).toContainEqual({
      subjectId: expect.any(String),
      label: '许文',
      before: '渠道「小程序留资」',
      after: '一位业主的推荐',
      why: '一位业主的推荐有效，按规则推荐优先',
    });
    const same = await manager.post('/api/staff/verdict-rules/simulation', { projectId, settings: inForce.settings, days: 30 });
    expect(same.body.changed).toEqual([]);
    const draft = { projectId, basedOn: inForce.version, settings };
    expectProblem(await rules(agents[0] as Person, draft), 'permission.denied');
    const both = await Promise.all([rules(manager, draft), rules(admin, draft)]);
    expect(both.map((a) => a.status).sort()).toEqual([201, 409]);
    for (const broken of [{ ...settings, protectionDays: -1 }, { ...settings, extra: 1 }, { ...settings, completeFields: ['iq'] }, {}])
      expectProblem(await rules(manager, { ...draft, basedOn: inForce.version + 1, settings: broken }), 'rule.invalid');
    const contested = await aContested();
    expect(await verdictOf(manager, contested.id)).toMatchObject({ rulesVersion: inForce.version + 1, winner: { kind: 'referral' } });
  });
});
