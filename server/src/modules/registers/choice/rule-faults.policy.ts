import type { Weights } from './candidate-facts';
import type { Membership } from './eligibility.policy';
import { type Fields, faultsOfShape } from './rule-shape.policy';
import { type DailyWindow, minutesOf } from './time-of-day.policy';
import type { ChoiceRule } from './tried-rule';
import type { ChoiceWords } from './vocabulary';

const MOST_RULES = 50;
const MOST_NAME = 40;
const MOST_WEIGHT = 1000;
const RULE_ID = /^[\w-]{1,40}$/;

/**
 * What is wrong with a draft, in Chinese, rule by rule; empty when it may be published. `fields` says what such a rule is made of,
 * `faultsOf` what else one kind of rule asks; it only sees rules of the right shape.
 */
export function faultsOfList<Rule extends ChoiceRule>(
  rules: readonly Rule[],
  fields: Fields,
  faultsOf: (rule: Rule) => string[],
): string[] {
  const faults: string[] = [];
  if (rules.length === 0) faults.push('请至少保留一条规则');
  if (rules.length > MOST_RULES) faults.push(`规则最多 ${MOST_RULES} 条，请合并后再发布`);
  const seen = new Set<string>();
  rules.forEach((rule, i) => {
    const shape = faultsOfShape(rule, { id: 'text', name: 'text', ...fields });
    const name = shape.length === 0 ? rule.name.trim() : '';
    const label = name ? `「${name}」` : `第 ${i + 1} 条规则`;
    const found = shape.length > 0 ? shape : [...faultsOfNames(rule, seen), ...faultsOf(rule)];
    faults.push(...found.map((fault) => `${label}${fault}`));
  });
  return faults;
}

function faultsOfNames({ id, name }: ChoiceRule, seen: Set<string>): string[] {
  const faults: string[] = [];
  if (seen.has(id)) faults.push('的编号与其他规则重复');
  seen.add(id);
  if (!name.trim()) faults.push('没有填写名称');
  else if (name.length > MOST_NAME) faults.push(`的名称请控制在 ${MOST_NAME} 个字以内`);
  if (!RULE_ID.test(id)) faults.push('的编号请使用字母、数字、下划线或短横线');
  return faults;
}

/** `weighs`: whether this rule goes by its weights at all; then they must leave somebody. */
export function faultsOfWeights(weights: Weights, weighs: boolean, { staffIds, teamIds }: Membership, words: ChoiceWords): string[] {
  const values = Object.values(weights ?? {});
  if (values.some((w) => typeof w !== 'number' || !Number.isFinite(w) || w < 0)) return ['的权重请填写不小于 0 的数字'];
  if (values.some((w) => w > MOST_WEIGHT)) return [`的权重请控制在 ${MOST_WEIGHT} 以内`];
  const onlyNamed = weighs && staffIds && staffIds.length > 0 && !teamIds?.length;
  if (onlyNamed && staffIds.every((id) => weights && Object.hasOwn(weights, id) && weights[id] === 0)) {
    return [`的权重全部为 0，不会${words.giveTo}任何人`];
  }
  return [];
}

export function faultsOfWindow({ timeFrom, timeTo }: DailyWindow): string[] {
  if ([timeFrom, timeTo].some((time) => time !== undefined && minutesOf(time) === null)) return ['的时段请按 09:00 这样填写'];
  if (timeFrom !== undefined && timeFrom === timeTo) return ['的开始和结束时间相同，全天适用请不填时段'];
  return timeFrom === '24:00' || timeTo === '00:00' ? ['的时段请从 00:00 开始、到 24:00 结束'] : [];
}
