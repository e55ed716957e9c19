import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beijingDate } from '@guihu/shared';
import { complaintsAboutLooks } from './support/measuring';
import type { Person } from './support/person';
import { photograph } from './support/photograph';
import { book, slotIn } from './support/receiving';
import { anAppeal, aVisitingFriend, redeems, steps } from './support/referring';
import { ROOT } from './support/server';
import { Stage } from './support/stage';
import { slotAt } from './support/visits';

const stage = new Stage('looks');

/** Addresses that are known only once there is something to look at. */
type Queries = Record<
  | 'project'
  | 'receipt'
  | 'lead'
  | 'due'
  | 'order'
  | 'invitation'
  | 'code'
  | 'myReferral'
  | 'ask'
  | 'referral'
  | 'verdict'
  | 'reward'
  | 'visitDay'
  | 'visit'
  | 'received'
  | 'viewing'
  | 'viewingToday',
  string
>;

const LONG_WORDS = '厨房和阳台两处水龙头都关不紧，夜里一直滴水，地上放了盆接着，老人起夜怕滑倒，麻烦尽快安排师傅上门看看';

const STORY = { title: '搬进来的第一个冬天，楼下的蜡梅开了一整个院子都香', words: `${LONG_WORDS}。`.repeat(4), stars: 5, agreed: true };

