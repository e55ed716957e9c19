import { DISPATCH_MODES, type DispatchMode, type DispatchRule, type DispatchRuleSet } from '@guihu/shared';
import {
  byId,
  type CandidateFacts,
  type Choosing,
  type Explanation,
  explainNobody,
  explainPlace,
  explainRoundsOver,
  fitting,
  inOrderOf,
  leastLoaded,
  leastLoadedPresent,
  type Place,
  type Ranking,
  roundRobin,
  ruleByRule,
  type TriedRule,
  tierByTier,
  triedRule,
  walk,
  weighted,
} from '../../../registers/choice';
import { checkDispatchConditions } from './dispatch-conditions.policy';
import { dropOf, finalistsOf, personalDrop, weightsOf } from './dispatch-eligibility.policy';
import type { DispatchDecision, DispatchFacts, OrderDrop, PlacedTier } from './dispatch-facts';
import * as words from './dispatch-words.policy';

const DEFAULT_MAX_ROUNDS = 3;

type OrderChoice = Choosing<DispatchRule, OrderDrop>;
type OrderPlace = Place<DispatchRule, PlacedTier>;

/**
 * Who gets this order, and why nobody else (J3, J18). Same facts and rules, same answer; the order of candidates is nothing.
 *
 * 1. Rules are asked in order for somebody `on-duty`: of the group, in shift, switched on, not on leave, with room. The first rule
 *    that fits and has anybody wins, so a later rule with somebody at work comes before an earlier one whose people are at home.
 * 2. When none has, rule by rule: first `away` (of the group, with room and not on leave, but off shift or switched off; who
 *    begins earliest), then `group` (anybody of the group, even full or on leave; who is not on leave first, then least loaded).
 *    The second fitting rule is only asked when the first has nobody at all who may have the order.
 * 3. Nobody: the `supervisor` decides, or the manager where there is none. The same after `maxRounds` refusals.
 *
 * Whoever had the order and let it go is kept out of every tier. Only people at work are asked to claim: with `claim`, the tiers
 * of step 2 assign, since nobody would be there to tap.
 */
export function decideDispatch(facts: DispatchFacts, ruleSet: Pick<DispatchRuleSet, 'rules'>): DispatchDecision {
  const choice = choosing(facts);
  const rounds = facts.excluded.filter(({ because }) => because !== 'transferred').length;
  if (rounds >= (facts.maxRounds ?? DEFAULT_MAX_ROUNDS)) {
    return above(facts, explainRoundsOver(choice, words.ROUNDS_OVER, words.sayRoundsOver(rounds, facts)));
  }
  const tried = ruleSet.rules.map((rule) => tryRule(rule, facts));
  const steps = [
    ...tierByTier<DispatchRule, PlacedTier>(tried, 'on-duty'),
    ...ruleByRule<DispatchRule, PlacedTier>(tried, 'away', 'group'),
  ];
  const place = walk(steps, (rule, tier) => rank(finalistsOf(facts, rule, tier), rule, tier));
  if (!place) return above(facts, explainNobody(choice, tried, sayWhyNobody(facts, tried)));
  return place.tier === 'on-duty' && place.tried.rule.mode === 'claim' ? claimable(choice, tried, place) : assigned(choice, tried, place);
}

const choosing = (facts: DispatchFacts): OrderChoice => ({
  at: facts.at,
  candidates: [...facts.candidates].sort(byId),
  words: words.WORDS,
  dropOf: (c, rule) => dropOf(c, rule, facts),
  personalDropOf: (c) => personalDrop(c, facts),
  weightsOf,
});

/** A mode this version does not know (a rule published by a later one) fits nothing, and says so. */
function tryRule(rule: DispatchRule, facts: DispatchFacts): TriedRule<DispatchRule> {
  const checks = checkDispatchConditions(rule.when, facts);
  if (!Object.hasOwn(DISPATCH_MODES, rule.mode)) checks.unshift({ holds: false, said: '派单方式无法识别，' });
  return triedRule(rule, checks);
}

const RANKINGS: Record<DispatchMode, (rule: DispatchRule) => Ranking> = {
  assign: (rule) => inOrderOf(rule.group.staffIds ?? []),
  claim: () => leastLoaded,
  rotate: (rule) => (weightsOf(rule) ? weighted : roundRobin),
  'least-loaded': () => leastLoaded,
};

/** The last resort asks who is least loaded, whatever the mode. */
function rank(finalists: readonly CandidateFacts[], rule: DispatchRule, tier: PlacedTier): CandidateFacts[] {
  const ranking = tier === 'group' ? leastLoadedPresent : RANKINGS[rule.mode](rule);
  return ranking(finalists, { id: rule.id, weights: weightsOf(rule) });
}

function assigned(choice: OrderChoice, tried: readonly TriedRule<DispatchRule>[], place: OrderPlace): DispatchDecision {
  const { tier, tried: found } = place;
  const [chosen] = place.finalists;
  const say = { 'on-duty': words.sayOnDuty, away: words.sayAway, group: words.sayGroup }[tier];
  const explained = explainPlace(choice, tried, place, {
    takers: [chosen],
    asked: false,
    now: tier === 'on-duty',
    conclusion: say(chosen, found.rule, choice.at),
  });
  return {
    outcome: 'assigned',
    tier,
    chosen: named(chosen),
    claimants: [],
    supervisor: null,
    rule: deciding(found.rule),
    ...inViews(explained),
  };
}

function claimable(choice: OrderChoice, tried: readonly TriedRule<DispatchRule>[], place: OrderPlace): DispatchDecision {
  const { rule } = place.tried;
  const conclusion = words.sayClaimable(place.finalists.length, rule);
  const explained = explainPlace(choice, tried, place, { takers: place.finalists, asked: true, now: true, conclusion });
  const claimants = [...place.finalists].sort(byId).map(named);
  return { outcome: 'claimable', tier: 'on-duty', chosen: null, claimants, supervisor: null, rule: deciding(rule), ...inViews(explained) };
}

const above = (facts: DispatchFacts, explained: Explanation<OrderDrop>): DispatchDecision => ({
  outcome: 'supervisor',
  tier: 'supervisor',
  chosen: null,
  claimants: [],
  supervisor: facts.supervisor ?? facts.manager,
  rule: null,
  ...inViews(explained),
});

function sayWhyNobody(facts: DispatchFacts, tried: readonly TriedRule<DispatchRule>[]): string {
  if (!facts.candidates.some((c) => c.active)) return words.sayNoEngineers(facts);
  return fitting(tried).length > 0 ? words.sayNobodyLeft(facts) : words.sayNoRule(facts);
}

const named = (c: CandidateFacts) => ({ id: c.staffId, name: c.name });

const deciding = ({ id, name, mode }: DispatchRule) => ({ id, name, mode, modeName: DISPATCH_MODES[mode] });

const inViews = ({
  candidates,
  ...explained
}: Explanation<OrderDrop>): Pick<DispatchDecision, 'candidates' | 'rulesTried' | 'sentences'> => ({
  ...explained,
  candidates: candidates.map(({ openItems, ...view }) => ({
    ...view,
    claimant: !view.chosen && view.dropped === null,
    openOrders: openItems,
  })),
});
