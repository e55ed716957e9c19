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
  await guest.sees(TITLE, /^陈\*\* · /);
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
