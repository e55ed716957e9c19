import type { ReferralEndReason, RewardRule, RewardRules, RulesSection } from '@guihu/shared';
import { needsRealName, sayReward } from '@guihu/shared';
import { offerLines, TITLES } from './offer.policy';
import { takesBack } from './reward.policy';

type Rules = Pick<RewardRules, 'rules' | 'holdDays' | 'pointMonths' | 'visitPoints' | 'storyPoints' | 'tiers'>;

/** The rules of rewards in force as a referrer reads them (K2): what is earned, when it comes, when it goes. */
export function rewardPromise(rules: Rules): RulesSection[] {
  const sections = [
    { title: '能得到什么', lines: earnings(rules) },
    { title: '什么时候到账', lines: payment(rules) },
    { title: '什么情况会收回', lines: takingBack(rules.rules) },
    { title: '推荐人等级', lines: rules.tiers.map(sayTier) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function earnings(rules: Rules): string[] {
  const lines = offerLines(rules).map(({ title, text }) => `${title}：${text}。`);
  const visit = rules.visitPoints === null ? [] : [`到访售楼处：本人每天一次，得${sayReward('points', rules.visitPoints)}。`];
  const story =
    rules.storyPoints === null ? [] : [`分享业主故事：通过审核并公开后，每月一次，得${sayReward('points', rules.storyPoints)}。`];
  if (lines.length + visit.length + story.length === 0) return ['这个楼盘现在没有推荐奖励。'];
  const once = rules.rules.some(({ on }) => on !== 'signed') ? ['同一位好友的同意和到访，奖励只给一次，重新报备不重复计算。'] : [];
  const kept = lines.length > 0 ? ['奖励按好友同意时的规则计算，之后规则改变，不影响已经开始的推荐。'] : [];
  return [...lines, ...visit, ...story, ...once, ...kept];
}

function payment({ rules, pointMonths, visitPoints, storyPoints }: Rules): string[] {
  const has = (form: RewardRule['form']) => rules.some((rule) => rule.form === form);
  const insteadOfWaiver = rules.some(({ form, to }) => form === 'fee-waiver' && to === 'referrer');
  const lines: string[] = [];
  if (has('cash') || has('fee-waiver')) lines.push('现金和物业费减免先由销售经理审核，再由财务发放，审核和发放不是同一个人。');
  if (has('fee-waiver')) lines.push('物业费减免抵扣在本人名下的房屋上。');
  if (insteadOfWaiver) lines.push('推荐人在本楼盘没有房屋的，减免改发等额现金。');
  if (rules.some(({ form }) => needsRealName(form)) || insteadOfWaiver)
    lines.push('领取现金前要完成一次实名（姓名和身份证号）；推荐好友、积分和物业费减免不需要。');
  if (has('points')) lines.push('积分条件达到就自动到账；归属还在核对的，判定后到账；有疑点的，由同事核实后到账。');
  if (has('points') || visitPoints !== null || storyPoints !== null)
    lines.push(pointMonths === null ? '积分长期有效。' : `积分自到账起 ${pointMonths} 个月内有效，到期前会提醒您。`);
  return lines;
}

const ENDS: readonly [ReferralEndReason, string][] = [
  ['lost', '归属判给他人'],
  ['deal-cancelled', '好友的交易取消'],
];

function takingBack(rules: readonly RewardRule[]): string[] {
  const steps = [...new Set(rules.map(({ on }) => on))];
  const named = (taken: readonly RewardRule['on'][]) => taken.map((on) => `「${TITLES[on]}」`).join('、');
  const lines = ENDS.flatMap(([why, words]) => {
    const taken = steps.filter((on) => takesBack(why, on));
    const kept = steps.filter((on) => !taken.includes(on));
    if (taken.length === 0) return [];
    return [`${words}：${named(taken)}的奖励收回${kept.length > 0 ? `，${named(kept)}的奖励保留` : ''}。`];
  });
  return lines.length === 0 ? [] : [...lines, '已经发放的，从您以后的奖励里抵扣；积分不会扣成负数。'];
}

const sayTier = ({ title, fromDeals, privileges }: RewardRules['tiers'][number]): string =>
  `${title}（${fromDeals === 0 ? '推荐即可' : `成交 ${fromDeals} 组起`}）：${privileges.join('，') || '暂无权益'}。`;
