import type { CandidateFacts } from './candidate-facts';
import type { ChoiceRule, TriedRule } from './tried-rule';

/** One question of a walk: has this rule anybody in this tier? */
export interface Step<Rule extends ChoiceRule, Tier extends string> {
  tried: TriedRule<Rule>;
  tier: Tier;
}

/** Where a walk ended: the first of the finalists is the one. */
export interface Place<Rule extends ChoiceRule, Tier extends string> extends Step<Rule, Tier> {
  finalists: readonly [CandidateFacts, ...CandidateFacts[]];
}

/** A better tier of a later rule comes before a worse tier of an earlier one. */
export const tierByTier = <Rule extends ChoiceRule, Tier extends string>(
  tried: readonly TriedRule<Rule>[],
  ...tiers: readonly Tier[]
): Step<Rule, Tier>[] => tiers.flatMap((tier) => fitting(tried).map((found) => ({ tried: found, tier })));

/** Every tier of the first fitting rule comes before the next rule. */
export const ruleByRule = <Rule extends ChoiceRule, Tier extends string>(
  tried: readonly TriedRule<Rule>[],
  ...tiers: readonly Tier[]
): Step<Rule, Tier>[] => fitting(tried).flatMap((found) => tiers.map((tier) => ({ tried: found, tier })));

/** The first step that has anybody; null when none has. */
export function walk<Rule extends ChoiceRule, Tier extends string>(
  steps: readonly Step<Rule, Tier>[],
  finalistsAt: (rule: Rule, tier: Tier) => readonly CandidateFacts[],
): Place<Rule, Tier> | null {
  for (const step of steps) {
    const [first, ...others] = finalistsAt(step.tried.rule, step.tier);
    if (first) return { ...step, finalists: [first, ...others] };
  }
  return null;
}

/** Rules whose conditions all hold, in their order. */
export const fitting = <Rule extends ChoiceRule>(tried: readonly TriedRule<Rule>[]): TriedRule<Rule>[] => tried.filter((t) => t.matched);
