import util from 'node:util';
import { type Person, startApp, type TestApp } from '../../support/app';
import {
  accept,
  anOwner,
  aVerifiedPerson,
  emptyHomes,
  homesOf,
  importList,
  invite,
  LIST_HEADER,
  type NamedUnit,
  plainRefusal,
} from '../../support/homes';
import { count } from '../../support/lead-tables';
import { aLead, freshPhone, submit } from '../../support/leads';
import { type CapturedLine, captureLog } from '../../support/log-lines';
import { expectProblem } from '../../support/refusals';

const NOWHERE = '01900000-0000-7000-8000-000000000000';

describe('finding one’s home', () => {
  let world: TestApp;
  let clerk: Person;
  let homes: NamedUnit[];
  let phones: string[];
  let lines: CapturedLine[];
  beforeAll(async () => {
    world = await startApp();
    clerk = await world.as('clerk');
    homes = await emptyHomes(world);
    phones = [];
    lines = captureLog(world);
  });
  afterAll(() => world?.stop());

  const nextHome = (): NamedUnit => homes.shift() as NamedUnit;
  const owner = async (unit: NamedUnit, name?: string) => {
    const person = await anOwner(world, clerk, unit, name);
    phones.push(person.phone);
    return person;
  };

  it('the owner of the cast has two homes, one of them handed over lately', async () => {
    const found = await homesOf(await world.as('owner'));
    expect(found.map((h) => [h.label, h.role, h.deliveredOn, h.people?.map((p) => [p.name, p.self])])).toEqual([
      ['云溪府 1号楼 1203', 'owner', '2025-06-18', [['陈玉兰', true]]],
      ['云溪府 3号楼 401', 'owner', '2020-03-20', [['陈玉兰', true]]],
    ]);
  });

  it('an owner whose number WeChat vouched for has the homes that are registered under it, without asking for them', async () => {
    const [one, two] = [nextHome(), nextHome()];
    const phone = freshPhone();
    const row = (unit: NamedUnit) => [unit.building, unit.label, '江一帆', phone, ''];
    await importList(world, clerk, [LIST_HEADER, row(one), row(two)]);
    const person = await aVerifiedPerson(world, phone);
    await world.travel('PT0S');
    expect(await count(world, 'residents', 'unit_id IN (?, ?) AND customer_id = ?', [one.id, two.id, person.me.customerId])).toBe(2);
    const [first, second] = await homesOf(person);
    expect(first).toEqual({
      unitId: one.id,
      projectId: expect.any(String),
      projectName: '云溪府',
      buildingId: expect.any(String),
      buildingName: one.building,
      unitLabel: one.label,
      label: `云溪府 ${one.building.replace(' ', '')} ${one.label}`,
      role: 'owner',
      may: ['report', 'follow', 'rate', 'complain', 'invite'],
      deliveredOn: null,
      until: null,
      people: [
        expect.objectContaining({ name: '江一帆', self: true, bound: true, phoneMasked: `${phone.slice(0, 3)}****${phone.slice(7)}` }),
      ],
      invitations: [],
    });
    expect(second?.unitId).toBe(two.id);
    const before = await world.database.rows('SELECT * FROM residents WHERE customer_id = ?', [person.me.customerId]);
    await world.travel('PT1H');
    await Promise.all([homesOf(person), homesOf(person), person.post('/api/me/homes', { unitId: one.id })]);
    expect(await world.database.rows('SELECT * FROM residents WHERE customer_id = ?', [person.me.customerId])).toEqual(before);
  });

  it('a person registered after they came sees the home the next time they look', async () => {
    const person = await aVerifiedPerson(world);
    expect(await homesOf(person)).toEqual([]);
    const unit = nextHome();
    await importList(world, clerk, [LIST_HEADER, [unit.building, unit.label, '江一帆', person.phone, '']]);
    const claimed = await person.post('/api/me/homes', { unitId: unit.id });
    expect([claimed.status, claimed.body.unitId, claimed.body.role]).toEqual([201, unit.id, 'owner']);
  });

  it('who only typed an owner’s number opens nothing with it, and loses the customer when the owner comes', async () => {
    const unit = nextHome();
    const phone = freshPhone();
    await importList(world, clerk, [LIST_HEADER, [unit.building, unit.label, '江一帆', phone, '']]);
    const typist = await world.stranger('typist');
    await submit(world, typist, await aLead(world, { phone }));
    expect((await world.as('typist')).me.customerId).toEqual(expect.any(String));
    expect(await homesOf(typist)).toEqual([]);
    expectProblem(await typist.post('/api/me/homes', { unitId: unit.id }), 'home.phone-required');
    const real = await aVerifiedPerson(world, phone);
    expect((await homesOf(real)).map((h) => h.unitId)).toEqual([unit.id]);
    expect(await homesOf(typist)).toEqual([]);
    expectProblem(await typist.post(`/api/me/homes/${unit.id}/invitations`, { role: 'family' }), 'home.phone-required');
  });

  it('a wrong claim is answered in one and the same way, whatever stands behind the door', async () => {
    const lived = nextHome();
    await owner(lived, '江边月');
    const stranger = await aVerifiedPerson(world);
    const [empty] = homes;
    const answers = [];
    for (const unitId of [lived.id, empty?.id, NOWHERE, "' OR 1=1"]) answers.push(await stranger.post('/api/me/homes', { unitId }));
    for (const answer of answers) expectProblem(answer, 'home.not-matched');
    const [first, ...others] = answers.map(plainRefusal);
    expect(others).toEqual(others.map(() => first));
    expect(JSON.stringify(first)).not.toMatch(/江|1[3-9]\d\*/);
    expect(await count(world, 'audit_entries', `action = 'home.claim-refused' AND actor_id = ?`, [stranger.me.accountId])).toBe(4);
  });

  it('five claims within ten minutes are enough, for each person by themselves, also when ten come at once', async () => {
    const [one, other] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => one.post('/api/me/homes', { unitId: NOWHERE })));
    expect(answers.map((a) => a.body.code).sort()).toEqual([...Array(5).fill('home.not-matched'), ...Array(5).fill('request.too-many')]);
    const stopped = answers.find((a) => a.status === 429);
    expectProblem(stopped!, 'request.too-many');
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(590);
    expectProblem(await other.post('/api/me/homes', { unitId: NOWHERE }), 'home.not-matched');
    await world.travel('PT9M');
    expectProblem(await one.post('/api/me/homes', { unitId: NOWHERE }), 'request.too-many');
    await world.travel('PT1M');
    expectProblem(await one.post('/api/me/homes', { unitId: NOWHERE }), 'home.not-matched');
  });

  it('a claim names one thing and means it', async () => {
    const person = await aVerifiedPerson(world);
    const bodies = [
      {},
      { unitId: NOWHERE, invitationCode: 'x'.repeat(32) },
      { unitId: 5 },
      { unitId: 'x'.repeat(37) },
      { invitationCode: 'a b' },
    ];
    for (const body of [...bodies, { invitationCode: 'x'.repeat(65) }, { unitId: null }, { unitId: ['x'] }, { more: 1 }]) {
      expectProblem(await person.post('/api/me/homes', body), 'request.invalid');
    }
    expectProblem(await accept(person, 'x'.repeat(32)), 'home.invitation-invalid');
  });

  it('a stranger can list nobody, invite nobody and remove nobody', async () => {
    const unit = nextHome();
    const real = await owner(unit);
    const family = await aVerifiedPerson(world);
    expect((await accept(family, (await invite(real, unit.id, { role: 'family' })).code)).status).toBe(201);
    const [home] = await homesOf(real);
    const stranger = await aVerifiedPerson(world);
    const open = await invite(real, unit.id, { role: 'tenant' });
    for (const person of [stranger, family]) {
      const refusals = [
        await person.post(`/api/me/homes/${unit.id}/invitations`, { role: 'family' }),
        await person.post(`/api/me/homes/${unit.id}/people/${home?.people?.[1]?.id}/removal`),
        await person.post(`/api/me/homes/invitations/${open.id}/revocation`),
        await person.post(`/api/me/homes/invitations/${NOWHERE}/revocation`),
        await person.post(`/api/me/homes/${NOWHERE}/invitations`, { role: 'family' }),
      ];
      for (const refusal of refusals) expectProblem(refusal, 'home.not-yours');
      expect(new Set(refusals.map((r) => JSON.stringify(plainRefusal(r)))).size).toBe(1);
    }
    expect(await homesOf(stranger)).toEqual([]);
    const [seen] = await homesOf(family);
    expect([seen?.people, seen?.invitations]).toEqual([undefined, undefined]);
  });

  it('buildings and their homes are public, and say nothing of anybody', async () => {
    const { id } = (await world.http('GET', '/api/projects')).body.items[0];
    const { body } = await world.http('GET', `/api/projects/${id}/buildings`);
    expect(body.nextCursor).toBeNull();
    expect(body.items.map((b: { name: string; floors: number; units: unknown[] }) => [b.name, b.floors, b.units.length])).toEqual([
      ['1 号楼', 18, 72],
      ['2 号楼', 18, 72],
      ['3 号楼', 8, 16],
      ['5 号楼', 8, 16],
    ]);
    expect(Object.keys(body.items[0].units[0]).sort()).toEqual(['floor', 'id', 'label']);
    expectProblem(await world.http('GET', `/api/projects/${NOWHERE}/buildings`), 'project.not-found');
  });

  it('no number stands in the clear in a table or the log', async () => {
    expect(phones.filter((phone) => util.inspect(lines, { depth: 10 }).includes(phone))).toEqual([]);
    expect(phones.length).toBeGreaterThan(1);
    for (const table of ['residents', 'home_import_rows', 'home_imports', 'idempotency_keys', 'audit_entries', 'jobs']) {
      const text = JSON.stringify(await world.database.rows(`SELECT * FROM ${table}`));
      for (const phone of phones) expect([table, text.includes(phone)]).toEqual([table, false]);
    }
  });
});
