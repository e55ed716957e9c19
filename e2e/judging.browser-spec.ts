import type { Redemption, StaffLiveCode, StaffReferral, StaffReward, VerdictRules, VerdictSettings, VerdictView } from '@guihu/shared';
import { complaintsAboutLooks } from './support/measuring';
import type { Person } from './support/person';
import {
  aFriend,
  anAppeal,
  aVisitingFriend,
  comesByThemselves,
  redeems,
  registers,
  saysYes,
  statesRealName,
  steps,
  visits,
} from './support/referring';
import { Stage } from './support/stage';

const stage = new Stage('judging');
const GROWTH = 'subpackages/growth/pages';

const REASON = '十月初我就带他看过样板间，当时没有登记';

/** The yes of the question that is asked. */
const confirmOf = ({ page }: Person) => page.locator('.taro-model__confirm').filter({ visible: true }).last();
const verdictOf = (referralId: string) =>
  stage.api.call<VerdictView>('GET', `/api/staff/referrals/${referralId}/verdict`, undefined, 'manager');
const looksWell = async ({ page }: Person) => expect(await page.evaluate(complaintsAboutLooks)).toEqual([]);

it('林晓 makes a code for her cards, keeps its picture, and sees who came by it', async () => {
  const lin = await (await stage.person('agent-lin')).open(`${GROWTH}/codes/index`);
  await lin.sees('新建活码');
  await lin.tap('新建活码');
  await lin.tap('生成活码');
  await lin.sees('请写明这个码用在哪里，以后好认');
  await lin.tap('顾问');
  await lin.write('codeLabel', '名片背面');
  await lin.tap('抖音直播');
  await lin.picture('make-code');
  await lin.tap('生成活码');
  await lin.sees('复制路径', '下载图片', '还没有人扫过');
  await lin.picture('code');
  await looksWell(lin);

  const { items } = await stage.api.call<{ items: StaffLiveCode[] }>('GET', '/api/staff/live-codes', undefined, 'agent-lin');
  const code = items.find(({ label }) => label === '名片背面') as StaffLiveCode;
  expect(code).toMatchObject({ kind: 'agent', staffName: '林晓', state: 'active' });
  await stage.api.call('POST', `/api/live-codes/${code.code}/scans`, {}, 'prospect');
  await lin.open(`${GROWTH}/code/index?id=${code.id}`);
  await lin.sees('1 人扫码 1 次，0 人留资（0%）');
  await lin.tap('停用这个码');
  await lin.sees('停用这个码？');
  await lin.tap(confirmOf(lin));
  await lin.seesNoMore('复制路径');
  await lin.sees('已停用');
  await lin.picture('code-retired');

  const zhou = await (await stage.person('manager', 'desk')).open(`${GROWTH}/codes/index`);
  await zhou.sees('名片背面', '已停用');
  await zhou.picture('codes-desk');
  await looksWell(zhou);
});

it('周明 reads why a referral lost, judges the appeal and tells the referrer', async () => {
  const id = await anAppeal(stage.api, '沈青山', '13857160001', REASON);
  const zhou = await (await stage.person('manager')).open(`${GROWTH}/referrals/index?view=appealed`);
  await zhou.tap(zhou.button(/沈青山/));
  await zhou.sees('进展', '申诉待复核');
  await zhou.picture('referral-appealed');
  await looksWell(zhou);
  await zhou.tap('看证据和逐条判断');
  await zhou.sees(/归属渠道/, '各方主张 2', '证据链', REASON, '符合');
  await zhou.picture('verdict');
  await looksWell(zhou);

  const desk = await (await stage.person('manager', 'desk')).open(`${GROWTH}/verdict/index?referralId=${id}`);
  await desk.sees('证据链', '判定记录');
  await desk.picture('verdict-desk');
  await looksWell(desk);
  await desk.page.emulateMedia({ media: 'print' });
  await desk.picture('verdict-on-paper');
  expect(await desk.page.locator('taro-tabbar').isVisible()).toBe(false);
  expect(await desk.button('打印').count()).toBe(0);
  await desk.page.emulateMedia({ media: 'screen' });

  await zhou.tap('复核申诉');
  await zhou.tap('给出结果');
  await zhou.sees('请选择维持原判还是改判');
  await zhou.tap('改判');
  await zhou.tap(zhou.button(/的推荐/));
  await zhou.write('answer', '样板间登记簿有记录，以首次带看为准');
  await zhou.picture('judgement');
  await zhou.tap(zhou.button(/^改判给/));
  await zhou.sees('样板间登记簿有记录，以首次带看为准', /已改判/);
  await zhou.picture('verdict-overturned');
  await looksWell(zhou);
  const { winner, appeal, history } = await verdictOf(id);
  expect([winner?.kind, appeal?.status, history.length > 1]).toEqual(['referral', 'overturned', true]);
});

