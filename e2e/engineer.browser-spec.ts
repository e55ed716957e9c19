import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('engineer');
const page = (name: string, id: string) => `subpackages/service/pages/${name}/index?id=${id}`;

it('in a basement without a network a pause, the going on and the finishing wait on the phone and go in order', async () => {
  const { id } = await stage.api.report();
  await stage.api.serve(id, 'acceptance', 'engineer');
  await stage.api.serve(id, 'arrival', 'engineer');
  // Looked at once, so that the phone has the code of both pages.
  const ma = await (await stage.person('engineer')).open(page('order', id));
  await ma.tap('完成');
  await ma.sees('处理了什么');
  await ma.page.goBack();
  await ma.sees('暂停');
  await ma.network('gone');
  await ma.sees(/^网络未连接/);
  await ma.tap('暂停');
  await ma.sees('暂停期间时限不计时，原因和时间会告诉业主');
  await ma.tap('等待配件');
  await ma.picture('pause');
  await ma.tap('暂停处理');
  await ma.sees(/ 暂停$/, '排队中', '已存在手机里，联网后按顺序自动发送');
  await ma.picture('pause-queued');
  await ma.tap('继续处理');
  await ma.sees(/ 继续处理$/);
  await ma.tap('完成');
  await ma.tap('已疏通');
  await ma.addPhotos('加照片', '疏通之前');
  await ma.sees('未上传');
  await ma.picture('finish-without-network');
  await ma.tap('完成维修');
  await ma.sees(/ 暂停$/, / 继续处理$/, / 完成$/, '排队中');
  await ma.picture('three-steps-queued');
  expect((await stage.api.order(id, 'engineer')).status).toBe('working');

  // The app is killed; opened upstairs it sends by itself.
  await ma.page.close();
  const upstairs = await (await stage.person('engineer')).open('subpackages/service/pages/orders/index');
  const order = await until('all of it has arrived', async () => {
    const seen = await stage.api.order(id, 'engineer');
    return seen.status === 'resolved' ? seen : null;
  });
  expect(order.timeline.map(({ type }) => type).slice(-4)).toEqual(['arrived', 'paused', 'resumed', 'finished']);
  expect(order.photos.map(({ purpose }) => purpose)).toEqual(['before']);
  await upstairs.tap('已完成');
  await upstairs.sees(/^龙头漏水：/, '待评价');
  await upstairs.picture('done');
});

it('of two who tap 抢单 one has it, and the other reads that it is gone', async () => {
  const { id } = await stage.api.report({ category: 'public-light', description: '3 楼楼道灯不亮' });
  const [ding, han] = await Promise.all([stage.openFromMessage('engineer-ding', '新工单待接单'), stage.person('engineer-han')]);
  await han.open(page('order', id));
  await Promise.all([ding.sees('抢单', '楼道灯不亮', '这张工单开放抢单，先接先得'), han.sees('抢单')]);
  await ding.picture('claim');
  await ding.tap('抢单');
  await ding.sees('我已到场', '打电话');
  await ding.picture('claimed');
  await han.tap('抢单');
  await han.sees('这张工单不在你名下', /已被|已由|其他同事/);
  await han.picture('claimed-by-another');
  expect((await stage.api.order(id, 'manager')).assignee?.name).toBe('丁师傅');
});

it('who cannot come says why, and the next one is asked', async () => {
  const { id } = await stage.api.report({ category: 'electric-socket', description: '插座没电' });
  const first = await until('somebody is asked', async () => (await stage.api.order(id, 'manager')).assignee);
  const key = first.name === '丁师傅' ? 'engineer-ding' : 'engineer';
  const asked = await (await stage.person(key)).open(page('order', id));
  await asked.tap('暂不接');
  await asked.sees('暂不接单', '工单会马上转给下一位同事，原因会记入动态');
  await asked.tap('正在处理其他工单');
  await asked.tap('转给下一位');
  await asked.sees('这张工单不在你名下');
  await asked.picture('declined');
  const next = await until('the next one is asked, or the supervisor', async () => {
    const { assignee, responsible } = await stage.api.order(id, 'manager');
    const now = assignee ?? responsible;
    return now && now.id !== first.id ? now : null;
  });
  expect(next.name).not.toBe(first.name);
});

it('沈洁 answers a complaint, and cannot end it without its cause and what is done about it', async () => {
  const chen = await (await stage.person('owner')).open('subpackages/home/pages/report/index?kind=complaint');
  await chen.sees('您要投诉什么？', '影响范围', '您的感受');
  await chen.picture('complaint');
  await chen.tap('噪音扰民');
  await chen.tap('提交投诉');
  await chen.sees('请说说发生了什么，我们好去核实');
  await chen.tap('不止一次了');
  await chen.tap('提交投诉');
  await chen.tap('允许');
  await chen.sees('进展', '已受理', '为您处理的同事');
  const order = await until('the complaint has arrived', async () => (await stage.api.myOrders()).find(({ kind }) => kind === 'complaint'));
  await stage.api.message('relations', 'of it', (m) => (m.page ?? '').includes(order.id));

  const shen = await (await stage.person('relations')).open(page('order', order.id));
  await shen.sees('接单', '评级');
  await shen.picture('complaint-offered');
  await shen.tap('接单');
  await shen.sees('已接单，请按时答复');
  await shen.tap('首次响应');
  await shen.sees('这是业主收到的第一次答复，会原样发给业主');
  await shen.tap('已收到您的反馈，正在核实');
  await shen.picture('first-answer');
  await shen.tap('答复业主');
  await chen.page.reload();
  await chen.sees('已响应', '首次响应：已收到您的反馈，正在核实');
  await chen.picture('complaint-answered');

  await shen.tap('完成');
  await shen.sees('根本原因', '改进措施');
  await shen.tap('已现场核实');
  await shen.tap('办结');
  await shen.sees('请写明根本原因，投诉办结必填', '请写明改进措施，投诉办结必填');
  await shen.picture('cause-is-missing');
  await shen.tap('管理不到位');
  await shen.tap('增加巡查频次');
  await shen.tap('办结');
  await shen.sees('处理结果', '原因：管理不到位', '改进：增加巡查频次');
  await shen.picture('complaint-ended');
});
