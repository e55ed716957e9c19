import type { ClaimVerdict, VerdictSettings } from '@guihu/shared';
import { type Check, claimChecks, OVER } from './claim-checks.policy';
import type { ClaimFact, ContactFact, VerdictFacts } from './verdict-facts';
import { conclusionOf, sayMoment, sentencesOf } from './verdict-words.policy';

export interface JudgedClaim extends ClaimVerdict {
  key: string;
}

export interface Decision {
  /** Earliest first. */
  claims: JudgedClaim[];
  /** Place of the winner among the claims; null when nobody's claim is good. */
  winner: number | null;
  sentences: string[];
  conclusion: string;
}

interface Weighed {
  claim: ClaimFact;
  checks: Check[];
  /** It counts as a record at all. */
  counts: boolean;
  good: boolean;
}

/**
 * Who brought the customer (判客): each claim by each rule, at most one winner. Nothing but its arguments decides, in whatever order
 * they are given, and a later claim that is no better changes nothing for an earlier one.
 */
export function judge(given: VerdictFacts, settings: VerdictSettings): Decision {
  const facts = { ...given, decided: standing(given) };
  const together = <T extends { household: boolean }>(records: readonly T[]) =>
    settings.householdAsOne ? records : records.filter((record) => !record.household);
  const contacts = [...together(facts.contacts)].sort(byTime);
  const weighed = [...together(facts.claims)].sort(byAge).map((claim) => weigh(claim, contacts, facts, settings));
  const place = placeOfWinner(weighed, facts, settings);
  const winner = place === null ? null : (weighed[place] as Weighed);
  const claims = weighed.map((one) => verdictOf(one, one === winner, winner, facts, settings));
  const conclusion = conclusionOf(winner?.claim ?? null);
  return { claims, winner: place, sentences: [...sentencesOf(claims, facts.decided), conclusion], conclusion };
}

/** A manager's decision lasts as long as its claim; one that had lost is what the decision itself brings back. */
function standing({ decided, claims }: VerdictFacts): VerdictFacts['decided'] {
  const ended = claims.find(({ key }) => key === decided?.key)?.referral?.ended ?? null;
  return ended === null || ended === 'lost' ? decided : null;
}

function weigh(claim: ClaimFact, contacts: readonly ContactFact[], facts: VerdictFacts, settings: VerdictSettings): Weighed {
  const checks = claimChecks(claim, contacts, facts, settings);
  return { claim, checks, counts: checks.every((c) => c.held || !c.voids), good: checks.every((c) => c.held) };
}

function placeOfWinner(weighed: readonly Weighed[], { decided }: VerdictFacts, { precedence }: VerdictSettings): number | null {
  const place = (test: (one: Weighed) => boolean) => {
    const found = weighed.findIndex(test);
    return found < 0 ? null : found;
  };
  if (decided) {
    const kept = place((one) => one.claim.key === decided.key);
    if (kept !== null) return kept;
  }
  const referral = precedence === 'referral-first' ? place((one) => one.good && one.claim.kind === 'referral') : null;
  return referral ?? place((one) => one.good);
}

function verdictOf(one: Weighed, won: boolean, winner: Weighed | null, facts: VerdictFacts, settings: VerdictSettings): JudgedClaim {
  const { claim, checks } = one;
  const rules = checks.map(({ rule, held, text }) => ({ rule, held, text }));
  const why = won ? '' : whyNot(one, winner, facts, settings);
  if (winner) rules.push({ rule: '先后次序', held: won, text: won ? whyFirst(one, facts, settings) : why });
  return {
    key: claim.key,
    kind: claim.kind,
    label: claim.label,
    claimedAt: new Date(claim.at).toISOString(),
    outcome: won ? 'won' : one.counts ? 'lost' : 'void',
    rules,
    why,
  };
}

function whyFirst({ claim }: Weighed, { decided }: VerdictFacts, { precedence }: VerdictSettings): string {
  if (decided?.key === claim.key) return `${decided.by}复核后改判`;
  return precedence === 'referral-first' && claim.kind === 'referral' ? '有效的推荐优先' : '有效记录中最早';
}

function whyNot(one: Weighed, winner: Weighed | null, { decided }: VerdictFacts, { precedence }: VerdictSettings): string {
  const failed = one.checks.find((c) => !c.held && c.voids) ?? one.checks.find((c) => !c.held);
  // That it is over is no reason where it would have lost anyway.
  const lostAnyway = failed?.rule === OVER && winner !== null && (decided?.key === winner.claim.key || byAge(winner.claim, one.claim) < 0);
  if (failed && !lostAnyway) return failed.text;
  if (!winner) return '';
  if (decided?.key === winner.claim.key) return `${decided.by}复核后改判给${winner.claim.label}`;
  if (precedence === 'referral-first' && winner.claim.kind === 'referral' && one.claim.kind !== 'referral')
    return `${winner.claim.label}有效，按规则推荐优先`;
  return `${winner.claim.label}登记更早（${sayMoment(winner.claim.at)}），先到者优先`;
}

const byTime = (a: ContactFact, b: ContactFact): number =>
  a.at - b.at || compare(a.kind, b.kind) || Number(b.connected) - Number(a.connected) || compare(a.by, b.by);
const byAge = (a: ClaimFact, b: ClaimFact): number => a.at - b.at || compare(a.key, b.key);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