it('numbers in a row are put before 周明, who looks and clears them', async () => {
  for (const last of [1, 2, 3]) await registers(stage.api, { name: '好友', phone: `1385716010${last}` });
  const zhou = await (await stage.person('manager')).open(`${GROWTH}/referrals/index?view=flagged`);
  await zhou.tap(zhou.button(/待好友同意/));
  await zhou.sees('待好友同意，暂不可联系', '号码连号', /3 个相连号码/);
  expect(await zhou.reads()).not.toMatch(/1385716010\d/);
  await zhou.picture('flag');
  await looksWell(zhou);
  await zhou.tap('排除疑点');
  await zhou.tap('号码连号属巧合');
  await zhou.tap(zhou.page.locator('.sheet__foot').getByRole('button', { name: '排除疑点' }));
  await zhou.sees('已排除', '核实：号码连号属巧合');
  await zhou.picture('flag-cleared');
});

it('another rule is tried on the past before it is published, and a colleague who was faster is told kindly', async () => {
  await anAppeal(stage.api, '许文博', '13857160002', REASON);
  const zhou = await (await stage.person('manager', 'desk')).open(`${GROWTH}/verdict-rules/index`);
  await zhou.sees('报备保护期', '这版规则用在过去 30 天');
  await zhou.picture('verdict-rules');
  await looksWell(zhou);
  await zhou.tap('老带新优先');
  await zhou.sees('先到先得 → 老带新优先', /发布第 \d+ 版/);
  await zhou.tap('这版规则用在过去 30 天');
  await zhou.sees(/其中 \d+ 位的结果会变/, '许文博');
  await zhou.picture('verdict-rules-tried');
  await looksWell(zhou);

  const { id: projectId } = await stage.api.project();
  const [current] = (
    await stage.api.call<{ items: VerdictRules[] }>('GET', `/api/staff/verdict-rules?projectId=${projectId}`, undefined, 'manager')
  ).items as [VerdictRules];
  const faster: VerdictSettings = { ...current.settings, protectionDays: 45 };
  await stage.api.call('POST', '/api/staff/verdict-rules', { projectId, basedOn: current.version, settings: faster }, 'manager');
  await zhou.tap(zhou.button(/^发布第/));
  await zhou.sees('规则刚被其他人更新', '放弃草稿，看新版');
  await zhou.picture('verdict-rules-conflict');
  await zhou.tap('放弃草稿，看新版');
  await zhou.page.locator('input[name="protectionDays"]').fill('60');
  await zhou.sees('报备保护期 45 天 → 60 天', /报备后 60 天内首次到访/);
  await zhou.tap(zhou.button(/^发布第/));
  await zhou.sees(/^已发布第 \d+ 版/);
  const after = (
    await stage.api.call<{ items: VerdictRules[] }>('GET', `/api/staff/verdict-rules?projectId=${projectId}`, undefined, 'manager')
  ).items[0];
  expect(after?.settings).toMatchObject({ protectionDays: 60, precedence: 'first' });
});

