import { type CandidateView, ROUTING_STRATEGIES, type RoutingDecisionView, type RoutingRule, type RoutingRuleSet } from '@guihu/shared';
import { type ConditionCheck, checkConditions } from './routing-conditions.policy';
import { behindOf, dropOf, ofTier, personalDrop, type Tier } from './routing-eligibility.policy';
import { type CandidateFacts, countOf, type Drop, type RoutingDecision, type RoutingFacts, startOf, weightOf } from './routing-facts';
import { byId, rank } from './routing-strategies.policy';
import * as words from './routing-words.policy';

export type { CandidateFacts, RoutingDecision, RoutingFacts } from './routing-facts';
export { faultsOfRules } from './routing-rules.policy';

const DEFAULT_MAX_ROUNDS = 3;

interface TriedRule {
  rule: RoutingRule;
  matched: boolean;
  checks: ConditionCheck[];
}

/**
 * Who gets this lead, and why nobody else (rules C1, C5, 97). Same facts and rules, same answer; the order of candidates is nothing.
 *
 * Rules are asked in order, first for somebody in shift now, and only when no fitting rule has anybody in shift, for whoever starts
 * earliest: a customer does not wait for tomorrow's specialist while a colleague who may take them is at work.
 * `escalated` when people exist but none may have it, or it went round `maxRounds` times; `pooled` when nobody sells here at all,
 * and when those who may have it only have no room left.
 */
export function decideRouting(facts: RoutingFacts, ruleSet: Pick<RoutingRuleSet, 'rules'>): RoutingDecision {
  const candidates = [...facts.candidates].sort(byId);
  const rounds = new Set(facts.excludedStaffIds).size;
  const maxRounds = facts.maxRounds ?? DEFAULT_MAX_ROUNDS;
  if (rounds >= maxRounds) return afterTooManyRounds(candidates, facts, rounds);
  const tried = ruleSet.rules.map((rule) => tryRule(rule, facts));
  const fitting = tried.filter((t) => t.matched);
  if (!candidates.some((c) => c.active)) return unplaced('pooled', words.POOLED, tried, candidates, facts);
  for (const tier of ['in-shift', 'next-shift'] as const) {
    for (const found of fitting) {
      const eligible = candidates.filter((c) => dropOf(c, found.rule, facts) === null);
      const finalists = rank(ofTier(eligible, tier), found.rule, facts);
      if (finalists[0]) return offered(finalists, tier, found, tried, candidates, facts);
    }
  }
  const conclusion = fitting.length > 0 ? words.ESCALATED_NOBODY : words.ESCALATED_NO_RULE;
  const escalated = unplaced('escalated', conclusion, tried, candidates, facts);
  return waitsForRoom(escalated.candidates) ? unplaced('pooled', words.POOLED_FULL, tried, candidates, facts) : escalated;
}

/** Work for a manager is a question, not a queue: leads that only wait for room lie in the pool. */
const waitsForRoom = (views: readonly CandidateView[]): boolean =>
  views.some(({ dropped }) => dropped !== null && FULL.includes(dropped.code)) &&
  views.every(({ dropped }) => dropped !== null && [...FULL, ...NEVER_ASKED].includes(dropped.code));

const FULL: readonly Drop['code'][] = ['capacity-full', 'quota-reached'];
const NEVER_ASKED: readonly Drop['code'][] = ['inactive', 'not-in-rule', 'lacks-skill', 'not-previous-owner'];

/** A strategy this version does not know (a rule published by a later one) fits nothing, and says so. */
function tryRule(rule: RoutingRule, facts: RoutingFacts): TriedRule {
  const checks = checkConditions(rule.when, facts);
  if (!Object.hasOwn(ROUTING_STRATEGIES, rule.strategy)) checks.unshift({ holds: false, said: '分配方式无法识别，' });
  return { rule, checks, matched: checks.every((check) => check.holds) };
}

function offered(
  finalists: readonly CandidateFacts[],
  tier: Tier,
  found: TriedRule,
  tried: readonly TriedRule[],
  candidates: readonly CandidateFacts[],
  facts: RoutingFacts,
): RoutingDecision {
  const { rule } = found;
  const chosen = finalists[0] as CandidateFacts;
  const finalistIds = new Set(finalists.map((c) => c.staffId));
  const views = inReadingOrder(
    candidates.map((c) => {
      const isChosen = c === chosen;
      const dropped = isChosen ? null : (dropOf(c, rule, facts) ?? behindOf(c, tier, finalistIds, facts));
      return viewOf(c, rule, isChosen, dropped, facts);
    }),
    finalists,
  );
  // In shift, the rules after this one were never asked; for the next shift, all of them had been.
  const asked = tier === 'in-shift' ? tried.slice(0, tried.indexOf(found) + 1) : tried;
  const rulesTried = asked.map((t) => (t === found ? matchedRow(t) : triedRow(t, candidates, facts)));
  const strategyName = ROUTING_STRATEGIES[rule.strategy];
  return {
    outcome: 'offered',
    chosen: { staffId: chosen.staffId, name: chosen.name },
    rule: { id: rule.id, name: rule.name, strategy: rule.strategy, strategyName },
    rulesTried,
    candidates: views,
    sentences: [
      ...sayRules(rulesTried),
      ...words.sayCandidates(views, byStaffId(candidates), rule.strategy === 'weighted', facts.at),
      words.sayChosen(chosen, rule, strategyName, facts),
    ],
  };
}

