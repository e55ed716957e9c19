import type { DispatchRule, ServicePolicy } from '@guihu/shared';

export interface RulesDraft {
  rules: DispatchRule[];
  settings: ServicePolicy;
}

/** A rule for everything else, to begin a new one from; `id` must be no other rule's. */
export const newRule = (id: string): DispatchRule => ({ id, name: '', when: {}, group: {}, mode: 'least-loaded' });

/** The rules with one of them put `by` places further down, or up; at the ends it stays. */
export function moved(rules: readonly DispatchRule[], id: string, by: -1 | 1): DispatchRule[] {
  const at = rules.findIndex((rule) => rule.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= rules.length) return [...rules];
  const next = [...rules];
  [next[at], next[to]] = [next[to] as DispatchRule, next[at] as DispatchRule];
  return next;
}

/** The rule in place of the one with its id, or behind all others when there is none. */
export function withRule(rules: readonly DispatchRule[], rule: DispatchRule): DispatchRule[] {
  return rules.some(({ id }) => id === rule.id) ? rules.map((old) => (old.id === rule.id ? rule : old)) : [...rules, rule];
}

/** A condition or group without its empty parts: what is not named is not asked. */
export function trimmedRule(rule: DispatchRule): DispatchRule {
  const kept = <T extends object>(part: T): T =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
    ) as T;
  const { weights, ...rest } = rule;
  return {
    ...rest,
    name: rule.name.trim(),
    when: kept(rule.when),
    group: kept(rule.group),
    ...(rule.mode === 'rotate' && weights ? { weights } : {}),
  };
}

/** What keeps a rule from being used, in a sentence; the server looks at the rest. */
export function faultOfRule({ name, mode, group, when }: DispatchRule): string | null {
  if (!name.trim()) return '请给规则起个名字，派单时会告诉同事';
  if (mode === 'assign' && (group.staffIds ?? []).length === 0) return '指派需要至少选一位同事';
  if ((when.timeFrom === undefined) !== (when.timeTo === undefined)) return '时段请填写开始和结束';
  return null;
}
