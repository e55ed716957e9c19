import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { freshPhone } from '../../support/leads';
import { merge, tryMerge } from '../../support/merges';
import { anAgreedReferral, answerAsk, type Bound, codeOf, refer, rowOf, tryRefer, verdictOf, visit } from '../../support/referrals';
import {
  aNamedPerson,
  aReferral,
  gift,
  givePoints,
  ledgerFaults,
  payout,
  pointsOf,
  projectOf,
  republish,
  rewardsOf,
  stateRealName,
  step,
} from '../../support/rewards';

describe('what one person was given under two numbers', () => {
  let world: TestApp;
  let manager: Person;
  let admin: Person;
  let finance: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [manager, admin, finance] = (await Promise.all(['manager', 'admin', 'finance'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
    ];
    projectId = await projectOf(world);
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  const idOf = (person: Person): string => person.me.customerId as string;
  const rewardRows = (id: string) => rewardsOf(world, { id, projectId, referrerId: '', friendId: null });

  it('is one purse, and the ledger balances as before', async () => {
    const [one, two] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    await givePoints(world, projectId, idOf(one), 1);
    await givePoints(world, projectId, idOf(two), 2);
    const before = [await pointsOf(one), await pointsOf(two)];
    expect(Math.min(...before)).toBeGreaterThan(0);
    const sum = async () =>
      (await world.database.rows<{ n: number }>('SELECT SUM(ABS(amount)) AS n, COUNT(*) AS c FROM ledger_entries'))[0];
    const all = await sum();
    const { moves } = await merge(world, admin, idOf(two), idOf(one));
    expect(moves).toEqual(expect.arrayContaining(['2 笔奖励']));
    expect(await sum()).toEqual(all);
    for (const person of [one, two]) expect(await pointsOf(person)).toBe((before[0] as number) + (before[1] as number));
    // It can be spent as one, and lapses as one.
    const item = await gift(world, '云溪府定制保温壶');
    expect(item.points).toBeLessThanOrEqual(await pointsOf(one));
    expect((await two.post('/api/me/redemptions', { itemId: item.id })).status).toBe(201);
    expect((await one.get('/api/me/redemptions')).body.items).toHaveLength(1);
    await world.travel('P800D');
    expect(await pointsOf(one)).toBe(0);
  });

  it('points of the one pay what the other one owes', async () => {
    const [debtor, saver] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    await givePoints(world, projectId, idOf(debtor), 1);
    const owed = await pointsOf(debtor);
    const [reward] = await world.database.rows<{ referral_id: string }>('SELECT referral_id FROM rewards WHERE person_id = ? LIMIT 1', [
      idOf(debtor),
    ]);
    await world.database.transaction((tx) => tx.query('UPDATE point_lots SET left_points = 0 WHERE person_id = ?', [idOf(debtor)]));
    await world.database.transaction(async (tx) => {
      await tx.query(`INSERT INTO ledger_transfers (id, transfer_key, kind, at, text) VALUES ('t-spent', 'spent', 'lapse', 0, '')`);
      for (const [line, account, amount] of [
        [0, 'points', owed],
        [1, 'lapsed', -owed],
      ] as const)
        await tx.query(
          `INSERT INTO ledger_entries (transfer_id, line, account, person_id, unit, amount) VALUES ('t-spent', ?, ?, ?, 'points', ?)`,
          [line, account, idOf(debtor), amount],
        );
    });
    const lost = { ...aReferral(projectId, idOf(debtor)), id: reward?.referral_id as string };
    await step(world, lost, 'ended', { from: 'visited', why: 'lost' });
    await givePoints(world, projectId, idOf(saver), 3);
    const has = await pointsOf(saver);
    const { decisions } = await merge(world, admin, idOf(saver), idOf(debtor));
    expect(decisions).toContainEqual(`一方的 ${owed} 积分抵扣另一方待追回的积分`);
    expect(await pointsOf(debtor)).toBe(has - owed);
  });

  it('a friend who turns out to be the referrer is shown to a person, and nothing is paid before', async () => {
    const referrer = await aVerifiedPerson(world);
    const { friend, id } = await anAgreedReferral(world, referrer);
    const { decisions } = await merge(world, admin, idOf(friend), idOf(referrer));
    expect(decisions).toContainEqual(expect.stringContaining('标为自己推荐自己'));
    const verdict = await verdictOf(manager, id);
    expect(verdict.flags.map((flag) => [flag.sign, flag.status])).toContainEqual(['self-referral', 'open']);
    expect(await rowOf(world, id)).toMatchObject({ referrer_id: idOf(referrer), friend_id: idOf(referrer), standing: 'void' });
    await world.travel('PT1H');
    await visit(world, referrer, projectId);
    await world.travel('PT0S');
    expect((await rewardRows(id)).filter((reward) => reward.status === 'paid' && reward.rule_id === 'visited')).toEqual([]);
  });

  it('a reward that was approved before is not paid out until a person has looked', async () => {
    const referrer = await aVerifiedPerson(world);
    const { friend, id } = await anAgreedReferral(world, referrer);
    await world.travel('PT1H');
    await visit(world, friend, projectId);
    await world.travel('PT0S');
    for (const body of [{ stage: 'signed', dealAmount: 328_000_000 }, { stage: 'settled' }]) {
      expect((await manager.post(`/api/staff/referrals/${id}/stage`, body)).status).toBe(201);
      await world.travel('PT0S');
    }
    expect((await stateRealName(referrer)).status).toBe(201);
    await world.travel('PT0S');
    const cash = (await rewardRows(id)).find((reward) => reward.status === 'due');
    expect((await manager.post(`/api/staff/rewards/${cash?.id}/approval`)).status).toBe(201);
    await world.travel('PT1H');
    await merge(world, admin, idOf(friend), idOf(referrer));
    const pay = () => finance.post(`/api/staff/rewards/${cash?.id}/payout`, payout(world));
    expect((await pay()).body.code).toBe('reward.suspect');
    const [flag] = (await verdictOf(manager, id)).flags;
    const judged = await manager.post(`/api/staff/fraud-flags/${flag?.id}/judgement`, { outcome: 'cleared', note: '夫妻两人，已核实' });
    expect(judged.status).toBe(200);
    expect((await pay()).status).toBe(201);
  });

  it('one friend under two numbers is brought once, and rewarded once', async () => {
    await republish(admin, projectId, () => ({}));
    const referrer = await aVerifiedPerson(world);
    const [one, two] = [await anAgreedReferral(world, referrer), await anAgreedReferral(world, referrer)];
    await world.travel('PT1H');
    for (const { friend } of [one, two]) await visit(world, friend, projectId);
    await world.travel('PT0S');
    const paid = async () =>
      [...(await rewardRows(one.id)), ...(await rewardRows(two.id))].filter(
        (r) => r.person_id === idOf(referrer) && ['held', 'due', 'approved', 'paid'].includes(r.status),
      );
    const before = await paid();
    const { decisions } = await merge(world, admin, idOf(two.friend), idOf(one.friend));
    expect(decisions).toContainEqual(expect.stringContaining('几条推荐合为一条'));
    expect([(await rowOf(world, one.id)).status, (await rowOf(world, two.id)).status, (await rowOf(world, two.id)).end_reason]).toEqual([
      'visited',
      'ended',
      'joined',
    ]);
    expect((await paid()).length).toBe(before.length / 2);
    expect(new Set((await paid()).map((reward) => reward.rule_id)).size).toBe((await paid()).length);
  });

  it('the ask that was sent to one number is answered by whoever proved the other', async () => {
    const referrer = await aVerifiedPerson(world);
    const [known, other] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const receipt = await refer(world, referrer, other.phone);
    await merge(world, admin, idOf(other), idOf(known));
    expect((await answerAsk(world, known, codeOf(receipt))).status).toBe(201);
    expect(await rowOf(world, receipt.id)).toMatchObject({ status: 'agreed', friend_id: idOf(known) });
    // Nobody recommends their own other number.
    expect((await tryRefer(world, known as Bound, other.phone)).body.code).toBe('referral.self');
    expect((await tryRefer(world, known as Bound, freshPhone())).status).toBe(201);
  });

  it('two people who stated two ID cards are two people, whatever anybody thinks', async () => {
    const [one, two, nameless] = [await aNamedPerson(world), await aNamedPerson(world), await aVerifiedPerson(world)];
    const foreseen = await admin.get(`/api/staff/customers/${idOf(two)}/merge?into=${idOf(one)}`);
    expect([foreseen.status, foreseen.body.code]).toEqual([409, 'customer.merge-two-cards']);
    expect((await tryMerge(admin, idOf(two), idOf(one))).body.code).toBe('customer.merge-two-cards');
    await merge(world, admin, idOf(two), idOf(nameless));
    expect((await nameless.get('/api/me/real-name')).body.stated).toBe(true);
  });
});
