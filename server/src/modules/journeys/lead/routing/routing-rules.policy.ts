import { ROUTING_STRATEGIES, type RoutingConditions, type RoutingRule } from '@guihu/shared';
import { type Fields, faultsOfList, faultsOfWeights, faultsOfWindow } from '../../../registers/choice';
import { WORDS } from './routing-words.policy';

const FIELDS: Fields = {
  when: {
    'channelRoots?': 'texts',
    'channelCodes?': 'texts',
    'productTypes?': 'texts',
    'areaMin?': 'number',
    'areaMax?': 'number',
    'budgetMin?': 'number',
    'budgetMax?': 'number',
    'levels?': 'texts',
    'timeFrom?': 'text',
    'timeTo?': 'text',
  },
  strategy: 'text',
  'teamIds?': 'texts',
  'staffIds?': 'texts',
  'weights?': 'weights',
  'skill?': 'text',
};

/** What is wrong with a draft, in Chinese, rule by rule; empty when it may be published. */
export const faultsOfRules = (rules: readonly RoutingRule[]): string[] => faultsOfList(rules, FIELDS, faultsOfRule);

function faultsOfRule(rule: RoutingRule): string[] {
  const faults: string[] = [];
  if (!Object.hasOwn(ROUTING_STRATEGIES, rule.strategy)) faults.push('的分配方式无法识别');
  if (rule.strategy === 'skill' && !rule.skill?.trim()) faults.push('按擅长分配，请填写需要的擅长');
  return [...faults, ...faultsOfWeights(rule.weights, rule.strategy === 'weighted', rule, WORDS), ...faultsOfConditions(rule.when)];
}

const faultsOfConditions = (when: RoutingConditions): string[] => [
  ...faultsOfWindow(when),
  ...faultsOfRange('面积', when.areaMin, when.areaMax),
  ...faultsOfRange('预算', when.budgetMin, when.budgetMax),
];

/** Half-open ranges: with both ends the same nothing would ever fit. */
function faultsOfRange(name: string, min: number | undefined, max: number | undefined): string[] {
  if ([min, max].some((n) => n !== undefined && !(Number.isFinite(n) && n >= 0))) return [`的${name}请填写不小于 0 的数字`];
  return min !== undefined && max !== undefined && min >= max ? [`的${name}下限需要小于上限`] : [];
}