/** Somebody for whom a page is made, what is read there, and its parameters where it has any. */
const PAGES: Record<string, { who: string; says: string | RegExp; query?: keyof Queries }> = {
  'pages/home/index': { who: 'prospect', says: '云溪府' },
  'pages/me/index': { who: 'prospect', says: '我的服务' },
  'subpackages/customer/pages/project/index': { who: 'prospect', says: '楼盘信息', query: 'project' },
  'subpackages/customer/pages/leave-details/index': { who: 'prospect', says: '您同意怎样使用这些信息', query: 'project' },
  'subpackages/customer/pages/receipt/index': { who: 'prospect', says: '进展', query: 'receipt' },
  'subpackages/customer/pages/my-leads/index': { who: 'prospect', says: /YX\d{6}-\w+/ },
  'subpackages/customer/pages/policy/index': { who: 'prospect', says: '归户个人信息保护政策' },
  'subpackages/customer/pages/messages/index': { who: 'prospect', says: /专属顾问已安排|登记成功/ },
  'subpackages/customer/pages/consents/index': { who: 'prospect', says: '预约与看房联系' },
  'subpackages/customer/pages/stories/index': { who: 'prospect', says: STORY.title, query: 'project' },
  'subpackages/visit/pages/book/index': { who: 'prospect', says: '您同意怎样使用这些信息', query: 'project' },
  'subpackages/visit/pages/viewings/index': { who: 'prospect', says: '候补中' },
  'subpackages/visit/pages/viewing/index': { who: 'prospect', says: '接待您的顾问', query: 'viewing' },
  'subpackages/visit/pages/change/index': { who: 'prospect', says: '改到什么时间？', query: 'viewing' },
  'subpackages/visit/pages/pass/index': { who: 'prospect', says: '请出示给接待同事', query: 'viewingToday' },
  'subpackages/visit/pages/check-in/index': { who: 'prospect', says: '到了吗？' },
  'subpackages/home/pages/homes/index': { who: 'owner', says: '已邀请租户，等待加入' },
  'subpackages/home/pages/invitation/index': { who: 'prospect', says: '同意加入', query: 'invitation' },
  'subpackages/home/pages/report/index': { who: 'owner', says: '哪里坏了？' },
  'subpackages/home/pages/orders/index': { who: 'owner', says: LONG_WORDS },
  'subpackages/home/pages/order/index': { who: 'owner', says: '为您上门的师傅', query: 'order' },
  'subpackages/neighbour/pages/services/index': { who: 'owner', says: '业主共建' },
  'subpackages/neighbour/pages/stories/index': { who: 'owner', says: '待审核' },
  'subpackages/neighbour/pages/write-story/index': { who: 'owner', says: '怎样署名' },
  'subpackages/neighbour/pages/extras/index': { who: 'owner', says: '不用联系了' },
  'subpackages/neighbour/pages/repurchase/index': { who: 'owner', says: '想看哪个楼盘', query: 'project' },
  'subpackages/neighbour/pages/events/index': { who: 'owner', says: '报名参加' },
  'subpackages/referral/pages/refer/index': { who: 'owner', says: '好友能得到', query: 'project' },
  'subpackages/referral/pages/poster/index': { who: 'owner', says: '长按图片也可以直接转发', query: 'project' },
  'subpackages/referral/pages/register-friend/index': { who: 'owner', says: '好友先同意，我们才联系', query: 'project' },
  'subpackages/referral/pages/rules/index': { who: 'owner', says: '推荐怎样才算数', query: 'project' },
  'subpackages/referral/pages/real-name/index': { who: 'owner', says: '实名领取现金奖励' },
  'subpackages/referral/pages/referrals/index': { who: 'owner', says: '已推荐' },
  'subpackages/referral/pages/referral/index': { who: 'owner', says: '再发一次邀请', query: 'myReferral' },
  'subpackages/referral/pages/ask/index': { who: 'prospect', says: '预约与看房联系', query: 'ask' },
  'subpackages/referral/pages/rewards/index': { who: 'owner', says: '积分明细' },
  'subpackages/referral/pages/catalogue/index': { who: 'owner', says: '社区健身房季卡' },
  'subpackages/referral/pages/redemptions/index': { who: 'owner', says: /兑换，用了/ },
  'pages/todo/index': { who: 'agent', says: '全部线索' },
  'subpackages/sales/pages/leads/index': { who: 'agent', says: '紧急' },
  'subpackages/sales/pages/lead/index': { who: 'agent', says: '客户画像', query: 'lead' },
  'subpackages/sales/pages/merge/index': { who: 'manager', says: /还留过别的号码？$/, query: 'lead' },
  'subpackages/sales/pages/follow-up/index': { who: 'agent', says: '客户等级', query: 'lead' },
  'subpackages/sales/pages/tasks/index': { who: 'agent', says: '为什么', query: 'due' },
  'subpackages/sales/pages/board/index': { who: 'manager', says: '团队 6 人' },
  'subpackages/sales/pages/entry/index': { who: 'clerk', says: '从哪里来' },
  'subpackages/sales/pages/viewings/index': { who: 'manager', says: /^还有 /, query: 'visitDay' },
  'subpackages/sales/pages/viewing/index': { who: 'manager', says: '这位客户', query: 'visit' },
  'subpackages/sales/pages/walk-in/index': { who: 'clerk', says: '一起来了几位' },
  'subpackages/sales/pages/viewing-feedback/index': { who: 'agent', says: '带客户看了', query: 'received' },
  'subpackages/sales/pages/viewing-change/index': { who: 'manager', says: /改到什么时间？$/, query: 'visit' },
  'subpackages/sales/pages/viewing-plans/index': { who: 'manager', says: '业主活动' },
  'subpackages/sales/pages/site-rota/index': { who: 'supervisor', says: '照搬上周' },
  'subpackages/insight/pages/viewings/index': { who: 'manager', says: '客户顾虑' },
  'subpackages/insight/pages/referrals/index': { who: 'manager', says: '新增线索占比' },
  'subpackages/service/pages/orders/index': { who: 'engineer', says: /^待办结，/ },
  'subpackages/service/pages/order/index': { who: 'engineer', says: '报事人', query: 'order' },
  'subpackages/service/pages/finish/index': { who: 'engineer', says: '处理了什么', query: 'order' },
  'subpackages/service/pages/board/index': { who: 'supervisor', says: /^最紧急的/ },
  'subpackages/service/pages/rules/index': { who: 'supervisor', says: '水管与洁具先派马师傅' },
  'subpackages/service/pages/rota/index': { who: 'supervisor', says: '白班' },
  'subpackages/service/pages/revisits/index': { who: 'supervisor', says: /^评价较低/ },
  'subpackages/insight/pages/service/index': { who: 'manager', says: '各处理人评价' },
  'subpackages/growth/pages/codes/index': { who: 'manager', says: '新建活码' },
  'subpackages/growth/pages/code/index': { who: 'manager', says: '复制路径', query: 'code' },
  'subpackages/growth/pages/referrals/index': { who: 'manager', says: /欧阳慕容诗涵/ },
  'subpackages/growth/pages/referral/index': { who: 'manager', says: '看证据和逐条判断', query: 'referral' },
  'subpackages/growth/pages/verdict/index': { who: 'manager', says: '证据链', query: 'verdict' },
  'subpackages/growth/pages/verdict-rules/index': { who: 'manager', says: '这版规则用在过去 30 天' },
  'subpackages/growth/pages/rewards/index': { who: 'manager', says: /¥3,000/ },
  'subpackages/growth/pages/reward/index': { who: 'manager', says: '账目', query: 'reward' },
  'subpackages/growth/pages/reward-rules/index': { who: 'manager', says: '推荐等级' },
  'subpackages/growth/pages/redemptions/index': { who: 'clerk', says: '龙井新茶礼盒' },
  'subpackages/growth/pages/stories/index': { who: 'manager', says: '公开' },
  'subpackages/growth/pages/extras/index': { who: 'manager', says: /按人每天算一次/ },
  'subpackages/growth/pages/extra-interests/index': { who: 'manager', says: '查看号码' },
  'subpackages/growth/pages/relatives/index': { who: 'manager', says: '再申报一位' },
};
const NAME = '欧阳慕容诗涵';
const WISH = { productType: 'low-rise', areaMin: 120, areaMax: 168, budgetMin: 400_000_000, budgetMax: 600_000_000, purpose: 'for-family' };

