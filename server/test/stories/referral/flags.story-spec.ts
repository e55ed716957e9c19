import type { FraudFlagView } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { accept, anOwner, aVerifiedPerson, emptyHomes, invite } from '../../support/homes';
import { allAgents, freshPhone, leadState } from '../../support/leads';
import { anAgreedReferral, answerAsk, type Bound, codeOf, refer, rowOf, staffView, verdictOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

describe('what looks odd about a referral', () => {
  let world: TestApp;
  let manager: Person;
  let agents: Person[];
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    agents = await allAgents(world);
  });
  afterAll(() => world?.stop());

  const flags = async (id: string): Promise<FraudFlagView[]> => (await verdictOf(manager, id)).flags;
  const signs = async (id: string) => (await flags(id)).map((flag) => flag.sign);
  const agreed = async (referrer: Person, friend: Bound): Promise<string> => {
    const receipt = await refer(world, referrer, friend.phone);
    expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT0S');
    return receipt.id;
  };

  it('many friends from one WeChat and numbers in a row are flagged with evidence, told to the manager, and refuse nothing', async () => {
    const referrer = await aVerifiedPerson(world);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await refer(world, referrer, `1361234567${i}`)).id);
    await world.travel('PT0S');
    const last = ids[4] as string;
    expect((await flags(last)).map((f) => [f.sign, f.evidence, f.status])).toEqual([
      ['one-device', ['同一微信 24 小时内报备了 5 位好友'], 'open'],
      ['number-sequence', ['5 个相连号码'], 'open'],
    ]);
    expect(await signs(ids[0] as string)).not.toContain('one-device');
    expect((await manager.inbox()).some((m) => m.title === '推荐待复核')).toBe(true);
    const listed = (await manager.get('/api/staff/referrals?view=flagged&limit=100')).body.items;
    expect(listed.map((r: { id: string }) => r.id)).toContain(last);
    expect(await staffView(manager, last)).toMatchObject({ status: 'registered', flags: 2 });
  });

  it('a flag is cleared or confirmed once, with a note, by who may judge', async () => {
    const referrer = await aVerifiedPerson(world);
    for (let i = 0; i < 3; i++) await refer(world, referrer, `1351234567${i}`);
    const { id } = await refer(world, referrer, '13512345673');
    await world.travel('PT0S');
    const [flag] = await flags(id);
    const judge = (person: Person, body: object) => person.post(`/api/staff/fraud-flags/${flag?.id}/judgement`, body);
    expectProblem(await judge(agents[0] as Person, { outcome: 'cleared', note: '好' }), 'permission.denied');
    expectProblem(await judge(manager, { outcome: 'cleared', note: ' ' }), 'request.invalid');
    const both = await Promise.all([0, 1].map(() => judge(manager, { outcome: 'cleared', note: '同一家公司的同事号码' })));
    expect(both.map((a) => a.status).sort()).toEqual([200, 409]);
    expect((await flags(id))[0]).toMatchObject({ status: 'cleared', note: '同一家公司的同事号码' });
    expect((await staffView(manager, id)).flags).toBe(0);
  });

  it('friends who recommend each other in a round of three', async () => {
    const [a, b, c] = [await aVerifiedPerson(world), await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const first = await agreed(a, b);
    await agreed(b, c);
    const closing = await agreed(c, a);
    expect(await signs(first)).toEqual([]);
    const [round] = await flags(closing);
    expect([round?.sign, round?.evidence[0]?.split(' → ').length]).toEqual(['circular', 3]);
    expect((await verdictOf(manager, closing)).winner?.rules).toContainEqual({
      rule: '互相推荐',
      held: true,
      text: '推荐人与客户互相推荐，按规则提示人工核实，不影响归属',
    });
  });

  it('people of one home: flagged, and by the default rules no referral', async () => {
    const home = (await emptyHomes(world))[0] as Awaited<ReturnType<typeof emptyHomes>>[number];
    const owner = await anOwner(world, await world.as('clerk'), home);
    const family = await aVerifiedPerson(world);
    expect((await accept(family, (await invite(owner, home.id, { role: 'family' })).code)).status).toBe(201);
    const id = await agreed(owner, family);
    expect(await signs(id)).toEqual(['household']);
    const verdict = await verdictOf(manager, id);
    expect(verdict.claims[0]).toMatchObject({ outcome: 'void', why: '推荐人与客户是同一户家庭，按规则不算推荐' });
  });

  it('a colleague who recommends, and one who answers an ask from the referrer’s own WeChat', async () => {
    const agent = await world.as('agent-wu');
    expect((await agent.post('/api/me/phone', { code: await agent.phoneCode() })).status).toBe(200);
    const id = await agreed(await world.as('agent-wu'), await aVerifiedPerson(world));
    expect(await signs(id)).toEqual(['staff-referral']);
  });

  it('a declared relative of the agent who serves', async () => {
    const referrer = await aVerifiedPerson(world);
    const { id, friend, leadId } = await anAgreedReferral(world, referrer);
    const { owner_id } = await leadState(world, leadId);
    const agent = agents.find((a) => a.me.staffId === owner_id) as Person;
    const declaration = { name: '林父', phone: referrer.phone, relation: '父亲' };
    const declared = await agent.post('/api/staff/relatives', declaration);
    expect([declared.status, declared.body.phoneMasked]).toEqual([201, expect.stringContaining('****')]);
    expectProblem(await agent.post('/api/staff/relatives', declaration), 'request.invalid');
    const second = await aVerifiedPerson(world, freshPhone());
    const other = await agreed(referrer, second);
    const [flag] = (await flags(other)).filter((f) => f.sign === 'declared-relative');
    expect(flag?.evidence[0]).toMatch(/^推荐人是.+申报的亲属（父亲）/);
    expect((await agent.get('/api/staff/relatives')).body.items).toHaveLength(1);
    const stranger = agents.find((a) => a !== agent) as Person;
    expect((await stranger.get('/api/staff/relatives')).body.items).toEqual([]);
    expectProblem(await stranger.post(`/api/staff/relatives/${declared.body.id}/removal`), 'referral.not-found');
    expect((await agent.post(`/api/staff/relatives/${declared.body.id}/removal`)).status).toBe(200);
    expect((await agent.get('/api/staff/relatives')).body.items).toEqual([]);
    expect([await signs(id), friend.phone.length]).toEqual([[], 11]);
  });

  it('what was cleared before the friend’s yes is raised again when the yes shows more', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const referrer = await aVerifiedPerson(world);
    const [agent] = agents as [Person];
    for (const one of [
      { name: '林姑', phone: friend.phone, relation: '姑姑' },
      { name: '林舅', phone: referrer.phone, relation: '舅舅' },
    ])
      expect((await agent.post('/api/staff/relatives', one)).status).toBe(201);
    const receipt = await refer(world, referrer, friend.phone);
    await world.travel('PT0S');
    const [first] = await flags(receipt.id);
    const clear = (id: string | undefined) =>
      manager.post(`/api/staff/fraud-flags/${id}/judgement`, { outcome: 'cleared', note: '推荐人与顾问无利益往来' });
    expect((await clear(first?.id)).status).toBe(200);
    expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT0S');
    const [again] = await flags(receipt.id);
    expect([again?.status, again?.evidence.length, again?.note]).toEqual(['open', 2, null]);
    // Cleared with all of it known, it is left alone.
    expect((await clear(again?.id)).status).toBe(200);
    await visit(world, friend, String((await rowOf(world, receipt.id)).project_id));
    await world.travel('PT0S');
    expect((await flags(receipt.id))[0]?.status).toBe('cleared');
  });

  it('a friend who is a declared relative is named by nothing before their own yes', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const [agent] = agents as [Person];
    const referrer = await aVerifiedPerson(world);
    const declared = [
      { name: '林母', phone: friend.phone, relation: '母亲' },
      { name: '林叔', phone: referrer.phone, relation: '叔叔' },
    ];
    for (const one of declared) expect((await agent.post('/api/staff/relatives', one)).status).toBe(201);
    const receipt = await refer(world, referrer, friend.phone);
    await world.travel('PT0S');
    expect((await flags(receipt.id)).map((f) => [f.sign, f.evidence.length])).toEqual([['declared-relative', 1]]);
    expect(JSON.stringify(await verdictOf(manager, receipt.id))).not.toContain('母亲');
    expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT0S');
    const [flag] = await flags(receipt.id);
    expect(flag?.evidence).toEqual([expect.stringMatching(/^好友是.+（母亲）/), expect.stringMatching(/^推荐人是.+（叔叔）/)]);
  });
});
