import { ROUTING_STRATEGIES, type RoutingConditions, type RoutingRule } from '@guihu/shared';
import { minutesOf } from './routing-conditions.policy';

const MOST_RULES = 50;
const RULE_ID = /^[\w-]{1,40}$/;

/** What is wrong with a draft, in Chinese, rule by rule; empty when it may be published. */
export function faultsOfRules(rules: readonly RoutingRule[]): string[] {
  const faults: string[] = [];
  if (rules.length === 0) faults.push('请至少保留一条规则');
  if (rules.length > MOST_RULES) faults.push(`规则最多 ${MOST_RULES} 条，请合并后再发布`);
  const seen = new Set<string>();
  rules.forEach((rule, i) => {
    const label = rule.name?.trim() ? `「${rule.name.trim()}」` : `第 ${i + 1} 条规则`;
    if (seen.has(rule.id)) faults.push(`${label}的编号与其他规则重复`);
    seen.add(rule.id);
    faults.push(...faultsOfRule(rule).map((fault) => `${label}${fault}`));
  });
  return faults;
}

function faultsOfRule(rule: RoutingRule): string[] {
  const faults: string[] = [];
  if (!rule.name?.trim()) faults.push('没有填写名称');
  else if (rule.name.length > 40) faults.push('的名称请控制在 40 个字以内');
  if (!RULE_ID.test(rule.id ?? '')) faults.push('的编号请使用字母、数字、下划线或短横线');
  if (!Object.hasOwn(ROUTING_STRATEGIES, rule.strategy)) faults.push('的分配方式无法识别');
  if (rule.strategy === 'skill' && !rule.skill?.trim()) faults.push('按擅长分配，请填写需要的擅长');
  return [...faults, ...faultsOfWeights(rule), ...faultsOfConditions(rule.when ?? {})];
}

function faultsOfWeights(rule: RoutingRule): string[] {
  const weights = Object.values(rule.weights ?? {});
  if (weights.some((w) => typeof w !== 'number' || !Number.isFinite(w) || w < 0)) return ['的权重请填写不小于 0 的数字'];
  if (weights.some((w) => w > 1000)) return ['的权重请控制在 1000 以内'];
  const named = rule.staffIds ?? [];
  const onlyNamed = rule.strategy === 'weighted' && named.length > 0 && !rule.teamIds?.length;
  if (onlyNamed && named.every((id) => rule.weights && Object.hasOwn(rule.weights, id) && rule.weights[id] === 0)) {
    return ['的权重全部为 0，不会分配给任何人'];
  }
  return [];
}

function faultsOfConditions(when: RoutingConditions): string[] {
  const faults: string[] = [];
  const { timeFrom, timeTo } = when;
  if ([timeFrom, timeTo].some((time) => time !== undefined && minutesOf(time) === null)) faults.push('的时段请按 09:00 这样填写');
  else if (timeFrom !== undefined && timeFrom === timeTo) faults.push('的开始和结束时间相同，全天适用请不填时段');
  else if (timeFrom === '24:00' || timeTo === '00:00') faults.push('的时段请从 00:00 开始、到 24:00 结束');
  faults.push(...faultsOfRange('面积', when.areaMin, when.areaMax), ...faultsOfRange('预算', when.budgetMin, when.budgetMax));
  return faults;
}

/** Half-open ranges: with both ends the same nothing would ever fit. */
function faultsOfRange(name: string, min: number | undefined, max: number | undefined): string[] {
  if ([min, max].some((n) => n !== undefined && !(Number.isFinite(n) && n >= 0))) return [`的${name}请填写不小于 0 的数字`];
  return min !== undefined && max !== undefined && min >= max ? [`的${name}下限需要小于上限`] : [];
}
