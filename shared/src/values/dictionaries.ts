/** Words that forms offer. Free words from partners are kept as they came; these are the ones with a label and a rule. */

export const PRODUCT_TYPES = {
  'high-rise': '高层住宅',
  'low-rise': '洋房',
  villa: '别墅',
  apartment: '公寓',
  shop: '商铺',
  parking: '车位',
} as const;
export type ProductType = keyof typeof PRODUCT_TYPES;

export const PURPOSES = {
  'first-home': '首次置业',
  upgrade: '改善居住',
  investment: '投资',
  'for-family': '为家人购置',
} as const;
export type Purpose = keyof typeof PURPOSES;

export const GENDERS = { male: '先生', female: '女士', unknown: '未知' } as const;
export type Gender = keyof typeof GENDERS;

/** Levels of interest, rule E7, in rising order. */
export const LEAD_LEVELS = { potential: '潜在', interested: '意向', hot: '高意向', closing: '准成交' } as const;
export type LeadLevel = keyof typeof LEAD_LEVELS;

/** Ways of contact, rule D10. */
export const FOLLOW_UP_METHODS = { phone: '电话', wechat: '微信', visit: '面谈', sms: '短信', email: '邮件', event: '活动' } as const;
export type FollowUpMethod = keyof typeof FOLLOW_UP_METHODS;

/** The five lawful roots of acquisition, rule A6. Every channel hangs under one of them. */
export const CHANNEL_ROOTS = {
  campaign: '营销活动',
  'walk-in': '自然到访',
  online: '线上平台',
  referral: '转介绍',
  other: '其他认可渠道',
} as const;
export type ChannelRoot = keyof typeof CHANNEL_ROOTS;

/** What an engineer knows, and a kind of work asks for (J3). */
export const WORK_SKILLS = {
  plumbing: '给排水',
  waterproof: '防水',
  electric: '电工',
  heating: '暖通',
  carpentry: '门窗',
  decoration: '装修',
  equipment: '设备',
  public: '公共设施',
  complaint: '客诉处理',
} as const;
export type WorkSkill = keyof typeof WORK_SKILLS;

/** The label of a dictionary word, or the word itself when it is the person's own. */
export function labelOf(dictionary: Readonly<Record<string, string>>, word: string | undefined | null): string {
  if (!word) return '';
  return Object.hasOwn(dictionary, word) ? (dictionary[word] as string) : word;
}
