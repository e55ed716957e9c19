import type { DispatchRule } from '@guihu/shared';
import {
  absentDrop,
  type CandidateFacts,
  earliestOf,
  fullDrop,
  inactiveDrop,
  outsideDrop,
  switchedOffDrop,
  unskilledDrop,
  type Weights,
  weightlessDrop,
} from '../../../registers/choice';
import type { DispatchDrop, DispatchFacts, PlacedTier } from './dispatch-facts';
import { LET_GO, WORDS } from './dispatch-words.policy';

/** Only a rotation weighs, and only when it names weights. */
export const weightsOf = ({ mode, weights }: DispatchRule): Weights =>
  mode === 'rotate' && weights && Object.keys(weights).length > 0 ? weights : undefined;

/** Why this colleague may not have this order by this rule while at work; null when they may, at work or not. */
export function dropOf(c: CandidateFacts, rule: DispatchRule, facts: DispatchFacts): DispatchDrop | null {
  return neverDrop(c, rule, facts) ?? busyDrop(c);
}

/** What holds whatever the rule says. */
export function personalDrop(c: CandidateFacts, facts: DispatchFacts): DispatchDrop | null {
  return inactiveDrop(c) ?? hadItBefore(c, facts) ?? busyDrop(c);
}

/** Who may be considered in a tier; the ranking says who is first. */
export function finalistsOf(facts: DispatchFacts, rule: DispatchRule, tier: PlacedTier): CandidateFacts[] {
  const group = facts.candidates.filter((c) => neverDrop(c, rule, facts) === null);
  if (tier === 'group') return group;
  if (tier === 'on-duty') return group.filter((c) => c.inShift && busyDrop(c) === null);
  return earliestOf(
    group.filter((c) => absentDrop(c) === null && fullDrop(c, WORDS) === null),
    facts.at,
  );
}

/** What no fallback overrules: who is not of the group, has left, or had this order and let it go. */
const neverDrop = (c: CandidateFacts, rule: DispatchRule, facts: DispatchFacts): DispatchDrop | null =>
  inactiveDrop(c) ??
  outsideDrop(c, rule.group, WORDS) ??
  (rule.group.skills?.length ? unskilledDrop(c, rule.group.skills, rule.group.skills.join('、')) : null) ??
  weightlessDrop(c, weightsOf(rule), WORDS) ??
  hadItBefore(c, facts);

const busyDrop = (c: CandidateFacts): DispatchDrop | null => switchedOffDrop(c) ?? absentDrop(c) ?? fullDrop(c, WORDS);

function hadItBefore(c: CandidateFacts, { excluded }: DispatchFacts): DispatchDrop | null {
  const last = excluded.findLast((entry) => entry.staffId === c.staffId);
  return last ? { code: 'had-it-before', text: LET_GO[last.because] } : null;
}
