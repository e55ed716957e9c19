import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { freshPhone } from '../../support/leads';
import { anAgreedReferral, answerAsk, codeOf, mine, refer, rowOf, verdictOf, visit } from '../../support/referrals';
import { aReferral, ledgerFaults, pointsOf, projectOf, republish, rewardBy, rewardsOf, step } from '../../support/rewards';

describe('one friend in several referrals', () => {
  let world: TestApp;
  let manager: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    manager = await world.as('manager');
    projectId = await projectOf(world);
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  const told = (id: string) => ({ id, projectId, referrerId: '', friendId: null });

  it('of four referrers only the one that the verdict is for has the points of the visit; of the others a manager decides', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const referrers = await Promise.all(Array.from({ length: 4 }, () => aVerifiedPerson(world)));
    const receipts = [];
    for (const referrer of referrers) {
      receipts.push(await refer(world, referrer, friend.phone, { projectId }));
      await world.travel('PT1M');
    }
    for (const receipt of receipts) expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    expect(await Promise.all(receipts.map(async ({ id }) => (await rowOf(world, id)).standing))).toEqual(['won', 'lost', 'lost', 'lost']);
    expect(await Promise.all(referrers.map(pointsOf))).toEqual([2_000, 0, 0, 0]);
    for (const [i, receipt] of receipts.slice(1).entries())
      expect((await mine(referrers[i + 1] as Person, receipt.id)).rewards).toEqual([
        {
          form: 'points',
          amount: 2_000,
          status: 'due',
          statusLabel: '待审核',
          why: '规则「好友首次到访」：好友到访，2,000 积分；归属未判给这条推荐，改判后到账，或由经理决定',
        },
      ]);
    const [first, second] = receipts.map(({ id }) => told(id)) as [ReturnType<typeof told>, ReturnType<typeof told>];
    const waiting = await rewardBy(world, second, 'first-visit');
    expect((await manager.get(`/api/staff/rewards/${waiting.id}`)).body.allowed).toEqual(['approve', 'refuse']);
    const deal = { stage: 'signed', dealAmount: 320_000_000 };
    expect((await manager.post(`/api/staff/referrals/${first.id}/stage`, deal)).body.status).toBe('signed');
    await world.travel('PT0S');
    expect([(await rewardBy(world, second, 'first-visit')).status, await pointsOf(referrers[1] as Person)]).toEqual(['reversed', 0]);
  });

  it('points that waited for the verdict are there as soon as it is given, by nobody’s hand', async () => {
    const friend = await aVerifiedPerson(world, freshPhone());
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const receipts = [];
    for (const referrer of [one, two]) {
      receipts.push(await refer(world, referrer, friend.phone, { projectId }));
      await world.travel('PT1M');
    }
    for (const receipt of receipts) expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    const second = receipts[1]?.id as string;
    expect([(await rowOf(world, second)).standing, await pointsOf(two)]).toEqual(['lost', 0]);
    const appeal = await two.post(`/api/me/referrals/${second}/appeal`, { reason: '是我先介绍的', uploadIds: [] });
    expect(appeal.status).toBe(201);
    const { appeal: open } = await verdictOf(manager, second);
    const judgement = { outcome: 'overturned', answer: '以首次介绍为准' };
    expect((await manager.post(`/api/staff/appeals/${open?.id}/judgement`, judgement)).status).toBe(200);
    await world.travel('PT0S');
    expect([(await rowOf(world, second)).standing, await pointsOf(two)]).toEqual(['won', 2_000]);
    const { id } = await rewardBy(world, told(second), 'first-visit');
    const { timeline } = (await manager.get(`/api/staff/rewards/${id}`)).body;
    expect(timeline.map((entry: { type: string; by: string | null }) => [entry.type, entry.by])).toEqual([
      ['earn', null],
      ['release', null],
      ['approve', null],
      ['pay', null],
    ]);
  });

  it('the friend keeps what their own visit gave them when the deal goes to another one who had recommended them', async () => {
    const coffee = {
      id: 'coffee',
      name: '到访礼',
      on: 'visited',
      to: 'friend',
      form: 'points',
      amount: { how: 'fixed', amount: 100 },
    } as const;
    await republish(manager, projectId, ({ rules }) => ({ rules: [...rules, coffee] }));
    const friend = await aVerifiedPerson(world, freshPhone());
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const receipts = [];
    for (const referrer of [one, two]) {
      receipts.push(await refer(world, referrer, friend.phone, { projectId }));
      await world.travel('PT1M');
    }
    for (const receipt of receipts) expect((await answerAsk(world, friend, codeOf(receipt))).status).toBe(201);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    const had = await pointsOf(friend);
    expect(await rewardBy(world, told(receipts[0]?.id as string), 'coffee')).toMatchObject({ amount: 100, status: 'paid' });
    const second = receipts[1]?.id as string;
    await two.post(`/api/me/referrals/${second}/appeal`, { reason: '是我先介绍的', uploadIds: [] });
    const { appeal: open } = await verdictOf(manager, second);
    const judgement = { outcome: 'overturned', answer: '以首次介绍为准' };
    expect((await manager.post(`/api/staff/appeals/${open?.id}/judgement`, judgement)).status).toBe(200);
    await world.travel('PT0S');
    const deal = { stage: 'signed', dealAmount: 320_000_000 };
    expect((await manager.post(`/api/staff/referrals/${second}/stage`, deal)).body.status).toBe('signed');
    await world.travel('PT0S');
    expect([(await rowOf(world, receipts[0]?.id as string)).end_reason, await pointsOf(one)]).toEqual(['lost', 0]);
    expect(await pointsOf(friend)).toBe(had);
    await republish(manager, projectId, ({ rules }) => ({ rules: rules.filter(({ id }) => id !== 'coffee') }));
  });

  it('a rule with another number gives nothing again for what was given', async () => {
    const [referrer, friend] = await Promise.all([aVerifiedPerson(world), aVerifiedPerson(world)]);
    const again = () => aReferral(projectId, referrer.me.customerId as string, friend.me.customerId);
    const before = again();
    await step(world, before, 'visited');
    await step(world, before, 'ended', { from: 'visited', why: 'withdrawn' });
    expect(await pointsOf(referrer)).toBe(2_000);
    await republish(manager, projectId, ({ rules }) => ({
      rules: [
        ...rules.map((rule) => (rule.id === 'first-visit' ? { ...rule, id: 'first-visit-2' } : rule)),
        { id: 'extra', name: '到访加赠', on: 'visited', to: 'referrer', form: 'points', amount: { how: 'fixed', amount: 50 } },
      ],
    }));
    await step(world, again(), 'visited');
    expect(await pointsOf(referrer)).toBe(2_000);
    // Both rules of one version are two things that are given, to whoever brings somebody new.
    await step(world, aReferral(projectId, referrer.me.customerId as string, (await aVerifiedPerson(world)).me.customerId), 'visited');
    expect(await pointsOf(referrer)).toBe(4_050);
    await republish(manager, projectId, ({ rules }) => ({
      rules: rules.flatMap((rule) => (rule.id === 'extra' ? [] : [rule.id === 'first-visit-2' ? { ...rule, id: 'first-visit' } : rule])),
    }));
  });

  it('a visit that is told late does not revive what has expired beside the same friend registered again', async () => {
    const referrer = await aVerifiedPerson(world);
    const { id, friend } = await anAgreedReferral(world, referrer);
    const until = Number((await rowOf(world, id)).protected_until);
    await world.travel(`PT${Math.ceil((until + 5_000 - world.now()) / 1_000)}S`);
    const again = await refer(world, referrer, friend.phone, { projectId });
    await answerAsk(world, friend, codeOf(again));
    await world.travel('PT0S');
    await visit(world, friend, projectId, until);
    await world.travel('PT0S');
    expect(await Promise.all([id, again.id].map(async (each) => (await rowOf(world, each)).status))).toEqual(['ended', 'agreed']);
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    expect((await rowOf(world, again.id)).status).toBe('visited');
    expect(await pointsOf(referrer)).toBe(2_000);
  });

  it('who registers a friend again after the end earns nothing twice; what was taken back may be earned anew', async () => {
    await republish(manager, projectId, ({ rules }) => ({
      rules: [
        ...rules,
        { id: 'yes', name: '好友同意', on: 'agreed', to: 'referrer', form: 'points', amount: { how: 'fixed', amount: 10 } },
        { id: 'guest', name: '到访有礼', on: 'visited', to: 'friend', form: 'points', amount: { how: 'fixed', amount: 100 } },
      ],
    }));
    const [referrer, other, friend] = await Promise.all([aVerifiedPerson(world), aVerifiedPerson(world), aVerifiedPerson(world)]);
    const again = (by: Person) => aReferral(projectId, by.me.customerId as string, friend.me.customerId);
    for (let round = 0; round < 3; round++) {
      const referral = again(referrer);
      for (const to of ['agreed', 'visited'] as const) await step(world, referral, to);
      await step(world, referral, 'ended', { from: 'visited', why: 'withdrawn' });
    }
    expect([await pointsOf(referrer), await pointsOf(friend)]).toEqual([2_010, 100]);
    const lost = again(other);
    for (const to of ['agreed', 'visited'] as const) await step(world, lost, to);
    expect([await pointsOf(other), await pointsOf(friend)]).toEqual([2_010, 100]);
    await step(world, lost, 'ended', { from: 'visited', why: 'lost' });
    expect(await pointsOf(other)).toBe(0);
    const later = again(other);
    for (const to of ['agreed', 'visited'] as const) await Promise.all([step(world, later, to), step(world, later, to)]);
    expect(await pointsOf(other)).toBe(2_010);
    expect(await rewardsOf(world, later)).toHaveLength(2);
  });
});
