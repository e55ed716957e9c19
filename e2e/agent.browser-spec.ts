import { sayTime, type TaskView } from '@guihu/shared';
import type { Person } from './support/person';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('agent');
const MINUTE_MS = 60_000;

it('a colleague who cannot take a lead hands it on with a reason, and the next one transfers it with another', async () => {
  const lead = await stage.api.leaveDetails('李一帆', '13857130002', { productType: 'high-rise' });
  const first = await stage.api.offeredTo(lead.id);
  const busy = await (await stage.person(first.key)).open(`subpackages/sales/pages/lead/index?id=${lead.id}`);
  await busy.sees('李一帆', '待接单');
  await busy.tap('暂不接');
  await busy.sees('线索会马上转给下一位同事，原因会记入动态');
  await busy.tap('转给下一位');
  await busy.sees('请写明原因，同事会看到');
  await busy.picture('decline-without-reason');
  await busy.tap('正在接待客户');
  await busy.tap('转给下一位');
  await busy.sees('这条线索不在你名下');
  await busy.picture('declined');

  const second = await stage.api.offeredTo(lead.id, first.key);
  await stage.api.message(second.key, 'of the offer', (m) => m.intent === 'lead-offered' && (m.page ?? '').includes(lead.id));
  const taker = await (await stage.person(second.key)).open(`subpackages/sales/pages/lead/index?id=${lead.id}`);
  await taker.tap('接单');
  await taker.sees('跟进计划', '记跟进');
  await taker.tap('更多');
  await taker.tap(taker.button(/^转给同事/));
  const colleague = (await stage.api.colleagues()).find(({ key }) => key !== first.key && key !== second.key);
  await taker.sees('对方接单后由对方负责，转交和原因会记入动态', colleague?.name as string);
  await taker.tap(taker.page.locator('.person-pick__person').filter({ hasText: colleague?.name as string }));
  await taker.tap('手上客户较多');
  await taker.picture('transfer-sheet');
  await taker.tap('转交线索');
  await taker.sees('这条线索不在你名下');
  const told = await stage.api.message(colleague?.key as string, 'of the transfer', (m) => m.intent === 'lead-transferred');
  expect(told.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([second.name, '手上客户较多']));
  expect(told.page).toContain(lead.id);
});

it('the chosen colleague accepts from the message, calls, records it in a few taps and is reminded three working days later', async () => {
  const lead = await stage.api.leaveDetails('许文', '13857130001', {
    productType: 'low-rise',
    areaMin: 120,
    areaMax: 144,
    purpose: 'upgrade',
  });
  const chosen = await stage.api.offeredTo(lead.id);
  await stage.api.message(chosen.key, 'of the offer', (m) => m.intent === 'lead-offered' && (m.page ?? '').includes(lead.id));

  const agent = await stage.openFromMessage(chosen.key, '新客户待接单');
  await agent.sees('许文', '接单', '洋房', '138****0001', /前$/);
  expect(agent.page.url()).toContain(lead.id);
  await agent.picture('lead-offered');

  await agent.tap('为什么是你');
  await agent.sees('依次看过的规则', '洋房别墅找擅长的顾问', '按此分配', '考虑过的同事', '选中');
  expect(await agent.reads()).not.toMatch(/low-rise|high-rise/);
  await agent.picture('why-you');
  await agent.tap('关闭');
  await agent.seesNoMore('依次看过的规则');
  await agent.tap('为什么是这个时间');
  await agent.sees(/^规则：/);
  await agent.picture('why-this-time');
  await agent.tap('关闭');
  await agent.seesNoMore(/^规则：/);

  await agent.tap('接单');
  await agent.sees('跟进计划', '记跟进');
  await agent.picture('accepted');
  await agent.tap('查看号码');
  await agent.sees('138 5713 0001', '本次查看已记录');

  await recordContact(agent);
  await agent.sees('跟进记录 1 条', '许文', '介绍了项目和户型');
  await agent.picture('lead-with-record');

  await agent.open('subpackages/sales/pages/leads/index');
  await agent.tap('跟进中');
  await agent.sees('许文');
  await agent.picture('workbench');

  const tasks = async () =>
    (await stage.api.call<{ items: TaskView[] }>('GET', `/api/staff/leads/${lead.id}/tasks`, undefined, chosen.key)).items;
  const open = (await tasks()).filter(({ status }) => status === 'open').sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const threeDays = open.find(({ why }) => why?.rule.includes('3 个工作日') ?? false);
  expect(threeDays).toBeDefined();
  await agent.open('subpackages/sales/pages/tasks/index?due=upcoming');
  await agent.sees(`许文 · ${threeDays?.title}`, `${sayTime(Date.parse(threeDays?.dueAt as string), await stage.api.now())} 前`);
  await agent.tap(agent.page.locator(`[aria-label="${threeDays?.title}为什么是这个时间"]`).first());
  await agent.sees(threeDays?.why?.text as string, /^规则：/, /，计 1 天$/);
  await agent.picture('task-why');

  const before = (await stage.api.inbox(chosen.key)).length;
  await stage.api.travel(`PT${Math.ceil((Date.parse(threeDays?.dueAt as string) - (await stage.api.now()) + MINUTE_MS) / 1000)}S`);
  const news = await until('reminders arrive', async () => {
    const inbox = await stage.api.inbox(chosen.key);
    return inbox.length > before ? inbox.slice(0, inbox.length - before) : null;
  });
  const reminders = news.filter(({ intent }) => ['task-reminder', 'task-bundle', 'task-overdue'].includes(intent));
  expect(reminders.length).toBeGreaterThan(0);
  const phone = await stage.wechat(chosen.key);
  await phone.sees(reminders[0]?.title as string);
  await phone.picture('wechat-three-working-days-later');
  await agent.open('pages/todo/index');
  await agent.sees('已超时', '许文');
  await agent.picture('todo-three-working-days-later');
});

/** The follow-up record with its five mandatory fields (D8), counted: the promise is thirty seconds. */
async function recordContact(agent: Person): Promise<void> {
  await agent.tap('记跟进');
  await agent.sees('聊了什么', '客户等级');
  await agent.tap('保存跟进');
  await agent.sees('请写一句聊了什么', '请写一句客户怎么说', '请写下次准备做什么', '请选择下次跟进的时间');
  await agent.picture('record-refused');

  const before = { ...agent.hand };
  const startedAt = performance.now();
  await agent.tap('介绍了项目和户型');
  await agent.tap('有兴趣，想来看房');
  await agent.tap('邀约到访看房');
  await agent.tap('明天上午');
  await agent.picture('record-filled');
  await agent.tap('保存跟进');
  await agent.sees(/^已记录，下次跟进/);
  const seconds = (performance.now() - startedAt) / 1000;
  const taps = agent.hand.taps - before.taps;
  const letters = agent.hand.letters - before.letters;
  process.stdout.write(`follow-up record: ${taps} taps and ${letters} typed letters, ${seconds.toFixed(1)} s by machine\n`);
  expect({ fewTaps: taps <= 8, letters, inTime: seconds < 30 }).toEqual({ fewTaps: true, letters: 0, inTime: true });
}
