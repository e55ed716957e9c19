import { sayTime } from '@guihu/shared';
import { type CandidateFacts, startOf } from './candidate-facts';
import type { Drop } from './drop';
import type { TriedRule } from './tried-rule';
import type { ChoiceWords } from './vocabulary';

/** One colleague as the explanation shows them. */
export interface ChoiceView<Own extends string = never> {
  staffId: string;
  name: string;
  chosen: boolean;
  dropped: Drop<Own> | null;
  openItems: number;
  capacity: number;
  assignedToday: number;
  dailyQuota: number;
  weight: number;
  assignedByRule: number;
  clockStartsAt: string | null;
}

/** More colleagues than this are not listed one by one; all of them are in `candidates`. */
const MOST_SENTENCES = 30;

const COUNTED: Readonly<Record<string, string>> = {
  'off-duty': '已关闭接单',
  'on-leave': '请假',
  'no-shift': '近期没有排班',
  'quota-reached': '今日已达上限',
  'lacks-skill': '未登记这项擅长',
};

/** Several remarks in one breath, each once, without the comma that one of them may end with. */
export const joined = (said: readonly string[]): string => [...new Set(said.map((s) => s.replace(/[\s，]+$/, '')))].join('、');

export const sayMatch = ({ rule, checks }: TriedRule, words: ChoiceWords): string =>
  checks.length === 0
    ? `规则「${rule.name}」适用于所有${words.thing}`
    : `${joined(checks.map((check) => check.said))}符合规则「${rule.name}」`;

export const sayMismatch = ({ rule, checks }: TriedRule): string => {
  const failed = checks.find((check) => !check.holds);
  return `${failed?.said ?? ''}不在规则「${rule.name}」的范围内`;
};

/** Why a fitting rule found nobody: `3 位同事都不能接单：2 位请假，1 位在跟已满`. */
export function sayNobody(drops: readonly Drop<string>[], words: ChoiceWords): string {
  const inRule = drops.filter(({ code }) => code !== 'not-in-rule' && code !== 'inactive');
  if (inRule.length === 0) return '规则范围内没有在职同事';
  const known = { ...COUNTED, 'capacity-full': `${words.open}已满`, ...words.counted };
  const counts = new Map<string, number>();
  for (const { code, text } of inRule) {
    const said = (Object.hasOwn(known, code) && known[code as keyof typeof known]) || text;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return `规则范围内 ${inRule.length} 位同事都不能接单：${[...counts].map(([said, n]) => `${n} 位${said}`).join('，')}`;
}

/** `在班`, `明天 09:00 上班`, `在班，已关闭接单`. */
function sayPresence(c: CandidateFacts, at: number): string {
  const start = startOf(c, at);
  const present = c.inShift ? '在班' : start === null ? '近期没有排班' : `${sayTime(start, at)} 上班`;
  return [c.onLeave ? '请假中' : present, ...(c.onDuty ? [] : ['已关闭接单'])].join('，');
}

/** `林晓：在班，在跟 12/60，今日 3/20，选中`; `赵一鸣：今日请假`. */
export function sayCandidate(c: CandidateFacts, view: ChoiceView<string>, weighs: boolean, at: number, words: ChoiceWords): string {
  const standing = !view.dropped || view.dropped.code === 'outranked' || view.dropped.code === 'rounds-over';
  if (!standing) return `${c.name}：${view.dropped?.text ?? ''}`;
  const share = weighs ? [`权重 ${view.weight}，本规则${words.given} ${view.assignedByRule}`] : [];
  const loads = [`${words.open} ${c.openItems}/${c.capacity}`, `今日 ${c.assignedToday}/${c.dailyQuota}`];
  const verdict = view.dropped?.text ?? (view.chosen ? '选中' : '可以抢单');
  return `${c.name}：${[sayPresence(c, at), ...loads, ...share, verdict].join('，')}`;
}

/** One sentence for each colleague the rule speaks of; the others are counted, so that a large office stays readable. */
export function sayCandidates(
  views: readonly ChoiceView<string>[],
  candidates: readonly CandidateFacts[],
  weighs: boolean,
  at: number,
  words: ChoiceWords,
): string[] {
  const byId = new Map(candidates.map((c) => [c.staffId, c]));
  const spoken = views.filter(({ dropped }) => !dropped || !['not-in-rule', ...words.unspoken].includes(dropped.code));
  const sentences = spoken.slice(0, MOST_SENTENCES).flatMap((view) => {
    const candidate = byId.get(view.staffId);
    return candidate ? [sayCandidate(candidate, view, weighs, at, words)] : [];
  });
  const rest = views.length - sentences.length;
  return rest > 0 && sentences.length > 0 ? [...sentences, `另有 ${rest} 位同事不参与本次比较`] : sentences;
}
