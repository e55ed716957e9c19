import type { Person } from './support/person';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('repair');
const WORDS = '一直在滴水';

/** The newest order of 陈玉兰. */
const newest = () => until('the report has arrived', async () => (await stage.api.myOrders())[0]);

describe('a leaking tap, from a tap with a photo to five stars', () => {
  let chen: Person;
  let ma: Person;
  let id: string;

  it('陈玉兰 reports it from 我的家 without typing, and meets who will come', async () => {
    chen = await (await stage.person('owner')).open();
    await chen.sees('我的家', '云溪府 1号楼 1203', '报修');
    await chen.picture('home');
    const startedAt = performance.now();
    await chen.tap('报修');
    await chen.sees('哪里坏了？', '哪套房屋', '水管与洁具');
    expect(await chen.button('云溪府 1号楼 1203').getAttribute('aria-pressed')).toBe('true');
    await chen.tap('水管与洁具');
    await chen.tap('龙头漏水');
    await chen.sees('质保内', /免费/, '漏水严重时，请先关掉家里的总水阀');
    await chen.picture('form-part-chosen');
    await chen.tap(WORDS);
    await chen.addPhotos('加照片', '龙头', '水槽');
    await chen.sees('已送达');
    await chen.picture('form-filled');
    await chen.tap('提交报修');
    await chen.sees('发送以下消息', '报事进度通知');
    await chen.picture('subscribe');
    await chen.tap('允许');
    await chen.sees('进展', '已受理', /工单号 YX\d{6}-R/);
    const seconds = (performance.now() - startedAt) / 1000;
    const { taps, letters } = chen.hand;
    process.stdout.write(`repair reported: ${taps} taps and ${letters} typed letters, ${seconds.toFixed(1)} s by machine\n`);
    expect({ fewTaps: taps <= 8, letters, inTime: seconds < 30 }).toEqual({ fewTaps: true, letters: 0, inTime: true });
    await chen.picture('order-received');

    await chen.sees('已派单', /^预计 12:00 前有人接单$/, '已通知马师傅，等待接单');
    await chen.picture('order-dispatched');
    const order = await newest();
    id = order.id;
    const { photos, description } = await stage.api.myOrder(id);
    expect({ photos: photos.length, description }).toEqual({ photos: 2, description: WORDS });
    await chen.tap('第 1 张照片');
    await chen.page.locator('.media-viewer img').waitFor();
    await chen.picture('photo');
    await chen.tap('关闭');
    await chen.tap('催单');
    await chen.sees(/后可以再次催单$/);
  });

  it('马师傅 opens it from the message and takes it with one tap', async () => {
    ma = await stage.openFromMessage('engineer', '新工单待接单');
    await ma.sees('云溪府 1号楼 1203', '龙头漏水', WORDS, /^待接单，还剩/, '为什么是你', '照片 2', '质保内', '接单');
    await ma.picture('engineer-offered');
    await ma.tap('为什么是你');
    await ma.sees('依次看过的规则', '水管与洁具先派马师傅', '按此派单');
    await ma.picture('engineer-why');
    await ma.tap('关闭');
    await ma.seesNoMore('依次看过的规则');
    const before = ma.hand.taps;
    await ma.tap('接单');
    await ma.sees('我已到场');
    expect(ma.hand.taps - before).toBe(1);
    await ma.picture('engineer-accepted');
    await chen.sees('已接单', '马师傅已接单', /^师傅预计 14:\d\d 前上门$/);
    await chen.button('给马师傅打电话').waitFor();
    await chen.picture('order-accepted');
  });

  it('he asks for the number, which is recorded, and says that he has come', async () => {
    await ma.tap('查看号码');
    await ma.sees('139 0001 0003', '本次查看已记录');
    await ma.picture('engineer-number');
    await stage.api.travel('PT40M');
    await ma.tap('我已到场');
    await ma.sees('业主会收到上门通知', '附上当前位置');
    await ma.picture('engineer-arrival');
    await ma.tap('确认到场');
    await ma.sees('完成', '暂停');
    await chen.page.reload();
    await chen.sees('处理中', '马师傅正在处理');
    await chen.picture('order-working');
  });

  it('he finishes it with photos and a part in few taps', async () => {
    await stage.api.travel('PT20M');
    const before = { ...ma.hand };
    await ma.tap('完成');
    await ma.sees('处理了什么', '维修后', '用了哪些配件');
    await ma.tap('完成维修');
    await ma.sees('请写一句处理了什么，业主会看到');
    await ma.picture('finish-refused');
    await ma.tap('已更换配件');
    await ma.tap('已调试正常');
    await ma.addPhotos('加照片', '维修前的龙头');
    await ma.button(/^第 1 张照片/).waitFor();
    await ma.addPhotos('加照片', '新的龙头');
    await ma.tap('加一项配件');
    await ma.write('part-0', '陶瓷阀芯');
    await ma.picture('finish-filled');
    await ma.tap('完成维修');
    await ma.sees('待评价', '陶瓷阀芯 × 1', '免费');
    process.stdout.write(`repair finished: ${ma.hand.taps - before.taps} taps, ${ma.hand.letters - before.letters} typed letters\n`);
    await ma.picture('engineer-finished');
    const { photos } = await stage.api.order(id, 'engineer');
    expect(photos.map(({ purpose }) => purpose).sort()).toEqual(['after', 'before', 'report', 'report']);
  });

  it('陈玉兰 is told of every step, rates it with five stars and it is closed', async () => {
    const told = async () => (await stage.api.inbox('owner')).filter(({ page }) => page?.includes(id));
    await stage.api.message('owner', 'that it is done', (m) => m.intent === 'order-finished' && (m.page ?? '').includes(id));
    const steps = (await told()).flatMap(({ fields }) => fields.flatMap(({ label, value }) => (label === '当前进度' ? value : [])));
    expect(steps).toEqual(expect.arrayContaining(['已派单', '已接单', '处理中']));
    chen = await stage.openFromMessage('owner', '服务完成待评价');
    await chen.sees('待评价', '处理完成，请您评价', '处理结果', '陶瓷阀芯 × 1', '评价');
    await chen.picture('order-finished');
    await chen.tap('评价');
    await chen.tap('提交评价');
    await chen.sees('请先点星星打分');
    await chen.tap('5 星，非常满意');
    await chen.tap('准时上门');
    await chen.tap('打扫干净');
    await chen.picture('rating');
    await chen.tap('提交评价');
    await chen.sees('已完成', '准时上门、打扫干净', '非常满意');
    await chen.picture('order-closed');
    expect((await stage.api.myOrder(id)).status).toBe('closed');
    await chen.open('subpackages/home/pages/orders/index?status=done');
    await chen.sees('龙头漏水', '已完成');
  });
});

