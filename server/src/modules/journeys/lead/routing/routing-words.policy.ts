import { beijingClock, type CandidateView, type RoutingRule, sayTime } from '@guihu/shared';
import type { ConditionCheck } from './routing-conditions.policy';
import { type CandidateFacts, type Drop, type RoutingFacts, startOf } from './routing-facts';

/** More colleagues than this are not listed one by one; all of them are in `candidates`. */
const MOST_SENTENCES = 30;

const DROP_COUNTS: Partial<Record<Drop['code'], string>> = {
  'already-offered': '已分配过未接单',
  'off-duty': '已关闭接单',
  'on-leave': '请假',
  'no-shift': '近期没有排班',
  'capacity-full': '在跟已满',
  'quota-reached': '今日已达上限',
  'lacks-skill': '未登记这项擅长',
};

const joined = (said: readonly string[]): string => [...new Set(said.map((s) => s.replace(/[\s，]+$/, '')))].join('、');

export const sayMatch = (rule: RoutingRule, checks: readonly ConditionCheck[]): string =>
  checks.length === 0 ? `规则「${rule.name}」适用于所有线索` : `${joined(checks.map((c) => c.said))}符合规则「${rule.name}」`;

export const sayMismatch = (rule: RoutingRule, checks: readonly ConditionCheck[]): string => {
  const failed = checks.find((check) => !check.holds);
  return `${failed?.said ?? ''}不在规则「${rule.name}」的范围内`;
};

/** Why a fitting rule found nobody: `3 位同事都不能接单：2 位请假，1 位在跟已满`. */
export function sayNobody(rule: RoutingRule, dropped: readonly { candidate: CandidateFacts; drop: Drop }[], facts: RoutingFacts): string {
  if (rule.strategy === 'sticky') return sayNoOwner(dropped, facts);
  const inRule = dropped.filter(({ drop }) => drop.code !== 'not-in-rule' && drop.code !== 'inactive');
  if (inRule.length === 0) return '规则范围内没有在职同事';
  const counts = new Map<string, number>();
  for (const { drop } of inRule) {
    const words = DROP_COUNTS[drop.code] ?? drop.text;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return `规则范围内 ${inRule.length} 位同事都不能接单：${[...counts].map(([words, n]) => `${n} 位${words}`).join('，')}`;
}

function sayNoOwner(dropped: readonly { candidate: CandidateFacts; drop: Drop }[], { lead }: RoutingFacts): string {
  if (!lead.previousOwnerId && !lead.enteredById) return '此前没有同事接待过这位客户';
  const said = [lead.previousOwnerId, lead.enteredById].flatMap((id) => {
    const found = dropped.find(({ candidate }) => candidate.staffId === id);
    return found ? [`${found.candidate.name}${found.drop.text}`] : [];
  });
  return said.length > 0 ? `原接待同事不能接单：${joined(said)}` : '原接待同事已不在本项目';
}

/** `在班` or `明天 09:00 上班`. */
const sayPresence = (c: CandidateFacts, at: number): string => {
  const start = startOf(c, at);
  return c.inShift || start === null ? '在班' : `${sayTime(start, at)} 上班`;
};

/** `林晓：在班，在跟 12/60，今日 3/20，选中`; `赵一鸣：今日请假`. */
export function sayCandidate(c: CandidateFacts, view: CandidateView, weighs: boolean, at: number): string {
  const standing = view.chosen || view.dropped?.code === 'outranked' || view.dropped?.code === 'rounds-over';
  if (!standing) return `${c.name}：${view.dropped?.text ?? ''}`;
  const share = weighs ? [`权重 ${view.weight}，本规则已分 ${view.assignedByRule}`] : [];
  const loads = [`在跟 ${c.openLeads}/${c.capacity}`, `今日 ${c.assignedToday}/${c.dailyQuota}`];
  return `${c.name}：${[sayPresence(c, at), ...loads, ...share, view.chosen ? '选中' : view.dropped?.text].join('，')}`;
}

/** One sentence for each colleague the rule speaks of; the others are counted, so that a large office stays readable. */
export function sayCandidates(
  views: readonly CandidateView[],
  candidates: ReadonlyMap<string, CandidateFacts>,
  weighs: boolean,
  at: number,
): string[] {
  const spoken = views.filter((v) => v.dropped?.code !== 'not-in-rule' && v.dropped?.code !== 'not-previous-owner');
  const sentences = spoken.slice(0, MOST_SENTENCES).flatMap((view) => {
    const candidate = candidates.get(view.staffId);
    return candidate ? [sayCandidate(candidate, view, weighs, at)] : [];
  });
  const rest = views.length - sentences.length;
  return rest > 0 && sentences.length > 0 ? [...sentences, `另有 ${rest} 位同事不参与本次比较`] : sentences;
}

export function sayChosen(c: CandidateFacts, rule: RoutingRule, strategyName: string, facts: RoutingFacts): string {
  const chosen = `按「${rule.name}」（${strategyName}）分配给${c.name}`;
  if (c.inShift) return chosen;
  return `${beijingClock(facts.at)} 没有可接单的同事在班，${chosen}，从${sayTime(startOf(c, facts.at) ?? facts.at, facts.at)} 上班起计时`;
}

export const ESCALATED_ROUNDS = (rounds: number): string => `已有 ${rounds} 位同事未接单，达到转派上限，请经理安排`;
export const ESCALATED_NOBODY = '符合条件的同事目前都不能接单，请经理安排';
export const ESCALATED_NO_RULE = '没有规则适用于这条线索，请经理安排';
export const POOLED_FULL = '符合条件的同事名额都已满，线索先放入公海，有空的同事可以领取';
export const POOLED = '本项目还没有可以接单的销售同事，线索进入公海';
