import type { Persona } from './support/api';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('manager');

/** Lets three offers pass unanswered. */
async function missThreeTimes(leadId: string): Promise<void> {
  await stage.api.offeredTo(leadId);
  await until('the manager has to decide', async () => {
    await stage.api.travel('PT16M');
    return (await stage.api.lead(leadId, 'manager')).status === 'escalated';
  });
}

it('周明 is told why nobody took a lead, finds it on the board and hands it to a colleague', async () => {
  const lead = await stage.api.leaveDetails('许文', '13857140001', { productType: 'high-rise', areaMin: 89, areaMax: 118 });
  await missThreeTimes(lead.id);
  const told = await stage.api.message('manager', 'of the escalation', ({ intent }) => intent === 'lead-escalated');
  expect(told.fields.find(({ label }) => label === '升级原因')?.value).toMatch(/3|三/);
  const phone = await stage.wechat('manager');
  await phone.sees('线索升级处理', '升级原因', told.fields.find(({ label }) => label === '升级原因')?.value as string);
  await phone.picture('wechat-escalated');

  const zhou = await (await stage.person('manager')).open('subpackages/sales/pages/board/index');
  await zhou.sees('等你指定同事', '许文', '1 条等着指定同事', '团队 6 人');
  await zhou.picture('board');
  await zhou.tap(zhou.button(/^许文/));
  await zhou.sees('待指定同事接待', /已有 3 位同事未接单/, '我来接待', '转给同事');
  await zhou.picture('escalated-lead');
  await zhou.tap('转给同事');
  const [colleague] = (await stage.api.colleagues()) as [Persona];
  await zhou.sees(colleague.name);
  await zhou.tap(zhou.page.locator('.person-pick__person').filter({ hasText: colleague.name }));
  await zhou.tap('更熟悉这个产品');
  await zhou.tap('转交线索');
  await zhou.sees('已转交，等对方接单');
  const passed = await stage.api.message(colleague.key, 'of the transfer', ({ intent }) => intent === 'lead-transferred');
  expect(passed.fields.map(({ value }) => value)).toEqual(expect.arrayContaining(['周明', '更熟悉这个产品']));
  const inbox = await stage.wechat(colleague.key);
  await inbox.sees('客户转交', '更熟悉这个产品');
  await inbox.picture('wechat-transfer');
});

it('on a wide screen the list stands left and the lead right, by mouse and by keyboard', async () => {
  await stage.api.leaveDetails('韩雪', '13857140002', { productType: 'high-rise' });
  await stage.api.leaveDetails('顾青', '13857140003', { productType: 'low-rise' });
  const zhou = await (await stage.person('manager', 'desk')).open('subpackages/sales/pages/leads/index');
  await zhou.tap('全部');
  const row = (name: string) => zhou.button(new RegExp(`^${name}`));
  await zhou.sees('韩雪', '顾青');
  const list = await zhou.page.locator('.split-view__list').boundingBox();
  const detail = await zhou.page.locator('.split-view__detail').boundingBox();
  expect(detail?.x).toBeGreaterThanOrEqual((list?.x ?? 0) + (list?.width ?? 0));
  const shown = zhou.page.locator('.split-view__detail');
  await zhou.tap(row('韩雪'));
  await shown.getByText('韩雪').first().waitFor();
  await zhou.picture('wide-list-and-lead');
  await row('顾青').focus();
  await zhou.page.keyboard.press('Enter');
  await shown.getByText('顾青').first().waitFor();
  expect(await shown.getByText('韩雪').count()).toBe(0);
  await zhou.open('subpackages/sales/pages/board/index');
  await zhou.sees('团队 6 人');
  await zhou.picture('wide-board');
});

it('唐宁 enters a visitor within seconds and learns of a known number only that it is known', async () => {
  const before = await stage.api.leaveDetails('沈致远', '13857140004');
  const owner = await stage.api.offeredTo(before.id);
  const tang = await (await stage.person('clerk')).open('subpackages/sales/pages/entry/index');
  await tang.sees('姓名', '手机号', '从哪里来');
  await tang.picture('entry');
  const startedAt = performance.now();
  await tang.write('name', '顾先生');
  await tang.write('phone', '13857140005');
  await tang.sees('新客户，可以登记');
  await tang.tap('高层住宅');
  await tang.tap('登记客户');
  await tang.sees('登记好了');
  const { taps, fields, letters } = tang.hand;
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(`walk-in: ${taps} taps, ${fields} fields, ${letters} letters, ${seconds.toFixed(1)} s by machine\n`);
  expect(seconds).toBeLessThan(20);
  await tang.picture('entered');

  await tang.tap('再登记一位');
  await tang.write('name', '沈先生');
  await tang.write('phone', '138 5714 0004');
  await tang.sees('已由同事跟进，继续登记会合并并通知对方', '登记到已有线索');
  expect(await tang.reads()).not.toMatch(new RegExp(`沈致远|${owner.name}`));
  await tang.picture('known-number');
  await tang.tap('登记到已有线索');
  await tang.sees('客户已在跟进中', '这位客户已由同事跟进，本次到访已记录并通知对方');
  expect(await tang.reads()).not.toMatch(new RegExp(`沈致远|${owner.name}`));
  await tang.picture('joined');
  await stage.api.message(owner.key, 'that the customer came', ({ intent }) => intent === 'lead-joined');
});

it('a page that is not for somebody says so, and one that is not there too', async () => {
  const lead = await stage.api.leaveDetails('许文', '13857140006');
  const owner = await stage.api.offeredTo(lead.id);
  const stranger = (await stage.api.colleagues()).find(({ key }) => key !== owner.key) as Persona;

  const ma = await (await stage.person('engineer')).open('subpackages/sales/pages/board/index');
  await ma.sees('这里需要相应权限');
  await ma.picture('forbidden');

  const other = await (await stage.person(stranger.key)).open(`subpackages/sales/pages/lead/index?id=${lead.id}`);
  await other.sees('这条线索不在你名下', '看我的线索');
  expect(await other.reads()).not.toContain('许文');
  await other.picture('lead-of-a-colleague');
  const nowhere = '01900000-0000-7000-8000-000000000000';
  await other.open(`subpackages/sales/pages/lead/index?id=${nowhere}`);
  await other.sees('这条线索不在你名下', '看我的线索');

  const visitor = await (await stage.person('prospect')).open(`subpackages/customer/pages/project/index?id=${nowhere}`);
  await visitor.sees('没有找到');
  await visitor.picture('project-not-found');
});
