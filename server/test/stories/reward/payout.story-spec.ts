import { type Person, startApp, type TestApp } from '../../support/app';
import { anOwner, aVerifiedPerson, emptyHomes, importList, LIST_HEADER, type NamedUnit } from '../../support/homes';
import {
  type AReferral,
  aNamedPerson,
  approveAndPay,
  aReferral,
  ledgerFaults,
  payout,
  projectOf,
  rewardBy,
  stateRealName,
  step,
  tell,
} from '../../support/rewards';

const DEAL = { dealAmount: 328_000_000 };

describe('a reward that is due', () => {
  let world: TestApp;
  let owner: Person;
  let agent: Person;
  let supervisor: Person;
  let manager: Person;
  let relations: Person;
  let finance: Person;
  let admin: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    const keys = ['owner', 'agent-lin', 'supervisor', 'manager', 'relations', 'finance', 'admin'];
    [owner, agent, supervisor, manager, relations, finance, admin] = (await Promise.all(keys.map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
      Person,
    ];
    projectId = await projectOf(world);
    await stateRealName(owner);
  });
  afterAll(() => world?.stop());

  /** A referral of the owner whose reward waits for approval. */
  const aDue = async (friend: Person | null = null, project = projectId): Promise<AReferral> => {
    const referral = aReferral(project, owner.me.customerId as string, friend?.me.customerId ?? null);
    await step(world, referral, 'signed', DEAL);
    await step(world, referral, 'settled');
    return referral;
  };
  const cashOf = async (referral: AReferral) => (await rewardBy(world, referral, 'signed')).id;
  const path = (id: string, verb = '') => `/api/staff/rewards/${id}${verb}`;

  it('is approved by a manager, not by an agent, a supervisor, the desk or finance', async () => {
    const id = await cashOf(await aDue());
    for (const person of [agent, supervisor, relations, finance, owner]) {
      expect([person.key, (await person.post(path(id, '/approval'))).status]).toEqual([person.key, 403]);
      expect([person.key, (await person.post(path(id, '/refusal'), { reason: '不符合规则' })).status]).toEqual([person.key, 403]);
    }
    for (const person of [agent, owner]) expect((await person.get(path(id))).status).toBe(403);
    for (const person of [agent, supervisor, manager, relations])
      expect((await person.post(path(id, '/payout'), payout(world))).status).toBe(403);
    expect((await supervisor.get(path(id))).body.allowed).toEqual([]);
    expect((await manager.get(path(id))).body.allowed).toEqual(['approve', 'refuse']);
  });

  it('is not paid by whoever approved it', async () => {
    const id = await cashOf(await aDue());
    expect((await admin.post(path(id, '/approval'))).status).toBe(201);
    expect((await admin.get(path(id))).body.allowed).toEqual([]);
    expect((await admin.post(path(id, '/payout'), payout(world))).body.code).toBe('reward.own-approval');
    expect((await finance.get(path(id))).body.allowed).toEqual(['pay']);
    expect((await finance.post(path(id, '/payout'), payout(world))).status).toBe(201);
  });

  it('is not decided by the colleague it is for', async () => {
    const referral = aReferral(projectId, owner.me.customerId as string);
    await step(world, referral, 'signed', DEAL);
    await step(world, referral, 'settled');
    const id = await cashOf(referral);
    // A manager who is a customer too: the account of one is the account of the other.
    await world.database.rows('UPDATE accounts SET customer_id = ? WHERE staff_id = ?', [owner.me.customerId, manager.me.staffId]);
    const also = await world.as('manager');
    expect((await also.get(path(id))).body.allowed).toEqual([]);
    expect((await also.post(path(id, '/approval'))).body.code).toBe('reward.own-reward');
    await world.database.rows('UPDATE accounts SET customer_id = NULL WHERE staff_id = ?', [manager.me.staffId]);
    manager = await world.as('manager');
    expect((await manager.post(path(id, '/approval'))).status).toBe(201);
  });

  it('has one answer when two decide at one moment, and is paid once', async () => {
    const id = await cashOf(await aDue());
    const said = await Promise.all([
      manager.post(path(id, '/approval')),
      admin.post(path(id, '/approval')),
      manager.post(path(id, '/refusal'), { reason: '需要再核实' }),
    ]);
    expect(said.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const other = await cashOf(await aDue());
    expect((await manager.post(path(other, '/approval'))).status).toBe(201);
    const paid = await Promise.all(Array.from({ length: 5 }, () => finance.post(path(other, '/payout'), payout(world))));
    expect(paid.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await ledgerFaults(world)).toEqual([]);
  });

  it('is approved beside forty others at one moment, and none waits for ever', async () => {
    const referrals = await Promise.all(
      Array.from({ length: 40 }, async () => aReferral(projectId, (await aNamedPerson(world)).me.customerId as string)),
    );
    for (const to of ['signed', 'settled'] as const) await Promise.all(referrals.map((referral) => tell(world, referral, to, DEAL)));
    await world.travel('PT0S');
    const ids = await Promise.all(referrals.map(cashOf));
    const answers = await Promise.all(ids.map((id) => manager.post(path(id, '/approval'))));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  }, 60_000);

  it('is refused with a reason that the person reads', async () => {
    const id = await cashOf(await aDue());
    expect((await manager.post(path(id, '/refusal'), { reason: ' ' })).status).toBe(400);
    expect((await manager.post(path(id, '/refusal'), { reason: '好友为本司员工家属' })).body).toEqual({ id, status: 'refused' });
    await world.travel('PT0S');
    const told = (await owner.inbox()).find((m) => m.intent === 'reward-changed');
    expect(told?.fields.map((f) => f.value)).toEqual(expect.arrayContaining(['未通过审核', '好友为本司员工家属']));
    const { rewards } = (await owner.get('/api/me/rewards')).body;
    expect(rewards.find((r: { id: string }) => r.id === id)).toMatchObject({ status: 'refused', why: '未通过审核：好友为本司员工家属' });
    expect((await manager.post(path(id, '/approval'))).body.code).toBe('reward.state-conflict');
  });

  it('is paid today or before, with a number, after it was approved', async () => {
    const id = await cashOf(await aDue());
    await manager.post(path(id, '/approval'));
    const pay = (given: object) => finance.post(path(id, '/payout'), { ...payout(world), ...given });
    expect((await pay({ paidOn: '2026-02-30' })).status).toBe(400);
    expect((await pay({ paidOn: '20261123' })).status).toBe(400);
    expect((await pay({ reference: '=cmd()' })).status).toBe(400);
    expect((await pay({ reference: '' })).status).toBe(400);
    expect((await pay({ paidOn: '2099-01-01' })).body.code).toBe('reward.payout-invalid');
    expect((await pay({ paidOn: '2020-01-01' })).body.code).toBe('reward.payout-invalid');
    expect((await pay({})).status).toBe(201);
  });

  it('a waiver goes to a home: of the referrer at once, of the friend as soon as they have found theirs', async () => {
    const [unit] = (await emptyHomes(world)) as [NamedUnit];
    const friend = await aVerifiedPerson(world);
    const referral = await aDue(friend);
    const { id } = await rewardBy(world, referral, 'welcome');
    await manager.post(path(id, '/approval'));
    expect((await finance.post(path(id, '/payout'), payout(world))).body.code).toBe('reward.home-missing');
    const buyer = await anOwner(world, manager, unit);
    const own = await aDue(buyer);
    const waiver = await rewardBy(world, own, 'welcome');
    expect(waiver.unit_id).toBe(unit.id);
    await approveAndPay(world, manager, finance, waiver.id);
    expect((await finance.get(path(waiver.id))).body).toMatchObject({ home: expect.stringContaining(unit.label), status: 'paid' });
    expect((await buyer.get('/api/me/rewards')).body).toMatchObject({ feeWaiver: 360_000, feeWaiverDue: 0, cashPaid: 0 });
  });

  it('a waiver never goes to the home that was sold meanwhile', async () => {
    const [unit] = (await emptyHomes(world)) as [NamedUnit];
    const seller = await anOwner(world, manager, unit);
    const waiver = await rewardBy(world, await aDue(seller), 'welcome');
    expect(waiver.unit_id).toBe(unit.id);
    await manager.post(path(waiver.id, '/approval'));
    await world.travel('P1D');
    await anOwner(world, manager, unit, '顾一川');
    expect((await finance.post(path(waiver.id, '/payout'), payout(world))).body.code).toBe('reward.home-missing');
    const [, other] = (await emptyHomes(world)) as [NamedUnit, NamedUnit];
    await importList(world, manager, [LIST_HEADER, [other.building, other.label, '江一帆', seller.phone, '2026-10-01']]);
    await seller.get('/api/me/homes');
    expect((await finance.post(path(waiver.id, '/payout'), payout(world))).status).toBe(201);
    expect((await finance.get(path(waiver.id))).body.home).toContain(other.label);
  });

  it('of another project is nobody’s here, and of somebody else is nobody’s at all', async () => {
    const id = await cashOf(await aDue());
    await world.database.rows('UPDATE rewards SET project_id = ? WHERE id = ?', [await projectOf(world, 'LT'), id]);
    for (const person of [supervisor, relations]) {
      expect((await person.get(path(id))).body.code).toBe('reward.not-found');
      const { items } = (await person.get('/api/staff/rewards?limit=100')).body;
      expect([items.length > 0, items.some((item: { id: string }) => item.id === id)]).toEqual([true, false]);
    }
    expect((await relations.get(`/api/staff/rewards?projectId=${await projectOf(world, 'LT')}`)).body.items).toEqual([]);
    expect((await manager.get(path(id))).status).toBe(200);
    const stranger = await aVerifiedPerson(world);
    expect((await stranger.get('/api/me/rewards')).body).toMatchObject({ rewards: [], entries: [], cashDue: 0, points: 0 });
  });

  it('is a line of the table for finance: masked, without formulas, and who took it is on record', async () => {
    const friend = await aVerifiedPerson(world);
    await world.database.rows(`UPDATE customers SET name = '=HYPERLINK("x")' WHERE id = ?`, [friend.me.customerId]);
    await aDue(friend);
    for (const person of [agent, supervisor, manager, relations, owner])
      expect([person.key, (await person.get(`/api/staff/rewards/export?projectId=${projectId}`)).status]).toEqual([person.key, 403]);
    const before = await exports();
    const answer = await finance.get<string>(`/api/staff/rewards/export?projectId=${projectId}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('奖励-云溪府-全部-');
    expect(await exports()).toBe(before + 1);
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toContain('奖励编号,客户,手机号,实名,身份,形式,应发,抵扣,实发');
    const stood = lines.filter((line) => line.includes('HYPERLINK'));
    expect(stood).toHaveLength(1);
    expect(stood[0]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines.filter((line) => line.includes('陈玉兰,139****0003,陈**,推荐人,现金,')).length).toBeGreaterThan(4);
    expect(answer.body).not.toContain('13900010003');
    // One at least: of an approval and a refusal at one moment either may have been first.
    const refused = await world.database.rows(`SELECT id FROM rewards WHERE project_id = ? AND status = 'refused'`, [projectId]);
    expect(refused.length).toBeGreaterThan(0);
    const listed = await finance.get<string>(`/api/staff/rewards/export?projectId=${projectId}&status=refused`);
    expect(listed.body.split('\r\n')).toHaveLength(refused.length + 2);
    expect((await finance.get('/api/staff/rewards/export')).status).toBe(400);
  });

  const exports = async (): Promise<number> =>
    (await world.database.rows(`SELECT id FROM audit_entries WHERE action = 'rewards.exported'`)).length;

  it('is found page by page, newest first', async () => {
    const first = (await finance.get('/api/staff/rewards?status=due&limit=2')).body;
    const second = (await finance.get(`/api/staff/rewards?status=due&limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map((item: { id: string }) => item.id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect(ids.length).toBeGreaterThan(2);
  });
});
