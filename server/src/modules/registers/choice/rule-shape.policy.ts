/** What a field of a rule must be; a nested list of fields is an object. A name that ends in `?` may be left out. */
export type Field = 'text' | 'number' | 'flag' | 'texts' | 'weights' | Fields;
export interface Fields {
  readonly [name: string]: Field;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const IS: Record<Exclude<Field, Fields>, (value: unknown) => boolean> = {
  text: isText,
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every(isText),
  // What a weight may be is told by name (`faultsOfWeights`).
  weights: isObject,
};

/**
 * Fields of a rule that are missing, unknown or of another type, in Chinese. Rules come as JSON and are kept as such, so that what
 * passes here is what every later decision may rely on.
 */
export function faultsOfShape(rule: unknown, fields: Fields, path = ''): string[] {
  if (!isObject(rule)) return [path ? `的 ${path} 格式不正确` : '的内容格式不正确'];
  const known = new Map(Object.entries(fields).map(([name, field]) => [name.replace(/\?$/, ''), { field, optional: name.endsWith('?') }]));
  const unknown = Object.keys(rule).filter((name) => !known.has(name));
  const faults = unknown.map((name) => `含有无法识别的字段 ${path}${path && '.'}${name}`);
  for (const [name, { field, optional }] of known) {
    const value = Object.hasOwn(rule, name) ? rule[name] : undefined;
    const at = path ? `${path}.${name}` : name;
    if (value === undefined) {
      if (!optional) faults.push(`缺少 ${at}`);
    } else if (typeof field === 'object') faults.push(...faultsOfShape(value, field, at));
    else if (!IS[field](value)) faults.push(`的 ${at} 格式不正确`);
  }
  return faults;
}
