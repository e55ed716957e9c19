import { beijingClock, type RoutingRule, sayTime } from '@guihu/shared';
import { type CandidateFacts, type ChoiceWords, joined, startOf } from '../../../registers/choice';
import type { RoutingDrop, RoutingFacts } from './routing-facts';

export const WORDS: ChoiceWords = {
  thing: '线索',
  thisOne: '这条线索',
  open: '在跟',
  give: '分配',
  giveTo: '分配给',
  given: '已分',
  counted: { 'already-offered': '已分配过未接单' },
  unspoken: ['not-previous-owner'],
};

type Dropped = { candidate: CandidateFacts; drop: RoutingDrop };

/** A rule for former customers tells by name why their colleague cannot be had; every other rule counts reasons. */
export const sayNobodyBy = (rule: RoutingRule, dropped: readonly Dropped[], facts: RoutingFacts): string | null =>
  rule.strategy !== 'sticky'
    ? null
    : rule.staffIds?.length === 1 && rule.staffIds[0] === facts.lead.preferredStaffId
      ? sayNoWish(dropped, facts)
      : sayNoOwner(dropped, facts);

function sayNoWish(dropped: readonly Dropped[], { lead }: RoutingFacts): string {
  const found = dropped.find(({ candidate }) => candidate.staffId === lead.preferredStaffId);
  return found ? `${found.candidate.name}不能接单：${found.drop.text}` : '这位同事已不在本项目';
}

function sayNoOwner(dropped: readonly Dropped[], { lead }: RoutingFacts): string {
  if (!lead.previousOwnerId && !lead.enteredById) return '此前没有同事接待过这位客户';
  const said = [lead.previousOwnerId, lead.enteredById].flatMap((id) => {
    const found = dropped.find(({ candidate }) => candidate.staffId === id);
    return found ? [`${found.candidate.name}${found.drop.text}`] : [];
  });
  return said.length > 0 ? `原接待同事不能接单：${joined(said)}` : '原接待同事已不在本项目';
}

export function sayChosen(c: CandidateFacts, rule: RoutingRule, strategyName: string, facts: RoutingFacts): string {
  const chosen = `按「${rule.name}」（${strategyName}）${WORDS.giveTo}${c.name}`;
  if (c.inShift) return chosen;
  return `${beijingClock(facts.at)} 没有可接单的同事在班，${chosen}，从${sayTime(startOf(c, facts.at) ?? facts.at, facts.at)} 上班起计时`;
}

export const ROUNDS_OVER = '转派次数已满，不再分配';
export const ESCALATED_ROUNDS = (rounds: number): string => `已有 ${rounds} 位同事未接单，达到转派上限，请经理安排`;
export const ESCALATED_NOBODY = '符合条件的同事目前都不能接单，请经理安排';
export const ESCALATED_NO_RULE = '没有规则适用于这条线索，请经理安排';
export const POOLED_FULL = '符合条件的同事名额都已满，线索先放入公海，有空的同事可以领取';
export const POOLED = '本项目还没有可以接单的销售同事，线索进入公海';
