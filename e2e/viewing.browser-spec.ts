import { readFileSync } from 'node:fs';
import type { InboxMessage, MyViewing, MyWait } from '@guihu/shared';
import type { Person } from './support/person';
import { book } from './support/receiving';
import { Stage } from './support/stage';
import { hostOf, slotAt } from './support/visits';
import { until } from './support/waiting';

const stage = new Stage('viewing');
const NEEDED = /必要，预约与看房联系/;
const page = (name: string, query = '') => `subpackages/visit/pages/${name}/index${query}`;

const mine = async (key: string): Promise<MyViewing[]> =>
  (await stage.api.call<{ items: MyViewing[] }>('GET', '/api/me/viewings', undefined, key)).items;
const lines = async (key: string): Promise<MyWait[]> =>
  (await stage.api.call<{ items: MyWait[] }>('GET', '/api/me/viewing-waits', undefined, key)).items;
/** In the app's own inbox, where a copy of every message lies, whether WeChat would take it or not. */
const told = (key: string, intent: string, id: string): Promise<boolean> =>
  until(`${key} is told ${intent}`, async () => {
    const { items } = await stage.api.call<{ items: InboxMessage[] }>('GET', '/api/me/messages', undefined, key);
    return items.some((message) => message.intent === intent && message.page === page('viewing', `?id=${id}`));
  });
const day = (person: Person, name: RegExp) => person.button(name);
const time = (person: Person, clock: string) => person.button(new RegExp(`^${clock}，`));

it('许文 books in few taps, meets her host, moves the visit and calls it off', async () => {
  const xu = await (await stage.person('prospect')).open();
  await xu.tap('查看云溪府');
  await xu.sees('户型 6 种');
  const before = { ...xu.hand };
  await xu.tap('预约看房');
  await xu.sees('您想哪天来看？', '怎么称呼您');
  await xu.picture('book-untouched');
  await xu.tap('选好时间再预约');
  await xu.sees('请先点选一个时间', '请填写姓名，方便顾问称呼您', /请勾选同意「预约与看房联系」/);
  await xu.picture('book-refused');
  expect(await mine('prospect')).toEqual([]);

  await xu.tap(day(xu, /^明天 .*还可约/));
  await xu.tap(time(xu, '10:00'));
  await xu.tap('用微信手机号，不用输入');
  await xu.tap('允许');
  await xu.sees('139****0001');
  await xu.write('name', '许文');
  await xu.tap('人数加一');
  await xu.sees('3 位');
  await xu.tap(xu.button(NEEDED));
  await xu.picture('book-filled');
  await xu.tap('预约明天 10:00');
  await xu.sees('发送以下消息');
  await xu.picture('book-subscribe');
  await xu.tap('允许');

  await xu.sees('已预约', '接待您的顾问', '到访须知');
  const [viewing] = await mine('prospect');
  expect(viewing).toMatchObject({ status: 'booked', partySize: 3 });
  await xu.sees(viewing?.host?.name as string, viewing?.number as string, /明天 10:00 见/);
  await xu.picture('viewing-booked');
  // One of them opened the page, one was tapped too early.
  expect(xu.hand.taps - before.taps).toBeLessThanOrEqual(12);
  await told('prospect', 'viewing-booked', viewing?.id as string);

  const download = xu.page.waitForEvent('download');
  await xu.tap(xu.page.locator('.bottom-bar .button').filter({ hasText: '加入日历' }));
  await xu.sees('发送以下消息', '到访评价邀请');
  await xu.tap('允许');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('BEGIN:VCALENDAR');
  expect(file.replace(/\r\n /g, '')).toContain('云溪府');

  await xu.open();
  await xu.sees('我的看房', /明天 10:00 · 云溪府/);
  await xu.picture('home-with-visit');
  await xu.tap(xu.button(/^看房预约，明天 10:00/));

  await xu.tap('改时间');
  await xu.sees('改到什么时间？', /现在约的是 明天 10:00/);
  await xu.tap(day(xu, /^12月2日 .*还可约/));
  await xu.tap(time(xu, '14:00'));
  await xu.picture('change');
  await xu.tap('改到周三 14:00');
  await xu.tap('允许');
  await xu.sees(/12月2日 周三/, '14:00–15:00', /还可改 2 次/);
  await xu.picture('viewing-moved');

  await xu.tap('取消预约');
  await xu.tap('时间安排不开');
  await xu.picture('cancel-sheet');
  await xu.tap('确认取消预约');
  await xu.sees('已取消', '再约一次');
  await xu.picture('viewing-cancelled');
  expect((await mine('prospect'))[0]?.status).toBe('cancelled');
});

