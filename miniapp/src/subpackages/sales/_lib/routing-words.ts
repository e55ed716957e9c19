import {
  type CandidateView,
  type LeadRoutingView,
  type OfferOutcome,
  type OfferView,
  type RoutingDecisionView,
  type StaffLeadDetail,
  sayTime,
} from '@guihu/shared';

/** The decision as the 为什么 sheet tells it; the same shape as the sheet's own. */
export interface ToldDecision {
  sentences: string[];
  /** `matched` marks the rule that decided; one that applied but had nobody to give it to says so. */
  rules: { name: string; matched: boolean; reason: string; verdict: string }[];
  candidates: { name: string; chosen: boolean; text: string }[];
}

const OUTCOMES: Readonly<Record<OfferOutcome, string>> = {
  waiting: '等待接单',
  accepted: '已接单',
  missed: '未在时限内接单',
  declined: '暂时不能接单',
  withdrawn: '已收回',
};

/** Why it is with whom it is: handed over by hand, when it was, tells more than the decision before that. */
export function whyNow({ offers, why }: Pick<StaffLeadDetail, 'offers' | 'why'>): string {
  const last = offers.at(-1);
  const handed = last && (last.outcome === 'waiting' || last.outcome === 'accepted') && last.reason;
  return handed ? `由同事转交：${last.reason}` : why;
}

/**
 * The latest routing decision, the answer first, then what happened to earlier offers, the rules in order and who was considered.
 * `why` speaks where nobody decided by rule: a transfer by hand, or routing still to come.
 */
export function tellRouting(routing: LeadRoutingView, offers: readonly OfferView[], why: string, now: number): ToldDecision {
  const decision = routing.decisions[0];
  const rounds = offers.length > 1 ? offers.map((offer) => roundSentence(offer, now)) : [];
  if (!decision) return { sentences: [why, ...rounds], rules: [], candidates: [] };
  const answer = decision.sentences.at(-1) ?? why;
  return {
    sentences: [...new Set([why, answer])].concat(rounds),
    rules: decision.rulesTried.map((rule) => toldRule(rule, decision.rule?.id)),
    candidates: [...decision.candidates]
      .sort((a, b) => Number(b.chosen) - Number(a.chosen))
      .map((candidate) => ({ name: candidate.name, chosen: candidate.chosen, text: candidateText(candidate) })),
  };
}

function toldRule({ id, name, matched, reason }: RoutingDecisionView['rulesTried'][number], decidedBy: string | undefined) {
  const decided = matched && id === decidedBy;
  return { name, reason, matched: decided, verdict: decided ? '按此分配' : matched ? '适用，但无人可派' : '不符合' };
}

function roundSentence({ round, offeredAt, staffName, outcome, reason }: OfferView, now: number): string {
  return `第 ${round} 次，${sayTime(Date.parse(offeredAt), now)} 分给${staffName}：${OUTCOMES[outcome]}${reason ? `（${reason}）` : ''}`;
}

function candidateText({ dropped, openLeads, capacity, assignedToday, dailyQuota, weight }: CandidateView): string {
  const load = `在跟 ${openLeads}/${capacity}，今日 ${assignedToday}/${dailyQuota}，权重 ${weight}`;
  return dropped ? `${dropped.text}；${load}` : load;
}
