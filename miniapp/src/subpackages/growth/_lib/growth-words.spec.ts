import type { LedgerEntryView, RewardRule, StaffLiveCode, TimelineEntry, VerdictSettings } from '@guihu/shared';
import fc from 'fast-check';
import { fenOf, wholeOf, yuanText } from './amount';
import { faultOfCode, sayCode, sayYield, usualEnds } from './code-words';
import { transfersOf } from './ledger-words';
import { mayContact, sayProtection, stageActions, stepsOf } from './referral-words';
import { faultOfRewardRule, newRewardRule, sayExample, sayRule, withHow, worthOf } from './reward-rule-words';
import { faultOfPayout, firstView, rewardSteps, sayTotal, shortWhy } from './reward-words';
import { changesOf, NUMBER_RULES, saySimulation } from './verdict-rule-words';
import { claimsInOrder, conclusionOf, faultOfJudgement, inOrder, wordsOf } from './verdict-words';

const NOW = Date.parse('2026-11-29T02:00:00Z');
const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`;
const happened = (type: string, day: number, text = type): TimelineEntry => ({ type, at: at(day), text, by: null });

describe('a referral', () => {
  it('is nobody’s to call before the friend’s own yes', () => {
    expect(mayContact({ status: 'registered' })).toBe(false);
    expect(mayContact({ status: 'agreed' })).toBe(true);
  });

  it('says what is left of its protection only while that counts', () => {
    const until = '2026-12-11T15:59:00Z';
    expect(sayProtection({ status: 'agreed', protectedUntil: until }, NOW)).toBe('保护期还剩 12 天');
    expect(sayProtection({ status: 'agreed', protectedUntil: '2026-11-29T05:00:00Z' }, NOW)).toBe('保护期还剩 3 小时');
    expect(sayProtection({ status: 'agreed', protectedUntil: at(28) }, NOW)).toMatch(/^保护期已于 昨天/);
    expect(sayProtection({ status: 'visited', protectedUntil: until }, NOW)).toBeNull();
  });

  it('stands on its step, with the times its history knows', () => {
    const steps = stepsOf(
      {
        status: 'signed',
        registeredAt: at(1),
        timeline: [happened('agreed', 2), happened('visited', 5), happened('signed', 20)],
      },
      NOW,
    );
    expect(steps.map(({ title, state }) => `${title} ${state}`)).toEqual([
      '已报备 done',
      '好友已同意 done',
      '已到访 done',
      '已认购（未单独登记） done',
      '已签约 now',
      '已回款 next',
    ]);
    expect(steps[4]?.time).toContain('11月20日');
    expect(steps[5]?.text).toBe('回款后奖励进入审核');
  });

  it('that ended keeps what it came to and says why', () => {
    const timeline = [happened('agreed', 2), happened('visited', 5), happened('ended', 20, '归属判给他人')];
    const steps = stepsOf({ status: 'ended', registeredAt: at(1), timeline }, NOW);
    expect(steps.map(({ title }) => title)).toEqual(['已报备', '好友已同意', '已到访', '已结束']);
    expect(steps.at(-1)).toMatchObject({ text: '归属判给他人', state: 'now' });
  });

  it('offers exactly the stages that are allowed, the usual next one first, with what follows', () => {
    expect(stageActions([])).toEqual([]);
    expect(stageActions(['subscribe', 'sign', 'end']).map(({ key }) => key)).toEqual(['subscribed', 'signed']);
    expect(stageActions(['settle', 'cancelDeal']).map(({ key }) => key)).toEqual(['settled', 'deal-cancelled']);
    expect(stageActions(['cancelDeal'])[0]?.note).toContain('追回');
  });
});

describe('amounts', () => {
  it('are read by their digits', () => {
    expect([fenOf('328', '万元'), fenOf('328.5', '万元'), fenOf('0.29', '元'), fenOf('1,200', '元')]).toEqual([
      328_000_000, 328_500_000, 29, 120_000,
    ]);
    expect([fenOf('', '元'), fenOf('0', '元'), fenOf('-3', '元'), fenOf('3.456', '元'), fenOf('三百', '元')]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([wholeOf('30'), wholeOf('1.5'), wholeOf('')]).toEqual([30, null, null]);
  });

  it('come back as they were typed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_99 }), (fen) => expect(fenOf(yuanText(fen), '元')).toBe(fen)));
  });
});

describe('a verdict', () => {
  const claim = (outcome: 'won' | 'lost' | 'void', day: number) => ({
    kind: 'channel' as const,
    label: `${day}`,
    claimedAt: at(day),
    outcome,
    rules: [],
    why: '',
  });

  it('shows the winner first, and each claim keeps the place by which a judge names it', () => {
    const shown = claimsInOrder([claim('void', 1), claim('lost', 3), claim('won', 5), claim('lost', 2)]);
    expect(shown.map(({ claim: { label }, place }) => `${label}@${place}`)).toEqual(['5@2', '2@3', '3@1', '1@0']);
  });

  it('ends with its conclusion', () => {
    expect(conclusionOf({ sentences: ['先到的渠道已过期', '结论：归属陈女士。'], winner: null })).toEqual({
      conclusion: '归属陈女士',
      reasons: ['先到的渠道已过期'],
    });
    expect(conclusionOf({ sentences: [], winner: null }).conclusion).toBe('目前没有有效的归属');
  });

  it('tells facts in the order in which they happened, and a time once', () => {
    expect(
      inOrder([
        { at: at(3), text: 'b', source: 'touch' },
        { at: at(1), text: 'a', source: 'touch' },
      ]).map(({ text }) => text),
    ).toEqual(['a', 'b']);
    expect(wordsOf({ text: '10月3日 14:20 陈女士报备了这位客户' })).toBe('陈女士报备了这位客户');
    expect(wordsOf({ text: '2025年10月3日 周五 14:20 到访' })).toBe('到访');
    expect(wordsOf({ text: '到访售楼处' })).toBe('到访售楼处');
  });

  it('is judged with an outcome, a winner where it is overturned, and words', () => {
    expect(faultOfJudgement({ outcome: null, winner: null, answer: '' })).toContain('维持');
    expect(faultOfJudgement({ outcome: 'overturned', winner: null, answer: '以首次到访为准' })).toContain('归属给谁');
    expect(faultOfJudgement({ outcome: 'upheld', winner: null, answer: '好' })).toContain('理由');
    expect(faultOfJudgement({ outcome: 'overturned', winner: 0, answer: '以首次到访为准' })).toBeNull();
  });
});

describe('the rules of verdicts', () => {
  const settings: VerdictSettings = {
    protectionDays: 30,
    callInDays: 15,
    visitDays: 7,
    followUpDays: 30,
    lastContactDays: 7,
    completeFields: ['name', 'phone'],
    connectedOnly: true,
    householdAsOne: true,
    selfReferral: 'refuse',
    staffReferral: 'flag',
    circularReferral: 'flag',
    precedence: 'first',
  };

  it('show every number once', () => {
    const numbers = Object.entries(settings).filter(([, value]) => typeof value === 'number');
    expect(NUMBER_RULES.map(({ key }) => key).sort()).toEqual(numbers.map(([key]) => key).sort());
  });

  it('say each difference in words, and nothing for the same content', () => {
    expect(changesOf(settings, { ...settings, completeFields: ['phone', 'name'] })).toEqual([]);
    expect(
      changesOf(settings, {
        ...settings,
        protectionDays: 45,
        visitDays: null,
        precedence: 'referral-first',
        selfReferral: 'flag',
        connectedOnly: false,
      }),
    ).toEqual([
      '报备保护期 30 天 → 45 天',
      '到访有效期 7 天 → 不限',
      '只算接通的跟进 开 → 关',
      '自己推荐自己 直接无效 → 提示人工核实',
      '先到先得 → 老带新优先',
    ]);
  });

  it('say what a trial came to', () => {
    expect(saySimulation({ judged: 0, changed: [] }, 30)).toContain('没有判过');
    expect(saySimulation({ judged: 12, changed: [] }, 30)).toContain('都不变');
    expect(saySimulation({ judged: 12, changed: [1, 2] }, 30)).toBe('重判了过去 30 天的 12 位客户，其中 2 位的结果会变');
  });
});

describe('rewards', () => {
  it('begin with what somebody does here', () => {
    expect([firstView(false, true), firstView(true, false), firstView(true, true), firstView(false, false)]).toEqual([
      'approved',
      'due',
      'due',
      'due',
    ]);
  });

  it('say why without saying the name of the rule twice', () => {
    expect(shortWhy('规则「好友签约奖励」：好友签约，¥3,000')).toBe('好友签约，¥3,000');
    expect(shortWhy('好友签约')).toBe('好友签约');
  });

  it('are summed in their own units', () => {
    expect(
      sayTotal([
        { form: 'cash', amount: 300_000 },
        { form: 'cash', amount: 600_000 },
        { form: 'points', amount: 2000 },
      ]),
    ).toBe('3 笔，¥9,000 和 2,000 积分');
    expect(sayTotal([])).toBe('0 笔');
  });

  it('stand on their line, and what came to nothing ends with that', () => {
    const held = rewardSteps({ status: 'held', heldUntil: at(30), createdAt: at(20), timeline: [] }, NOW);
    expect(held.map(({ state }) => state)).toEqual(['now', 'next', 'next', 'next']);
    expect(held[0]?.text).toContain('明天 10:00');
    const paid = rewardSteps({ status: 'paid', heldUntil: null, createdAt: at(20), timeline: [happened('pay', 28)] }, NOW);
    expect(paid.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    const back = rewardSteps(
      {
        status: 'clawed-back',
        heldUntil: null,
        createdAt: at(20),
        timeline: [happened('pay', 27), happened('clawBack', 28)],
      },
      NOW,
    );
    expect(back.map(({ title }) => title)).toEqual(['待回款', '已到账', '已追回']);
  });

  it('are paid with a number and a day that has come', () => {
    expect(faultOfPayout('1', '2026-11-29', '2026-11-29')).toContain('凭证号');
    expect(faultOfPayout('ICBC-20261129-01', '2026-11-30', '2026-11-29')).toContain('晚于今天');
    expect(faultOfPayout('ICBC-20261129-01', '2026-11-29', '2026-11-29')).toBeNull();
  });

  it('have a ledger whose transfers stand together and balance', () => {
    const line = (over: Partial<LedgerEntryView>): LedgerEntryView => ({
      at: at(20),
      account: 'a',
      accountLabel: '应付',
      amount: 300_000,
      unit: 'fen',
      text: '签约',
      ...over,
    });
    const [signed, paid] = transfersOf([
      line({ at: at(28), text: '发放', amount: -300_000, accountLabel: '银行' }),
      line({ amount: -300_000, accountLabel: '应付奖励' }),
      line({ accountLabel: '营销费用' }),
      line({ at: at(28), text: '发放', amount: 200_000, accountLabel: '应付奖励' }),
    ]);
    expect(signed).toMatchObject({
      text: '签约',
      balanced: true,
      lines: [
        { account: '营销费用', debit: '¥3,000', credit: '' },
        { account: '应付奖励', credit: '¥3,000' },
      ],
    });
    expect(paid?.balanced).toBe(false);
  });
});

describe('the rules of rewards', () => {
  const rule = (over: Partial<RewardRule>): RewardRule => ({ ...newRewardRule('r1'), name: '成交奖励', ...over });

  it('are read aloud, each with what would come of a deal', () => {
    const fixed = rule({ amount: { how: 'fixed', amount: 300_000 } });
    expect(sayRule(fixed)).toBe('好友签约后，给推荐人现金：每次 ¥3,000');
    expect(sayExample(fixed)).toBe('成交 328 万 → 奖励 ¥3,000');
    const percent = rule({ amount: { how: 'percent', basisPoints: 10, most: 300_000 } });
    expect(sayRule(percent)).toContain('成交额的 0.1%，最多 ¥3,000');
    expect(sayExample(percent)).toBe('成交 328 万 → 奖励 ¥3,000');
    const tiered = rule({
      form: 'points',
      amount: {
        how: 'tiered',
        tiers: [
          { fromDeals: 2, amount: 5000 },
          { fromDeals: 0, amount: 3000 },
        ],
      },
    });
    expect(sayRule(tiered)).toContain('第 1 套起 3,000 积分，第 3 套起 5,000 积分');
    expect(sayExample(tiered)).toBe('成交 328 万 → 第 1 套奖励 3,000 积分，第 3 套奖励 5,000 积分');
  });

  it('give a share without fractions of a fen and never more than the most', () => {
    expect(worthOf({ how: 'percent', basisPoints: 10, most: null }, 328_000_005, 0)).toBe(328_000);
    expect(worthOf({ how: 'tiered', tiers: [{ fromDeals: 1, amount: 5 }] }, 1, 0)).toBe(0);
  });

  it('say what keeps one from being used', () => {
    expect(faultOfRewardRule(newRewardRule('x'))).toContain('名字');
    expect(faultOfRewardRule(rule({}))).toContain('多少');
    expect(faultOfRewardRule(rule({ on: 'visited', amount: { how: 'percent', basisPoints: 10, most: null } }))).toContain('签约');
    expect(faultOfRewardRule(rule({ amount: { how: 'tiered', tiers: [{ fromDeals: 1, amount: 5 }] } }))).toContain('第 1 套');
    expect(faultOfRewardRule(rule({ amount: { how: 'fixed', amount: 1 } }))).toBeNull();
  });

  it('keep what was typed when the way of counting is changed', () => {
    expect(withHow({ how: 'fixed', amount: 300 }, 'tiered')).toEqual({ how: 'tiered', tiers: [{ fromDeals: 0, amount: 300 }] });
    expect(withHow({ how: 'tiered', tiers: [{ fromDeals: 0, amount: 300 }] }, 'fixed')).toEqual({ how: 'fixed', amount: 300 });
    expect(withHow({ how: 'fixed', amount: 300 }, 'fixed')).toEqual({ how: 'fixed', amount: 300 });
  });
});

describe('a live code', () => {
  const code: StaffLiveCode = {
    id: 'c',
    code: 'ABCDEFGH12',
    kind: 'channel',
    label: '抖音置顶',
    projectName: '云溪府',
    channelCode: 'douyin',
    channelName: '抖音',
    staffName: null,
    state: 'active',
    createdAt: at(1),
    expiresAt: '2026-11-30T15:59:00Z',
    scans: 128,
    visitors: 86,
    leads: 9,
    path: 'pages/home/index?scene=k%3DABCDEFGH12',
    pictureUrl: '/x.png',
  };

  it('says what came of it and until when it holds', () => {
    expect(sayYield(code)).toBe('86 人扫码 128 次，9 人留资（10%）');
    expect(sayYield({ scans: 0, visitors: 0, leads: 0 })).toBe('还没有人扫过');
    expect(sayCode(code, NOW)).toBe('渠道 · 抖音 · 明天 23:59 到期');
  });

  it('ends at the end of a day in Beijing', () => {
    expect(new Date(usualEnds(NOW)[0]?.at as number).toISOString()).toBe('2026-12-06T15:59:00.000Z');
    expect(faultOfCode({ kind: 'channel', label: ' ', channelCode: 'x' })).toContain('用在哪里');
    expect(faultOfCode({ kind: 'channel', label: '前台', channelCode: '' })).toContain('渠道');
    expect(faultOfCode({ kind: 'channel', label: '前台', channelCode: 'x' })).toBeNull();
    expect(faultOfCode({ kind: 'site', label: '前台' })).toBeNull();
  });
});
