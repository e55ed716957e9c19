import type { VerdictSettings } from '@guihu/shared';

const DAY_FIELDS = {
  protectionDays: '推荐保护期',
  callInDays: '来电登记有效期',
  visitDays: '到访有效期',
  followUpDays: '跟进有效期',
  lastContactDays: '成交前联系天数',
} as const;
const LONGEST_DAYS = 3_650;
const FIELDS: readonly VerdictSettings['completeFields'][number][] = ['name', 'gender', 'phone', 'channel', 'area', 'layout'];
const KNOWN: readonly string[] = [
  ...Object.keys(DAY_FIELDS),
  'completeFields',
  'connectedOnly',
  'householdAsOne',
  'selfReferral',
  'staffReferral',
  'circularReferral',
  'precedence',
];

/** What is wrong with settings that came from outside, in sentences; empty when they can be published. */
export function faultsOfSettings(settings: unknown): string[] {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return ['规则格式不正确'];
  const given = settings as Record<string, unknown>;
  const faults = Object.keys(given)
    .filter((key) => !KNOWN.includes(key))
    .map((key) => `不认识的设置「${key.slice(0, 30)}」`);
  for (const [key, name] of Object.entries(DAY_FIELDS)) {
    const days = given[key];
    const whole = Number.isInteger(days) && (days as number) >= 0 && (days as number) <= LONGEST_DAYS;
    if (days !== null && !whole) faults.push(`${name}请填写 0 至 ${LONGEST_DAYS} 的整数天数，或不限`);
  }
  const complete = given.completeFields;
  if (!Array.isArray(complete) || complete.some((f) => !FIELDS.includes(f)) || new Set(complete).size !== complete.length)
    faults.push('必填项请从给出的字段中选择，且不重复');
  for (const key of ['connectedOnly', 'householdAsOne']) if (typeof given[key] !== 'boolean') faults.push('请选择是或否');
  for (const key of ['selfReferral', 'staffReferral', 'circularReferral'])
    if (given[key] !== 'refuse' && given[key] !== 'flag') faults.push('推荐限制请选择「不算」或「提示」');
  if (given.precedence !== 'first' && given.precedence !== 'referral-first') faults.push('请选择先后次序');
  return [...new Set(faults)];
}
