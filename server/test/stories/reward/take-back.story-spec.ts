import { type Person, startApp, type TestApp } from '../../support/app';
import {
  aNamedPerson,
  approveAndPay,
  aReferral,
  gift,
  ledgerFaults,
  pointsOf,
  projectOf,
  republish,
  rewardBy,
  rewardsOf,
  step,
  tell,
} from '../../support/rewards';

const DEAL = { dealAmount: 328_000_000 };

describe('a reward is taken back', () => {
  let world: TestApp;
  let manager: Person;
  let finance: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [manager, finance] = (await Promise.all(['manager', 'finance'].map((key) => world.as(key)))) as [Person, Person];
    projectId = await projectOf(world);
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  const referrer = () => aNamedPerson(world);
  const referralOf = (person: Person) => aReferral(projectId, person.me.customerId as string);
  const mine = async (person: Person) => (await person.get('/api/me/rewards')).body;
  const cancelled = { from: 'signed', why: 'deal-cancelled' } as const;

  it('before the payout: the promise goes, and the visit stays earned', async () => {
    const person = await referrer();
    const referral = referralOf(person);
    for (const to of ['agreed', 'visited'] as const) await step(world, referral, to);
    await step(world, referral, 'signed', DEAL);
    const { id } = await rewardBy(world, referral, 'signed');
    await step(world, referral, 'settled');
    await manager.post(`/api/staff/rewards/${id}/approval`);
    await step(world, referral, 'ended', cancelled);
    expect(await mine(person)).toMatchObject({ cashDue: 0, cashPaid: 0, points: 2_000, debt: { fen: 0, points: 0 } });
    expect((await mine(person)).rewards[0]).toMatchObject({ status: 'reversed', statusLabel: '已取消', why: '交易已取消，奖励收回' });
    expect((await finance.post(`/api/staff/rewards/${id}/payout`, { reference: 'X1', paidOn: '2026-11-23' })).body.code).toBe(
      'reward.state-conflict',
    );
  });

  it('after the payout: money becomes a debt, and is kept from the next reward', async () => {
    const person = await referrer();
    const first = referralOf(person);
    await step(world, first, 'signed', DEAL);
    await step(world, first, 'settled');
    const paid = await rewardBy(world, first, 'signed');
    await approveAndPay(world, manager, finance, paid.id);
    await step(world, first, 'ended', { ...cancelled, from: 'settled' });
    expect(await mine(person)).toMatchObject({ cashPaid: 0, debt: { fen: 300_000, points: 0 } });
    expect((await rewardBy(world, first, 'signed')).status).toBe('clawed-back');

    await republish(manager, projectId, ({ rules }) => ({
      rules: rules.map((rule) => (rule.id === 'signed' ? { ...rule, amount: { how: 'fixed', amount: 500_000 } } : rule)),
    }));
    const next = referralOf(person);
    await step(world, next, 'signed', DEAL);
    await step(world, next, 'settled');
    const { id } = await rewardBy(world, next, 'signed');
    await manager.post(`/api/staff/rewards/${id}/approval`);
    expect((await finance.get(`/api/staff/rewards/${id}`)).body).toMatchObject({ amount: 500_000, debt: 300_000 });
    await finance.post(`/api/staff/rewards/${id}/payout`, {
      reference: 'X2',
      paidOn: new Date(world.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    });
    expect((await finance.get(`/api/staff/rewards/${id}`)).body.payout).toMatchObject({ amount: 200_000, kept: 300_000 });
    expect(await mine(person)).toMatchObject({ cashPaid: 200_000, debt: { fen: 0, points: 0 } });
  });

  it('points that were spent already do not go below zero: the rest is owed, and kept from the next ones', async () => {
    await republish(manager, projectId, ({ rules }) => ({
      rules: [
        ...rules,
        { id: 'gift', name: '签约加赠', on: 'signed', to: 'referrer', form: 'points', amount: { how: 'fixed', amount: 1_000 } },
      ],
    }));
    const person = await referrer();
    const referral = referralOf(person);
    await step(world, referral, 'visited');
    await step(world, referral, 'signed', DEAL);
    await step(world, referral, 'settled');
    expect(await pointsOf(person)).toBe(3_000);
    const { id } = await gift(world, '空调深度清洗一台');
    expect((await person.post('/api/me/redemptions', { itemId: id })).status).toBe(201);
    expect(await pointsOf(person)).toBe(600);
    await step(world, referral, 'ended', { ...cancelled, from: 'settled' });
    expect(await mine(person)).toMatchObject({ points: 0, debt: { points: 400 } });
    await step(world, referralOf(person), 'visited');
    expect(await mine(person)).toMatchObject({ points: 1_600, debt: { points: 0 } });
    expect((await mine(person)).entries.map((entry: { points: number }) => entry.points)).toEqual([1_600, -600, -2_400, 1_000, 2_000]);
  });

  it('points of a gift that comes back go against a debt first', async () => {
    const person = await referrer();
    const [kept, lost] = [referralOf(person), referralOf(person)];
    for (const referral of [kept, lost]) await step(world, referral, 'visited');
    const { id: itemId } = await gift(world, '家政保洁一次');
    const redemption = (await person.post('/api/me/redemptions', { itemId })).body;
    expect(await pointsOf(person)).toBe(1_000);
    await step(world, lost, 'ended', { from: 'visited', why: 'lost' });
    expect(await mine(person)).toMatchObject({ points: 0, debt: { points: 1_000 } });
    expect((await manager.post(`/api/staff/redemptions/${redemption.id}/return`, { reason: '改约不便' })).body.status).toBe('returned');
    expect(await mine(person)).toMatchObject({ points: 2_000, debt: { points: 0 } });
    await world.travel('PT0S');
    const message = (await person.get('/api/me/messages')).body.items.filter((m: { title: string }) => m.title.includes('兑换'));
    expect(JSON.stringify(message)).toContain('退回 2000 分，抵欠 1000 分');
  });

  it('a verdict for somebody else takes the visit too; after an appeal it is earned anew, once', async () => {
    const person = await referrer();
    const referral = referralOf(person);
    await step(world, referral, 'agreed');
    await step(world, referral, 'visited');
    await step(world, referral, 'ended', { from: 'visited', why: 'lost' });
    expect(await pointsOf(person)).toBe(0);
    for (let i = 0; i < 2; i++) await step(world, referral, 'visited', { from: 'ended', at: 1_800_000_000_000 });
    expect(await pointsOf(person)).toBe(2_000);
    expect((await rewardsOf(world, referral)).map(({ status }) => status).sort()).toEqual(['clawed-back', 'paid']);
  });

  it('events that come after the cancellation earn nothing, in whatever order', async () => {
    const person = await referrer();
    const referral = referralOf(person);
    const at = world.now();
    await step(world, referral, 'ended', { ...cancelled, at: at + 2 });
    await step(world, referral, 'settled', { from: 'signed', at: at + 1 });
    await step(world, referral, 'signed', { ...DEAL, at });
    expect(await rewardsOf(world, referral)).toEqual([]);
    await step(world, referral, 'visited', { at: at - 5 });
    expect(await pointsOf(person)).toBe(2_000);
    await Promise.all(Array.from({ length: 5 }, () => tell(world, referral, 'ended', { ...cancelled, at: at + 2 })));
    await world.travel('PT0S');
    expect(await pointsOf(person)).toBe(2_000);
  });
});
