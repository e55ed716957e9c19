import { randomUUID } from 'node:crypto';
import {
  beijingDate,
  type SiteRotaView,
  type StaffViewing,
  type StaffViewingDetail,
  type ViewingPass,
  type ViewingPlan,
} from '@guihu/shared';
import { book, slotIn, travelTo } from './support/receiving';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('reception');
const sales = (name: string) => `subpackages/sales/pages/${name}/index`;

const detailOf = (id: string): Promise<StaffViewingDetail> => stage.api.call('GET', `/api/staff/viewings/${id}`, undefined, 'manager');

async function hostOf(viewing: { host: { name: string } | null }): Promise<string> {
  const colleague = (await stage.api.colleagues()).find(({ name }) => name === viewing.host?.name);
  if (!colleague) throw new Error('nobody receives');
  return colleague.key;
}

it('a colleague is told of a visit, sees the day as a strip, checks the visitor in by the letters of the pass and writes how it went', async () => {
  const slot = await slotIn(stage.api, 3);
  const booked = await book(stage.api, '陈一诺', '13857140001', slot, { note: '想看朝南的三房', partySize: 2 });
  const key = await hostOf(booked);
  await stage.api.message(key, 'of the visit', ({ page }) => (page ?? '').includes(booked.id));

  const host = await (await stage.person(key)).open(`${sales('viewing')}?id=${booked.id}`);
  await host.sees('陈一诺', '138****0001', '你来接待', '客户留言：想看朝南的三房', '已预约');
  await host.picture('told');
  await host.tap('为什么是你');
  await host.sees('考虑过的同事', '选中');
  await host.picture('why-you');
  await host.tap('关闭');

  await travelTo(stage.api, slot.startsAt, -20);
  await host.open(sales('viewings'));
  await host.sees(/^还有 /, '陈一诺');
  await host.button(/陈一诺，已约$/).waitFor();
  await host.picture('strip-before');

  await travelTo(stage.api, slot.startsAt, 10);
  await host.open(sales('viewings'));
  await host.sees(/^已迟到 /);
  await host.button(/陈一诺，迟到$/).waitFor();
  await host.picture('strip-late');

  const pass = await stage.api.call<ViewingPass>('GET', `/api/viewings/${booked.id}/pass`, undefined, booked.as);
  await host.tap('核对到访码');
  await host.tap('核对并签到');
  await host.sees(/^请输入访客出示的/);
  await host.write('pass', 'ABCD2345WXYZ');
  await host.tap('核对并签到');
  await host.sees('到访码已失效，请让访客重新打开');
  await host.picture('pass-refused');
  // Typed as somebody reads it out.
  await host.write('pass', pass.code.replace(/(.{4})(?=.)/g, '$1 ').toLowerCase());
  await host.tap('核对并签到');
  await host.sees('已签到', '填带看反馈');
  expect((await detailOf(booked.id)).status).toBe('checked-in');
  await host.picture('checked-in');
  await host.open(`${sales('viewing')}?id=${booked.id}`);
  await host.sees('带看路线');
  await host.tap('沙盘讲解');
  await host.sees('已记下', '看了沙盘讲解');
  await host.picture('tour');
  expect((await stage.api.ask('POST', '/api/staff/viewing-check-ins', { pass: pass.code }, key)).status).toBe(409);

  // Whoever came late has the same time.
  await travelTo(stage.api, slot.endsAt, 20);
  await host.open('pages/todo/index');
  await host.sees('陈一诺', '待填反馈');
  await host.picture('todo-owes-feedback');

  await host.open(`${sales('viewing-feedback')}?id=${booked.id}`);
  await host.tap('保存带看反馈');
  await host.sees('请点选客户的顾虑，没有就选“没有顾虑”', '请写一句客户怎么说');
  await host.picture('feedback-refused');
  const before = { ...host.hand };
  const startedAt = performance.now();
  for (const tapped of ['样板间', '价格偏高', '家人未看', '要带家人再来看', '高意向', '邀约家人复看', '明天上午']) await host.tap(tapped);
  await host.picture('feedback-filled');
  await host.network('gone');
  await host.tap('保存带看反馈');
  await host.sees(/^(网络未连接|暂时连不上)/);
  await host.network('back');
  await host.tap('保存带看反馈');
  await host.sees('要带家人再来看', '看了：沙盘讲解、样板间', '顾虑：价格偏高、家人未看');
  const taps = host.hand.taps - before.taps;
  process.stdout.write(
    `feedback: ${taps} taps, ${host.hand.letters - before.letters} letters, ${((performance.now() - startedAt) / 1000).toFixed(1)} s by machine\n`,
  );
  expect(taps).toBeLessThanOrEqual(10);
  await host.picture('completed');
  expect(await detailOf(booked.id)).toMatchObject({ status: 'completed', feedback: { objections: ['price', 'family'], level: 'hot' } });

  const leadId = (await detailOf(booked.id)).leadId as string;
  const zhou = await (await stage.person('manager')).open(`${sales('lead')}?id=${leadId}`);
  await zhou.sees('陈一诺', '带看', '预约看房 · 高意向 · 2 人同行 · 林晓');
  await zhou.picture('lead-shows-visits');
});

