import { type DispatchCandidateView, type DispatchDecisionView, sayTime, type WorkOrderDispatchView } from '@guihu/shared';
import type { WhyCandidate, WhyRule } from '@/components/why-sheet/why-sheet';

/** The decision as the 为什么 sheet tells it. */
export interface ToldDispatch {
  sentences: string[];
  rules: WhyRule[];
  candidates: WhyCandidate[];
}

/**
 * The latest dispatch, the answer first, then how earlier ones ended, the rules in order and who was considered. `why` speaks
 * where nobody decided by rule: a transfer by hand, or a dispatch still to come.
 */
export function tellDispatch({ decisions }: WorkOrderDispatchView, why: string, now: number): ToldDispatch {
  const [latest, ...earlier] = decisions;
  if (!latest) return { sentences: [why], rules: [], candidates: [] };
  const answer = latest.sentences.at(-1) ?? why;
  const rounds = earlier.map((decision) => roundSentence(decision, now)).reverse();
  return {
    sentences: [...new Set([why, answer, ...rounds])],
    rules: latest.rulesTried.map(({ id, name, matched, reason }) => {
      const decided = matched && id === latest.rule?.id;
      return { name, reason, matched: decided, verdict: decided ? '按此派单' : matched ? '适用，但无人可派' : '不符合' };
    }),
    candidates: [...latest.candidates]
      .sort((a, b) => rankOf(b) - rankOf(a))
      .map((c) => ({ name: c.name, chosen: c.chosen, text: candidateText(c) })),
  };
}

const rankOf = ({ chosen, claimant }: DispatchCandidateView): number => (chosen ? 2 : claimant ? 1 : 0);

function roundSentence({ round, decidedAt, outcome, chosen, claimants, supervisor }: DispatchDecisionView, now: number): string {
  const when = `第 ${round} 次派单，${sayTime(Date.parse(decidedAt), now)}`;
  if (outcome === 'assigned') return `${when} 派给${chosen?.name ?? '同事'}`;
  if (outcome === 'claimable') return `${when} 请${claimants.map(({ name }) => name).join('、')}抢单`;
  return `${when} 请${supervisor?.name ?? '负责人'}安排`;
}

function candidateText({ claimant, dropped, openOrders, capacity, assignedToday, dailyQuota }: DispatchCandidateView): string {
  const load = `手上 ${openOrders}/${capacity}，今日 ${assignedToday}/${dailyQuota}`;
  if (claimant) return `可抢单；${load}`;
  return dropped ? `${dropped.text}；${load}` : load;
}
