import { beijingClock, DISPATCH_MODES, type DispatchRule, sayTime } from '@guihu/shared';
import { type CandidateFacts, type ChoiceWords, startOf } from '../../../registers/choice';
import type { DispatchFacts } from './dispatch-facts';

export const WORDS: ChoiceWords = {
  thing: '工单',
  thisOne: '这张工单',
  open: '手上',
  give: '派单',
  giveTo: '派给',
  given: '已派',
  counted: { 'had-it-before': '已拒接、退回或转出' },
  unspoken: [],
};

export const LET_GO = {
  declined: '已婉拒过这张工单',
  missed: '已派过这张工单，未接单',
  returned: '已退回过这张工单',
  transferred: '已转出过这张工单',
} as const;

const by = (rule: DispatchRule): string => `按「${rule.name}」（${DISPATCH_MODES[rule.mode]}）`;

export const sayOnDuty = (c: CandidateFacts, rule: DispatchRule): string => `${by(rule)}派给${c.name}`;

export const sayClaimable = (claimants: number, rule: DispatchRule): string => `${by(rule)}请 ${claimants} 位当班同事抢单，先接先得`;

/** At home, or at work with the switch off. */
export function sayAway(c: CandidateFacts, rule: DispatchRule, at: number): string {
  const chosen = `${beijingClock(at)} 没有可接单的同事当班，${by(rule)}派给${c.name}`;
  if (c.inShift) return `${chosen}，其接单开关已关闭，请电话提醒`;
  return `${chosen}，从${sayTime(startOf(c, at) ?? at, at)} 上班起计时`;
}

export const sayGroup = (c: CandidateFacts, rule: DispatchRule): string =>
  `同组同事都已满额或不在岗，按「${rule.name}」派给同组在手最少的${c.name}${c.onLeave ? '（请假中）' : ''}`;

/** Who decides when no rule can: the supervisor, else the manager. */
const askAbove = ({ supervisor, manager }: DispatchFacts): string => {
  if (supervisor) return `请主管${supervisor.name}安排`;
  return manager ? `请经理${manager.name}安排` : '请项目负责人安排';
};

export const ROUNDS_OVER = '转派次数已满，不再派单';
export const sayRoundsOver = (rounds: number, facts: DispatchFacts): string =>
  `已被拒接或退回 ${rounds} 次，达到转派上限，${askAbove(facts)}`;
export const sayNobodyLeft = (facts: DispatchFacts): string => `适用规则里没有可以再派的同事，${askAbove(facts)}`;
export const sayNoRule = (facts: DispatchFacts): string => `没有规则适用于这张工单，${askAbove(facts)}`;
export const sayNoEngineers = (facts: DispatchFacts): string => `本项目还没有可以派单的维修工程师，${askAbove(facts)}`;
