import type { LeadLevel } from '@guihu/shared';
import type { MappedRow, MappingPorts } from './lead-import-draft';

/**
 * The second way to read a table: a public lead-scoring export (nine columns in English), recognised by its header.
 *
 * | column | becomes |
 * |---|---|
 * | Lead Number | the name `客户<number>`, and the phone by the rule of `phoneOf` |
 * | Lead Source | the channel, by `SOURCES`; the word itself is kept beside the touch |
 * | Lead Quality | the level, by `LEVELS`, and a line of the note |
 * | Lead Origin, ToBeConverted, TotalVisits, Total Time Spent on Website, Last Activity, Last Notable Activity | lines of the note |
 *
 * An empty Lead Source is refused: every file states its source (A7), and nobody can ask the export. So is a source that `SOURCES`
 * does not know and nobody registered as a channel (A6).
 */
const HEADER = [
  'lead number',
  'lead origin',
  'lead source',
  'tobeconverted',
  'totalvisits',
  'total time spent on website',
  'last activity',
  'lead quality',
  'last notable activity',
];

/** Lower-cased word of the export → code of the channel dictionary. A channel registered under the word itself comes first. */
const SOURCES: Readonly<Record<string, string>> = {
  google: 'online.website',
  bing: 'online.website',
  'organic search': 'online.website',
  'direct traffic': 'online.website',
  'olark chat': 'online.website',
  'live chat': 'online.website',
  'welingak website': 'online.website',
  welearn: 'online.website',
  welearnblog_home: 'online.website',
  blog: 'online.website',
  'referral sites': 'online.portal',
  'pay per click ads': 'online.portal',
  facebook: 'online.portal',
  'social media': 'online.portal',
  youtubechannel: 'online.portal',
  reference: 'referral.owner',
  click2call: 'walk-in.call',
  press_release: 'other.recognised',
  nc_edm: 'other.recognised',
};

const LEVELS: Readonly<Record<string, LeadLevel>> = { 'high in relevance': 'hot', 'might be': 'interested' };

const WORDS: Readonly<Record<string, string>> = {
  api: '接口',
  'landing page submission': '落地页提交',
  'lead add form': '补录表单',
  'lead import': '批量导入',
  'quick add form': '快速录入',
  'page visited on website': '浏览网站',
  'email opened': '打开邮件',
  unreachable: '联系不上',
  'converted to lead': '转为线索',
  'olark chat conversation': '在线聊天',
  'email bounced': '邮件退回',
  'email link clicked': '点击邮件链接',
  'form submitted on website': '提交网站表单',
  unsubscribed: '退订',
  'had a phone conversation': '电话沟通',
  'view in browser link clicked': '在浏览器中查看邮件',
  'approached upfront': '主动到访',
  'sms sent': '已发短信',
  'visited booth in tradeshow': '到访展位',
  'resubscribed to emails': '重新订阅',
  'email received': '收到邮件',
  'email marked spam': '邮件被标为垃圾',
  modified: '资料更新',
  'low in relevance': '相关度低',
  'might be': '可能有意向',
  'not sure': '不确定',
  worst: '最低',
  'high in relevance': '相关度高',
};

const say = (word: string): string => {
  const plain = word.toLowerCase();
  return (Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined) ?? word;
};

export const isScoringExport = (header: readonly string[]): boolean => {
  const found = new Set(header.map((name) => name.trim().toLowerCase()));
  return HEADER.every((name) => found.has(name));
};

/**
 * The export holds no phone. Each row gets one of its own: `145` and the lead number in eight digits, so 660737 is 14500660737.
 * Different numbers give different phones, the same number always the same one, and every one is a valid mainland mobile number.
 * 145 is a range for data cards without voice: a derived number rings at nobody's ear. Null when the lead number is not 1 to 8 digits.
 */
export const phoneOf = (leadNumber: string): string | null => (/^\d{1,8}$/.test(leadNumber) ? `145${leadNumber.padStart(8, '0')}` : null);

export function mapScoringRow(cells: Readonly<Record<string, string>>, ports: MappingPorts): MappedRow {
  const byName = new Map(Object.entries(cells).map(([name, value]) => [name.trim().toLowerCase(), value.trim()]));
  const cell = (name: string): string => byName.get(name) ?? '';
  const reasons: string[] = [];
  const number = cell('lead number');
  const written = phoneOf(number);
  const phone = written === null ? null : ports.readPhone(written);
  if (!phone) reasons.push(number ? '线索编号应为 8 位以内的数字' : '线索编号未填写');
  else if (!phone.ok) reasons.push(phone.reason);
  const source = cell('lead source');
  const channel = source ? channelOf(source, ports) : null;
  if (!channel) reasons.push(source ? `来源「${source.slice(0, 40)}」不在登记的渠道里` : '来源渠道未填写');
  if (!phone?.ok || !channel) return { ok: false, reasons };
  const level = cell('lead quality').toLowerCase();
  return {
    ok: true,
    draft: {
      name: `客户${number}`,
      phone: phone.e164,
      channelCode: channel.code,
      gender: 'unknown',
      intent: { note: noteOf(cell).slice(0, 500) },
      level: (Object.hasOwn(LEVELS, level) ? LEVELS[level] : undefined) ?? null,
      note: `表中来源：${source}`.slice(0, 200),
    },
  };
}

function channelOf(source: string, ports: MappingPorts): { code: string; name: string } | null {
  const plain = source.toLowerCase();
  return ports.findChannel(source) ?? (Object.hasOwn(SOURCES, plain) ? ports.findChannel(SOURCES[plain] as string) : null);
}

function noteOf(cell: (name: string) => string): string {
  const lines: [label: string, column: string, unit?: string][] = [
    ['入口：', 'lead origin'],
    ['访问网站 ', 'totalvisits', ' 次'],
    ['停留 ', 'total time spent on website', ' 秒'],
    ['最近动作：', 'last activity'],
    ['最近重要动作：', 'last notable activity'],
    ['质量评估：', 'lead quality'],
  ];
  const said = lines.flatMap(([label, column, unit]) => (cell(column) ? [`${label}${say(cell(column))}${unit ?? ''}`] : []));
  if (cell('tobeconverted') === '1') said.push('原系统判断可成交');
  return said.join('；');
}
