/** One condition of a rule, held against what is to be given. */
export interface ConditionCheck {
  holds: boolean;
  /** What the condition was held against: `来源「官网小程序」`. */
  said: string;
}

/** The part of a rule that every kind of rule has. */
export interface ChoiceRule {
  id: string;
  name: string;
}

export interface TriedRule<Rule extends ChoiceRule = ChoiceRule> {
  rule: Rule;
  matched: boolean;
  checks: readonly ConditionCheck[];
}

/** A rule with its conditions held against the facts: it fits when all of them hold. */
export const triedRule = <Rule extends ChoiceRule>(rule: Rule, checks: readonly ConditionCheck[]): TriedRule<Rule> => ({
  rule,
  checks,
  matched: checks.every((check) => check.holds),
});
