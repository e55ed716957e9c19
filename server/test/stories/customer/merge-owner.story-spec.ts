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
} from '../../support/homes';
import { aLead, freshPhone, submit } from '../../support/leads';
import { aCustomer, merge, tracesOf } from '../../support/merges';
import { aReportedOrder } from '../../support/orders';

const WORDS = '搬进来的第一个冬天，楼下的蜡梅开了。管家每天早上把门口的雪扫干净，孩子们在中央花园堆雪人。';

describe('an owner who is there under two numbers', () => {
  let world: TestApp;
  let clerk: Person;
  let admin: Person;
  let homes: NamedUnit[];

  beforeAll(async () => {
    world = await startApp();
    [clerk, admin] = (await Promise.all(['clerk', 'admin'].map((key) => world.as(key)))) as [Person, Person];
    homes = await emptyHomes(world);
  });
  afterAll(() => world?.stop());

  const nextHome = (): NamedUnit => homes.shift() as NamedUnit;
  const unitsOf = async (person: Person) => (await homesOf(person)).map((home) => home.unitId).sort();
  const idOf = async (person: Person): Promise<string> => (await person.get('/api/me')).body.customerId;

  it('signs in as one person by either WeChat, with the homes, orders and stories of both', async () => {
    const [one, two] = [nextHome(), nextHome()];
    const [first, second] = [await anOwner(world, clerk, one), await anOwner(world, clerk, two)];
    const order = await aReportedOrder(world, second);
    const story = await second.post('/api/me/stories', { unitId: two.id, title: '第一个冬天', words: WORDS, agreed: true });
    expect(story.status).toBe(201);
    await first.post('/api/me/stories', { unitId: one.id, title: '第一个春天', words: WORDS, agreed: true });
    const { projectId } = (await homesOf(first))[0] as { projectId: string };
    const relations = await world.as('relations');
    const from = new Date(world.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const extra = {
      projectId,
      kind: 'parking',
      title: '地下车位认购',
      words: '余 36 个车位',
      from,
      until: null,
      active: true,
      position: 5,
      responsibleId: null,
    };
    const { id: extraId } = (await relations.post('/api/staff/extras', extra)).body;
    for (const person of [first, second]) {
      expect((await person.get('/api/me/extras')).body.items.map((item: { id: string }) => item.id)).toContain(extraId);
      await person.post('/api/me/extra-views', { extraIds: [extraId] });
      expect((await person.post(`/api/me/extras/${extraId}/interest`, { agreed: true })).status).toBe(201);
    }
    const gone = await idOf(second);
    const told = await merge(world, admin, gone, await idOf(first));
    expect(told.moves).toEqual(expect.arrayContaining(['1 处房屋的绑定', '1 张工单', '1 篇业主故事']));
    expect(told.decisions).toContainEqual(expect.stringContaining('2 个微信号都验证过'));
    expect(told.decisions).toContainEqual(expect.stringContaining('合为一项'));
    expect(await world.database.rows('SELECT id FROM extra_interests WHERE extra_id = ?', [extraId])).toHaveLength(1);
    expect(await world.database.rows('SELECT view_key FROM extra_views WHERE extra_id = ?', [extraId])).toHaveLength(1);
    // The sessions that are open go on, as the survivor.
    for (const person of [first, second]) {
      expect(await idOf(person)).toBe(await idOf(first));
      expect(await unitsOf(person)).toEqual([one.id, two.id].sort());
      expect((await person.get(`/api/work-orders/${order}`)).status).toBe(200);
      expect((await person.get('/api/me/stories')).body.items).toHaveLength(2);
    }
    const again = await second.post('/api/me/stories', { unitId: two.id, title: '第一个夏天', words: WORDS, agreed: true });
    expect(again.body.code).toBe('story.waiting');
    const left = await tracesOf(world, gone);
    expect(
      left.filter(
        (column) => !['audit_entries.details', 'customer_merges.former_id', 'jobs.payload', 'idempotency_keys.answer'].includes(column),
      ),
    ).toEqual([]);
  });

  it('who is twice in one home keeps the wider right, and whoever they let in stays', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit);
    const other = await aVerifiedPerson(world);
    expect((await accept(other, (await invite(owner, unit.id, { role: 'tenant' })).code)).status).toBe(201);
    const guest = await aVerifiedPerson(world);
    expect((await accept(guest, (await invite(owner, unit.id, { role: 'family' })).code)).status).toBe(201);
    const waiting = await invite(owner, unit.id, { role: 'family' });
    const { decisions } = await merge(world, admin, await idOf(owner), await idOf(other));
    expect(decisions).toContainEqual(expect.stringContaining('保留权限更多的一份'));
    expect((await homesOf(other)).map((home) => [home.unitId, home.role])).toEqual([[unit.id, 'owner']]);
    expect(await unitsOf(guest)).toEqual([unit.id]);
    // Their own invitation is still their own.
    expect((await accept(other, waiting.code)).body.code).toBe('home.invitation-invalid');
    expect((await accept(await aVerifiedPerson(world), waiting.code)).status).toBe(201);
  });

  it('finds the home of the number they proved, and not that of a number which nobody has proved', async () => {
    const [proved, unproved] = [nextHome(), nextHome()];
    const person = await aVerifiedPerson(world);
    const [typed, third] = [await aCustomer(world), await aVerifiedPerson(world)];
    for (const one of [person, third]) await merge(world, admin, await idOf(one), typed.id);
    await importList(world, clerk, [
      LIST_HEADER,
      [proved.building, proved.label, '江一帆', person.phone, '2025-06-30'],
      [unproved.building, unproved.label, '江一帆', typed.phone, '2025-06-30'],
    ]);
    // Whoever proves a number anew makes us look for the homes of every number that was proved.
    await third.post('/api/me/phone', { code: await third.phoneCode() });
    await world.travel('PT0S');
    expect(await unitsOf(person)).toEqual([proved.id]);
    const later = await aVerifiedPerson(world, typed.phone);
    expect(await idOf(later)).toBe(typed.id);
    expect(await unitsOf(later)).toEqual([proved.id, unproved.id].sort());
  });

  it('opens nothing to an account that only typed one of the numbers', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit);
    const order = await aReportedOrder(world, owner);
    const typed = await aCustomer(world, { name: '路人' });
    expect(await idOf(typed.person)).toBe(typed.id);
    const { decisions } = await merge(world, admin, typed.id, await idOf(owner));
    expect(decisions).toContainEqual(expect.stringContaining('没有经过微信验证'));
    const me = (await typed.person.get('/api/me')).body;
    expect([me.customerId, me.phoneMasked, me.name]).toEqual([undefined, null, null]);
    expect(await homesOf(typed.person)).toEqual([]);
    expect((await typed.person.get(`/api/work-orders/${order}`)).status).toBe(404);
    expect((await typed.person.get('/api/me/stories')).body.items).toEqual([]);
    const leads = (await typed.person.get('/api/me/leads')).body.items;
    expect(leads.map((lead: { agent: unknown; intent: unknown }) => [lead.agent, lead.intent])).toEqual([[null, {}]]);
    // Whoever types the other number of the owner is a stranger to them as well.
    const stranger = await world.stranger('merge-stranger');
    await submit(world, stranger, await aLead(world, { phone: typed.phone }));
    expect((await stranger.get('/api/me')).body.customerId).toBeUndefined();
    // WeChat's word brings them in.
    const proved = await aVerifiedPerson(world, typed.phone);
    expect(await unitsOf(proved)).toEqual([unit.id]);
  });

  it('who lives in a home by one number is not let in again by the other', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit);
    const [guest, other] = [await aVerifiedPerson(world), await aVerifiedPerson(world)];
    expect((await accept(guest, (await invite(owner, unit.id, { role: 'family' })).code)).status).toBe(201);
    const second = (await invite(owner, unit.id, { role: 'family' })).code;
    await merge(world, admin, await idOf(guest), await idOf(other));
    expect((await accept(other, second)).body.code).toBe('home.already-yours');
    expect(await unitsOf(other)).toEqual([unit.id]);
  });

  it('cannot be invited into their own home by their other number', async () => {
    const unit = nextHome();
    const owner = await anOwner(world, clerk, unit);
    const other = await aVerifiedPerson(world, freshPhone());
    const code = (await invite(owner, unit.id, { role: 'family' })).code;
    await merge(world, admin, await idOf(owner), await idOf(other));
    expect((await accept(other, code)).body.code).toBe('home.invitation-invalid');
    expect(await unitsOf(other)).toEqual([unit.id]);
  });
});