let agent = '';
let queries: Queries;

/** One lead accepted and one still on offer to the same colleague, with the longest of names and wishes. */
beforeAll(async () => {
  const { api } = stage;
  const project = await api.project();
  const policy = await api.call<{ version: string }>('GET', '/api/policy');
  const consent = { policyVersion: policy.version, purposes: ['service'] };
  const lead = await api.call<{ id: string }>(
    'POST',
    '/api/leads',
    { projectId: project.id, name: NAME, phone: '13857150001', intent: WISH, consent },
    'prospect',
  );
  const owner = await api.offeredTo(lead.id);
  agent = owner.key;
  await api.call('POST', `/api/staff/leads/${lead.id}/acceptance`, {}, agent);
  for (let n = 2; n < 20; n += 1) {
    const more = await api.leaveDetails(`${NAME}${n}`, `138571500${String(n).padStart(2, '0')}`, WISH);
    if ((await api.offeredTo(more.id)).key === agent) break;
  }
  queries = {
    project: `?id=${project.id}`,
    receipt: `?id=${lead.id}`,
    lead: `?id=${lead.id}`,
    due: '?due=upcoming',
    ...(await aHousehold()),
    ...(await somebodyBrought()),
    ...(await aRecommendation(project.id)),
    ...(await somebodyComes()),
    ...(await someVisits(consent)),
  };
  await someStories();
  await someExtras(project.id);
}, 60_000);

/** A friend with the longest of names who has not answered yet. */
async function aRecommendation(projectId: string): Promise<Pick<Queries, 'myReferral' | 'ask'>> {
  const friend = { projectId, name: NAME, phone: '13857150099', relation: '同事' };
  const { id, askPath } = await stage.api.call<{ id: string; askPath: string }>('POST', '/api/referrals', friend, 'owner');
  return { myReferral: `?id=${id}`, ask: `?${askPath.split('?')[1]}` };
}

/** Somebody invited; an order at work with every mark there is, one that ended badly, and a complaint nobody has taken. */
async function aHousehold(): Promise<Pick<Queries, 'order' | 'invitation'>> {
  const { api } = stage;
  const [home] = await api.homes();
  const until = new Date((await api.now()) + 300 * 24 * 3_600_000).toISOString().slice(0, 10);
  const invited = { role: 'tenant', until };
  const { code } = await api.call<{ code: string }>('POST', `/api/me/homes/${home?.unitId}/invitations`, invited, 'owner');
  const camera = await stage.person('owner');
  const uploadIds = await Promise.all(['水龙头', '地上'].map(async (shown) => api.upload(await photograph(camera.page, shown), 'owner')));
  await camera.page.close();
  const { id } = await api.report({ description: LONG_WORDS, uploadIds, urgent: true });
  await api.serve(id, 'acceptance', 'engineer');
  await api.call('POST', `/api/work-orders/${id}/urge`, {}, 'owner');
  await api.serve(id, 'arrival', 'engineer');
  const ended = await api.report({ category: 'water-drain', description: '下水堵塞' });
  await api.serve(ended.id, 'acceptance', 'engineer');
  await api.serve(ended.id, 'completion', 'engineer', { words: '已疏通', parts: [{ name: '密封圈', quantity: 2, priceFen: 1500 }] });
  await api.call('POST', `/api/work-orders/${ended.id}/rating`, { stars: 2, tags: ['收费不清'], stillBroken: false }, 'owner');
  await api.report({ kind: 'complaint', category: 'complaint-noise', description: '夜里装修，影响老人休息', mood: 3, scope: 2 });
  return { order: `?id=${id}`, invitation: `?code=${code}` };
}

