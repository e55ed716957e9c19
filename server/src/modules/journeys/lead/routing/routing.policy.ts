import { ROUTING_STRATEGIES, type RoutingRule, type RoutingRuleSet } from '@guihu/shared';
import {
  byId,
  type CandidateFacts,
  type Choosing,
  type Explanation,
  earliestOf,
  explainNobody,
  explainPlace,
  explainRoundsOver,
  fitting,
  type Place,
  type TriedRule,
  tierByTier,
  triedRule,
  walk,
} from '../../../registers/choice';
import { checkConditions } from './routing-conditions.policy';
import { dropOf, personalDrop, weightsOf, wishFor } from './routing-eligibility.policy';
import type { LeadDrop, RoutingDecision, RoutingDrop, RoutingFacts } from './routing-facts';
import { rank } from './routing-strategies.policy';
import * as words from './routing-words.policy';

export type { RoutingDecision, RoutingFacts } from './routing-facts';
export { faultsOfRules } from './routing-rules.policy';

const DEFAULT_MAX_ROUNDS = 3;

/** In shift now, or whoever starts earliest: a lead at night is put before whoever is first at work. */
type Tier = 'in-shift' | 'next-shift';

type LeadChoice = Choosing<RoutingRule, LeadDrop>;

/**
 * Who gets this lead, and why nobody else (rules C1, C5, 97). Same facts and rules, same answer; the order of candidates is nothing.
 *
 * Rules are asked in order, first for somebody in shift now, and only when no fitting rule has anybody in shift, for whoever starts
 * earliest: a customer does not wait for tomorrow's specialist while a colleague who may take them is at work.
 * `escalated` when people exist but none may have it, or it went round `maxRounds` times; `pooled` when nobody sells here at all,
 * and when those who may have it only have no room left.
 */
export function decideRouting(facts: RoutingFacts, ruleSet: Pick<RoutingRuleSet, 'rules'>): RoutingDecision {
  const choice = choosing(facts);
  const rounds = new Set(facts.excludedStaffIds).size;
  if (rounds >= (facts.maxRounds ?? DEFAULT_MAX_ROUNDS)) {
    return unplaced('escalated', explainRoundsOver(choice, words.ROUNDS_OVER, words.ESCALATED_ROUNDS(rounds)));
  }
  const tried = withWish(ruleSet.rules, facts).map((rule) => tryRule(rule, facts));
  if (!facts.candidates.some((c) => c.active)) return unplaced('pooled', explainNobody(choice, tried, words.POOLED));
  const place = walk(tierByTier<RoutingRule, Tier>(tried, 'in-shift', 'next-shift'), (rule, tier) =>
    rank(ofTier(choice.candidates, tier, rule, facts), rule, facts),
  );
  if (place) return offered(choice, tried, place, facts);
  const conclusion = fitting(tried).length > 0 ? words.ESCALATED_NOBODY : words.ESCALATED_NO_RULE;
  const escalated = explainNobody(choice, tried, conclusion);
  return waitsForRoom(escalated) ? unplaced('pooled', explainNobody(choice, tried, words.POOLED_FULL)) : unplaced('escalated', escalated);
}

/** Whom the customer asked for comes before every rule; when that colleague cannot, the rules decide as ever. */
const withWish = (rules: readonly RoutingRule[], { lead }: RoutingFacts): readonly RoutingRule[] =>
  lead.preferredStaffId ? [wishFor(lead.preferredStaffId), ...rules] : rules;

const choosing = (facts: RoutingFacts): LeadChoice => ({
  at: facts.at,
  candidates: [...facts.candidates].sort(byId),
  words: words.WORDS,
  dropOf: (c, rule) => dropOf(c, rule, facts),
  personalDropOf: (c) => personalDrop(c, facts),
  weightsOf,
  sayNobody: (rule, dropped) => words.sayNobodyBy(rule, dropped, facts),
});

function ofTier(candidates: readonly CandidateFacts[], tier: Tier, rule: RoutingRule, facts: RoutingFacts): CandidateFacts[] {
  const eligible = candidates.filter((c) => dropOf(c, rule, facts) === null);
  return tier === 'in-shift' ? eligible.filter((c) => c.inShift) : earliestOf(eligible, facts.at);
}

/** Work for a manager is a question, not a queue: leads that only wait for room lie in the pool. */
const waitsForRoom = ({ candidates }: Explanation<LeadDrop>): boolean =>
  candidates.some(({ dropped }) => dropped !== null && FULL.includes(dropped.code)) &&
  candidates.every(({ dropped }) => dropped !== null && [...FULL, ...NEVER_ASKED].includes(dropped.code));

const FULL: readonly RoutingDrop['code'][] = ['capacity-full', 'quota-reached'];
const NEVER_ASKED: readonly RoutingDrop['code'][] = ['inactive', 'not-in-rule', 'lacks-skill', 'not-previous-owner'];

/** A strategy this version does not know (a rule published by a later one) fits nothing, and says so. */
function tryRule(rule: RoutingRule, facts: RoutingFacts): TriedRule<RoutingRule> {
  const checks = checkConditions(rule.when, facts);
  if (!Object.hasOwn(ROUTING_STRATEGIES, rule.strategy)) checks.unshift({ holds: false, said: '分配方式无法识别，' });
  return triedRule(rule, checks);
}

function offered(
  choice: LeadChoice,
  tried: readonly TriedRule<RoutingRule>[],
  place: Place<RoutingRule, Tier>,
  facts: RoutingFacts,
): RoutingDecision {
  const { rule } = place.tried;
  const [chosen] = place.finalists;
  const strategyName = ROUTING_STRATEGIES[rule.strategy];
  const explained = explainPlace(choice, tried, place, {
    takers: [chosen],
    asked: false,
    now: place.tier === 'in-shift',
    conclusion: words.sayChosen(chosen, rule, strategyName, facts),
  });
  return {
    outcome: 'offered',
    chosen: { staffId: chosen.staffId, name: chosen.name },
    rule: { id: rule.id, name: rule.name, strategy: rule.strategy, strategyName },
    ...inViews(explained),
  };
}

const unplaced = (outcome: 'escalated' | 'pooled', explained: Explanation<LeadDrop>): RoutingDecision => ({
  outcome,
  chosen: null,
  rule: null,
  ...inViews(explained),
});

const inViews = ({
  candidates,
  ...explained
}: Explanation<LeadDrop>): Pick<RoutingDecision, 'candidates' | 'rulesTried' | 'sentences'> => ({
  ...explained,
  candidates: candidates.map(({ openItems, ...view }) => ({ ...view, openLeads: openItems })),
});
