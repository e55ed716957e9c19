import { DISPATCH_MODES, type DispatchRule, WORK_ORDER_KINDS } from '@guihu/shared';
import { type Fields, faultsOfList, faultsOfWeights, faultsOfWindow } from '../../../registers/choice';
import { WORDS } from './dispatch-words.policy';

const FIELDS: Fields = {
  when: {
    'buildingIds?': 'texts',
    'categoryIds?': 'texts',
    'kinds?': 'texts',
    'urgent?': 'flag',
    'timeFrom?': 'text',
    'timeTo?': 'text',
  },
  group: { 'skills?': 'texts', 'teamIds?': 'texts', 'staffIds?': 'texts' },
  mode: 'text',
  'weights?': 'weights',
};

/** What is wrong with a draft, in Chinese, rule by rule; empty when it may be published. */
export const faultsOfDispatchRules = (rules: readonly DispatchRule[]): string[] => faultsOfList(rules, FIELDS, faultsOfRule);

function faultsOfRule({ mode, group, when, weights }: DispatchRule): string[] {
  const faults: string[] = [];
  const named = group.staffIds ?? [];
  if (!Object.hasOwn(DISPATCH_MODES, mode)) faults.push('的派单方式无法识别');
  if (mode === 'assign' && named.length === 0) faults.push('按指派派单，请至少选择一位同事');
  if (new Set(named).size < named.length) faults.push('里有同事被重复选择');
  if (group.skills?.some((skill) => !skill.trim())) faults.push('的技能请填写名称');
  if (when.kinds?.some((kind) => !WORK_ORDER_KINDS.includes(kind))) faults.push('的工单类型无法识别');
  return [...faults, ...faultsOfWeights(weights, mode === 'rotate', group, WORDS), ...faultsOfWindow(when)];
}
