import type { HomeView, MyWorkOrder, WorkOrderView } from '@guihu/shared';
import type { Person } from './support/person';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('owner');
const REPORT = 'subpackages/home/pages/report/index';
const ORDERS = 'subpackages/home/pages/orders/index';

const myOrders = async (status: 'open' | 'done' = 'open'): Promise<MyWorkOrder[]> =>
  (await stage.api.call<{ items: MyWorkOrder[] }>('GET', `/api/me/work-orders?status=${status}`, undefined, 'owner')).items;
const orderOf = (id: string): Promise<WorkOrderView> => stage.api.call('GET', `/api/work-orders/${id}`, undefined, 'owner');

/** Photos as a phone would give them, drawn by the browser itself. */
async function choosePhotos(person: Person, count: number): Promise<void> {
  const drawn = await person.page.evaluate(
    (many) =>
      Array.from({ length: many }, (_, at) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        context.fillStyle = ['#9bbbc9', '#c9b09b', '#a9c99b'][at % 3] as string;
        context.fillRect(0, 0, 1600, 1200);
        context.fillStyle = '#1d2129';
        context.font = '400px sans-serif';
        context.fillText(String(at + 1), 650, 750);
        return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] as string;
      }),
    count,
  );
  const asked = person.page.waitForEvent('filechooser');
  await person.tap(person.button(/加照片$/));
  await (await asked).setFiles(
    drawn.map((data, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(data, 'base64') })),
  );
}

async function chooseWhat(person: Person, branch: string, leaf: string): Promise<void> {
  await person.tap(branch);
  await person.tap(leaf);
}

it('陈玉兰 reports a dripping tap with photos in a few taps, and is told who comes and by when', async () => {
  const chen = await (await stage.person('owner')).open();
  await chen.sees('我的家');
  await chen.picture('home');
  await chen.tap('报修');
  await chen.sees('哪里坏了？');
  const homes = (await stage.api.call<{ items: HomeView[] }>('GET', '/api/me/homes', undefined, 'owner')).items;
  await chen.sees(homes[0]?.label as string);
  await chooseWhat(chen, '水管与洁具', '龙头漏水');
  await chen.sees('质保内', /第七条第（四）项/, '属于质量问题的，维修免费；人为损坏除外。');
  await chen.tap('一直在滴水');
  await choosePhotos(chen, 2);
  await chen.sees('已送达');
  await chen.picture('report-filled-in');
  await chen.tap('提交报修');
  await chen.sees('报事进度通知', '服务完成待评价');
  await chen.tap('允许');
  await chen.sees(/YX\d{6}-R\w+/, '进展', '为您上门的师傅', /前有人接单/);
  expect(chen.hand.taps).toBeLessThanOrEqual(8);
  expect(chen.hand.letters).toBe(0);

  const [mine] = await until('it is dispatched', async () => {
    const orders = await myOrders();
    return orders[0]?.status === 'dispatched' ? orders : null;
  });
  const order = await orderOf(mine?.id as string);
  expect(order.photos).toHaveLength(2);
  await chen.sees(order.assignee?.name as string);
  await chen.picture('order');
  await chen.tap('第 1 张照片');
  await chen.page.locator('.media-viewer img').waitFor();
  await chen.picture('photo');
  await chen.tap('关闭');

  await chen.tap('催单');
  await chen.sees(/后可以再次催单/);
});

it('without a network the report waits on the phone, says so, and goes by itself', async () => {
  const before = (await myOrders()).length;
  // Looked at once, so that the phone has the code of both pages.
  const chen = await (await stage.person('owner')).open(ORDERS);
  await chen.open(REPORT);
  await chen.sees('哪里坏了？');
  chen.forgiven.push(/ERR_INTERNET_DISCONNECTED/);
  await chen.page.context().setOffline(true);
  try {
    await chooseWhat(chen, '电路与照明', '灯具不亮');
    await chen.sees('质保内');
    await choosePhotos(chen, 1);
    await chen.sees('未上传', /没有网络也可以提交/);
    await chen.tap('提交报修');
    await chen.tap('允许');
    await chen.sees('网络不好，已存在手机里，联网后自动发送', '排队中', '联网后自动发送，不用重新填写');
    await chen.picture('waiting');
  } finally {
    await chen.page.context().setOffline(false);
  }
  await chen.seesNoMore('排队中');
  const orders = await until('it has arrived', async () => {
    const now = await myOrders();
    return now.length > before ? now : null;
  });
  expect(orders).toHaveLength(before + 1);
  expect(orders[0]).toMatchObject({ categoryName: '灯具不亮' });
  expect(orders[0]?.thumbUrl).not.toBeNull();
});

it('killed between sending and the answer, the phone asks again and there is one order', async () => {
  const before = (await myOrders()).length;
  const chen = await (await stage.person('owner')).open(REPORT);
  await chooseWhat(chen, '门窗', '门锁故障');
  const keys: string[] = [];
  const note = (headers: Record<string, string>) => keys.push(headers['idempotency-key'] as string);
  await chen.page.route('**/api/work-orders', async (route) => {
    note(route.request().headers());
    // The server has it; the answer never comes.
    await route.fetch();
  });
  await chen.tap('提交报修');
  await chen.tap('取消');
  await until('it was sent', async () => keys.length === 1);
  await until('the server has it', async () => (await myOrders()).length === before + 1);
  await chen.page.goto('about:blank');
  await chen.page.unroute('**/api/work-orders');

  chen.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/work-orders')) note(request.headers());
  });
  await chen.open(ORDERS);
  await chen.sees('门锁故障', '已派单');
  await chen.seesNoMore('排队中');
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(await myOrders()).toHaveLength(before + 1);
});

it('what was done is read and rated, and few stars ask whether it is mended', async () => {
  const [mine] = await until('there is an order', async () => (await myOrders()).filter(({ categoryName }) => categoryName === '龙头漏水'));
  const id = mine?.id as string;
  const { assignee } = await orderOf(id);
  const personas = await stage.api.call<{ items: { key: string; name: string }[] }>('GET', '/wechat/__sim/personas');
  const engineer = personas.items.find(({ name }) => name === assignee?.name)?.key as string;
  await stage.api.call('POST', `/api/staff/work-orders/${id}/acceptance`, {}, engineer);
  await stage.api.call('POST', `/api/staff/work-orders/${id}/arrival`, {}, engineer);
  await stage.api.call('POST', `/api/staff/work-orders/${id}/completion`, { words: '更换了龙头阀芯，试水不再滴漏' }, engineer);

  const chen = await (await stage.person('owner')).open(`subpackages/home/pages/order/index?id=${id}`);
  await chen.sees('待评价', '更换了龙头阀芯，试水不再滴漏', '没修好，重新处理');
  await chen.tap('评价');
  await chen.tap(chen.button(/^2 星/));
  await chen.tap('提交评价');
  await chen.sees('请告诉我们问题解决了没有');
  await chen.tap(chen.button(/^5 星/));
  await chen.tap('技术好');
  await chen.picture('rating');
  await chen.tap('提交评价');
  await chen.sees('感谢您的评价', '非常满意', '技术好');
  expect((await orderOf(id)).rating).toMatchObject({ stars: 5, tags: ['技术好'] });
  await chen.open(`${ORDERS}?status=done`);
  await chen.sees('龙头漏水', '已完成');
});
