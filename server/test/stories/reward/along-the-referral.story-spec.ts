import { newId } from '../../../src/platform/database/columns';
import { insertRows } from '../../../src/platform/database/database';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { anAgreedReferral, answerAsk, type Bound, codeOf, mine, refer, rowOf, visit } from '../../support/referrals';
import { aNamedPerson, approveAndPay, ledgerFaults, pointsOf, projectOf, rewardBy } from '../../support/rewards';

describe('rewards along a referral that is really walked', () => {
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

  const stage = async (id: string, body: object): Promise<void> => {
    expect((await manager.post(`/api/staff/referrals/${id}/stage`, body)).status).toBe(201);
    await world.travel('PT0S');
  };
  const rewardOf = (id: string, rule: string) => rewardBy(world, { id, projectId, referrerId: '', friendId: null }, rule);

  /** A referral whose friend has come to the sales office. */
  const aVisit = async (): Promise<{ id: string; referrer: Bound; friend: Bound }> => {
    const referrer = await aNamedPerson(world);
    const { id, friend } = await anAgreedReferral(world, referrer);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    return { id, referrer, friend };
  };

  it('the referrer sees them beside the friend’s stage, without the friend’s; the friend sees their own', async () => {
    const { id, referrer, friend } = await aVisit();
    expect((await mine(referrer, id)).rewards).toEqual([
      { form: 'points', amount: 2_000, status: 'paid', statusLabel: '已到账', why: '规则「好友首次到访」：好友到访，2,000 积分' },
    ]);
    expect([await pointsOf(referrer), await pointsOf(friend)]).toEqual([2_000, 200]);
    await stage(id, { stage: 'signed', dealAmount: 320_000_000 });
    expect((await mine(referrer, id)).rewards).toMatchObject([
      { form: 'points' },
      { form: 'cash', amount: 300_000, statusLabel: '待回款' },
    ]);
    expect((await friend.get('/api/me/rewards')).body).toMatchObject({ feeWaiverDue: 360_000, rewards: [{ party: 'friend' }] });
    await stage(id, { stage: 'settled' });
    const { id: rewardId } = await rewardOf(id, 'signed');
    await approveAndPay(world, manager, finance, rewardId);
    expect((await mine(referrer, id)).rewards[1]).toMatchObject({ status: 'paid', statusLabel: '已到账' });
  });

  it('a deal that is called off after the payout leaves a debt that is told', async () => {
    const { id, referrer } = await aVisit();
    await stage(id, { stage: 'signed', dealAmount: 320_000_000 });
    await stage(id, { stage: 'settled' });
    await approveAndPay(world, manager, finance, (await rewardOf(id, 'signed')).id);
    await stage(id, { stage: 'deal-cancelled', reason: '客户退房' });
    expect((await mine(referrer, id)).rewards[1]).toMatchObject({ status: 'clawed-back', statusLabel: '已追回' });
    expect((await referrer.get('/api/me/rewards')).body).toMatchObject({ cashPaid: 0, debt: { fen: 300_000 }, points: 2_000 });
    const told = (await referrer.get('/api/me/messages')).body.items.find((m: { title: string }) => m.title === '推荐奖励进度');
    expect(JSON.stringify(told)).toContain('将从后续奖励抵扣');
  });

  it('a referral that holds its friend again after another one’s deal was cancelled earns nothing for a visit that was none', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const { id: first, friend } = await anAgreedReferral(world, one);
    await visit(world, friend, projectId);
    await world.travel('PT1H');
    const late = await refer(world, two, friend.phone, { projectId });
    expect((await answerAsk(world, friend, codeOf(late))).status).toBe(201);
    await world.travel('PT0S');
    await stage(first, { stage: 'signed', dealAmount: 320_000_000 });
    expect((await rowOf(world, late.id)).end_reason).toBe('lost');
    await stage(first, { stage: 'deal-cancelled', reason: '客户退房' });
    expect((await rowOf(world, late.id)).status).toBe('agreed');
    expect((await mine(two, late.id)).rewards).toEqual([]);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    expect((await mine(two, late.id)).rewards).toMatchObject([{ form: 'points', amount: 2_000 }]);
  });

  it('points of a referral that was flagged wait until a person has looked', async () => {
    const referrer = await aVerifiedPerson(world);
    const { id, friend } = await anAgreedReferral(world, referrer);
    await world.database.transaction((tx) =>
      insertRows(tx, 'fraud_flags', [
        {
          id: newId(),
          project_id: projectId,
          referral_id: id,
          sign: 'number-sequence',
          evidence: ['与另外两位好友的号码相连'],
          at: world.now(),
          status: 'open',
          flag_key: `${id}:test`,
        },
      ]),
    );
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    const reward = await rewardOf(id, 'first-visit');
    expect([reward.status, await pointsOf(referrer)]).toEqual(['due', 0]);
    expect((await manager.post(`/api/staff/rewards/${reward.id}/approval`)).body).toEqual({ id: reward.id, status: 'paid' });
    expect(await pointsOf(referrer)).toBe(2_000);
  });
});
