import { labelOf, PRODUCT_TYPES, type RoutingRule } from '@guihu/shared';
import {
  absentDrop,
  type CandidateFacts,
  fullDrop,
  inactiveDrop,
  outsideDrop,
  switchedOffDrop,
  unskilledDrop,
  type Weights,
  weightlessDrop,
} from '../../../registers/choice';
import type { RoutingDrop, RoutingFacts } from './routing-facts';
import { WORDS } from './routing-words.policy';

const WISH = 'customer-wish';

/** No rule of the house: the customer scanned this colleague's code, or has a visit with them. */
export const wishFor = (staffId: string): RoutingRule => ({
  id: WISH,
  name: '客户指定的同事',
  when: {},
  strategy: 'sticky',
  staffIds: [staffId],
});

/** Only `weighted` weighs. */
export const weightsOf = (rule: RoutingRule): Weights => (rule.strategy === 'weighted' ? (rule.weights ?? {}) : undefined);

/** Why this colleague may not have this lead by this rule; null when they may. The same filter stands before every strategy. */
export function dropOf(c: CandidateFacts, rule: RoutingRule, facts: RoutingFacts): RoutingDrop | null {
  return inactiveDrop(c) ?? outsideDrop(c, rule, WORDS) ?? personalDrop(c, facts) ?? strategyDrop(c, rule, facts);
}

/** What holds whatever the rule says. */
export function personalDrop(c: CandidateFacts, facts: RoutingFacts): RoutingDrop | null {
  return inactiveDrop(c) ?? offeredBefore(c, facts) ?? switchedOffDrop(c) ?? absentDrop(c) ?? fullDrop(c, WORDS);
}

const offeredBefore = (c: CandidateFacts, facts: RoutingFacts): RoutingDrop | null =>
  facts.excludedStaffIds.includes(c.staffId) ? { code: 'already-offered', text: '已分配过这条线索，未接单' } : null;

/** What the strategy itself asks of a person. */
function strategyDrop(c: CandidateFacts, rule: RoutingRule, { lead }: RoutingFacts): RoutingDrop | null {
  if (rule.strategy === 'weighted') return weightlessDrop(c, weightsOf(rule), WORDS);
  if (rule.strategy === 'skill') return unskilledDrop(c, [rule.skill ?? ''], labelOf(PRODUCT_TYPES, rule.skill));
  if (rule.id === WISH) return null;
  if (rule.strategy === 'sticky' && c.staffId !== lead.previousOwnerId && c.staffId !== lead.enteredById) {
    return { code: 'not-previous-owner', text: '此前未接待过这位客户' };
  }
  return null;
}