/** A code, a friend who bought, another who was lost to a channel and fought for, a gift to be fetched, a relative. */
async function somebodyBrought(): Promise<Pick<Queries, 'code' | 'referral' | 'verdict' | 'reward'>> {
  const { api } = stage;
  const { id: projectId } = await api.project();
  const label = '抖音直播间置顶小黄车旁边的活码，十一月第二场';
  const code = await api.call<{ id: string }>(
    'POST',
    '/api/staff/live-codes',
    { projectId, kind: 'channel', label, channelCode: 'online.douyin' },
    'manager',
  );
  const { referralId } = await aVisitingFriend(api, NAME, '13857170001');
  await steps(api, referralId, 'signed', { dealAmount: 32_880_000_00 });
  await steps(api, referralId, 'settled');
  const due = await api.call<{ items: { id: string; form: string }[] }>('GET', '/api/staff/rewards?status=due', undefined, 'manager');
  const reward = due.items.find(({ form }) => form === 'cash');
  const lost = await anAppeal(api, NAME, '13857170002', LONG_WORDS);
  await redeems(api, '龙井新茶礼盒');
  await api.call('POST', '/api/staff/relatives', { name: NAME, phone: '13857170003', relation: '兄弟姐妹' }, 'manager');
  return { code: `?id=${code.id}`, referral: `?id=${lost}`, verdict: `?referralId=${lost}`, reward: `?id=${reward?.id}` };
}

/** A visit to come, with the longest of names and words, and one that is here and owes its feedback. */
async function somebodyComes(): Promise<Pick<Queries, 'visitDay' | 'visit' | 'received'>> {
  const { api } = stage;
  const { id: projectId } = await api.project();
  const slot = await slotIn(api, 3);
  const booked = await book(api, NAME, '13857180001', slot, { note: LONG_WORDS, partySize: 4 });
  const walkIn = { projectId, name: NAME, phone: '13857180002', partySize: 2 };
  const received = await api.call<{ id: string }>('POST', '/api/staff/walk-ins', walkIn, agent);
  return {
    visitDay: `?view=team&day=${beijingDate(Date.parse(slot.startsAt))}`,
    visit: `?id=${booked.id}`,
    received: `?id=${received.id}`,
  };
}

/** One visit for another day, one for today, and a place in a line. */
async function someVisits(consent: object): Promise<Pick<Queries, 'viewing' | 'viewingToday'>> {
  const full = await slotAt(stage.api, 2, '10:00', 'prospect');
  for (let n = 1; n <= full.seatsLeft; n += 1) await book(stage.api, `${NAME}${n}`, `1385716100${n}`, full);
  const sent = { name: NAME, phone: '13857150001', note: LONG_WORDS, consent };
  await stage.api.call('POST', '/api/viewing-waits', { ...sent, slotId: full.id }, 'prospect');
  const [today, later] = await Promise.all([slotAt(stage.api, 0, '16:00', 'prospect'), slotAt(stage.api, 3, '10:00', 'prospect')]);
  const come = (slotId: string) => stage.api.call<{ id: string }>('POST', '/api/viewings', { ...sent, partySize: 10, slotId }, 'prospect');
  const [{ id: viewingToday }, { id: viewing }] = [await come(today.id), await come(later.id)];
  return { viewing: `?id=${viewing}`, viewingToday: `?id=${viewingToday}` };
}

/** One that everybody may read, with pictures, and one that waits. */
async function someStories(): Promise<void> {
  const { api } = stage;
  const camera = await stage.person('owner');
  const uploadIds = await Promise.all(
    ['蜡梅', '雪人', '晚霞'].map(async (shown) => api.upload(await photograph(camera.page, shown), 'owner')),
  );
  await camera.page.close();
  const unitId = (await api.homes())[0]?.unitId;
  const { id } = await api.call<{ id: string }>('POST', '/api/me/stories', { ...STORY, unitId, uploadIds }, 'owner');
  await api.call('POST', `/api/staff/stories/${id}/publication`, {}, 'relations');
  await api.call('POST', '/api/me/stories', { ...STORY, unitId }, 'owner');
}

