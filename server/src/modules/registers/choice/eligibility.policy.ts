import { sayTime } from '@guihu/shared';
import { type CandidateFacts, startOf, type Weights, weightOf } from './candidate-facts';
import type { CommonDrop, Drop } from './drop';
import type { ChoiceWords } from './vocabulary';

/** Teams and persons add up: either membership is enough. Nothing named is everybody. */
export interface Membership {
  teamIds?: readonly string[];
  staffIds?: readonly string[];
}

const drop = (code: CommonDrop, text: string): Drop => ({ code, text });

const memberOf = (c: CandidateFacts, { teamIds, staffIds }: Membership): boolean => {
  if (!teamIds?.length && !staffIds?.length) return true;
  return (staffIds?.includes(c.staffId) ?? false) || (c.teamId !== null && (teamIds?.includes(c.teamId) ?? false));
};

export const inactiveDrop = (c: CandidateFacts): Drop | null => (c.active ? null : drop('inactive', '已停用账号'));

export const outsideDrop = (c: CandidateFacts, group: Membership, words: ChoiceWords): Drop | null =>
  memberOf(c, group) ? null : drop('not-in-rule', `不在本规则的${words.give}范围`);

export const switchedOffDrop = (c: CandidateFacts): Drop | null => (c.onDuty ? null : drop('off-duty', '已关闭接单'));

/** Away for today, or for as long as anybody has planned. */
export function absentDrop(c: CandidateFacts): Drop | null {
  if (c.onLeave) return drop('on-leave', '今日请假');
  return !c.inShift && c.clockStartsAt === null ? drop('no-shift', '近期没有排班') : null;
}

export function fullDrop(c: CandidateFacts, words: ChoiceWords): Drop | null {
  if (c.openItems >= c.capacity) return drop('capacity-full', `${words.open} ${c.openItems}/${c.capacity}，已满`);
  if (c.assignedToday < c.dailyQuota) return null;
  return drop('quota-reached', `今日${words.given} ${c.assignedToday}/${c.dailyQuota}，达到上限`);
}

export const weightlessDrop = (c: CandidateFacts, weights: Weights, words: ChoiceWords): Drop | null =>
  weightOf(c, weights) > 0 ? null : drop('not-in-rule', `权重为 0，不参与${words.give}`);

/** One of the wanted skills is enough; `said` is how people call them. */
export const unskilledDrop = (c: CandidateFacts, wanted: readonly string[], said: string): Drop | null =>
  wanted.some((skill) => c.skills.includes(skill)) ? null : drop('lacks-skill', `未登记擅长「${said}」`);

/** Everybody who starts at the earliest instant of all; whoever has no shift in sight never does. */
export function earliestOf(candidates: readonly CandidateFacts[], at: number): CandidateFacts[] {
  const startsAt = (c: CandidateFacts) => startOf(c, at) ?? Number.POSITIVE_INFINITY;
  const earliest = Math.min(...candidates.map(startsAt));
  return candidates.filter((c) => Number.isFinite(earliest) && startsAt(c) === earliest);
}

/** Why an eligible colleague still was not the one: they begin later, or others came first. `now`: the chosen one is at work. */
export function behindDrop(c: CandidateFacts, finalists: ReadonlySet<CandidateFacts>, now: boolean, at: number): Drop {
  if (finalists.has(c)) return drop('outranked', '可以接单，本次排在后面');
  const start = sayTime(startOf(c, at) ?? at, at);
  return drop('later-shift', now ? `当前不在班，${start} 上班` : `${start} 上班，晚于当选同事`);
}
