import { beijingDate, type ExtraDraft, type MyExtra, type StaffExtra, type StaffExtraInterest } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { anOwner, aVerifiedPerson, emptyHomes, type NamedUnit } from '../../support/homes';
import { freshPhone } from '../../support/leads';
import { projectOf } from '../../support/rewards';
import { aPhoto, sendFile } from '../../support/uploads';

const DAY = 86_400_000;
const NOWHERE = '01900000-0000-7000-8000-000000000000';

describe('an extra for owners', () => {
  let world: TestApp;
  let clerk: Person;
  let relations: Person;
  let manager: Person;
  let lin: Person;
  let projectId: string;
  let homes: NamedUnit[];

  beforeAll(async () => {
    world = await startApp();
    [clerk, relations, manager, lin] = (await Promise.all(['clerk', 'relations', 'manager', 'agent-lin'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
      Person,
    ];
    projectId = await projectOf(world);
    homes = await emptyHomes(world);
  });
  afterAll(() => world?.stop());

  const owner = () => anOwner(world, clerk, homes.shift() as NamedUnit);
  const draft = (part: Partial<ExtraDraft> = {}): ExtraDraft => ({
    kind: 'parking',
    title: '地下车位认购',
    words: '一期地下车库余 36 个车位',
    from: beijingDate(world.now()),
    until: null,
    active: true,
    position: 5,
    responsibleId: null,
    ...part,
  });
  const put = async (part: Partial<ExtraDraft> = {}, by = relations): Promise<string> => {
    const { status, body } = await by.post('/api/staff/extras', { projectId, ...draft(part) });
    expect([status, body]).toEqual([201, { id: expect.any(String) }]);
    return body.id;
  };
  const offered = async (person: Person): Promise<MyExtra[]> => (await person.get('/api/me/extras')).body.items;
  const shelf = async (): Promise<StaffExtra[]> => (await manager.get(`/api/staff/extras?projectId=${projectId}`)).body.items;
  const statsOf = async (id: string) => (await shelf()).find((extra) => extra.id === id)?.stats;
  const show = (person: Person, id: string, body: object = { agreed: true }) => person.post(`/api/me/extras/${id}/interest`, body);
  const interests = async (by: Person, query = ''): Promise<StaffExtraInterest[]> =>
    (await by.get(`/api/staff/extra-interests?projectId=${projectId}&limit=100${query}`)).body.items;
  const follow = (by: Person, id: string, verb: string, body: object = {}) => by.post(`/api/staff/extra-interests/${id}/${verb}`, body);

  it('is put up with a picture, shown to owners while it lasts, and to nobody else', async () => {
    const uploadId = (await sendFile(world, relations, await aPhoto())).body.id;
    const id = await put({ uploadId, until: beijingDate(world.now() + DAY), position: 0 });
    const person = await owner();
    expect((await offered(person)).find((extra) => extra.id === id)).toMatchObject({
      kind: 'parking',
      title: '地下车位认购',
      picture: { id: uploadId, width: 400 },
      projectName: '云溪府',
      status: null,
      allowed: ['show'],
    });
    for (const other of [await aVerifiedPerson(world), await world.stranger(`s-${freshPhone()}`)]) {
      expect(await offered(other)).toEqual([]);
      expect((await show(other, id)).body.code).toBe('extra.not-found');
    }
    await world.travel('P2D');
    expect((await offered(person)).map((extra) => extra.id)).not.toContain(id);
    expect((await show(person, id)).body.code).toBe('extra.over');
    expect((await shelf()).find((extra) => extra.id === id)).toMatchObject({ onShow: false, active: true });
  });

  it('is put up and changed by whoever cares for the owners of its project', async () => {
    const id = await put();
    expect((await lin.post('/api/staff/extras', { projectId, ...draft() })).body.code).toBe('permission.denied');
    const elsewhere = { projectId: await projectOf(world, 'LT'), ...draft() };
    expect((await relations.post('/api/staff/extras', elsewhere)).body.code).toBe('project.not-found');
    expect((await relations.put(`/api/staff/extras/${NOWHERE}`, draft())).body.code).toBe('extra.not-found');
    await world.database.rows('UPDATE extras SET project_id = ? WHERE id = ?', [elsewhere.projectId, id]);
    expect((await relations.put(`/api/staff/extras/${id}`, draft())).body.code).toBe('extra.not-found');
    await world.database.rows('UPDATE extras SET project_id = ? WHERE id = ?', [projectId, id]);
    const backwards = draft({ from: '2026-12-02', until: '2026-12-01' });
    expect((await relations.put(`/api/staff/extras/${id}`, backwards)).body.errors[0].field).toBe('until');
    expect((await relations.put(`/api/staff/extras/${id}`, draft({ from: '2026-02-30' }))).body.errors[0].field).toBe('from');
    const stranger = draft({ responsibleId: NOWHERE });
    expect((await relations.put(`/api/staff/extras/${id}`, stranger)).body.code).toBe('extra.responsible-unknown');
    expect((await relations.put(`/api/staff/extras/${id}`, draft({ active: false }))).body).toEqual({ id });
    expect((await offered(await owner())).map((extra) => extra.id)).not.toContain(id);
  });

  it('is asked for once, however often the button is pressed at once, and only with agreement', async () => {
    const id = await put();
    const person = await owner();
    expect((await show(person, id, { agreed: false })).body.errors[0].field).toBe('agreed');
    const answers = await Promise.all(Array.from({ length: 5 }, () => show(person, id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await interests(relations, `&extraId=${id}`)).toHaveLength(1);
    await world.travel('PT0S');
    expect((await relations.inbox()).filter(({ intent }) => intent === 'extra-interest')).toHaveLength(1);
  });

  it('is followed by customer relations; what came of it is recorded once and counted', async () => {
    const id = await put();
    const [first, second, third] = (await Promise.all([owner(), owner(), owner()])) as [Person, Person, Person];
    for (const person of [first, second, third]) {
      for (let i = 0; i < 3; i++) expect((await person.post('/api/me/extra-views', { extraIds: [id, NOWHERE] })).status).toBe(204);
      await show(person, id);
    }
    await (await aVerifiedPerson(world)).post('/api/me/extra-views', { extraIds: [id] });
    expect(await statsOf(id)).toEqual({ shown: 3, interested: 3, contacted: 0, takenUp: 0 });

    const [c, b, a] = (await interests(relations, `&extraId=${id}`)) as [StaffExtraInterest, StaffExtraInterest, StaffExtraInterest];
    expect(a).toMatchObject({ status: 'interested', allowed: ['contact', 'takeUp', 'decline'], mayReveal: true });
    expect(a.person.phoneMasked).toContain('****');
    expect((await follow(relations, a.id, 'phone-reveal')).body.phone).toContain((first as Person & { phone: string }).phone);
    expect((await follow(relations, a.id, 'contact', { note: '周末来看车位' })).body.status).toBe('contacted');
    const both = await Promise.all([follow(relations, a.id, 'take-up'), follow(relations, a.id, 'take-up')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await follow(relations, b.id, 'refusal', { note: '已有车位' })).body.status).toBe('declined');
    expect((await follow(relations, a.id, 'phone-reveal')).body.code).toBe('policy.consent-withdrawn');
    expect((await third.post(`/api/me/extras/${id}/interest-withdrawal`)).body).toEqual({ id: c.id, status: 'withdrawn' });
    expect(await statsOf(id)).toEqual({ shown: 3, interested: 2, contacted: 2, takenUp: 1 });

    await world.travel('P1D');
    await first.post('/api/me/extra-views', { extraIds: [id] });
    expect((await statsOf(id))?.shown).toBe(4);
  });

  it('is not called for after its owner took it back, here or altogether; they may ask again', async () => {
    const id = await put();
    const person = await owner();
    expect((await person.post(`/api/me/extras/${id}/interest-withdrawal`)).body.code).toBe('extra.interest-not-found');
    await show(person, id);
    expect((await (await owner()).post(`/api/me/extras/${id}/interest-withdrawal`)).body.code).toBe('extra.interest-not-found');
    await person.post(`/api/me/extras/${id}/interest-withdrawal`);
    const [taken] = (await interests(relations, `&extraId=${id}`)) as [StaffExtraInterest];
    expect(taken).toMatchObject({ status: 'withdrawn', allowed: [], mayReveal: false });
    expect((await follow(relations, taken.id, 'phone-reveal')).body.code).toBe('policy.consent-withdrawn');
    expect((await follow(relations, taken.id, 'contact')).body.code).toBe('extra.state-conflict');
    expect((await show(person, id)).body).toEqual({ id: taken.id, status: 'interested' });
    await person.post('/api/me/consents/withdrawal', { purposes: ['service'] });
    await world.travel('PT0S');
    expect((await offered(person)).find((extra) => extra.id === id)).toMatchObject({ status: 'withdrawn', allowed: ['show'] });
  });

  it('that was taken off, or whose home was sold, can still be taken back by whoever waits for a call', async () => {
    const [waiting, taken] = [await put(), await put()];
    const home = homes.shift() as NamedUnit;
    const person = await anOwner(world, clerk, home);
    for (const id of [waiting, taken]) expect((await show(person, id)).status).toBe(201);
    expect((await relations.put(`/api/staff/extras/${taken}`, draft({ active: false }))).status).toBe(200);
    const mine = async () => (await offered(person)).filter((extra) => [waiting, taken].includes(extra.id));
    expect((await mine()).map((extra) => [extra.id, extra.allowed])).toEqual(
      expect.arrayContaining([
        [waiting, ['withdraw']],
        [taken, ['withdraw']],
      ]),
    );
    expect((await person.post(`/api/me/extras/${taken}/interest-withdrawal`)).status).toBe(201);
    expect((await mine()).map((extra) => extra.id)).toEqual([waiting]);
    await world.travel('P1D');
    await anOwner(world, clerk, home, '顾一川');
    expect((await offered(person)).map((extra) => [extra.id, extra.allowed])).toEqual([[waiting, ['withdraw']]]);
    expect((await person.post(`/api/me/extras/${waiting}/interest-withdrawal`)).status).toBe(201);
    expect(await offered(person)).toEqual([]);
  });

  it('tells the colleague it is named for, who follows it and no other', async () => {
    const [hers, others] = [await put({ responsibleId: lin.me.staffId }), await put()];
    const person = await owner();
    for (const id of [hers, others]) await show(person, id);
    await world.travel('PT0S');
    expect((await lin.inbox())[0]).toMatchObject({ intent: 'extra-interest' });
    expect((await interests(lin)).map(({ id }) => id)).toEqual((await interests(relations, `&extraId=${hers}`)).map(({ id }) => id));
    const [other] = (await interests(relations, `&extraId=${others}`)) as [StaffExtraInterest];
    for (const verb of ['contact', 'take-up', 'refusal', 'phone-reveal'])
      expect((await follow(lin, other.id, verb)).body.code).toBe('extra.interest-not-found');
    expect((await follow(lin, (await interests(lin))[0]?.id as string, 'contact')).body.status).toBe('contacted');
  });
});
