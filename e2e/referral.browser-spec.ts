import type { MyReferral, MyReferralList, MyRewards, StaffReward } from '@guihu/shared';
import type { Person } from './support/person';
import { aFriend, registers, steps, visits } from './support/referring';
import { Stage } from './support/stage';
import { until } from './support/waiting';

const stage = new Stage('referral');
const REFERRAL = 'subpackages/referral/pages';
const FRIEND = { key: 'friend-by-link', name: '李强', phone: '13857170001' };
const NAMED = { key: 'friend-named', name: '赵敏', phone: '13857170002' };

const mine = async (): Promise<MyReferral[]> =>
  (await stage.api.call<MyReferralList>('GET', '/api/me/referrals', undefined, 'owner')).items;
const one = async (friendMasked: string): Promise<MyReferral> => {
  const found = (await mine()).find((referral) => referral.friendMasked === friendMasked);
  if (!found) throw new Error(`nobody is called ${friendMasked}: ${JSON.stringify(await mine())}`);
  return found;
};
/** The mini-program link on the clipboard, as a path. */
const copied = async (person: Person): Promise<string> =>
  (await person.page.evaluate(() => navigator.clipboard.readText())).split('#/')[1] as string;

beforeAll(async () => {
  for (const { phone, ...person } of [FRIEND, NAMED])
    await stage.api.call('POST', '/wechat/__sim/personas', { ...person, phone: `+86${phone}` });
});

