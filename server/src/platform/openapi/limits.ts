import { getMetadataStorage } from 'class-validator';
import type { Model, Schema } from './generated';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Limit = Record<string, unknown>;

/** class-validator's checks in the words of JSON Schema; a check that is not here stays unsaid. */
const LIMITS: Record<string, (...constraints: never[]) => Limit> = {
  isInt: () => ({ type: 'integer' }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  minLength: (minLength: number) => ({ minLength }),
  maxLength: (maxLength: number) => ({ maxLength }),
  isNotEmpty: () => ({ minLength: 1 }),
  matches: ({ source }: RegExp) => ({ pattern: source }),
  isIn: (words: readonly unknown[]) => ({ enum: [...words] }),
  isIso8601: () => ({ format: 'date-time' }),
};
const OF_THE_LIST: typeof LIMITS = {
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
};

/**
 * Limits of each property as requests are really judged by. The swagger plugin reads decorators as text, so it misses every
 * limit that is a constant.
 */
export function limitsOf(request: Model): Map<string, Rule[]> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(request, '', true, false);
  const byProperty = new Map<string, Rule[]>();
  for (const rule of rules) byProperty.set(rule.propertyName, [...(byProperty.get(rule.propertyName) ?? []), rule]);
  return byProperty;
}

/** The schema with the limits in it; that of a list limits its items where a rule says `each`. */
export function withLimits(schema: Schema, rules: readonly Rule[]): Schema {
  if ('$ref' in schema) return schema;
  const items = rules.filter(({ each }) => each);
  const limited = { ...schema } as Limit & { items?: Schema };
  for (const rule of rules.filter(({ each }) => !each)) add(limited, limitOf(rule, { ...LIMITS, ...OF_THE_LIST }));
  if (limited.items && items.length > 0)
    limited.items = withLimits(limited.items, items.map((rule) => ({ ...rule, each: false })) as Rule[]);
  return withNull(limited) as Schema;
}

/** The generator knows null as OpenAPI 3.0 said it; since 3.1 it is a type like another. */
function withNull({ nullable, ...schema }: Limit): Limit {
  return nullable === true ? { ...schema, type: [schema.type, 'null'] } : schema;
}

function limitOf(rule: Rule, known: typeof LIMITS): Limit {
  const say = known[rule.name ?? ''];
  return say ? say(...((rule.constraints ?? []) as never[])) : {};
}

function add(schema: Limit, limit: Limit): void {
  const { pattern, ...rest } = limit;
  // Two patterns both hold; a schema has room for one.
  if (pattern && schema.pattern && schema.pattern !== pattern) schema.allOf = [...((schema.allOf as Limit[]) ?? []), { pattern }];
  else if (pattern) schema.pattern = pattern;
  Object.assign(schema, rest);
}
