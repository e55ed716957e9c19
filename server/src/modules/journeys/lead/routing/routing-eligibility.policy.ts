import { labelOf, PRODUCT_TYPES, type RoutingRule, sayTime } from '@guihu/shared';
import { type CandidateFacts, type Drop, type RoutingFacts, weightOf } from './routing-facts';

export type Tier = 'in-shift' | 'next-shift';

const drop = (code: Drop['code'], text: string): Drop => ({ code, text });

const memberOf = (c: CandidateFacts, rule: RoutingRule): boolean => {
  if (!rule.teamIds?.length && !rule.staffIds?.length) return true;
  return (rule.staffIds?.includes(c.staffId) ?? false) || (c.teamId !== null && (rule.teamIds?.includes(c.teamId) ?? false));
};

/**
 * Why this colleague may not have this lead by this rule; null when they may. The same filter stands before every strategy.
 * Teams and persons of a rule add up: either membership is enough.
 */
export function dropOf(c: CandidateFacts, rule: RoutingRule, facts: RoutingFacts): Drop | null {
  if (!c.active) return drop('inactive', '已停用账号');
  if (!memberOf(c, rule)) return drop('not-in-rule', '不在本规则的分配范围');
  return personalDrop(c, facts) ?? strategyDrop(c, rule, facts);
}

/** What holds whatever the rule says. */
export function personalDrop(c: CandidateFacts, facts: RoutingFacts): Drop | null {
  if (!c.active) return drop('inactive', '已停用账号');
  if (facts.excludedStaffIds.includes(c.staffId)) return drop('already-offered', '已分配过这条线索，未接单');
  if (!c.onDuty) return drop('off-duty', '已关闭接单');
  if (c.onLeave) return drop('on-leave', '今日请假');
  if (!c.inShift && c.clockStartsAt === null) return drop('no-shift', '近期没有排班');
  if (c.openLeads >= c.capacity) return drop('capacity-full', `在跟 ${c.openLeads}/${c.capacity}，已满`);
  if (c.assignedToday >= c.dailyQuota) return drop('quota-reached', `今日已分 ${c.assignedToday}/${c.dailyQuota}，达到上限`);
  return null;
}

/** What the strategy itself asks of a person. */
function strategyDrop(c: CandidateFacts, rule: RoutingRule, { lead }: RoutingFacts): Drop | null {
  if (rule.strategy === 'weighted' && !(weightOf(c, rule) > 0)) return drop('not-in-rule', '权重为 0，不参与分配');
  if (rule.strategy === 'skill' && !c.skills.includes(rule.skill ?? ''))
    return drop('lacks-skill', `未登记擅长「${labelOf(PRODUCT_TYPES, rule.skill)}」`);
  if (rule.strategy === 'sticky' && c.staffId !== lead.previousOwnerId && c.staffId !== lead.enteredById) {
    return drop('not-previous-owner', '此前未接待过这位客户');
  }
  return null;
}

/**
 * Of those who may have it: everybody in shift, or, for the next shift, everybody of the group that starts earliest
 * (the same instant). A lead at night is thus put before whoever is first at work.
 */
export function ofTier(eligible: readonly CandidateFacts[], tier: Tier): CandidateFacts[] {
  if (tier === 'in-shift') return eligible.filter((c) => c.inShift);
  const later = eligible.filter((c) => !c.inShift && c.clockStartsAt !== null);
  const earliest = Math.min(...later.map((c) => c.clockStartsAt as number));
  return later.filter((c) => c.clockStartsAt === earliest);
}

/** Why an eligible colleague still was not the one: they begin later, or others came first. */
export function behindOf(c: CandidateFacts, tier: Tier, finalists: ReadonlySet<string>, facts: RoutingFacts): Drop {
  if (finalists.has(c.staffId)) return drop('outranked', '可以接单，本次排在后面');
  const start = c.clockStartsAt ?? facts.at;
  const when = tier === 'in-shift' ? `当前不在班，${sayTime(start, facts.at)} 上班` : `${sayTime(start, facts.at)} 上班，晚于当选同事`;
  return drop('later-shift', when);
}