/** One with a picture and the longest of words, and somebody who wants to hear of it. */
async function someExtras(projectId: string): Promise<void> {
  const { api } = stage;
  const desk = await stage.person('relations');
  const uploadId = await api.upload(await photograph(desk.page, '地下车库'), 'relations');
  await desk.page.close();
  const until = beijingDate((await api.now()) + 30 * 24 * 3_600_000);
  const extra = { projectId, kind: 'parking', title: STORY.title, words: LONG_WORDS, from: beijingDate(await api.now()), until };
  const rest = { active: true, position: 0, responsibleId: null, uploadId };
  const { id } = await api.call<{ id: string }>('POST', '/api/staff/extras', { ...extra, ...rest }, 'relations');
  await api.call('POST', `/api/me/extras/${id}/interest`, { agreed: true }, 'owner');
}

/** Pages that say something else to others. */
const BESIDE: [page: string, who: string, says: string | RegExp][] = [
  ['pages/home/index', 'owner', '我的家'],
  ['pages/me/index', 'supervisor', '服务看板'],
  ['pages/todo/index', 'engineer', /^待办结，/],
  ['pages/todo/index', 'supervisor', '全部线索'],
  ['subpackages/home/pages/report/index?kind=complaint', 'owner', '您要投诉什么？'],
  ['subpackages/service/pages/orders/index', 'supervisor', '团队'],
];

/** Tabs stay open: a page is opened in the tab of whom it is made for. */
const tabs = new Map<string, Promise<Person>>();
async function visit(page: string, screen: 'phone' | 'desk'): Promise<Person> {
  const { who, says, query } = PAGES[page] as (typeof PAGES)[string];
  const key = who === 'agent' ? agent : who;
  const tab = tabs.get(`${key}:${screen}`) ?? stage.person(key, screen);
  tabs.set(`${key}:${screen}`, tab);
  const person = await (await tab).open(page + (query ? queries[query] : ''));
  await person.sees(says);
  await person.settled();
  return person;
}

const shortOf = (page: string): string => page.split('/').at(-2) as string;

it('no page of the mini-program is left out', () => {
  const source = readFileSync(path.join(ROOT, 'miniapp/src/app.config.ts'), 'utf8');
  const roots = [...source.matchAll(/root: '([^']+)',\s*pages: \[([^\]]+)\]/g)];
  const main = /^\s*pages: \[([^\]]+)\]/m.exec(source)?.[1] ?? '';
  const quoted = (text: string) => [...text.matchAll(/'([^']+)'/g)].map((match) => match[1] as string);
  const declared = [...quoted(main), ...roots.flatMap(([, root, pages]) => quoted(pages as string).map((page) => `${root}/${page}`))];
  expect(Object.keys(PAGES).sort()).toEqual(declared.sort());
});

describe.each(Object.keys(PAGES))('%s', (page) => {
  it.each([
    [375, 812],
    [320, 568],
  ])('stands well on a phone of %i × %i', async (width, height) => {
    const person = await visit(page, 'phone');
    await person.page.setViewportSize({ width, height });
    await person.settled();
    await person.picture(`${shortOf(page)}-${width}`);
    expect(await person.page.evaluate(complaintsAboutLooks)).toEqual([]);
  });

  it('stands well on a desk of 1440 × 900', async () => {
    const person = await visit(page, 'desk');
    await person.picture(`${shortOf(page)}-1440`);
    expect(await person.page.evaluate(complaintsAboutLooks)).toEqual([]);
  });
});

it.each(BESIDE)('%s stands well for %s too', async (page, who, says) => {
  for (const screen of ['phone', 'desk'] as const) {
    const person = await (await stage.person(who, screen)).open(page);
    await person.sees(says);
    await person.picture(`${shortOf(page)}-${who}-${screen}`);
    expect(await person.page.evaluate(complaintsAboutLooks)).toEqual([]);
    await person.page.close();
  }
});

