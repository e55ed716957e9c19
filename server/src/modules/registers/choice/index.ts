export { type CandidateFacts, startOf, type Weights } from './candidate-facts';
export { joined } from './choice-words.policy';
export {
  absentDrop,
  earliestOf,
  fullDrop,
  inactiveDrop,
  outsideDrop,
  switchedOffDrop,
  unskilledDrop,
  weightlessDrop,
} from './eligibility.policy';
export { type Choosing, type Explanation, explainNobody, explainPlace, explainRoundsOver } from './explanation.policy';
export { byId, inOrderOf, leastLoaded, leastLoadedPresent, type Ranking, roundRobin, weighted } from './rankings.policy';
export { faultsOfList, faultsOfWeights, faultsOfWindow } from './rule-faults.policy';
export type { Fields } from './rule-shape.policy';
export { checkTimeOfDay } from './time-of-day.policy';
export { type ConditionCheck, type TriedRule, triedRule } from './tried-rule';
export type { ChoiceWords } from './vocabulary';
export { fitting, type Place, ruleByRule, tierByTier, walk } from './walk.policy';
