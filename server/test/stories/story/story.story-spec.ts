import type { MyStory, PublishedStory, StaffStory, StoryDraft } from '@guihu/shared';
import { type Person, startApp, type TestApp } from '../../support/app';
import { accept, anOwner, aVerifiedPerson, emptyHomes, homesOf, invite, type NamedUnit } from '../../support/homes';
import { freshPhone } from '../../support/leads';
import { ledgerFaults, pointsOf, projectOf } from '../../support/rewards';
import { aPhoto, CAMERA, sendFile, show } from '../../support/uploads';

const WORDS = '搬进来的第一个冬天，楼下的蜡梅开了。管家每天早上把门口的雪扫干净，孩子们在中央花园堆雪人。';

describe('a story of an owner', () => {
  let world: TestApp;
  let clerk: Person;
  let relations: Person;
  let manager: Person;
  let projectId: string;
  let homes: NamedUnit[];

  beforeAll(async () => {
    world = await startApp();
    [clerk, relations, manager] = (await Promise.all(['clerk', 'relations', 'manager'].map((key) => world.as(key)))) as [
      Person,
      Person,
      Person,
    ];
    projectId = await projectOf(world);
    homes = await emptyHomes(world);
  });
  afterEach(async () => expect(await ledgerFaults(world)).toEqual([]));
  afterAll(() => world?.stop());

  const owner = () => anOwner(world, clerk, homes.shift() as NamedUnit);
  const draftOf = async (person: Person, part: Partial<StoryDraft> = {}): Promise<StoryDraft> => ({
    unitId: (await homesOf(person))[0]?.unitId as string,
    title: '搬进来的第一个冬天',
    words: WORDS,
    agreed: true,
    ...part,
  });
  const submit = async (person: Person, part: Partial<StoryDraft> = {}) => person.post('/api/me/stories', await draftOf(person, part));
  const submitted = async (person: Person, part: Partial<StoryDraft> = {}): Promise<string> => {
    const { status, body } = await submit(person, part);
    expect([status, body]).toEqual([201, { id: expect.any(String), status: 'submitted' }]);
    return body.id;
  };
  const publish = (by: Person, id: string) => by.post(`/api/staff/stories/${id}/publication`);
  const giveBack = (by: Person, id: string, reason: unknown = '照片里能看清门牌号') =>
    by.post(`/api/staff/stories/${id}/return`, { reason });
  const shown = async (): Promise<PublishedStory[]> => (await world.http('GET', `/api/projects/${projectId}/stories?limit=50`)).body.items;
  const mine = async (person: Person): Promise<MyStory[]> => (await person.get('/api/me/stories')).body.items;
  const queue = async (by: Person, status = 'submitted'): Promise<StaffStory[]> =>
    (await by.get(`/api/staff/stories?projectId=${projectId}&status=${status}&limit=50`)).body.items;

  it('is read by customer relations, then by everybody, without phone, home number or whole name', async () => {
    const person = await owner();
    const photo = (await sendFile(world, person, await aPhoto({ notes: true }))).body.id;
    const id = await submitted(person, { stars: 5, uploadIds: [photo] });
    expect((await shown()).map((story) => story.id)).not.toContain(id);
    await world.travel('PT0S');
    expect((await relations.inbox())[0]).toMatchObject({ intent: 'story-waiting' });

    const [waiting] = (await queue(relations)).filter((story) => story.id === id);
    expect(waiting).toMatchObject({
      author: { name: expect.any(String), phoneMasked: expect.stringContaining('****'), home: expect.stringContaining('云溪府') },
      allowed: ['publish', 'return'],
      decidedBy: null,
    });
    expect(await publish(relations, id)).toMatchObject({ status: 201, body: { id, status: 'published' } });

    const [story] = (await shown()).filter((each) => each.id === id) as [PublishedStory];
    expect(story).toEqual({
      id,
      title: '搬进来的第一个冬天',
      words: WORDS,
      stars: 5,
      byline: '江**',
      photos: [{ id: photo, url: expect.any(String), thumbUrl: expect.any(String), width: 400, height: 300 }],
      publishedAt: expect.any(String),
    });
    const [home] = await homesOf(person);
    const public_ = JSON.stringify(await shown());
    for (const secret of ['江一帆', person.phone, home?.label as string]) expect(public_).not.toContain(secret);
    expect((await show(world, story.photos[0]?.url as string)).bytes.includes(CAMERA)).toBe(false);

    await world.travel('PT0S');
    const { items } = (await person.get('/api/me/messages')).body;
    expect(JSON.stringify(items)).toContain('业主故事审核结果');
    expect(await pointsOf(person)).toBe(300);
  });

  it('is not taken from somebody without a home of their own, nor for the home of others', async () => {
    const person = await owner();
    const [home] = await homesOf(person);
    const draft = await draftOf(person);
    const stranger = await world.stranger(`s-${freshPhone()}`);
    const tenant = await aVerifiedPerson(world);
    await accept(tenant, (await invite(person, home?.unitId as string, { role: 'tenant' })).code);
    for (const other of [stranger, tenant, await owner()]) {
      expect((await other.post('/api/me/stories', draft)).body.code).toBe('home.not-yours');
    }
    expect(await mine(stranger)).toEqual([]);
  });

  it('says nothing that gives its author away, is agreed to, and has pictures of their own only', async () => {
    const person = await owner();
    const [home] = await homesOf(person);
    for (const [part, field] of [
      [{ words: `${WORDS}电话 138 5715 0001` }, 'words'],
      [{ title: `${home?.unitLabel}室的冬天` }, 'title'],
      [{ words: `我是江一帆。${WORDS}` }, 'words'],
    ] as const) {
      const { body } = await submit(person, part);
      expect([body.code, body.errors?.[0]?.field]).toEqual(['story.gives-away', field]);
    }
    expect((await submit(person, { agreed: false })).body.errors?.[0]?.field).toBe('agreed');
    expect((await submit(person, { words: '太短了' })).status).toBe(400);
    expect((await submit(person, { title: '冬天\u202e的暖气' })).body.errors?.[0]?.field).toBe('title');
    const elses = (await sendFile(world, await owner(), await aPhoto())).body.id;
    expect((await submit(person, { uploadIds: [elses] })).body.code).toBe('upload.not-yours');
    expect(await mine(person)).toEqual([]);
  });

  it('waits alone: of five sent at once one is taken, and the next one after the first was answered', async () => {
    const person = await owner();
    const draft = await draftOf(person);
    const answers = await Promise.all(Array.from({ length: 5 }, () => person.post('/api/me/stories', draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(['story.waiting']));
    const [first] = await mine(person);
    expect((await giveBack(relations, first?.id as string)).body.status).toBe('returned');
    expect((await mine(person))[0]).toMatchObject({ status: 'returned', reason: '照片里能看清门牌号', allowed: ['withdraw'] });
    await submitted(person, { byline: 'anonymous' });
  });

  it('is taken back by its author at any time, and by nobody else', async () => {
    const person = await owner();
    const photo = (await sendFile(world, person, await aPhoto())).body.id;
    const id = await submitted(person, { uploadIds: [photo] });
    await publish(manager, id);
    expect((await shown()).map((story) => story.id)).toContain(id);
    const other = await owner();
    for (const route of [id, '01900000-0000-7000-8000-000000000000'])
      expect((await other.post(`/api/me/stories/${route}/withdrawal`)).body.code).toBe('story.not-found');
    expect((await person.post(`/api/me/stories/${id}/withdrawal`)).body).toEqual({ id, status: 'withdrawn' });
    expect((await shown()).map((story) => story.id)).not.toContain(id);
    expect((await mine(person)).find((story) => story.id === id)).toMatchObject({ status: 'withdrawn', photos: [], allowed: [] });
    expect((await person.post(`/api/me/stories/${id}/withdrawal`)).body.code).toBe('story.state-conflict');
    expect((await publish(manager, id)).body.code).toBe('story.state-conflict');
    for (const status of ['submitted', 'published', 'returned', 'withdrawn'])
      expect((await queue(manager, status)).map((story) => story.id)).not.toContain(id);
  });

  it('is decided once, by whoever works for its project and did not write it; a published one can still be hidden', async () => {
    const person = await owner();
    const id = await submitted(person);
    expect((await publish(await world.as('agent-lin'), id)).body.code).toBe('permission.denied');
    await world.database.rows('UPDATE stories SET project_id = ? WHERE id = ?', [await projectOf(world, 'LT'), id]);
    expect((await publish(relations, id)).body.code).toBe('story.not-found');
    await world.database.rows('UPDATE stories SET project_id = ? WHERE id = ?', [projectId, id]);
    await world.database.rows('UPDATE accounts SET customer_id = ? WHERE staff_id = ?', [person.me.customerId, manager.me.staffId]);
    const author = await world.as('manager');
    expect((await publish(author, id)).body.code).toBe('story.own-story');
    await world.database.rows('UPDATE accounts SET customer_id = NULL WHERE staff_id = ?', [manager.me.staffId]);

    const both = await Promise.all([publish(relations, id), publish(relations, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await giveBack(relations, id, '')).body.errors?.[0]?.field).toBe('reason');
    expect((await giveBack(relations, id)).body.status).toBe('returned');
    expect((await shown()).map((story) => story.id)).not.toContain(id);
    const acts = await world.database.rows<{ action: string }>('SELECT action FROM audit_entries WHERE subject = ? ORDER BY id', [
      `story:${id}`,
    ]);
    expect(acts.map(({ action }) => action)).toEqual(['story.submitted', 'story.published', 'story.returned']);
  });

  it('earns points once a month, however many are published', async () => {
    const person = await owner();
    for (let i = 0; i < 2; i++) {
      await publish(relations, await submitted(person));
      await world.travel('PT0S');
    }
    expect(await pointsOf(person)).toBe(300);
    const pages = [await world.http('GET', `/api/projects/${projectId}/stories?limit=1`)];
    for (let next = pages[0]?.body.nextCursor; next; next = pages.at(-1)?.body.nextCursor)
      pages.push(await world.http('GET', `/api/projects/${projectId}/stories?limit=1&cursor=${next}`));
    const ids = pages.flatMap(({ body }) => body.items.map((story: PublishedStory) => story.id));
    expect(ids).toEqual((await shown()).map((story) => story.id));
  });
});