it('somebody without a booking is received in two taps once name and number stand', async () => {
  const desk = await (await stage.person('clerk')).open(sales('walk-in'));
  await desk.tap('登记并签到');
  await desk.sees('请填写怎么称呼，只知道姓也可以', '请填写手机号');
  await desk.write('name', '周屿');
  await desk.write('phone', '138 5714 0002');
  const before = desk.hand.taps;
  await desk.tap('登记并签到');
  await desk.sees(/^已签到/, /^编号 /);
  await desk.picture('walk-in-received');
  await desk.tap('看这次带看');
  expect(desk.hand.taps - before).toBe(2);
  await desk.sees('周屿', '已到访');
  await desk.picture('walk-in');
});

it('a visit is given to a free colleague with a reason, and a stranger to it sees neither the visitor nor the verbs', async () => {
  const booked = await book(stage.api, '李一帆', '13857140003', await slotIn(stage.api, 4));
  const key = await hostOf(booked);
  const desk = await (await stage.person('manager', 'desk')).open(
    `${sales('viewings')}?view=team&day=${beijingDate(Date.parse(booked.startsAt))}`,
  );
  await desk.tap(desk.page.locator('.viewing-row').filter({ hasText: '李一帆' }));
  await desk.sees('为什么');
  await desk.picture('desk-day');
  await desk.tap('换人接待');
  await desk.tap('换成这位同事');
  await desk.sees('请选择接待的同事');
  await desk.tap(
    desk.page
      .locator('.person-pick__person')
      .filter({ hasText: /当天还没有安排|当天 \d 组$/ })
      .first(),
  );
  await desk.tap('客户指定同事');
  await desk.picture('rehost');
  await desk.tap('换成这位同事');
  const after = await until('somebody else receives', async () => {
    const now = await detailOf(booked.id);
    return now.host?.name !== booked.host?.name && now;
  });
  const other = await hostOf(after);
  await stage.api.message(other, 'that they receive', ({ page }) => (page ?? '').includes(booked.id));
  expect((await stage.api.ask('GET', `/api/staff/viewings/${booked.id}`, undefined, 'engineer')).status).toBe(403);
  expect(key).not.toBe(other);
  const deputy = await (await stage.person(other)).open(`${sales('viewing')}?id=${booked.id}`);
  await deputy.sees('李一帆', '你来接待', '号码仅负责同事可见');
  await deputy.seesNoMore('看线索和跟进记录');
  await deputy.seesNoMore('查看号码');
  await deputy.picture('receives-for-a-colleague');
});

it('a colleague gives a visitor who called another time', async () => {
  const booked = await book(stage.api, '沈青禾', '13857140066', await slotIn(stage.api, 50));
  const key = await hostOf(booked);
  const host = await (await stage.person(key)).open(`${sales('viewing')}?id=${booked.id}`);
  await host.sees('沈青禾');
  await host.picture('before-the-call-ends');
  await host.tap('替客户改期');
  await host.sees('沈青禾改到什么时间？', '选好新时间再改');
  await host.tap(host.button(/月\d+日 周.*还可约/).nth(3));
  await host.tap(host.button(/^\d{2}:\d{2}，余/).first());
  await host.picture('another-time');
  await host.tap(host.button(/^改到/));
  await host.tap('改到这个时间');
  await host.sees('请写明原因，同事会看到');
  await host.tap('客户来电改时间');
  await host.tap('改到这个时间');
  await host.sees('已改期，并通知了客户', /^改到 .*：客户来电改时间$/);
  await host.picture('moved');
  expect((await detailOf(booked.id)).startsAt).not.toBe(booked.startsAt);
});

