import type { VerdictSettings } from '@guihu/shared';

export type RuleNumber = { [K in keyof VerdictSettings]: VerdictSettings[K] extends number | null ? K : never }[keyof VerdictSettings];

export interface NumberRule {
  key: RuleNumber;
  label: string;
  /** What it means, with its number. */
  says: (days: number) => string;
  /** What holds without it. */
  off: string;
  /** Taken up again when it is switched on. */
  usual: number;
}

/** Every number of a verdict as people look for it (§3.2). */
export const NUMBER_RULES: readonly NumberRule[] = [
  {
    key: 'protectionDays',
    label: '报备保护期',
    says: (days) => `报备后 ${days} 天内首次到访，归属推荐人；第 ${days} 天 24:00 前都算`,
    off: '报备一直有效，不限多久到访',
    usual: 30,
  },
  {
    key: 'callInDays',
    label: '来电、留资有效期',
    says: (days) => `来电或线上留资后 ${days} 天内没有到访，就不再算首先接待`,
    off: '来电和留资一直有效',
    usual: 15,
  },
  {
    key: 'visitDays',
    label: '到访有效期',
    says: (days) => `到访后 ${days} 天内没有再联系上，这次到访不再保留归属`,
    off: '到访一直有效',
    usual: 7,
  },
  {
    key: 'followUpDays',
    label: '跟进有效期',
    says: (days) => `最近一次有效跟进后 ${days} 天内，归属保留`,
    off: '不看跟进时间',
    usual: 30,
  },
  {
    key: 'lastContactDays',
    label: '成交前最后联系',
    says: (days) => `成交前 ${days} 天内没有联系过，视为放弃`,
    off: '不要求成交前联系过',
    usual: 7,
  },
];

export const FIELD_WORDS: Readonly<Record<VerdictSettings['completeFields'][number], string>> = {
  name: '姓名',
  gender: '性别',
  phone: '电话',
  channel: '渠道',
  area: '意向面积',
  layout: '意向户型',
};

export const STRICTNESS: Readonly<Record<'refuse' | 'flag', string>> = { refuse: '直接无效', flag: '提示人工核实' };

export type IdentityRule = 'selfReferral' | 'staffReferral' | 'circularReferral';
export const IDENTITY_RULES: readonly { key: IdentityRule; label: string; says: Readonly<Record<'refuse' | 'flag', string>> }[] = [
  {
    key: 'selfReferral',
    label: '自己推荐自己',
    says: { refuse: '推荐人和客户是同一个人，推荐无效', flag: '推荐人和客户是同一个人，提示同事核实后再定' },
  },
  {
    key: 'staffReferral',
    label: '员工推荐',
    says: { refuse: '员工的推荐不计入老带新', flag: '员工的推荐提示核实后再定' },
  },
  {
    key: 'circularReferral',
    label: '互相推荐',
    says: { refuse: '两人互相推荐，后一条无效', flag: '两人互相推荐，提示核实后再定' },
  },
];

export const PRECEDENCE: Readonly<Record<VerdictSettings['precedence'], { label: string; says: string }>> = {
  first: { label: '先到先得', says: '都有效时，时间最早的一条取得归属' },
  'referral-first': { label: '老带新优先', says: '都有效时，老带新先于其他来源；几条老带新之间仍是先到先得' },
};

/** What differs from what is in force, a sentence each: `报备保护期 30 天 → 45 天`. */
export function changesOf(before: VerdictSettings, after: VerdictSettings): string[] {
  const days = (value: number | null) => (value === null ? '不限' : `${value} 天`);
  const numbers = NUMBER_RULES.filter(({ key }) => before[key] !== after[key]).map(
    ({ key, label }) => `${label} ${days(before[key])} → ${days(after[key])}`,
  );
  const identities = IDENTITY_RULES.filter(({ key }) => before[key] !== after[key]).map(
    ({ key, label }) => `${label} ${STRICTNESS[before[key]]} → ${STRICTNESS[after[key]]}`,
  );
  const yes = (on: boolean) => (on ? '开' : '关');
  const switches = (
    [
      ['connectedOnly', '只算接通的跟进'],
      ['householdAsOne', '同户算一位客户'],
    ] as const
  )
    .filter(([key]) => before[key] !== after[key])
    .map(([key, label]) => `${label} ${yes(before[key])} → ${yes(after[key])}`);
  const fields = (list: VerdictSettings['completeFields']) => list.map((field) => FIELD_WORDS[field]).join('、') || '不要求';
  const complete =
    [...before.completeFields].sort().join() === [...after.completeFields].sort().join()
      ? []
      : [`有效记录必填 ${fields(before.completeFields)} → ${fields(after.completeFields)}`];
  const order =
    before.precedence === after.precedence ? [] : [`${PRECEDENCE[before.precedence].label} → ${PRECEDENCE[after.precedence].label}`];
  return [...numbers, ...complete, ...switches, ...identities, ...order];
}

/** What a trial came to, in a sentence. */
export function saySimulation({ judged, changed }: { judged: number; changed: readonly unknown[] }, days: number): string {
  if (judged === 0) return `过去 ${days} 天没有判过归属，试不出差别`;
  if (changed.length === 0) return `重判了过去 ${days} 天的 ${judged} 位客户，结果都不变`;
  return `重判了过去 ${days} 天的 ${judged} 位客户，其中 ${changed.length} 位的结果会变`;
}
