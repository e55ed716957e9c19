import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { aLead, allAgents, freshPhone, leadState } from '../../support/leads';
import { answerAsk, type Bound, codeOf, mine, refer, rowOf, staffView, tryRefer, verdictOf, visit } from '../../support/referrals';
import { expectProblem } from '../../support/refusals';

describe('recommending a friend', () => {
  let world: TestApp;
  let manager: Person;
  let agents: Person[];
  let projectId: string;
  let referrer: Bound;
  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    agents = await allAgents(world);
    projectId = (await aLead(world, {})).projectId;
    referrer = await aVerifiedPerson(world);
  });
  afterAll(() => world?.stop());

  it('goes from the registration by the friend’s own yes, the visit, the verdict and the deal to the payment', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone, { name: '李雷雷' });
    await world.travel('PT0S');
    expect(await mine(referrer, receipt.id)).toMatchObject({
      friendMasked: '李**',
      status: 'registered',
      note: '等好友同意后我们才会联系，邀请还剩 7 天',
      askPath: receipt.askPath,
      mayAppeal: false,
      rewards: [],
    });
    // Nobody of ours sees or may call the friend before the yes.
    const hidden = await staffView(manager, receipt.id);
    expect([hidden.friend, hidden.leadId]).toEqual([{ name: '待好友同意', phoneMasked: '' }, null]);
    expect(JSON.stringify(hidden)).not.toContain('李雷雷');
    expect((await friend.inbox()).length + (await friend.get('/api/me/messages')).body.items.length).toBeGreaterThan(0);

    const ask = await friend.get(`/api/me/referral-asks/${codeOf(receipt)}`);
    expect(ask.body).toMatchObject({ state: 'open', projectId, referrerName: '一位业主' });
    expect((await answerAsk(world, friend, codeOf(receipt))).body).toMatchObject({ state: 'answered' });
    await world.travel('PT0S');
    const agreed = await rowOf(world, receipt.id);
    expect([agreed.status, agreed.standing, agreed.friend_id]).toEqual(['agreed', 'won', friend.me.customerId]);
    expect(await mine(referrer, receipt.id)).toMatchObject({ note: '等好友到访，保护期还剩 30 天', askPath: null });
    const { owner_id } = await leadState(world, agreed.lead_id as string);
    const agent = agents.find((a) => a.me.staffId === owner_id) as Person;
    const seen = await staffView(agent, receipt.id);
    expect([seen.friend.name, seen.leadId, seen.won]).toEqual(['李雷雷', agreed.lead_id, true]);
    expectProblem(await (agents.find((a) => a !== agent) as Person).get(`/api/staff/referrals/${receipt.id}`), 'referral.not-found');

    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    expect((await mine(referrer, receipt.id)).steps.map((s) => [s.title, s.state])).toEqual([
      ['报备', 'done'],
      ['好友同意', 'done'],
      ['到访', 'done'],
      ['认购', 'now'],
      ['签约', 'next'],
      ['回款', 'next'],
    ]);
    const verdict = await verdictOf(manager, receipt.id);
    expect(verdict.winner).toMatchObject({ kind: 'referral', label: '一位业主的推荐', outcome: 'won', why: '' });
    expect(verdict.sentences.at(-1)).toBe('结论：这位客户归属一位业主的推荐。');
    expect(verdict.facts.map((f) => f.source)).toEqual(['referral', 'referral', 'viewing']);

    const stage = (body: object) => manager.post(`/api/staff/referrals/${receipt.id}/stage`, body);
    expectProblem(await stage({ stage: 'signed' }), 'referral.deal-amount-required');
    expectProblem(await stage({ stage: 'settled' }), 'referral.state-conflict');
    expect((await stage({ stage: 'subscribed' })).body).toMatchObject({ status: 'subscribed' });
    expect((await stage({ stage: 'signed', dealAmount: 320_000_000 })).body).toMatchObject({ status: 'signed', explained: null });
    expectProblem(await stage({ stage: 'signed', dealAmount: 320_000_000 }), 'referral.state-conflict');
    expect((await stage({ stage: 'settled' })).body).toMatchObject({ status: 'settled' });
    await world.travel('PT0S');
    const done = await staffView(manager, receipt.id);
    expect(done).toMatchObject({ status: 'settled', dealAmount: 320_000_000, allowed: ['cancelDeal'] });
    expect(done.timeline.map((t) => t.text)).toEqual([
      '推荐人报备了好友，等待好友同意',
      '好友同意了推荐',
      '判客：归属成立',
      '好友首次到访',
      '登记认购',
      '登记签约',
      '登记回款',
    ]);
    const told = (await referrer.get('/api/me/messages')).body.items.filter((m: { title: string }) => m.title === '推荐进度通知');
    expect(told).toHaveLength(5);
  });

  it('is for those whose number WeChat vouched for, not for oneself, and not twice for one friend', async () => {
    const unbound = await world.stranger('ref-unbound');
    expectProblem(await tryRefer(world, unbound, freshPhone()), 'referral.phone-required');
    expectProblem(await tryRefer(world, referrer, referrer.phone), 'referral.self');
    expectProblem(await tryRefer(world, referrer, '12345'), 'phone.invalid');
    const phone = freshPhone();
    const key = 'one-friend-once-please';
    const first = await tryRefer(world, referrer, phone, { key });
    expect((await tryRefer(world, referrer, phone, { key })).body).toEqual(first.body);
    expectProblem(await tryRefer(world, referrer, `+86 ${phone}`), 'referral.already-registered');
  });

  it('answers the same whether the friend was known or not', async () => {
    const known = await aVerifiedPerson(world, freshPhone());
    const answers = [await tryRefer(world, referrer, known.phone), await tryRefer(world, referrer, freshPhone())];
    expect(answers.map((a) => [a.status, Object.keys(a.body), a.body.status])).toEqual(
      answers.map(() => [201, ['id', 'status', 'askPath'], 'registered']),
    );
  });

  it('a code that was edited, made up or full of odd characters is unknown and names nobody', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const code = codeOf(await refer(world, referrer, friend.phone));
    for (const odd of [`${code.slice(0, -1)}x`, code.toUpperCase(), '%E6%8E%A8%E8%8D%90', '..%2F..', "'%20OR%201=1", 'a'.repeat(90)]) {
      const { status, body } = await friend.get(`/api/me/referral-asks/${odd}`);
      expect([odd, status, body.state, body.referrerName, body.projectName]).toEqual([odd, 200, 'unknown', '', '']);
      expectProblem(await answerAsk(world, friend, odd), 'referral.ask-over');
    }
  });

  it('only the friend answers, once, and a yes needs the agreement to the policy', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const other = await aVerifiedPerson(world, freshPhone());
    const code = codeOf(await refer(world, referrer, friend.phone));
    const stranger = await world.stranger('ask-unbound');
    expectProblem(await answerAsk(world, stranger, code), 'account.phone-required');
    expectProblem(await answerAsk(world, other, code), 'referral.ask-not-yours');
    expectProblem(await answerAsk(world, other, code, false), 'referral.ask-not-yours');
    expectProblem(await friend.post(`/api/me/referral-asks/${code}/answer`, { agree: true }), 'policy.consent-required');
    const before = await world.database.rows('SELECT id FROM leads WHERE customer_id = ?', [friend.me.customerId]);
    expect(before).toEqual([]);
    const both = await Promise.all([answerAsk(world, friend, code), answerAsk(world, friend, code)]);
    expect(both.map((a) => a.status).sort()).toEqual([201, 409]);
  });

  it('a no ends it, and the same person does not ask again', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const receipt = await refer(world, referrer, friend.phone);
    expect((await answerAsk(world, friend, codeOf(receipt), false)).body.state).toBe('answered');
    expect(await mine(referrer, receipt.id)).toMatchObject({ status: 'ended', note: '好友未同意' });
    expectProblem(await tryRefer(world, referrer, friend.phone), 'referral.already-registered');
    expect(await world.database.rows('SELECT id FROM leads WHERE customer_id = ?', [friend.me.customerId])).toEqual([]);
  });

  it('somebody else’s referral is not found', async () => {
    const other = await aVerifiedPerson(world);
    const receipt = await refer(world, other, freshPhone());
    expectProblem(await referrer.get(`/api/me/referrals/${receipt.id}`), 'referral.not-found');
  });
});