it('one star sends the order out again, and the engineer learns why', async () => {
  const { id } = await stage.api.report({ description: '阳台龙头漏水' });
  await stage.api.serve(id, 'acceptance', 'engineer');
  await stage.api.serve(id, 'arrival', 'engineer');
  await stage.api.serve(id, 'completion', 'engineer', { words: '已修好' });
  const chen = await (await stage.person('owner')).open(`subpackages/home/pages/order/index?id=${id}`);
  await chen.tap('评价');
  await chen.tap('1 星，很不满意');
  await chen.sees('问题解决了吗', '哪里不好');
  await chen.tap('提交评价');
  await chen.sees('请告诉我们问题解决了没有');
  await chen.tap('还没解决，请再来');
  await chen.tap('没修好');
  await chen.picture('low-rating');
  await chen.tap('提交评价');
  await chen.sees(/已重新派单/);
  await chen.picture('reopened');
  await chen.sees('已为您重新受理', /^预计 \d\d:\d\d 前有人接单$/);
  const again = (m: { fields: { value: string }[] }) => m.fields.some(({ value }) => /重新处理/.test(value));
  await stage.api.message('engineer', 'why it comes back', (m) => again(m) && (m.page ?? '').includes(id));
  const ma = await (await stage.person('engineer')).open(`subpackages/service/pages/order/index?id=${id}`);
  await ma.sees('接单', '业主评价较低，问题未解决，仍由你负责', '上次评价', '没修好');
  await ma.picture('engineer-again');
});
