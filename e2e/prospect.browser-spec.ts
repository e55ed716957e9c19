import type { Person } from './support/person';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('prospect');
const NEEDED = /必要，预约与看房联系/;

const onReceipt = /^[A-Z]{2,}[\w-]+$/;

/** Name, number and wishes, with the one purpose that is needed agreed to. */
async function fillIn(person: Person, name: string, phone: string | null): Promise<void> {
  await person.write('name', name);
  if (phone) await person.write('phone', phone);
  await person.tap('高层住宅');
  await person.tap('改善居住');
  await person.tap(person.button(NEEDED));
}

it('许文 looks at the homes, leaves her details and meets the colleague who serves her', async () => {
  const xu = await (await stage.person('prospect')).open();
  await xu.sees('云溪府', '澜庭', /\d+(\.\d)? 万/);
  await xu.picture('home');

  await xu.tap('查看云溪府');
  await xu.sees('户型 6 种', '到售楼处看看', '楼盘信息');
  const plans = await xu.page.locator('.layout-plan').filter({ visible: true }).count();
  expect(plans).toBe(6);
  await xu.picture('project');
  await xu.tap(xu.button(/^放大 A 户型$/));
  await xu.sees('咨询 A 户型', '主卧', /3\.\d+ × \d/);
  await xu.picture('layout-with-dimensions');
  await xu.tap('关闭');

  await xu.tap('留下联系方式');
  await xu.sees('我们怎么联系您？');
  await xu.picture('form-untouched');
  const purposes = xu.page.locator('.consent-row').filter({ visible: true });
  expect(await purposes.count()).toBe(3);
  for (const purpose of await purposes.all()) expect(await purpose.getAttribute('aria-pressed')).toBe('false');

  await xu.tap('提交登记');
  await xu.sees('请填写姓名，方便顾问称呼您', '请填写手机号，或点上方用微信手机号', /请勾选同意「预约与看房联系」/);
  await xu.picture('form-empty-refused');
  expect(await stage.api.myLeads('prospect')).toEqual([]);

  await fillIn(xu, '许文', '13857120001');
  await xu.picture('form-filled');
  await xu.tap('提交登记');
  await xu.sees('发送以下消息');
  await xu.picture('subscribe-sheet');
  await xu.tap('允许');

  await xu.sees('云溪府的登记已收到', '回执编号');
  const [lead] = await until('the lead is routed', async () => {
    const leads = await stage.api.myLeads('prospect');
    return leads[0]?.agent ? leads : null;
  });
  expect(lead?.receiptNo).toMatch(onReceipt);
  await xu.sees(lead?.receiptNo as string, lead?.agent?.name as string, '置业顾问', '打电话');
  await xu.picture('receipt-with-colleague');

  await xu.open('subpackages/customer/pages/my-leads/index');
  await xu.sees('云溪府', lead?.receiptNo as string, lead?.agent?.name as string);
  await xu.picture('my-leads');
});

it('李一帆 gives her number by WeChat without typing it', async () => {
  const li = await (await stage.person('prospect-2')).open('pages/me/index');
  await li.sees('还没有绑定手机号');
  await li.picture('me-without-phone');
  await li.open();
  await li.tap('查看澜庭');
  await li.sees('户型 2 种');
  await li.tap('留下联系方式');
  await li.tap('用微信手机号，不用输入');
  await li.sees('获取你的手机号');
  await li.picture('phone-sheet');
  await li.tap('允许');
  await li.sees('139****0002', '换个号码');
  await fillInWithoutType(li);
  await li.picture('form-with-wechat-number');
  await li.tap('提交登记');
  await li.tap('取消');
  await li.sees('澜庭的登记已收到');
  await li.picture('receipt');
  const leads = await stage.api.myLeads('prospect-2');
  expect(leads).toHaveLength(1);
});

it('韩雪 loses the network in the middle of sending, sends again and is registered once', async () => {
  await stage.api.call('POST', '/wechat/__sim/personas', { key: 'han', name: '韩雪' });
  const project = await stage.api.project();
  const han = await (await stage.person('han')).open(`subpackages/customer/pages/leave-details/index?id=${project.id}`);
  han.forgiven.push(/ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED/);
  await fillIn(han, '韩雪', '13857120003');

  // It arrives, but its answer does not.
  let arrived = 0;
  await han.page.route('**/api/leads', async (route) => {
    const answer = await route.fetch();
    arrived = answer.status();
    await route.abort('connectionreset');
  });
  await han.tap('提交登记');
  await han.tap('允许');
  await han.sees(/暂时连不上服务，请稍后重试。您填的内容都在/, '再次提交登记');
  expect(arrived).toBe(201);
  await han.picture('answer-lost');
  await han.page.unroute('**/api/leads');

  // Then there is no network at all.
  await han.page.context().setOffline(true);
  await han.tap('再次提交登记');
  await han.tap('允许');
  await han.sees(/网络未连接，请检查网络后重试。您填的内容都在/, '再次提交登记');
  await han.picture('offline');
  await han.page.context().setOffline(false);

  await han.tap('再次提交登记');
  await han.tap('允许');
  await han.sees('云溪府的登记已收到');
  await han.picture('received-once');
  const leads = await stage.api.myLeads('han');
  expect(leads).toHaveLength(1);
  await han.sees(leads[0]?.receiptNo as string);
});

async function fillInWithoutType(person: Person): Promise<void> {
  await person.write('name', '李一帆');
  await person.tap('首次置业');
  await person.tap(person.button(NEEDED));
}

it('a field that is told its value before it has drawn itself shows it, and nothing breaks', async () => {
  const { id } = await stage.api.project();
  const somebody = await (await stage.person('prospect-2')).open(`subpackages/customer/pages/leave-details/index?id=${id}`);
  await somebody.sees('我们怎么联系您？');
  const shown = await somebody.page.evaluate(async () => {
    const fields = ['taro-input-core', 'taro-textarea-core'].map((tag) => document.body.appendChild(document.createElement(tag)));
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.resolve();
      for (const field of fields) field.setAttribute('value', `第 ${turn} 次`);
    }
    await new Promise((done) => setTimeout(done, 500));
    const values = fields.map((field) => field.querySelector<HTMLInputElement>('input, textarea')?.value);
    for (const field of fields) field.remove();
    return values;
  });
  expect(shown).toEqual(['第 19 次', '第 19 次']);
});
