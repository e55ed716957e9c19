import { createHash } from 'node:crypto';
import type { InboxMessage } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { aVerifiedPerson } from '../../support/homes';
import { freshPhone } from '../../support/leads';
import { captureLog } from '../../support/log-lines';
import { refer } from '../../support/referrals';
import { type AReferral, aCard, aReferral, payout, projectOf, rewardBy, stateRealName, step } from '../../support/rewards';

const DEAL = { dealAmount: 328_000_000 };

describe('money for somebody whose real name is not known', () => {
  let world: TestApp;
  let manager: Person;
  let finance: Person;
  let projectId: string;

  beforeAll(async () => {
    world = await startApp();
    [manager, finance] = (await Promise.all(['manager', 'finance'].map((key) => world.as(key)))) as [Person, Person];
    projectId = await projectOf(world);
  });
  afterAll(() => world?.stop());

  /** Somebody who recommended a buyer: cash, a waiver that became cash or a home's, and points. */
  const aDue = async (referrer: Person): Promise<AReferral> => {
    const referral = aReferral(projectId, referrer.me.customerId as string);
    await step(world, referral, 'visited');
    await step(world, referral, 'signed', DEAL);
    await step(world, referral, 'settled');
    return referral;
  };
  const path = (id: string, verb = '') => `/api/staff/rewards/${id}${verb}`;
  const told = async (person: Person): Promise<string[]> =>
    (await person.get('/api/me/messages')).body.items.flatMap((m: InboxMessage) => m.lines.map(({ value }) => value));

  it('is neither approved nor paid before the name is stated, and both sides see why; points never wait for it', async () => {
    const referrer = await aVerifiedPerson(world);
    const referral = await aDue(referrer);
    const { id } = await rewardBy(world, referral, 'signed');
    const refused = await manager.post(path(id, '/approval'));
    expect([refused.status, refused.body.code]).toEqual([422, 'reward.real-name-missing']);
    expect((await manager.get(path(id))).body).toMatchObject({ realName: { state: 'missing', nameMasked: null }, allowed: ['refuse'] });
    const before = (await referrer.get('/api/me/rewards')).body;
    expect(before.points).toBeGreaterThan(0);
    expect(before.rewards.filter((r: { needsRealName: boolean }) => r.needsRealName)).toEqual([
      expect.objectContaining({ id, form: 'cash', status: 'due' }),
    ]);
    expect(await told(referrer)).toContain('完成实名后可领取');
    expect((await referrer.get('/api/me/real-name')).body).toEqual({ stated: false, nameMasked: null, numberMasked: null, statedAt: null });

    const answer = await stateRealName(referrer, { name: '王建国', number: '11010519491231002x' });
    expect([answer.status, answer.body]).toEqual([
      201,
      { stated: true, nameMasked: '王**', numberMasked: '1****************X', statedAt: expect.any(String) },
    ]);
    await world.travel('PT0S');
    expect(await told(manager)).toContain('奖励待审核');
    expect((await manager.post(path(id, '/approval'))).status).toBe(201);
    const seen = (await finance.get(path(id))).body;
    expect([seen.realName, seen.allowed]).toEqual([{ state: 'stated', nameMasked: '王**' }, ['pay']]);
    const table = (await finance.get<string>(`/api/staff/rewards/export?projectId=${projectId}`)).body;
    expect(table.split('\r\n')[0]).toContain('手机号,实名,身份');
    expect(table.split('\r\n').filter((line) => line.startsWith(id))[0]).toContain(',王**,推荐人,现金,');
    expect((await finance.post(path(id, '/payout'), payout(world))).status).toBe(201);
    for (const text of [JSON.stringify(seen), table]) expect(text).not.toMatch(/建国|1949123/);
  });

  it('waits again from the moment in which the agreement is taken back, and nothing of name and number is left', async () => {
    const referrer = await aVerifiedPerson(world);
    const number = aCard();
    await stateRealName(referrer, { number });
    const { id } = await rewardBy(world, await aDue(referrer), 'signed');
    expect((await manager.post(path(id, '/approval'))).status).toBe(201);
    const records = (await referrer.get('/api/me/consents')).body.items;
    expect(records).toContainEqual(expect.objectContaining({ title: '实名领取现金奖励', withdrawnAt: null }));
    await referrer.post('/api/me/consents/withdrawal', { purposes: ['real-name'] });
    expect((await finance.post(path(id, '/payout'), payout(world))).body.code).toBe('reward.real-name-missing');
    const [row] = await world.database.rows('SELECT name_sealed, number_sealed FROM real_names WHERE customer_id = ?', [
      referrer.me.customerId,
    ]);
    expect(row).toEqual({ name_sealed: null, number_sealed: null });
    // Still one customer's card: nobody else's, and the same person's again.
    const other = await aVerifiedPerson(world);
    expect((await stateRealName(other, { number })).body.code).toBe('real-name.unconfirmed');
    expect((await stateRealName(referrer)).body.code).toBe('real-name.unconfirmed');
    expect((await stateRealName(referrer, { number })).status).toBe(201);
    expect((await finance.post(path(id, '/payout'), payout(world))).status).toBe(201);
  });

  it('a card is one customer’s: the second is told nothing of it, a manager is, and trying on is stopped', async () => {
    const number = aCard();
    const [first, second] = [await aVerifiedPerson(world), await aVerifiedPerson(world, freshPhone())];
    const { id } = await refer(world, second, freshPhone());
    await world.travel('PT0S');
    expect((await stateRealName(first, { number })).status).toBe(201);
    const refused = await stateRealName(second, { name: '李四', number });
    expect([refused.status, refused.body.title]).toEqual([409, '暂时无法确认这份实名信息，同事核实后会与您联系']);
    expect(JSON.stringify(refused.body)).not.toMatch(/已被|他人|另一|陈玉兰|陈\*/);
    await world.travel('PT0S');
    const { flags } = (await manager.get(`/api/staff/referrals/${id}/verdict`)).body;
    expect(flags).toContainEqual(
      expect.objectContaining({ sign: 'shared-id-card', status: 'open', evidence: ['推荐人实名时填写的身份证号，已属于另一位客户'] }),
    );
    expect(await told(manager)).toContain('身份证号重复');
    for (let i = 0; i < 2; i++) expect((await stateRealName(second, { number })).body.code).toBe('real-name.unconfirmed');
    expect((await stateRealName(second, { number })).status).toBe(429);
    expect((await stateRealName(second)).status).toBe(429);
    await world.travel('P1D');
    expect((await stateRealName(second)).status).toBe(201);
  });

  it('of one card stated by several at one moment one has it; somebody who states twice has the first', async () => {
    const number = aCard();
    const people = await Promise.all(Array.from({ length: 4 }, () => aVerifiedPerson(world)));
    const statuses = (await Promise.all(people.map((person) => stateRealName(person, { number })))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409]);
    const prober = await aVerifiedPerson(world);
    const tries = await Promise.all(Array.from({ length: 8 }, () => stateRealName(prober, { number })));
    expect(tries.filter(({ body }) => body.code === 'real-name.unconfirmed')).toHaveLength(3);
    const eager = await aVerifiedPerson(world);
    const codes = (await Promise.all([1, 2, 3].map(() => stateRealName(eager)))).map(({ status, body }) => body.code ?? status);
    expect(codes.sort()).toEqual([201, 'real-name.stated', 'real-name.stated']);
  });

  it('cannot be stated without a proven number, the very purpose, or a card that can be', async () => {
    const person = await aVerifiedPerson(world);
    const { version } = (await person.get('/api/policy')).body;
    const consent = { policyVersion: version, purposes: ['real-name'] };
    const send = (given: object) => person.post('/api/me/real-name', { name: '王建国', number: aCard(), consent, ...given });
    expect((await send({ number: '330106197503150010' })).body.errors).toContainEqual(
      expect.objectContaining({ field: 'number', message: '身份证号有误，请对照证件逐位检查' }),
    );
    expect((await send({ consent: { ...consent, purposes: [] } })).body.code).toBe('policy.consent-required');
    expect((await send({ consent: { ...consent, purposes: ['real-name', 'marketing'] } })).body.code).toBe('policy.consent-required');
    expect((await send({ consent: { ...consent, policyVersion: 'old' } })).body.code).toBe('policy.outdated');
    expect((await send({ consent: undefined })).status).toBe(400);
    for (const name of ['', '王2', '张', '<b>王</b>']) expect([name, (await send({ name })).status]).toEqual([name, 400]);
    const stranger = await world.stranger('no-number');
    expect((await stateRealName(stranger)).body.code).toBe('account.phone-required');
    // A number that was only typed may be somebody else's.
    await world.database.rows('UPDATE accounts SET phone_verified = ? WHERE customer_id = ?', [0, person.me.customerId]);
    await world.travel('PT1M');
    expect((await stateRealName(await world.as(person.key))).body.code).toBe('account.phone-required');
  });

  it('stands nowhere readable: no column, no kept answer, no log line, no event', async () => {
    const lines = captureLog(world);
    const person = await aVerifiedPerson(world);
    const number = aCard();
    const { version } = (await person.get('/api/policy')).body;
    const statement = { name: '欧阳建国', number, consent: { policyVersion: version, purposes: ['real-name'] } };
    const key = { 'idempotency-key': `real-name-${number.slice(0, 4)}-once` };
    const [once, again] = [await person.post('/api/me/real-name', statement, key), await person.post('/api/me/real-name', statement, key)];
    expect([once.status, again.body]).toEqual([201, once.body]);
    await person.post('/api/me/real-name', { ...statement, number: `${number.slice(0, 17)}?` });
    for (const table of ['real_names', 'real_name_refusals', 'idempotency_keys', 'jobs', 'audit_entries', 'consents']) {
      const rows = JSON.stringify(await world.database.rows(`SELECT * FROM ${table}`));
      expect([table, rows.includes(number), rows.includes('欧阳建国')]).toEqual([table, false, false]);
    }
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${number}|欧阳建国`));
    const plain = createHash('sha256').update(JSON.stringify(statement)).digest('hex');
    expect(await world.database.rows('SELECT scope FROM idempotency_keys WHERE request_hash = ?', [plain])).toEqual([]);
  });
});
