import type { Person } from './support/person';
import { Stage } from './support/stage';

const stage = new Stage('neighbour');
const TITLE = '搬进来的第一个冬天';
const confirmOf = ({ page }: Person) => page.locator('.taro-model__confirm').filter({ visible: true }).last();
const WORDS = '楼下的蜡梅开了，管家每天早上把雪扫干净，孩子们在中央花园堆雪人。';

it('an owner tells of living here; customer relations reads it first, then everybody on the page of the project', async () => {
  const owner = await (await stage.person('owner')).open();
  await owner.tap(owner.text('邻里服务'));
  await owner.sees('我的业主故事');
  await owner.picture('services');
  await owner.tap(owner.text('我的业主故事'));
  await owner.sees('还没有写过故事');
  await owner.tap('写一篇故事');
  await owner.sees('怎样署名');
  await owner.tap('提交审核');
  await owner.sees('请先同意公开，再提交');
  await owner.picture('story-refused');
  await owner.write('title', TITLE);
  await owner.write('words', `${WORDS}电话 13857150001`);
  await owner.addPhotos('加照片', '蜡梅');
  await owner.sees('已送达');
  await owner.tap(owner.text(/我同意在归户的楼盘页面公开/));
  await owner.picture('story-form');
  await owner.tap('提交审核');
  await owner.tap('允许');
  await owner.sees('里面有电话号码，公开后所有人都能看到，请删掉');
  await owner.picture('story-gives-away');
  await owner.write('words', WORDS);
  await owner.tap('提交审核');
  await owner.tap('允许');
  await owner.sees('待审核', '上一篇正在审核，有结果后再写下一篇');
  await owner.picture('my-story');

  const relations = await (await stage.person('relations')).open('pages/me/index');
  await relations.tap(relations.text('业主故事审核'));
  await relations.sees(TITLE, /^作者：/);
  await relations.picture('moderation');
  await relations.tap('公开');
  await relations.tap(confirmOf(relations));
  await relations.sees('没有待审核的故事');

  const project = await stage.api.project();
  const guest = await (await stage.person('prospect')).open(`subpackages/customer/pages/project/index?id=${project.id}`);
  await guest.sees('住在这里的人说', TITLE);
  await guest.tap('全部业主故事');
  await guest.sees('共 1 篇，到底了', TITLE, /^陈\*\* · /);
  await guest.picture('published');
  expect(await guest.reads()).not.toContain('陈玉兰');

  await owner.open('subpackages/neighbour/pages/stories/index');
  await owner.sees('已公开');
  await owner.tap('撤回故事');
  await owner.tap(confirmOf(owner));
  await owner.sees('已撤回');
  await guest.open(`subpackages/customer/pages/stories/index?id=${project.id}`);
  await guest.sees('还没有业主故事');
});

it('an owner asks to hear of a parking space; customer relations calls, and the figures say so', async () => {
  const owner = await (await stage.person('owner')).open('subpackages/neighbour/pages/extras/index');
  await owner.sees('地下车位认购', '硬装焕新合作');
  await owner.picture('extras');
  await owner.tap(owner.button('我感兴趣').first());
  await owner.sees('同意，请联系我');
  await owner.picture('extra-consent');
  await owner.tap('同意，请联系我');
  await owner.sees('待联系', '不用联系了');
  await owner.picture('extra-asked');

  await stage.api.travel('PT0S');
  const relations = await stage.openFromMessage('relations', '业主意向提醒');
  await relations.sees('陈玉兰', '查看号码');
  await relations.tap('查看号码');
  await relations.sees('本次查看已记录');
  await relations.tap('办好了');
  await relations.tap('已签约');
  await relations.picture('interest-recorded');
  await relations.tap('记为已办理');
  await relations.sees('没有待联系的业主');
  await relations.open('subpackages/growth/pages/extras/index');
  await relations.sees(/按人每天算一次/, '展示中');
  await relations.picture('staff-extras');
  await relations.tap('新增服务');
  await relations.sees('负责同事');
  await relations.write('extraTitle', '儿童房安全改造');
  await relations.write('extraWords', '防撞条、插座保护、窗户限位器，半天装好');
  await relations.picture('extra-sheet');
  await relations.tap('保存');
  await relations.sees('儿童房安全改造');
  await owner.open('subpackages/neighbour/pages/extras/index');
  await owner.sees('已办理', '儿童房安全改造');
});

it('an owner asks for a call about buying again with two taps, as they agreed to be contacted before', async () => {
  const owner = await (await stage.person('owner')).open();
  await owner.sees('复购、置换咨询');
  await owner.picture('home-of-an-owner');
  await owner.tap(owner.text('复购、置换咨询'));
  await owner.sees('想再买，还是换一套？');
  await owner.picture('repurchase');
  await owner.tap('请顾问联系我');
  await owner.tap('允许');
  await owner.sees('进展', '云溪府');
  await owner.picture('repurchase-receipt');
  const { items } = await stage.api.call<{ items: object[] }>('GET', '/api/me/leads', undefined, 'owner');
  expect(items).toHaveLength(1);
});

it('an owner signs up for what neighbours do together; nobody takes it for interest in a flat', async () => {
  const leads = async () => (await stage.api.call<{ items: object[] }>('GET', '/api/me/leads', undefined, 'owner')).items;
  const before = await leads();
  const owner = await (await stage.person('owner')).open('subpackages/neighbour/pages/events/index');
  await owner.sees('中央花园亲子市集', '报名参加');
  await owner.picture('events');
  await owner.tap('报名参加');
  await owner.sees('家里几位一起来');
  await owner.picture('sign-up');
  await owner.tap('确认报名');
  await owner.tap('允许');
  await owner.sees(/见，.*在活动现场等您/);
  await owner.picture('my-event');
  expect(await leads()).toEqual(before);
});