it('a manager changes when visitors may come, is told when somebody was faster, and reads the report', async () => {
  const project = await stage.api.project();
  const zhou = await (await stage.person('manager')).open(sales('viewing-plans'));
  await zhou.sees('预约看房', '工地开放日', '预验房', '业主活动');
  await zhou.picture('plans');
  await zhou.tap(zhou.button(/^预约看房：/));
  await zhou.sees('每周开放时间', '时长和间隔');
  const plans = async () =>
    (await stage.api.call<{ items: ViewingPlan[] }>('GET', `/api/staff/viewing-plans?projectId=${project.id}`, undefined, 'manager')).items;
  const plan = (await plans()).find(({ kind }) => kind === 'viewing') as ViewingPlan;
  await zhou.tap(zhou.page.locator('.number-group').filter({ hasText: '名额' }).getByRole('button', { name: '修改' }).first());
  await zhou.write('seats', String(plan.seats + 1));
  await zhou.picture('plan-numbers');
  await zhou.tap('放进草稿');
  await zhou.sees(`${plan.seats} 组 → ${plan.seats + 1} 组`, `保存第 ${plan.version + 1} 版`);
  await zhou.picture('plan-draft');

  // A colleague saves from another desk meanwhile.
  const { id: _, version, ...content } = plan;
  await put('manager', '/api/staff/viewing-plans', { ...content, title: `${plan.title}（新）`, basedOnVersion: version });
  await zhou.tap(`保存第 ${plan.version + 1} 版`);
  await zhou.sees('规则刚被其他人更新', '保留草稿');
  await zhou.picture('plan-overtaken');
  await zhou.tap('保留草稿');
  await zhou.tap(`保存第 ${plan.version + 2} 版`);
  await zhou.sees(`已保存第 ${plan.version + 2} 版，新的预约按它来`);
  expect((await plans()).find(({ kind }) => kind === 'viewing')).toMatchObject({ version: plan.version + 2, seats: plan.seats + 1 });

  const report = await (await stage.person('manager', 'desk')).open('subpackages/insight/pages/viewings/index');
  await report.sees('到访时段', '从预约到成交', '接待人', '客户顾虑', /到访最多/);
  await report.picture('report-read');
  await until('every picture is drawn', async () => {
    const colours = await report.page.evaluate(() =>
      [...document.querySelectorAll('canvas')].map((canvas) => {
        const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set<number>();
        for (let at = 0; at < data.length; at += 4 * 37)
          seen.add(((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number));
        return seen.size;
      }),
    );
    return colours.filter((count) => count > 2).length >= 3;
  });
  await report.picture('report');
});

/** Saves something past the screen, as another colleague would. */
async function put(key: string, route: string, body: object): Promise<void> {
  const { code } = await stage.api.call<{ code: string }>('POST', `/wechat/__sim/personas/${key}/login-code`);
  const { token } = await stage.api.call<{ token: string }>('POST', '/api/sessions', { code });
  const response = await fetch(`${stage.base}${route}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the change was answered ${response.status}: ${await response.text()}`);
}

it('何静 plans who keeps the sales office running, and whoever receives sees who is missing', async () => {
  const { api } = stage;
  const he = await (await stage.person('supervisor')).open(sales('site-rota'));
  await he.sees('周阿姨', '样板间管家', '照搬上周');
  await he.picture('site-rota');
  await he.tap('下周');
  await he.tap(he.button(/^周二 .*改排班$/));
  await he.tap('排上这个人');
  await he.sees('请选择岗位', '请填写姓名');
  await he.tap('礼宾');
  await he.write('name', '方晴');
  await he.write('note', '门厅');
  await he.picture('site-post');
  await he.tap('排上这个人');
  await he.sees('已保存', '方晴', '恢复成每周固定的安排');
  await he.tap('关闭');
  await he.sees('当天单独安排');
  await he.tap('每周固定');
  await he.sees('有客户时必须有人的岗位', '每周一');
  await he.picture('site-week');

  const slot = await slotIn(api, 4);
  const day = beijingDate(Date.parse(slot.startsAt));
  const booked = await book(api, '陆远', '13857140044', slot);
  const { id: projectId } = await api.project();
  const { days } = await api.call<SiteRotaView>('GET', `/api/staff/site-rota?projectId=${projectId}&from=${day}`, undefined, 'supervisor');
  await put('supervisor', '/api/staff/site-rota/days', { projectId, day, posts: [], basedOnVersion: days[0]?.version });
  const host = await (await stage.person(await hostOf(booked))).open(`${sales('viewings')}?day=${day}`);
  await host.sees(/^[今当]日在岗$/, /^样板间管家：.* 无人$/, '没有安排现场人员');
  await host.picture('nobody-in-the-show-flat');
});

it('the day holds nothing of other projects, and everything of one’s own', async () => {
  const day = beijingDate(await stage.api.now());
  const { items } = await stage.api.call<{ items: StaffViewing[] }>(
    'GET',
    `/api/staff/viewings?view=team&day=${day}`,
    undefined,
    'manager',
  );
  expect(items.every(({ startsAt }) => beijingDate(Date.parse(startsAt)) === day)).toBe(true);
});
