import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { approveAndPay, aReferral, ledgerFaults, payout, projectOf, rewardBy, rewardsOf, stateRealName, step } from '../../support/rewards';

const DEAL = 328_000_000;

describe('the reward of an owner whose friend buys', () => {
  let world: TestApp;
  let owner: Person;
  let manager: Person;
  let finance: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [owner, manager, finance] = (await Promise.all(['owner', 'manager', 'finance'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
    ];
    projectId = await projectOf(world);
    await stateRealName(owner);
  });
  afterAll(() => world?.stop());

  const mine = async (person = owner) => (await person.get('/api/me/rewards')).body;

  it('goes from the visit to the payout, step by step, and each step is told', async () => {
    const friend = await aVerifiedPerson(world);
    const referral = aReferral(projectId, owner.me.customerId as string, friend.me.customerId);
    await step(world, referral, 'agreed');
    expect(await rewardsOf(world, referral)).toEqual([]);
    await step(world, referral, 'visited');
    expect(await mine()).toMatchObject({ points: 2_000, cashDue: 0, rewards: [{ form: 'points', amount: 2_000, status: 'paid' }] });
    expect((await mine()).entries).toEqual([{ at: expect.any(String), text: '积分到账：好友首次到访', points: 2_000 }]);

    await step(world, referral, 'signed', { dealAmount: DEAL });
    expect(await rewardBy(world, referral, 'signed')).toMatchObject({ form: 'cash', amount: 300_000, status: 'held' });
    expect(await rewardBy(world, referral, 'welcome')).toMatchObject({ form: 'fee-waiver', amount: 360_000, status: 'held' });
    expect(await mine()).toMatchObject({ cashDue: 300_000, cashPaid: 0 });
    expect(await mine(friend)).toMatchObject({ feeWaiverDue: 360_000, rewards: [{ party: 'friend', statusLabel: '待回款' }] });

    await step(world, referral, 'settled');
    const { id } = await rewardBy(world, referral, 'signed');
    const [waiting] = (await manager.get(`/api/staff/rewards?status=due&projectId=${projectId}`)).body.items.filter(
      (item: { id: string }) => item.id === id,
    );
    expect(waiting).toMatchObject({
      person: { name: '陈玉兰', phoneMasked: '139****0003' },
      allowed: ['approve', 'refuse'],
      amount: 300_000,
    });
    expect((await manager.inbox()).filter((m) => m.intent === 'reward-waiting').length).toBeGreaterThan(0);
    await approveAndPay(world, manager, finance, id);
    await world.travel('PT0S');
    expect(await mine()).toMatchObject({ cashPaid: 300_000, cashDue: 0 });

    const detail = (await finance.get(`/api/staff/rewards/${id}`)).body;
    expect(detail.timeline.map((entry: { type: string; by: string | null }) => [entry.type, entry.by])).toEqual([
      ['earn', null],
      ['release', null],
      ['approve', '周明'],
      ['pay', '高原'],
    ]);
    expect(detail.payout).toEqual({ ...payout(world), by: '高原', amount: 300_000, kept: 0 });
    expect(detail.entries.map((e: { account: string; amount: number }) => [e.account, e.amount])).toEqual([
      ['reward-expense', 300_000],
      ['held', -300_000],
      ['held', 300_000],
      ['payable', -300_000],
      ['payable', 300_000],
      ['cash-out', -300_000],
    ]);
    const told = (await owner.inbox()).filter((m) => m.intent === 'reward-changed').map((m) => m.fields[2]?.value);
    expect(told).toEqual(['已到账', '待发放', '待审核', '待回款', '已到账']);
    expect(await ledgerFaults(world)).toEqual([]);
  });

  it('is not made twice by an event that comes twice, or many times at one moment', async () => {
    const referral = aReferral(projectId, owner.me.customerId as string);
    const before = (await mine()).points;
    await Promise.all(Array.from({ length: 6 }, () => step(world, referral, 'visited')));
    expect((await mine()).points).toBe(before + 2_000);
    expect(await rewardsOf(world, referral)).toHaveLength(1);
    expect(await ledgerFaults(world)).toEqual([]);
  });
});
