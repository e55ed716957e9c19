import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('owner');
const ORDERS = 'subpackages/home/pages/orders/index';
const HOMES = 'subpackages/home/pages/homes/index';

it('without a network a report waits on the phone, outlives the app, and arrives once when there is one again', async () => {
  // Looked at once, so that the phone has the code of both pages.
  const first = await (await stage.person('owner')).open(ORDERS);
  await first.sees('没有进行中的报事');
  await first.picture('no-orders');
  await first.tap('报修');
  await first.sees('哪里坏了？');
  await first.network('gone');
  await first.sees('没有网络也可以提交：会存在手机里，联网后自动发送');
  await first.tap('电路与照明');
  await first.tap('跳闸或停电');
  await first.sees(/请先不要合闸/, '质保内');
  await first.tap('一开就跳闸');
  await first.addPhotos('加照片', '配电箱', '空开');
  await first.sees('未上传');
  await first.picture('form-without-network');
  await first.tap('提交报修');
  await first.tap('允许');
  await first.sees('跳闸或停电', '排队中', /2 个附件$/, '联网后自动发送，不用重新填写');
  await first.picture('queued');

  // The app is killed, and opened where the server cannot be reached either.
  await first.page.close();
  expect(await stage.api.myOrders()).toEqual([]);
  const again = await stage.person('owner');
  again.forgiven.push(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET/);
  await again.page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await again.open(ORDERS);
  await again.sees('跳闸或停电', '排队中', /2 个附件$/);
  await again.picture('queued-after-restart');
  expect(await stage.api.myOrders()).toEqual([]);

  // There is a network again, but the first answer is lost on its way back.
  let lost = 0;
  await again.page.unroute('**/api/**');
  await again.page.route('**/api/work-orders', async (route) => {
    const answer = await route.fetch();
    if (lost > 0) return route.fulfill({ response: answer });
    lost = answer.status();
    await route.abort('connectionreset');
  });
  await again.network('gone');
  await again.network('back');
  await again.seesNoMore('排队中');
  await again.sees('跳闸或停电', /^已派单$/);
  expect(lost).toBe(201);
  await again.picture('arrived-by-itself');
  const orders = await stage.api.myOrders();
  expect(orders).toHaveLength(1);
  const { photos, description } = await stage.api.myOrder(orders[0]?.id as string);
  expect({ photos: photos.length, description }).toEqual({ photos: 2, description: '一开就跳闸' });
});

it('killed between sending and the answer, the phone asks again under the same key and there is one order', async () => {
  const before = (await stage.api.myOrders()).length;
  const chen = await (await stage.person('owner')).open('subpackages/home/pages/report/index');
  await chen.tap('门窗');
  await chen.tap('门锁故障');
  const keys: string[] = [];
  const note = (headers: Record<string, string>) => keys.push(headers['idempotency-key'] as string);
  await chen.page.route('**/api/work-orders', async (route) => {
    note(route.request().headers());
    // The server has it; the answer never comes.
    await route.fetch();
  });
  await chen.tap('提交报修');
  await chen.tap('取消');
  await until('the server has it', async () => keys.length === 1 && (await stage.api.myOrders()).length === before + 1);
  await chen.page.goto('about:blank');
  await chen.page.unroute('**/api/work-orders');

  chen.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/work-orders')) note(request.headers());
  });
  await chen.open(ORDERS);
  await chen.sees('门锁故障', '已派单');
  await chen.seesNoMore('排队中');
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(await stage.api.myOrders()).toHaveLength(before + 1);
});

it('somebody of the family is let in by an invitation, follows the repair, and sees nothing once removed', async () => {
  const { id } = await stage.api.report({ category: 'water-toilet', description: '马桶一直流水' });
  await stage.api.call('POST', '/wechat/__sim/personas', { key: 'son', name: '陈晨', phone: '+8613857160001' });
  const chen = await stage.person('owner');
  await chen.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await chen.open(HOMES);
  await chen.sees('云溪府 1号楼 1203', '云溪府 3号楼 401', '2025年6月18日交付', '成员 1');
  await chen.picture('homes');
  await chen.tap(chen.button('邀请家人或租户').first());
  await chen.sees('是谁', '配偶、父母、子女，长期同住', '可以做什么');
  await chen.picture('invite');
  await chen.tap('生成邀请');
  await chen.sees('邀请做好了', '可以：报修、查看进度、评价、投诉建议', /^只能用一次，/);
  await chen.picture('invited');
  await chen.tap('发给对方');
  await chen.sees('链接已复制，粘贴发给对方即可');
  const link = await chen.page.evaluate(() => navigator.clipboard.readText());
  await chen.tap('关闭');
  await chen.sees('已邀请家人，等待加入');

  const son = await (await stage.person('son')).open(link.split('#/')[1]);
  await son.sees(/邀请您加入$/, '云溪府 1号楼 1203', '您的身份：家人', '同意加入');
  await son.picture('invitation');
  await son.tap('同意加入');
  await son.sees('加入前请用微信手机号确认是您本人');
  await son.tap('用手机号确认并加入');
  await son.tap('允许');
  await son.sees('我的房屋', /^可以：报修、查看进度、评价、投诉建议$/);
  await son.picture('home-of-the-son');
  await son.open(ORDERS);
  await son.sees('马桶故障', '马桶一直流水');
  await son.tap(son.button(/^马桶故障/));
  await son.sees('进展', '已通知马师傅，等待接单');
  await son.picture('order-of-the-mother');

  await chen.open(HOMES);
  await chen.sees('成员 2', /^家人$/, '138****0001');
  await chen.picture('two-people');
  await chen.tap('移除');
  await chen.sees('移除成员', /将不能再报修和查看这套房屋的进展/);
  await chen.picture('remove');
  await chen.tap(chen.page.locator('.taro-model__confirm, .taro-modal__foot [class*=confirm]').filter({ visible: true }).last());
  await chen.seesNoMore('成员 2');
  await until('he has no home', async () => (await stage.api.homes('son')).length === 0);

  await son.open(ORDERS);
  await son.sees('没有进行中的报事');
  expect(await son.reads()).not.toContain('马桶');
  await son.open(`subpackages/home/pages/order/index?id=${id}`);
  await son.sees('没有找到');
  expect(await son.reads()).not.toContain('马桶');
  await son.picture('no-longer-his');
  await son.open(HOMES);
  await son.sees('找到您的房屋');
  await son.picture('bind-home');
});