it('an owner shares, the friend enters by the link and leaves details, comes and signs, and the reward reaches the owner', async () => {
  const owner = await stage.person('owner');
  await owner.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await owner.open();
  await owner.tap(owner.button(/^推荐好友/));
  await owner.sees('把云溪府推荐给朋友', '您能得到', '好友能得到', '发给好友');
  await owner.picture('refer');
  await owner.tap(owner.button(/^推荐规则/));
  await owner.sees('云溪府推荐规则', '推荐怎样才算数', /^好友同意后 30 天内首次到访/, '不认可结果怎么办');
  await owner.picture('rules');
  await owner.tap('去推荐好友');
  await owner.sees('把云溪府推荐给朋友');
  await owner.tap('发给好友');
  await owner.sees('链接已复制，粘贴发给对方即可');
  const link = await copied(owner);

  const friend = await (await stage.person(FRIEND.key)).open(link);
  await friend.sees(/推荐您来看看$/, '楼盘信息');
  await friend.picture('friend-greeted');
  // Looked at today; the details are left days later, from the first page, without the link.
  await stage.api.travel('P2D');
  await friend.open();
  await friend.tap(friend.page.locator('.project-card').filter({ hasText: '云溪府' }).getByRole('button', { name: '留下联系方式' }));
  await friend.sees('我们怎么联系您？');
  await friend.write('name', FRIEND.name);
  await friend.tap('用微信手机号，不用输入');
  await friend.tap('允许');
  await friend.sees('138****0001');
  await friend.tap(friend.button(/^必要，预约与看房联系/));
  await friend.tap('提交登记');
  await friend.tap('取消');
  await friend.sees(/^YX\d{6}-/);
  await stage.api.travel('PT0S');

  await owner.open(`${REFERRAL}/referrals/index`);
  await owner.sees('李* · 云溪府', '已报备', '下一步：到访');
  await owner.picture('my-referrals');
  expect(await owner.reads()).not.toMatch(/李强|0001/);
  await owner.tap(owner.button(/^李\*，/));
  await owner.sees('进展', /保护期还剩/);
  await owner.picture('agreed');
  const { id } = await one('李*');

  await stage.api.travel('PT3H');
  await visits(stage.api, FRIEND);
  await owner.open(`${REFERRAL}/referral/index?id=${id}`);
  await owner.sees('已到访', '2,000 积分', '已到账');
  await owner.picture('visited');

  await steps(stage.api, id, 'subscribed');
  await steps(stage.api, id, 'signed', { dealAmount: 328_000_000 });
  await owner.open(`${REFERRAL}/referral/index?id=${id}`);
  await owner.sees('已签约', '¥3,000', '待回款');
  await owner.picture('signed');

  await steps(stage.api, id, 'settled');
  const { items } = await stage.api.call<{ items: StaffReward[] }>('GET', '/api/staff/rewards?status=due', undefined, 'manager');
  const cash = items.find(({ form, referralId }) => form === 'cash' && referralId === id) as StaffReward;
  await owner.open(`${REFERRAL}/referral/index?id=${id}`);
  await owner.sees('已回款', '待审核');
  await owner.open(`${REFERRAL}/rewards/index`);
  await owner.sees('完成实名后可领取', /^完成实名后可领取。规则/);
  await owner.picture('name-wanted');
  await owner.tap(owner.button(/^完成实名后可领取/));
  await owner.sees('领取现金奖励前，请填写一次', '实名领取现金奖励');
  await owner.write('real-name', '陈玉兰');
  await owner.write('id-card', '110105194912310021');
  await owner.tap('提交实名');
  await owner.sees('身份证号有误，请对照证件逐位检查', '请勾选同意「实名领取现金奖励」');
  await owner.picture('name-refused');
  await owner.write('id-card', '11010519491231002x');
  await owner.tap(owner.button(/^必要，实名领取现金奖励/));
  await owner.tap('提交实名');
  await owner.sees('已完成实名', '陈**', '1****************X');
  await owner.picture('name-stated');
  expect(await owner.reads()).not.toMatch(/玉兰|19491231/);
  await owner.tap('看我的奖励');
  await owner.sees('待审核');
  await owner.seesNoMore('完成实名后可领取');
  await stage.api.call('POST', `/api/staff/rewards/${cash.id}/approval`, {}, 'manager');
  await owner.open(`${REFERRAL}/rewards/index`);
  await owner.sees('待发放', '奖励', '积分明细');
  await owner.picture('approved');
  const paidOn = new Date((await stage.api.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  await stage.api.call('POST', `/api/staff/rewards/${cash.id}/payout`, { reference: 'GH20261123-01', paidOn }, 'finance');
  await stage.api.travel('PT0S');
  await owner.open(`${REFERRAL}/rewards/index`);
  await until('the money is there', async () => {
    const rewards = await stage.api.call<MyRewards>('GET', '/api/me/rewards', undefined, 'owner');
    return rewards.cashPaid === 300_000;
  });
  await owner.open(`${REFERRAL}/rewards/index`);
  await owner.sees('已到账', '¥3,000');
  await owner.picture('paid');
});

it('points are had for a gift, which is handed over by its code', async () => {
  const owner = await (await stage.person('owner')).open(`${REFERRAL}/rewards/index`);
  await owner.tap('用积分兑换');
  await owner.sees('您有 2,000 积分', '家政保洁一次', '还差 1,000 积分');
  await owner.tap(owner.page.locator('.item-card').filter({ hasText: '云溪府定制保温壶' }).getByRole('button', { name: '兑换' }));
  await owner.sees('您有 2,000 积分，兑换后剩 800 积分');
  await owner.tap('用 1,200 积分兑换');
  await owner.tap('取消');
  await owner.sees('待领取', /^领取码，请到/);
  await owner.picture('redeemed');
  await owner.open(`${REFERRAL}/rewards/index`);
  await owner.sees('800', '-1,200');
});

it('a friend is named by their number, says yes from it and is called only then; another’s phone cannot answer', async () => {
  const owner = await stage.person('owner');
  await owner.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const project = await stage.api.project();
  await owner.open(`${REFERRAL}/register-friend/index?id=${project.id}`);
  await owner.sees('好友先同意，我们才联系');
  await owner.write('friend-name', NAMED.name);
  await owner.write('friend-phone', '138 5717 0002');
  await owner.tap('朋友');
  await owner.tap('报备这位好友');
  await owner.tap('取消');
  await owner.sees('还差一步：请好友点同意');
  await owner.picture('registered');
  await owner.tap('发给赵*');
  await owner.sees('链接已复制，粘贴发给对方即可');
  const ask = await copied(owner);

  // Whoever else got hold of the link cannot say yes for her.
  const other = await (await stage.person(FRIEND.key)).open(ask);
  await other.sees('同意意味着什么', '138****0001');
  await other.tap(other.button(/^必要，预约与看房联系/));
  await other.tap('同意，请联系我');
  if (await other.button('取消').count()) await other.tap('取消');
  await other.sees('这个邀请是发给另一个手机号的');
  await other.picture('not-hers');

  const friend = await (await stage.person(NAMED.key)).open(ask);
  await friend.sees(/推荐您来看看$/, '同意意味着什么', '预约与看房联系');
  await friend.picture('asked');
  await friend.tap('同意，请联系我');
  await friend.sees('请点上方用微信手机号，确认是您本人');
  await friend.tap('用微信手机号，不用输入');
  await friend.tap('允许');
  await friend.sees('138****0002');
  await friend.write('name', NAMED.name);
  await friend.tap(friend.button(/^必要，预约与看房联系/));
  await friend.tap('同意，请联系我');
  await friend.tap('取消');
  await friend.sees('好的，已记下', '预约看房');
  await friend.picture('said-yes');
  await stage.api.travel('PT0S');
  expect((await one('赵*')).status).toBe('agreed');
  await friend.open(ask);
  await friend.sees('这个邀请已经回答过了');
});

it('a friend who says no is left alone, and the referrer learns only that', async () => {
  const refusing = await aFriend(stage.api, '孙莉', '13857170003');
  const { askPath } = await registers(stage.api, refusing);
  const friend = await stage.person(refusing.key);
  await friend.open(askPath.replace(/^\//, ''));
  await friend.sees('同意意味着什么');
  await friend.tap('不用了');
  await friend.sees('好的，不会有人联系您');
  await friend.picture('said-no');
  const owner = await (await stage.person('owner')).open(`${REFERRAL}/referral/index?id=${(await one('孙*')).id}`);
  await owner.sees('已结束', '好友未同意');
  await owner.picture('declined');
});

it.each(['k%3D7K3M', '%E9%99%88%', 'k%3D0000000000'])('whoever enters by the code %s is welcome all the same', async (scene) => {
  const guest = await (await stage.person('prospect-2')).open(`pages/home/index?scene=${scene}`);
  await guest.sees('云溪府');
  expect(await guest.reads()).not.toMatch(/推荐您来看看|失效|过期|错误|没有找到/);
});
