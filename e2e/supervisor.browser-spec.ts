import type { Person } from './support/person';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('supervisor');
const service = (name: string) => `subpackages/service/pages/${name}/index`;

/** Something was reported, mended and rated; whoever is asked does it. */
async function aDay(category: string, description: string, stars: number, more: object = {}): Promise<string> {
  const { id } = await stage.api.report({ category, description });
  const { assignee } = await stage.api.order(id, 'manager');
  const key = { 马师傅: 'engineer', 丁师傅: 'engineer-ding', 韩师傅: 'engineer-han' }[assignee?.name ?? ''] ?? 'engineer';
  await stage.api.serve(id, 'acceptance', key);
  await stage.api.travel('PT35M');
  await stage.api.serve(id, 'arrival', key);
  await stage.api.travel('PT25M');
  await stage.api.serve(id, 'completion', key, { words: '已修好' });
  await stage.api.call('POST', `/api/work-orders/${id}/rating`, { stars, ...more }, 'owner');
  await stage.api.travel('PT0S');
  return id;
}

/** How many colours each picture of the page has, counted on what is really drawn; 1 is a blank one. */
const coloursOf = (person: Person): Promise<number[]> =>
  person.page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => {
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      for (let at = 0; at < data.length; at += 4 * 37)
        seen.add(((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number));
      return seen.size;
    }),
  );

it('an order that nobody takes comes to 何静, who sees it late on the wall and gives it to 韩师傅', async () => {
  const { id } = await stage.api.report({ description: '卫生间龙头关不紧' });
  await stage.api.travel('PT2H1M');
  const told = await stage.api.message('supervisor', 'of it', (m) => m.intent === 'order-escalated' && (m.page ?? '').includes(id));
  expect(told.fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['请尽快指派师傅']));

  const wall = await (await stage.person('supervisor', 'desk')).open(service('board'));
  await wall.sees('1 张超时未接单', '超时 1', '最紧急的 1 张', '同事 3 人', '超时 1/1', /^待接单，超时/);
  await wall.picture('wall-late');

  const he = await stage.openFromMessage('supervisor', '工单升级处理');
  await he.sees('云溪府 1号楼 1203', /^待接单，超时/, '已升级主管', '马师傅未能按时处理，已升级给你（主管）', '改派');
  await he.picture('escalated');
  await he.tap('改派');
  await he.sees('对方接单后由对方负责，原因会记入动态', '韩师傅');
  await he.tap('派给这位同事');
  await he.sees('请选择接手的同事');
  await he.tap(he.page.locator('.person-pick__person').filter({ hasText: '韩师傅' }));
  await he.tap('原同事无法及时处理');
  await he.picture('reassign');
  await he.tap('派给这位同事');
  await he.sees('已转给同事，等对方接单', '为什么是韩师傅');

  const han = await stage.openFromMessage('engineer-han', '新工单待接单');
  await han.sees('何静转给你：原同事无法及时处理', /^待接单，还剩/);
  await han.tap('接单');
  await han.sees('我已到场');
  await han.picture('taken');

  const chen = await (await stage.person('owner')).open(`subpackages/home/pages/order/index?id=${id}`);
  await chen.sees('韩师傅已接单', '已升级，主管何静亲自跟进', '改由韩师傅为您服务');
  await chen.picture('owner-is-told');
  const steps = (await stage.api.inbox('owner'))
    .filter(({ page }) => page?.includes(id))
    .flatMap(({ fields }) => fields.flatMap(({ label, value }) => (label === '当前进度' ? value : [])));
  expect(steps).toEqual(expect.arrayContaining(['已升级', '已接单']));
  await wall.page.reload();
  await wall.sees('没有超时的工单');
});

it('a low rating of something mended is rung about, and the call is recorded in a few taps', async () => {
  await aDay('water-drain', '下水堵塞', 2, { tags: ['迟到'], stillBroken: false });
  await stage.api.message('supervisor', 'to ring', ({ intent }) => intent === 'revisit-due');
  const he = await (await stage.person('supervisor')).open(service('revisits'));
  await he.sees('云溪府 1号楼 1203', /^评价较低 · 何静/, '记录回访');
  await he.picture('revisit');
  await he.tap('记录回访');
  await he.tap('保存回访');
  await he.sees('请选择有没有接通、是否满意');
  await he.tap('接通，满意');
  await he.tap('业主表示感谢');
  await he.picture('revisit-record');
  await he.tap('保存回访');
  await he.sees('没有要回访的业主');
  await he.tap('已回访');
  await he.sees('业主表示感谢', / 已回访$/);
});