describe('in 大字', () => {
  beforeAll(async () => {
    for (const key of ['prospect', agent, 'manager', 'clerk', 'owner', 'engineer', 'supervisor']) {
      const tab = (await tabs.get(`${key}:phone`)) as Person;
      await tab.open('pages/me/index');
      await tab.sees('大字');
      await tab.tap(tab.page.locator('.cell').filter({ hasText: '大字' }).locator('.nut-switch'));
      await tab.page.locator('.page-frame.large-type').filter({ visible: true }).first().waitFor();
    }
  }, 60_000);

  it.each(Object.keys(PAGES))('%s breaks nowhere', async (page) => {
    const person = await visit(page, 'phone');
    const complaints: Record<string, string[]> = {};
    for (const [width, height] of [
      [375, 812],
      [320, 568],
    ] as const) {
      await person.page.setViewportSize({ width, height });
      await person.settled();
      complaints[width] = await person.page.evaluate(complaintsAboutLooks);
      await person.picture(`${shortOf(page)}-${width}-large`);
    }
    expect(complaints).toEqual({ 320: [], 375: [] });
  });
});

describe('when a day and more has passed', () => {
  const LATE: Record<string, { who: string; says: RegExp | string }> = {
    'pages/todo/index': { who: 'agent', says: /^已超时 \d/ },
    'subpackages/sales/pages/tasks/index?due=overdue': { who: 'agent', says: NAME },
    'subpackages/sales/pages/board/index': { who: 'manager', says: '逾期的跟进任务' },
    'subpackages/service/pages/board/index': { who: 'supervisor', says: /超时未/ },
    'subpackages/service/pages/orders/index?view=late': { who: 'supervisor', says: /，超时 \d/ },
    'subpackages/home/pages/orders/index': { who: 'owner', says: /已超时，/ },
  };

  beforeAll(async () => {
    await stage.api.travel('P1DT2H');
  }, 60_000);

  it.each(Object.keys(LATE))('%s says what is late in words that can be read', async (page) => {
    const { who, says } = LATE[page] as (typeof LATE)[string];
    for (const screen of ['phone', 'desk'] as const) {
      const person = await (await stage.person(who === 'agent' ? agent : who, screen)).open(page);
      await person.sees(says, /超时|逾期/);
      await person.picture(`late-${shortOf(page)}-${screen}`);
      expect(await person.page.evaluate(complaintsAboutLooks)).toEqual([]);
    }
  });
});

describe('when there is nothing to show', () => {
  const open = async (key: string, page: string) => (await stage.person(key)).open(page);

  it('an empty page says so and what to do next', async () => {
    await stage.api.call('POST', '/wechat/__sim/personas', { key: 'nobody-yet', name: '新客' });
    const guest = await open('nobody-yet', 'subpackages/customer/pages/my-leads/index');
    await guest.sees('还没有咨询过', '去看楼盘');
    await guest.picture('empty-my-leads');
    expect(await guest.page.evaluate(complaintsAboutLooks)).toEqual([]);
    await guest.tap('去看楼盘');
    await guest.sees('云溪府');
  });

  it('a server that fails says what happened and offers another try, which works', async () => {
    const guest = await stage.person('prospect-2');
    guest.forgiven.push(/^503/);
    await guest.page.route('**/api/me/leads*', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: 'bad gateway' }));
    await guest.open('subpackages/customer/pages/my-leads/index');
    await guest.sees('没能打开', '重新加载');
    await guest.picture('error');
    expect(await guest.page.evaluate(complaintsAboutLooks)).toEqual([]);
    await guest.page.unroute('**/api/me/leads*');
    await guest.tap('重新加载');
    await guest.sees('还没有咨询过');
  });

  it('without a network it says so, keeps what it knew and goes on by itself', async () => {
    const project = await stage.api.project();
    // Looked at once, so that the phone has the page's code.
    const guest = await open('owner', `subpackages/customer/pages/project/index?id=${project.id}`);
    await guest.sees('户型 6 种');
    await guest.open();
    await guest.sees('云溪府');
    guest.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    await guest.page.context().setOffline(true);
    try {
      await guest.sees(/^网络未连接/, '云溪府');
      await guest.picture('offline-with-what-is-known');
      await guest.tap('查看澜庭');
      await guest.sees('网络不太通畅', '重新加载');
      await guest.picture('offline-with-nothing');
      expect(await guest.page.evaluate(complaintsAboutLooks)).toEqual([]);
    } finally {
      await guest.page.context().setOffline(false);
    }
    await guest.tap('重新加载');
    await guest.sees('户型 2 种');
  });
});