function unplaced(
  outcome: 'escalated' | 'pooled',
  conclusion: string,
  tried: readonly TriedRule[],
  candidates: readonly CandidateFacts[],
  facts: RoutingFacts,
): RoutingDecision {
  const fitting = tried.filter((t) => t.matched).map((t) => t.rule);
  const noRule: Drop = { code: 'not-in-rule', text: fitting.length > 0 ? '不在适用规则的分配范围' : '没有规则适用于这条线索' };
  const views = candidates.map((c) => {
    // A person is told what stands against them in the first fitting rule that speaks of them.
    const drops = fitting.map((rule) => ({ rule, drop: dropOf(c, rule, facts) }));
    const own = drops.find(({ drop }) => drop?.code !== 'not-in-rule') ?? drops[0];
    return viewOf(c, own?.rule ?? null, false, own?.drop ?? personalDrop(c, facts) ?? noRule, facts);
  });
  const rulesTried = tried.map((t) => triedRow(t, candidates, facts));
  const sentences = [...sayRules(rulesTried), ...words.sayCandidates(views, byStaffId(candidates), false, facts.at), conclusion];
  return { outcome, chosen: null, rule: null, rulesTried, candidates: views, sentences };
}

function afterTooManyRounds(candidates: readonly CandidateFacts[], facts: RoutingFacts, rounds: number): RoutingDecision {
  const over: Drop = { code: 'rounds-over', text: '转派次数已满，不再分配' };
  const views = candidates.map((c) => viewOf(c, null, false, personalDrop(c, facts) ?? over, facts));
  const sentences = [...words.sayCandidates(views, byStaffId(candidates), false, facts.at), words.ESCALATED_ROUNDS(rounds)];
  return { outcome: 'escalated', chosen: null, rule: null, rulesTried: [], candidates: views, sentences };
}

function viewOf(c: CandidateFacts, rule: RoutingRule | null, chosen: boolean, dropped: Drop | null, { at }: RoutingFacts): CandidateView {
  const start = startOf(c, at);
  const { staffId, name, openLeads, capacity, assignedToday, dailyQuota } = c;
  return {
    staffId,
    name,
    chosen,
    dropped,
    openLeads,
    capacity,
    assignedToday,
    dailyQuota,
    weight: weightOf(c, rule),
    assignedByRule: countOf(c, rule),
    clockStartsAt: start === null ? null : new Date(start).toISOString(),
  };
}

type RuleRow = RoutingDecisionView['rulesTried'][number];

const matchedRow = ({ rule, checks }: TriedRule): RuleRow => ({
  id: rule.id,
  name: rule.name,
  matched: true,
  reason: words.sayMatch(rule, checks),
});

function triedRow({ rule, checks, matched }: TriedRule, candidates: readonly CandidateFacts[], facts: RoutingFacts): RuleRow {
  const { id, name } = rule;
  if (!matched) return { id, name, matched, reason: words.sayMismatch(rule, checks) };
  const dropped = candidates.flatMap((candidate) => {
    const drop = dropOf(candidate, rule, facts);
    return drop ? [{ candidate, drop }] : [];
  });
  const nobody = dropped.length === candidates.length ? words.sayNobody(rule, dropped, facts) : '可接单的同事当前都不在班';
  return { id, name, matched, reason: `${words.sayMatch(rule, checks)}，但${nobody}` };
}

const sayRules = (rows: readonly RuleRow[]): string[] => rows.map((row) => row.reason);

const byStaffId = (candidates: readonly CandidateFacts[]): Map<string, CandidateFacts> => new Map(candidates.map((c) => [c.staffId, c]));

/** The chosen one, the others in the order they would have come, then whoever was dropped. */
function inReadingOrder(views: readonly CandidateView[], finalists: readonly CandidateFacts[]): CandidateView[] {
  const place = new Map(finalists.map((c, i) => [c.staffId, i]));
  return [...views].sort((a, b) => (place.get(a.staffId) ?? finalists.length) - (place.get(b.staffId) ?? finalists.length));
}
