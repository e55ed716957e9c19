import type { VerdictSettings, VerdictSimulation } from '@guihu/shared';
import { type Decision, judge } from './verdict.policy';
import type { VerdictFacts } from './verdict-facts';

type Change = Omit<VerdictSimulation['changed'][number], 'label'>;

const NOBODY = '无人归属';

/** What the draft would change of one past judgement; null for nothing. Windows are counted by each rule, not as once promised. */
export function compareVerdicts(facts: VerdictFacts, current: VerdictSettings, draft: VerdictSettings): Change | null {
  const unpromised = {
    ...facts,
    claims: facts.claims.map((claim) => ({ ...claim, referral: claim.referral && { ...claim.referral, promisedUntil: 0 } })),
  };
  const [before, after] = [judge(unpromised, current), judge(unpromised, draft)];
  const [was, is] = [winnerOf(before), winnerOf(after)];
  if (was?.key === is?.key) return null;
  const referral = facts.claims.find((claim) => claim.kind === 'referral')?.key.replace('referral:', '');
  return { subjectId: referral ?? '', before: was?.label ?? NOBODY, after: is?.label ?? NOBODY, why: whyChanged(after, was?.key) };
}

const winnerOf = ({ claims, winner }: Decision) => (winner === null ? undefined : claims[winner]);

/** Why the former winner loses under the draft, or what makes a new one good. */
function whyChanged(after: Decision, former: string | undefined): string {
  const lost = after.claims.find((claim) => claim.key === former);
  if (lost && lost.outcome !== 'won') return lost.why || after.conclusion;
  return winnerOf(after)?.rules.findLast((rule) => rule.held && rule.rule !== '先后次序')?.text ?? after.conclusion;
}
