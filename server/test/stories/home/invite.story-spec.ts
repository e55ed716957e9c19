import { HomeRegister } from '../../../src/modules/registers/home';
import { type Person, startApp, type TestApp } from '../../support/app';
import { accept, anOwner, aVerifiedPerson, emptyHomes, homesOf, invite, type NamedUnit } from '../../support/homes';
import { count } from '../../support/lead-tables';
import { expectProblem } from '../../support/refusals';

describe('letting family and tenants in', () => {
  let world: TestApp;
  let clerk: Person;
  let homes: NamedUnit[];
  let home: NamedUnit;
  let owner: Person & { phone: string };
  beforeAll(async () => {
    world = await startApp();
    clerk = await world.as('clerk');
    homes = await emptyHomes(world);
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    home = homes.shift() as NamedUnit;
    owner = await anOwner(world, clerk, home, '江边月');
  });

  const membership = (person: Person) => world.app.get(HomeRegister).homeOf(person.me.customerId ?? null, home.id);

  it('an invited person is told what for, without a full name or a number, and then lives there too', async () => {
    const receipt = await invite(owner, home.id, { role: 'family' });
    expect(receipt).toMatchObject({
      role: 'family',
      may: ['report', 'follow', 'rate', 'complain'],
      until: null,
      path: `subpackages/home/pages/invitation/index?code=${receipt.code}`,
    });
    const msLeft = Date.parse(receipt.expiresAt) - world.now();
    expect(msLeft).toBeGreaterThan(7 * 86_400_000 - 60_000);
    expect(msLeft).toBeLessThanOrEqual(7 * 86_400_000);
    const guest = await world.stranger('unbound-guest');
    const told = await guest.get(`/api/home-invitations/${receipt.code}`);
    expect([told.status, told.body]).toEqual([
      200,
      {
        label: `云溪府 ${home.building.replace(' ', '')} ${home.label}`,
        role: 'family',
        may: ['report', 'follow', 'rate', 'complain'],
        until: null,
        expiresAt: receipt.expiresAt,
        invitedBy: '江**',
      },
    ]);
    expectProblem(await accept(guest, receipt.code), 'home.phone-required');
    expect((await world.http('GET', `/api/home-invitations/${receipt.code}`)).status).toBe(401);
    const family = await aVerifiedPerson(world);
    const { status, body } = await accept(family, receipt.code);
    expect([status, body.unitId, body.role, body.people]).toEqual([201, home.id, 'family', undefined]);
    const [seen] = await homesOf(owner);
    expect(seen?.invitations).toEqual([]);
    expect(seen?.people?.map((p) => [p.name, p.role, p.bound, p.self])).toEqual([
      ['江边月', 'owner', true, true],
      ['家人', 'family', true, false],
    ]);
    expect(JSON.stringify(seen)).not.toContain(family.phone);
  });

  it('the code lies in no table, and a receipt asked for twice under one key is another invitation', async () => {
    const key = { 'idempotency-key': 'invite-twice-please' };
    const [one, two] = [0, 1].map(() => owner.post(`/api/me/homes/${home.id}/invitations`, { role: 'family' }, key));
    const codes = (await Promise.all([one, two])).map((a) => a?.body.code);
    expect(codes[0]).not.toBe(codes[1]);
    for (const table of ['home_invitations', 'idempotency_keys', 'audit_entries', 'jobs']) {
      const text = JSON.stringify(await world.database.rows(`SELECT * FROM ${table}`));
      for (const code of codes) expect([table, text.includes(code)]).toEqual([table, false]);
    }
  });

  it('works once: the second person is refused with a sentence', async () => {
    const { code } = await invite(owner, home.id, { role: 'family' });
    const [first, second] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    expect((await accept(first, code)).status).toBe(201);
    const refused = await accept(second, code);
    expectProblem(refused, 'home.invitation-invalid');
    expect(refused.body.detail).toBe('这份邀请已被使用，一份邀请只能用一次');
    expectProblem(await second.get(`/api/home-invitations/${code}`), 'home.invitation-invalid');
    expect(await membership(second)).toBeNull();
  });

  it('of ten who use it at once one gets in', async () => {
    const { code } = await invite(owner, home.id, { role: 'family' });
    const crowd = await Promise.all(Array.from({ length: 10 }, () => aVerifiedPerson(world)));
    const answers = await Promise.all(crowd.map((person) => accept(person, code)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array(9).fill(409)]);
    for (const answer of answers.filter((a) => a.status === 409)) expectProblem(answer, 'home.invitation-invalid');
    expect(await count(world, 'residents', 'unit_id = ? AND ended_at IS NULL', [home.id])).toBe(2);
  });

  it('is not for its author, nor for somebody who is there already; then it stays good', async () => {
    const { code } = await invite(owner, home.id, { role: 'family' });
    const own = await accept(owner, code);
    expectProblem(own, 'home.invitation-invalid');
    expect(own.body.detail).toContain('您自己发出的邀请');
    const family = await aVerifiedPerson(world);
    expect((await accept(family, (await invite(owner, home.id, { role: 'family' })).code)).status).toBe(201);
    expectProblem(await accept(family, code), 'home.already-yours');
    expect((await accept(await aVerifiedPerson(world), code)).status).toBe(201);
  });

  it('is over after seven days, and at once when it is taken back', async () => {
    const [late, revoked] = [await invite(owner, home.id, { role: 'family' }), await invite(owner, home.id, { role: 'family' })];
    const [before] = await homesOf(owner);
    expect(before?.invitations?.map((i) => i.id)).toEqual([late.id, revoked.id]);
    const taken = await owner.post(`/api/me/homes/invitations/${revoked.id}/revocation`);
    expect([taken.status, taken.body.invitations.map((i: { id: string }) => i.id)]).toEqual([200, [late.id]]);
    const guest = await aVerifiedPerson(world);
    expect((await accept(guest, revoked.code)).body.detail).toBe('这份邀请已被收回');
    expectProblem(await owner.post(`/api/me/homes/invitations/${revoked.id}/revocation`), 'home.invitation-invalid');
    await world.travel('P7D');
    const again = await world.as(guest.key);
    expect((await accept(again, late.code)).body.detail).toBe('这份邀请已超过 7 天有效期');
    expect(await membership(guest)).toBeNull();
  });

  it('gives no right that the role does not have', async () => {
    const route = `/api/me/homes/${home.id}/invitations`;
    const codeOf = async (body: unknown) => (await owner.post(route, body)).body.code;
    expect(await codeOf({ role: 'family', may: ['report', 'invite'] })).toBe('home.right-not-held');
    expect(await codeOf({ role: 'tenant', may: ['invite'] })).toBe('home.right-not-held');
    for (const body of [
      {},
      { role: 'owner' },
      { role: 'family', may: [] },
      { role: 'family', may: ['burn'] },
      { role: 'family', may: 'report' },
      { role: 'family', until: '2027-06-30' },
      { role: 'tenant', until: '2027-02-30' },
      { role: 'tenant', until: '2026-11-01' },
      { role: 'tenant', until: '2099-01-01' },
      { role: 'tenant', until: 'tomorrow' },
      { role: 'family', unitId: home.id },
    ])
      expectProblem(await owner.post(route, body), 'request.invalid');
    const { code } = await invite(owner, home.id, { role: 'tenant', may: ['follow', 'report', 'report'] });
    const tenant = await aVerifiedPerson(world);
    expect((await accept(tenant, code)).body.may).toEqual(['report', 'follow']);
    const register = world.app.get(HomeRegister);
    const who = tenant.me.customerId as string;
    expect(await register.require(who, home.id, 'report')).toMatchObject({ role: 'tenant', may: ['report', 'follow'] });
    for (const right of ['rate', 'complain', 'invite'] as const) {
      await expect(register.require(who, home.id, right)).rejects.toMatchObject({ code: 'home.not-yours' });
    }
  });

  it('an owner who may not do something cannot let others do it', async () => {
    await world.database.rows('UPDATE residents SET may = ? WHERE unit_id = ?', ['["report","invite"]', home.id]);
    expectProblem(await owner.post(`/api/me/homes/${home.id}/invitations`, { role: 'family', may: ['complain'] }), 'home.right-not-held');
    expect((await invite(owner, home.id, { role: 'family' })).may).toEqual(['report']);
    await world.database.rows('UPDATE residents SET may = ? WHERE unit_id = ?', ['["report","complain"]', home.id]);
    expectProblem(await owner.post(`/api/me/homes/${home.id}/invitations`, { role: 'family' }), 'home.not-yours');
  });

  it('a tenant leaves at the end of the last day, and may be invited again', async () => {
    const { code } = await invite(owner, home.id, { role: 'tenant', until: lastDay(world, 2) });
    const tenant = await aVerifiedPerson(world);
    expect((await accept(tenant, code)).body.until).toBe(lastDay(world, 2));
    expect((await homesOf(owner))[0]?.people?.[1]).toMatchObject({ role: 'tenant', until: lastDay(world, 2) });
    const msLeft = Date.parse(`${lastDay(world, 3)}T00:00:00+08:00`) - world.now();
    await world.travel(`PT${Math.floor(msLeft / 1000) - 30}S`);
    expect(await membership(tenant)).toMatchObject({ role: 'tenant' });
    await world.travel('PT31S');
    expect([await membership(tenant), await homesOf(await world.as(tenant.key))]).toEqual([null, []]);
    const again = await world.as(owner.key);
    expect((await homesOf(again))[0]?.people).toHaveLength(1);
    const renewed = await invite(again, home.id, { role: 'tenant' });
    expect((await accept(await world.as(tenant.key), renewed.code)).status).toBe(201);
    expect(await count(world, 'residents', 'unit_id = ? AND role = ?', [home.id, 'tenant'])).toBe(2);
  });

  it('removal ends sight at once, and an owner of the list cannot be removed', async () => {
    const family = await aVerifiedPerson(world);
    await accept(family, (await invite(owner, home.id, { role: 'family' })).code);
    const people = (await homesOf(owner))[0]?.people ?? [];
    const route = (id: string | undefined) => `/api/me/homes/${home.id}/people/${id}/removal`;
    expectProblem(await owner.post(route(people[0]?.id)), 'home.owner-by-list');
    const removed = await owner.post(route(people[1]?.id));
    expect([removed.status, removed.body.people.length]).toEqual([200, 1]);
    expect([await membership(family), await homesOf(family)]).toEqual([null, []]);
    expectProblem(await owner.post(route(people[1]?.id)), 'home.person-not-found');
    expectProblem(await owner.post(route('nobody')), 'home.person-not-found');
    expect(await count(world, 'audit_entries', `action = 'home.person-removed' AND subject = ?`, [`unit:${home.id}`])).toBe(1);
    expect(await count(world, 'residents', 'unit_id = ?', [home.id])).toBe(2);
  });

  it('colleagues who serve the home see its people with masked numbers, owners first', async () => {
    const register = world.app.get(HomeRegister);
    const family = await aVerifiedPerson(world);
    await accept(family, (await invite(owner, home.id, { role: 'family' })).code);
    const people = await register.peopleOf(home.id);
    expect(people.map((p) => [p.name, p.role, p.phoneMasked, p.bound, p.customerId])).toEqual([
      ['江边月', 'owner', `137****${owner.phone.slice(-4)}`, true, owner.me.customerId],
      ['家人', 'family', `137****${family.phone.slice(-4)}`, true, family.me.customerId],
    ]);
    expect(await register.deliveredOn(home.id)).toBe('2025-06-30');
    expect(await register.place(home.id)).toMatchObject({ unitLabel: home.label, buildingName: home.building, projectName: '云溪府' });
    await expect(register.place('nowhere')).rejects.toMatchObject({ code: 'home.not-yours' });
    await expect(register.require(null, home.id, 'report')).rejects.toMatchObject({ code: 'home.not-yours' });
  });
});

/** The civil day in Beijing so many days from now. */
const lastDay = (world: TestApp, days: number): string => new Date(world.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