it('李一帆 loses a time to somebody faster and nothing typed, waits for a full one and takes the seat that becomes free', async () => {
  const slot = await slotAt(stage.api, 2, '15:00', 'prospect-2');
  const clock = new Date(Date.parse(slot.startsAt) + 8 * 3_600_000).toISOString().slice(11, 16);
  const project = await stage.api.project();
  const li = await (await stage.person('prospect-2')).open(page('book', `?id=${project.id}`));
  await li.tap(day(li, /^12月2日 .*还可约/));
  await li.tap(time(li, clock));
  await li.write('name', '李一帆');
  await li.write('phone', '13900000002');
  await li.tap(li.button(NEEDED));

  // Others take what is left while she reads.
  const first = await book(stage.api, '先到的人', '13857160001', slot);
  for (let n = 2; n <= slot.seatsLeft; n += 1) await book(stage.api, `先到的人${n}`, `1385716000${n}`, slot);
  await li.tap(`预约周三 ${clock}`);
  await li.tap('允许');
  await li.sees('这个时段刚刚约满了，请换一个时间或加入候补', '已满，可候补');
  expect(await li.page.locator('input[name="name"]').inputValue()).toBe('李一帆');
  await li.picture('book-lost-to-others');

  await li.tap(time(li, clock));
  await li.sees(/加入候补后，有人取消会按先后顺序通知您/);
  await li.picture('book-wait');
  await li.tap(`候补周三 ${clock}`);
  await li.tap('允许');
  await li.sees('候补中', /您排在第一位/);
  await li.picture('waiting');

  await stage.api.call('POST', `/api/viewings/${first.id}/cancellation`, { reason: '来不了' }, first.as);
  await stage.api.travel('PT0S');
  await stage.api.message('prospect-2', 'of the seat', (m) => m.intent === 'viewing-offered' && m.page === page('viewings'));
  await li.open();
  await li.sees('有人取消，位子为您留着', /还剩 \d+ 分钟/);
  await li.picture('home-with-offer');
  await li.tap('去确认');
  await li.sees('有空位，待您确认', /^请在今天 .* 前确认$/);
  await li.picture('offered');
  await li.tap(`确认预约周三 ${clock}`);
  await li.tap('允许');
  await li.sees('已预约', '接待您的顾问', /12月2日 周三/);
  await li.picture('seat-taken');
  expect((await lines('prospect-2'))[0]?.status).toBe('taken');
  expect((await mine('prospect-2')).filter(({ status }) => status === 'booked')).toHaveLength(1);
});

it('韩雪 shows her pass at the door, is greeted, and says the day after how it was', async () => {
  const slot = await slotAt(stage.api, 0, '15:00', 'prospect');
  const booked = await book(stage.api, '韩雪', '13857160009', slot);
  const host = await hostOf(stage.api, booked);
  const han = await (await stage.person(booked.as)).open();
  await han.tap('打开到访码');
  await han.sees('请出示给接待同事', /只能用一次/);
  await han.picture('pass');
  const code = ((await han.page.locator('.pass__number').textContent()) ?? '').replace(/\s/g, '');
  await stage.api.call('POST', '/api/staff/viewing-check-ins', { pass: code }, host);
  await han.sees('已为您签到', new RegExp(booked.host?.name as string));
  await han.picture('checked-in');
  const again = await stage.api.ask('POST', '/api/staff/viewing-check-ins', { pass: code }, host);
  expect(again.status).toBe(409);
  await han.tap('看这次预约');
  await han.sees('到访评价邀请');
  await han.tap('允许');
  await han.sees('已到访');

  const form = { objections: ['none'], tour: ['sandbox', 'showroom'], words: '喜欢朝南的三房，周末带家人再来' };
  await stage.api.call('POST', `/api/staff/viewings/${booked.id}/completion`, form, host);
  await stage.api.travel('P1D');
  await told(booked.as, 'viewing-survey', booked.id);
  await han.open();
  await han.sees(/看房感觉怎么样/);
  await han.picture('home-asks');
  await han.tap('评价这次看房');
  await han.tap(han.page.locator('.bottom-bar .button').filter({ hasText: '评价这次看房', visible: true }));
  await han.tap('提交评价');
  await han.sees('请先点星星打分');
  await han.tap('5 星，非常满意');
  await han.tap('讲解清楚');
  await han.tap('没有催促');
  await han.picture('rating');
  await han.tap('提交评价');
  await han.sees('您的评价', '讲解清楚、没有催促');
  await han.picture('rated');
  expect((await mine(booked.as))[0]?.rating).toMatchObject({ stars: 5, tags: ['讲解清楚', '没有催促'] });
});

it('whoever scans the code at the door is checked in, and a wrong code says so', async () => {
  const project = await stage.api.project();
  const slot = await slotAt(stage.api, 0, '15:00', 'prospect');
  const booked = await book(stage.api, '周敏', '13857160011', slot);
  const site = await stage.api.call<{ code: string }>(
    'POST',
    '/api/staff/live-codes',
    { projectId: project.id, kind: 'site', label: '接待台签到', channelCode: 'walk-in' },
    'manager',
  );
  const zhou = await (await stage.person(booked.as)).open(page('check-in'));
  await zhou.sees('到了吗？', /云溪府/);
  await zhou.write('code', '7K2M9');
  await zhou.tap('我到了，签到');
  await zhou.sees(/^这不是签到码/);
  await zhou.picture('check-in-refused');
  // WeChat opens the first page by whatever code is scanned.
  const early = Math.floor((Date.parse(slot.startsAt) - (await stage.api.now())) / 60_000) - 30;
  if (early > 0) await stage.api.travel(`PT${early}M`);
  await zhou.open(`pages/home/index?scene=${encodeURIComponent(`k=${site.code}`)}`);
  await zhou.sees('点下面的按钮，接待您的顾问就知道您到了');
  await zhou.tap('我到了，签到');
  await zhou.tap('允许');
  await zhou.sees('签到好了');
  await zhou.picture('checked-in-by-herself');
  await until('it is known', async () => (await mine(booked.as))[0]?.status === 'checked-in');
});
