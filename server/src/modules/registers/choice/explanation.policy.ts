import { type CandidateFacts, countOf, startOf, type Weights, weightOf } from './candidate-facts';
import * as say from './choice-words.policy';
import type { Drop } from './drop';
import { behindDrop } from './eligibility.policy';
import type { ChoiceRule, TriedRule } from './tried-rule';
import type { ChoiceWords } from './vocabulary';
import { fitting, type Place } from './walk.policy';

/** What one choice asks of rules and people. `candidates` are sorted by id, so that the order they came in is nothing. */
export interface Choosing<Rule extends ChoiceRule, Own extends string> {
  at: number;
  candidates: readonly CandidateFacts[];
  words: ChoiceWords;
  /** Why this colleague may not have it by this rule; null when they may, at work or not. */
  dropOf(candidate: CandidateFacts, rule: Rule): Drop<Own> | null;
  /** What holds whatever a rule says. */
  personalDropOf(candidate: CandidateFacts): Drop<Own> | null;
  /** The shares that this rule goes by; undefined when it weighs nothing. */
  weightsOf(rule: Rule): Weights;
  /** Why a fitting rule found nobody, where it is not told by counting their reasons. */
  sayNobody?(rule: Rule, dropped: readonly { candidate: CandidateFacts; drop: Drop<Own> }[]): string | null;
}

export interface RuleRow {
  id: string;
  name: string;
  matched: boolean;
  reason: string;
}

/** The last sentence is the conclusion. */
export interface Explanation<Own extends string> {
  rulesTried: RuleRow[];
  candidates: say.ChoiceView<Own>[];
  sentences: string[];
}

/**
 * Why it is this one, or these: `takers` stand first, everybody else is told what stands against them.
 * `now`: found among those at work, so that the rules after the deciding one were never asked; else all of them had been.
 */
export function explainPlace<Rule extends ChoiceRule, Own extends string>(
  choosing: Choosing<Rule, Own>,
  tried: readonly TriedRule<Rule>[],
  place: Place<Rule, string>,
  { takers, asked, now, conclusion }: { takers: readonly CandidateFacts[]; asked: boolean; now: boolean; conclusion: string },
): Explanation<Own> {
  const { candidates, at, words } = choosing;
  const { rule } = place.tried;
  const finalists = new Set(place.finalists);
  const taking = new Set(takers);
  const views = inReadingOrder(
    candidates.map((c) => {
      if (taking.has(c)) return viewOf(choosing, c, rule, { chosen: !asked, dropped: null });
      const dropped = choosing.dropOf(c, rule) ?? behindDrop(c, finalists, now, at);
      return viewOf(choosing, c, rule, { chosen: false, dropped });
    }),
    place.finalists,
  );
  const rows = (now ? tried.slice(0, tried.indexOf(place.tried) + 1) : tried).map((t) =>
    t === place.tried ? row(t, say.sayMatch(t, words)) : rowWithoutPlace(choosing, t),
  );
  return told(choosing, rows, views, choosing.weightsOf(rule) !== undefined, conclusion);
}

/** Why nobody may have it. A person is told what stands against them in the first fitting rule that speaks of them. */
export function explainNobody<Rule extends ChoiceRule, Own extends string>(
  choosing: Choosing<Rule, Own>,
  tried: readonly TriedRule<Rule>[],
  conclusion: string,
): Explanation<Own> {
  const { candidates, words } = choosing;
  const rules = fitting(tried).map((t) => t.rule);
  const outside = rules.length > 0 ? `不在适用规则的${words.give}范围` : `没有规则适用于${words.thisOne}`;
  const views = candidates.map((c) => {
    const drops = rules.map((rule) => ({ rule, drop: choosing.dropOf(c, rule) }));
    const own = drops.find(({ drop }) => drop?.code !== 'not-in-rule') ?? drops[0];
    const dropped = own?.drop ?? choosing.personalDropOf(c) ?? { code: 'not-in-rule' as const, text: outside };
    return viewOf(choosing, c, own?.rule ?? null, { chosen: false, dropped });
  });
  const rows = tried.map((t) => rowWithoutPlace(choosing, t));
  return told(choosing, rows, views, false, conclusion);
}

/** No rule is asked any more: it went round too often. */
export function explainRoundsOver<Rule extends ChoiceRule, Own extends string>(
  choosing: Choosing<Rule, Own>,
  text: string,
  conclusion: string,
): Explanation<Own> {
  const over: Drop<Own> = { code: 'rounds-over', text };
  const views = choosing.candidates.map((c) => viewOf(choosing, c, null, { chosen: false, dropped: choosing.personalDropOf(c) ?? over }));
  return told(choosing, [], views, false, conclusion);
}

function told<Rule extends ChoiceRule, Own extends string>(
  { candidates, at, words }: Choosing<Rule, Own>,
  rulesTried: RuleRow[],
  views: say.ChoiceView<Own>[],
  weighs: boolean,
  conclusion: string,
): Explanation<Own> {
  const sentences = [...rulesTried.map((r) => r.reason), ...say.sayCandidates(views, candidates, weighs, at, words), conclusion];
  return { rulesTried, candidates: views, sentences };
}

function viewOf<Rule extends ChoiceRule, Own extends string>(
  { at, weightsOf }: Choosing<Rule, Own>,
  c: CandidateFacts,
  rule: Rule | null,
  verdict: { chosen: boolean; dropped: Drop<Own> | null },
): say.ChoiceView<Own> {
  const start = startOf(c, at);
  const { staffId, name, openItems, capacity, assignedToday, dailyQuota } = c;
  return {
    staffId,
    name,
    ...verdict,
    openItems,
    capacity,
    assignedToday,
    dailyQuota,
    weight: weightOf(c, rule ? weightsOf(rule) : undefined),
    assignedByRule: rule ? countOf(c, rule.id) : 0,
    clockStartsAt: start === null ? null : new Date(start).toISOString(),
  };
}

const row = ({ rule: { id, name }, matched }: TriedRule, reason: string): RuleRow => ({ id, name, matched, reason });

function rowWithoutPlace<Rule extends ChoiceRule, Own extends string>(choosing: Choosing<Rule, Own>, tried: TriedRule<Rule>): RuleRow {
  if (!tried.matched) return row(tried, say.sayMismatch(tried));
  const dropped = choosing.candidates.flatMap((candidate) => {
    const drop = choosing.dropOf(candidate, tried.rule);
    return drop ? [{ candidate, drop }] : [];
  });
  const everybody = dropped.length === choosing.candidates.length;
  const counted = () =>
    say.sayNobody(
      dropped.map(({ drop }) => drop),
      choosing.words,
    );
  const nobody = everybody ? (choosing.sayNobody?.(tried.rule, dropped) ?? counted()) : '可接单的同事当前都不在班';
  return row(tried, `${say.sayMatch(tried, choosing.words)}，但${nobody}`);
}

/** The chosen one, the others in the order they would have come, then whoever was dropped. */
function inReadingOrder<Own extends string>(
  views: readonly say.ChoiceView<Own>[],
  finalists: readonly CandidateFacts[],
): say.ChoiceView<Own>[] {
  const place = new Map(finalists.map((c, i) => [c.staffId, i]));
  const of = (view: say.ChoiceView<Own>) => place.get(view.staffId) ?? finalists.length;
  return [...views].sort((a, b) => of(a) - of(b));
}