it('a deal moves through its stages, its reward is approved by one and paid by another, and finance takes the list along', async () => {
  const { api } = stage;
  const { referralId } = await aVisitingFriend(api, '顾南星', '13857160003');
  const zhou = await (await stage.person('manager')).open(`${GROWTH}/referral/index?id=${referralId}`);
  await zhou.tap('登记认购');
  await zhou.sees('推荐人会看到好友已认购。奖励要到签约后才会产生。');
  await zhou.tap('确认已认购');
  await zhou.sees('已登记认购');
  await zhou.tap('登记签约');
  await zhou.tap('确认已签约');
  await zhou.sees('请填写合同总价，奖励按它计算');
  await zhou.write('dealAmount', '328');
  await zhou.sees('成交 328 万');
  await zhou.picture('sign');
  await zhou.tap('确认已签约');
  await zhou.sees('¥3,280,000（328 万）');
  await zhou.tap('登记回款');
  await zhou.tap('确认已回款');
  await zhou.sees('已登记回款，奖励转为待审核');
  await zhou.picture('settled');
  await looksWell(zhou);
  await api.travel('PT1M');

  await zhou.open(`${GROWTH}/rewards/index`);
  await zhou.sees('待审核');
  await zhou.picture('rewards-due');
  await looksWell(zhou);
  await zhou.tap(zhou.button(/¥3,000，待审核/));
  await zhou.sees('借贷相等', '看这条推荐');
  await zhou.sees('未实名，对方完成实名后才能审核和发放');
  expect(await zhou.button('通过审核').count()).toBe(0);
  await zhou.picture('reward-due-unnamed');
  await statesRealName(api);
  await zhou.open(`${GROWTH}/rewards/index`);
  await zhou.tap(zhou.button(/¥3,000，待审核/));
  await zhou.sees('借贷相等', '看这条推荐', '已实名：陈**');
  await zhou.picture('reward-due');
  await looksWell(zhou);
  await zhou.tap('通过审核');
  await zhou.sees('通过审核？');
  await zhou.tap(confirmOf(zhou));
  await zhou.sees('待发放');
  await api.travel('PT0S');

  const gao = await (await stage.person('finance', 'desk')).open('pages/todo/index');
  await gao.sees('奖励发放', '1 笔');
  await gao.tap(gao.button(/^奖励发放/));
  await gao.sees('待发放', '¥3,000');
  await gao.tap(gao.button(/^选/));
  await gao.sees('已选 1 笔，¥3,000');
  await gao.picture('rewards-to-pay');
  await looksWell(gao);
  const download = gao.page.waitForEvent('download');
  await gao.tap('导出表格');
  expect((await download).suggestedFilename()).toMatch(/^奖励-待发放-.*\.csv$/);
  await gao.tap('登记发放 1 笔');
  await gao.tap('确认已发放');
  await gao.sees('请填写付款凭证号，如银行流水号');
  await gao.write('reference', 'CMB-20261129-01');
  await gao.picture('payout');
  await gao.tap('确认已发放');
  await gao.sees(/已登记发放 1 笔/);
  const paid = (await api.call<{ items: StaffReward[] }>('GET', '/api/staff/rewards?status=paid', undefined, 'finance')).items;
  expect(paid.find((reward) => reward.referralId === referralId && reward.form === 'cash')).toMatchObject({ amount: 300_000 });
});