it('周明 changes a rule as a draft, sees on the past what it would do, publishes it and the next order obeys', async () => {
  await aDay('water-tap', '龙头漏水', 5, { tags: ['准时上门'] });
  await aDay('electric-light', '客厅灯不亮', 4);
  await aDay('openings-lock', '门锁卡住', 5);
  const zhou = await (await stage.person('manager', 'desk')).open(service('rules'));
  await zhou.sees('派单规则', '水管与洁具先派马师傅', '服务时限', /^第 1 版/);
  await zhou.picture('rules');
  const card = zhou.page.locator('.rule-card').filter({ hasText: '水管与洁具先派马师傅' });
  await zhou.tap(card.getByRole('button', { name: '修改', exact: true }));
  await zhou.sees('依次指派给马师傅', '怎么派');
  await zhou.write('ruleName', '水管与洁具先派韩师傅');
  await zhou.tap('马师傅');
  await zhou.tap('韩师傅');
  await zhou.sees('依次指派给韩师傅');
  await zhou.picture('rule-sheet');
  await zhou.tap('放进草稿');
  await zhou.sees(/下面是草稿，发布后才生效$/, '发布第 2 版', '水管与洁具先派韩师傅');
  await zhou.tap('用最近 30 天的工单试算');
  await zhou.sees('现在', '草稿', '会换人处理的工单，最近的在前', '马师傅 → 韩师傅，按「水管与洁具先派韩师傅」');
  const bars = await zhou.page.locator('.compare-bars__bar').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
  expect(bars.filter((width) => width > 20).length).toBeGreaterThanOrEqual(3);
  await zhou.picture('simulation');
  await zhou.tap('用最近 30 天的工单重算');
  await zhou.sees('接单按时');
  await zhou.tap('发布第 2 版');
  await zhou.sees('已发布第 2 版，新工单按它派', /^第 2 版/);
  await zhou.seesNoMore('草稿改过了');
  await zhou.picture('published');
  const { id } = await stage.api.report({ description: '厨房龙头松动' });
  expect((await stage.api.order(id, 'manager')).assignee?.name).toBe('韩师傅');
});

it('on a wide screen the list stands left, the order right, and a building on the wall opens its orders', async () => {
  const he = await (await stage.person('supervisor', 'desk')).open(service('board'));
  await he.tap(he.button(/^1号楼，|^1 号楼，/));
  await he.sees(/^搜索“1 ?号楼”/);
  await he.page.locator('.split-view__detail').getByText('报事人').waitFor();
  await he.picture('list-and-order');
});

it('the report draws its pictures, and says the same in words and figures', async () => {
  const zhou = await (await stage.person('manager', 'desk')).open('subpackages/insight/pages/service/index');
  await zhou.sees('每天报事与完成', '各环节用时', '报事类型', '满意率');
  await until('every picture is drawn', async () => {
    const colours = await coloursOf(zhou);
    return colours.length >= 5 && colours.every((count) => count > 4);
  });
  await zhou.picture('report');
  const phone = await (await stage.person('manager')).open('subpackages/insight/pages/service/index');
  await phone.sees('每天报事与完成');
  await until('every picture is drawn on a phone too', async () => (await coloursOf(phone)).every((count) => count > 4));
  await phone.tap(phone.button('查看数据').first());
  await phone.sees('收起数据');
  await phone.picture('report-on-a-phone');
});

it('何静 puts a night on the rota', async () => {
  const he = await (await stage.person('supervisor')).open(service('rota'));
  await he.sees('马师傅', '丁师傅', '韩师傅', '按「维保轮值」上班', '这一周每个小时都有人值班');
  await he.picture('rota');
  await he.tap(he.button(/^韩师傅：/));
  await he.tap('排上这一班');
  await he.sees('请选择日期');
  await he.picture('turns');
  await he.tap(he.button(/^周三 /));
  await he.tap(he.button(/^夜班 /));
  await he.tap('排上这一班');
  await he.sees('已排上', /20:00/, '取消这一班');
  await he.tap('关闭');
  await he.button(/^韩师傅：.*夜班$/).waitFor();
  await he.picture('rota-with-a-night');
});
