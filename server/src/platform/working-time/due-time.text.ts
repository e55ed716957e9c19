import { beijingClock, type CountedInterval, type DueTimeExplanation, type SkippedInterval, sayTime } from '@guihu/shared';
import { dayOf, MINUTE_MS } from './civil-day';
import { OFF_DUTY } from './skipped-time';

/** Longer lists are told by their ends and a sum. */
const MOST_TOLD = 4;

const DAYS_RULE = ' 个工作日';
/** `3 个工作日` */
export const sayWorkingDays = (n: number): string => `${n}${DAYS_RULE}`;

/** `15 个工作分钟`, `2 个工作小时`, `1 小时 30 分钟工作时间`, `45 秒工作时间`. */
export function sayWorkingDuration(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (ms > 0 && minutes === 0) return `${Math.ceil(ms / 1000)} 秒工作时间`;
  if (minutes < 60) return `${minutes} 个工作分钟`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} 个工作小时` : `${Math.floor(minutes / 60)} 小时 ${rest} 分钟工作时间`;
}

type Facts = Omit<DueTimeExplanation, 'text'>;

/**
 * The whole explanation in one sentence for somebody who reads it at `now` (epoch ms). `text` of an explanation is said for its
 * start; what was stored and is read on a later day has to be said again, or its 今天 is no longer today.
 */
export function sayDueTime(facts: Facts, now: number): string {
  const start = `从${spaced(sayTime(Date.parse(facts.startAt), now))} 起计 ${facts.rule}`;
  const due = spaced(sayTime(Date.parse(facts.dueAt), now));
  const parts = facts.rule.endsWith(DAYS_RULE) ? dayParts(facts, now) : timeParts(facts, now);
  if (parts.length === 0) return `${start}，所以是${due}`;
  return `${start}：${parts.join('，')}，${endsAtClosing(facts) ? '所以顺延到' : '所以是'}${due}`;
}

/** Used up exactly where a window ends: the due instant was carried on to the next start. */
function endsAtClosing(facts: Facts): boolean {
  const last = facts.counted.at(-1);
  return last !== undefined && !facts.rule.endsWith(DAYS_RULE) && last.to !== facts.dueAt;
}

type Step = ({ kind: 'counted' } & CountedInterval) | ({ kind: 'skipped' } & SkippedInterval);

/** ISO strings of one length sort like the instants they name. */
const stepsOf = (facts: Facts): Step[] =>
  [
    ...facts.counted.map((each): Step => ({ kind: 'counted', ...each })),
    ...facts.skipped.map((each): Step => ({ kind: 'skipped', ...each })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));

function timeParts(facts: Facts, now: number): string[] {
  const { counted, skipped } = facts;
  if (counted.length === 1 && skipped.length === 0) return ['都在上班时间内'];
  const [first, last] = [counted[0], counted.at(-1)];
  if (counted.length <= MOST_TOLD || !first || !last) return told(facts, now);
  const middle = counted.slice(1, -1);
  const lead = gapPhrase(
    skipped.filter((each) => each.to <= first.from),
    true,
  );
  const reasons = reasonsOf(skipped.filter((each) => each.from >= first.to && each.to <= last.from));
  const sum = middle.reduce((total, each) => total + each.minutes, 0);
  return [
    ...lead,
    countedPhrase(first, null, now),
    `其间 ${middle.length} 段共计 ${sayMinutes(sum)}${reasons.length > 0 ? `（${reasons.join('、')}不计）` : ''}`,
    countedPhrase(last, null, now),
    ...closingPhrase(facts),
  ];
}

function told(facts: Facts, now: number): string[] {
  const parts: string[] = [];
  let gap: SkippedInterval[] = [];
  let before: CountedInterval | null = null;
  for (const step of stepsOf(facts)) {
    if (step.kind === 'skipped') {
      gap.push(step);
      continue;
    }
    parts.push(...gapPhrase(gap, before === null), countedPhrase(step, before, now));
    gap = [];
    before = step;
  }
  return [...parts, ...(before ? closingPhrase(facts) : gapPhrase(gap, true))];
}

/** `今天 17:50–18:00 计 10 分钟`; the day is said again only when it is another one. */
function countedPhrase(step: CountedInterval, before: CountedInterval | null, now: number): string {
  const from = Date.parse(step.from);
  const sameDay = before !== null && dayOf(Date.parse(before.from)) === dayOf(from);
  const start = sameDay ? beijingClock(from) : sayTime(from, now);
  return `${start}–${endClock(from, Date.parse(step.to))} 计 ${sayMinutes(step.minutes)}`;
}

function endClock(from: number, to: number): string {
  if (dayOf(to) === dayOf(from)) return beijingClock(to);
  return dayOf(to - 1) === dayOf(from) ? '24:00' : `次日 ${beijingClock(to)}`;
}

function gapPhrase(gap: readonly SkippedInterval[], leading: boolean): string[] {
  const reasons = reasonsOf(gap);
  if (reasons.length === 0) return [];
  if (reasons.length === 1 && reasons[0] === OFF_DUTY) return [leading ? '下班时间不计' : '下班后暂停'];
  return [`${reasons.join('、')}不计`];
}

function closingPhrase(facts: Facts): string[] {
  const last = facts.counted.at(-1);
  const after = facts.skipped.find((each) => last !== undefined && each.from >= last.to);
  return after && endsAtClosing(facts) ? [`计满时正值${after.reason}`] : [];
}

/** Each reason once; closing time goes without saying beside a weekend or a holiday. */
function reasonsOf(skipped: readonly SkippedInterval[]): string[] {
  const all = [...new Set(skipped.map((each) => each.reason))];
  return all.length > 1 ? all.filter((reason) => reason !== OFF_DUTY) : all;
}

function dayParts(facts: Facts, now: number): string[] {
  if (facts.counted.length > MOST_TOLD) {
    const reasons = reasonsOf(facts.skipped);
    return [`从次日起逐日计满 ${facts.counted.length} 个工作日`, ...(reasons.length > 0 ? [`${reasons.join('、')}不计`] : [])];
  }
  let nth = 0;
  return stepsOf(facts).map((step) => {
    if (step.kind === 'skipped') return `${step.reason}不计`;
    nth += 1;
    return `${sayTime(Date.parse(step.from), now).replace(/ \d\d:\d\d$/, '')}计第 ${nth} 天`;
  });
}

/** `40 分钟`, `8 小时`, `6 小时 30 分`: never in days, since a working day is not 24 hours. */
function sayMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分`}`;
}

/** Chinese text takes a space before a figure. */
const spaced = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text);