it('周明 approves what is due in one go, and a deal that is called off takes the money back', async () => {
  const { api } = stage;
  const deals: string[] = [];
  for (const [name, phone] of [
    ['韩雪松', '13857160011'],
    ['韩雪梅', '13857160012'],
  ] as const) {
    const { referralId } = await aVisitingFriend(api, name, phone);
    await steps(api, referralId, 'signed', { dealAmount: 328_000_000 });
    await steps(api, referralId, 'settled');
    deals.push(referralId);
  }
  const zhou = await (await stage.person('manager', 'desk')).open(`${GROWTH}/rewards/index`);
  await zhou.tap('全部选中');
  await zhou.sees(/^已选 \d+ 笔，/);
  await zhou.picture('rewards-chosen');
  await looksWell(zhou);
  await zhou.tap(zhou.button(/^通过 \d+ 笔$/));
  await zhou.sees('通过审核？');
  await zhou.tap(confirmOf(zhou));
  await zhou.sees(/^已通过 \d+ 笔$/);
  await zhou.picture('rewards-approved');
  const approved = (await api.call<{ items: StaffReward[] }>('GET', '/api/staff/rewards?status=approved', undefined, 'finance')).items;
  const [first, second] = deals.map((id) => approved.find(({ referralId, form }) => referralId === id && form === 'cash'));
  expect([first?.allowed, second?.allowed]).toEqual([['pay'], ['pay']]);
  const paidOn = new Date((await api.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  await api.call('POST', `/api/staff/rewards/${first?.id}/payout`, { reference: 'CMB-20261129-02', paidOn }, 'finance');

  const phone = await (await stage.person('manager')).open(`${GROWTH}/referral/index?id=${deals[0]}`);
  await phone.tap('交易取消');
  await phone.sees(/已经发放的会记为待追回/);
  await phone.tap('确认交易取消');
  await phone.sees('请写明原因，同事会看到');
  await phone.tap('客户退房');
  await phone.picture('deal-cancelled');
  await phone.tap('确认交易取消');
  await phone.sees('已登记取消，奖励随之撤回', '交易已取消');
  await looksWell(phone);
  await api.travel('PT1M');
  const gao = await (await stage.person('finance')).open(`${GROWTH}/reward/index?id=${first?.id}`);
  await gao.sees('已追回', '借贷相等');
  await gao.picture('clawed-back');
  await gao.open(`${GROWTH}/reward/index?id=${second?.id}`);
  await gao.sees(/待追回，发放时从这笔里扣/);
  await gao.picture('kept-from-the-next');
  await looksWell(gao);
});

it('a gift is handed over at the desk by the code on the customer’s phone, once', async () => {
  const { api } = stage;
  await redeems(api, '云溪府定制保温壶');
  const [gift] = (await api.call<{ items: Redemption[] }>('GET', '/api/me/redemptions', undefined, 'owner')).items as [Redemption];
  const desk = await (await stage.person('clerk')).open(`${GROWTH}/redemptions/index`);
  await desk.sees('云溪府定制保温壶');
  expect(await desk.reads()).not.toContain(gift.pickUpCode);
  await desk.page.locator('.search-box input').filter({ visible: true }).fill(gift.pickUpCode);
  await desk.page.keyboard.press('Enter');
  await desk.sees(`领取码 ${gift.pickUpCode}`, '云溪府定制保温壶');
  await desk.picture('pick-up');
  await looksWell(desk);
  await desk.tap('交给客人');
  await desk.sees('礼品交给客人了？');
  await desk.tap(confirmOf(desk));
  await desk.sees('已登记领取');
  await desk.picture('handed-over');
  expect(await desk.button('交给客人').count()).toBe(0);
  const owner = await (await stage.person('owner')).open('subpackages/referral/pages/redemptions/index');
  await owner.sees('已领取');
});

it('a referrer who lost objects with a photo, which 周明 sees beside the verdict', async () => {
  const { api } = stage;
  const friend = await aFriend(api, '叶知秋', '13857160021');
  await comesByThemselves(api, friend);
  await api.travel('PT2H');
  const receipt = await registers(api, friend);
  await saysYes(api, friend, receipt);
  await visits(api, friend);
  const owner = await (await stage.person('owner')).open(`subpackages/referral/pages/referral/index?id=${receipt.id}`);
  await owner.tap('对归属有异议，申请复核');
  await owner.sees('请写明为什么应归您，可附聊天记录、到访照片。由项目经理重新核对，结果和理由会告诉您。');
  await owner.tap('提交复核');
  await owner.picture('appeal-empty');
  await owner.write('appeal-reason', REASON);
  await owner.addPhotos('加照片', '样板间登记簿');
  await owner.picture('appeal');
  await looksWell(owner);
  await owner.tap('提交复核');
  await owner.sees('复核中');
  await owner.picture('appealed');
  const { appeal } = await verdictOf(receipt.id);
  expect([appeal?.reason, appeal?.photos.length]).toEqual([REASON, 1]);
  const zhou = await (await stage.person('manager')).open(`${GROWTH}/verdict/index?referralId=${receipt.id}`);
  await zhou.sees(REASON, '证据链');
  await zhou.picture('appeal-with-photo');
  await looksWell(zhou);
});

it('a rule of rewards says by an example what it will cost, and is published as a version', async () => {
  const zhou = await (await stage.person('manager')).open(`${GROWTH}/reward-rules/index`);
  await zhou.sees('奖励规则', '推荐等级', /成交 328 万 → 奖励/);
  await zhou.picture('reward-rules');
  await looksWell(zhou);
  await zhou.tap('加一条规则');
  await zhou.write('rewardName', '好友首购礼');
  await zhou.tap('好友');
  await zhou.write('fixedAmount', '1200');
  await zhou.sees('成交 328 万 → 奖励 ¥1,200');
  await zhou.picture('reward-rule');
  await zhou.tap('放进草稿');
  await zhou.sees('好友签约后，给好友现金：每次 ¥1,200');
  await zhou.tap(zhou.button(/^发布第/));
  await zhou.sees(/^已发布第 \d+ 版/);
});

it('an agent declares a relative, and may neither judge nor pay', async () => {
  const lin = await (await stage.person('agent-lin')).open(`${GROWTH}/relatives/index`);
  await lin.tap('申报亲属');
  await lin.write('relativeName', '林海');
  await lin.write('relativePhone', '13857160009');
  await lin.tap('兄弟姐妹');
  await lin.tap('提交申报');
  await lin.sees('林海（兄弟姐妹）', /138\*\*\*\*0009/);
  expect(await lin.reads()).not.toContain('13857160009');
  await lin.picture('relatives');
  await looksWell(lin);
  await lin.open(`${GROWTH}/rewards/index`);
  await lin.sees('这里需要相应权限');
  const referrals = (await stage.api.call<{ items: StaffReferral[] }>('GET', '/api/staff/referrals?view=flagged', undefined, 'manager'))
    .items;
  const other = referrals.find(({ leadId }) => leadId === null);
  if (other) {
    await lin.open(`${GROWTH}/referral/index?id=${other.id}`);
    await lin.sees('没有找到');
    expect(await lin.reads()).not.toContain('排除疑点');
  }
});
