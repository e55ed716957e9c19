import { CHANNEL_ROOTS, formatWan, LEAD_LEVELS, labelOf, PRODUCT_TYPES, type RoutingConditions } from '@guihu/shared';
import { type ConditionCheck, checkTimeOfDay } from '../../../registers/choice';
import type { RoutingFacts } from './routing-facts';

type Range = { min?: number; max?: number };

/**
 * Whether a wish and a rule's range have something in common. Both are half-open, `[min, max)`, so that a wish of 60–90 belongs to
 * the rule 60–90 and not also to the rule 90–120; a missing end is unbounded. A wish whose ends are the same is that one value.
 * A wish written the wrong way round is read the right way round. No wish at all overlaps nothing: it cannot be shown to fit.
 */
export function wishOverlaps(wish: Range, range: Range): boolean {
  if (wish.min === undefined && wish.max === undefined) return false;
  const inverted = wish.min !== undefined && wish.max !== undefined && wish.min > wish.max;
  const low = (inverted ? wish.max : wish.min) ?? 0;
  const high = (inverted ? wish.min : wish.max) ?? Number.POSITIVE_INFINITY;
  const from = range.min ?? Number.NEGATIVE_INFINITY;
  const to = range.max ?? Number.POSITIVE_INFINITY;
  return low === high ? from <= low && low < to : low < to && from < high;
}

/** Every named condition, held against the lead, in the order people read them. An empty list names nothing. */
export function checkConditions(when: RoutingConditions, facts: RoutingFacts): ConditionCheck[] {
  const { lead, at } = facts;
  const checks: ConditionCheck[] = [];
  const source = `来源「${lead.channelName || labelOf(CHANNEL_ROOTS, lead.channelRoot)}」`;
  if (when.channelRoots?.length) checks.push({ holds: when.channelRoots.includes(lead.channelRoot), said: source });
  if (when.channelCodes?.length) checks.push({ holds: when.channelCodes.includes(lead.channelCode), said: source });
  if (when.productTypes?.length) checks.push(checkProduct(when.productTypes, lead.intent.productType));
  const area = { min: lead.intent.areaMin, max: lead.intent.areaMax };
  checks.push(...checkRange('面积', area, { min: when.areaMin, max: when.areaMax }, (n) => `${n}㎡`));
  const budget = { min: lead.intent.budgetMin, max: lead.intent.budgetMax };
  checks.push(...checkRange('预算', budget, { min: when.budgetMin, max: when.budgetMax }, formatWan));
  if (when.levels?.length) checks.push({ holds: when.levels.includes(lead.level), said: `等级「${labelOf(LEAD_LEVELS, lead.level)}」` });
  checks.push(...checkTimeOfDay(when, at, '来访时间'));
  return checks;
}

/** A rule may name a product by its code or by its label, and so may a partner's form. */
function checkProduct(wanted: readonly string[], productType: string | undefined): ConditionCheck {
  if (!productType) return { holds: false, said: '意向产品未填写，' };
  const label = labelOf(PRODUCT_TYPES, productType);
  return { holds: wanted.some((word) => labelOf(PRODUCT_TYPES, word) === label), said: `意向产品「${label}」` };
}

function checkRange(name: string, wish: Range, range: Range, say: (n: number) => string): ConditionCheck[] {
  if (range.min === undefined && range.max === undefined) return [];
  const known = wish.min !== undefined || wish.max !== undefined;
  return [{ holds: wishOverlaps(wish, range), said: known ? `${name} ${sayRange(wish, say)} ` : `${name}未填写，` }];
}

function sayRange({ min, max }: Range, say: (n: number) => string): string {
  if (min === undefined) return `${say(max ?? 0)}以内`;
  if (max === undefined) return `${say(min)}以上`;
  return min === max ? say(min) : `${say(Math.min(min, max))}–${say(Math.max(min, max))}`;
}
