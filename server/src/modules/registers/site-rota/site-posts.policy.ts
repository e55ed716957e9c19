import { beijingParts, type FieldError, isCivilDate, labelOf, SITE_DUTIES, type SitePost, startOfBeijingDate } from '@guihu/shared';
import { readTimeOfDay } from '../../../platform/working-time';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_POSTS = 20;
const FURTHEST_DAYS = 366;
const DUTIES = Object.keys(SITE_DUTIES);

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** `1` (Monday) to `7` (Sunday) of a Beijing date. */
export const weekdayOf = (date: string): string => String(beijingParts(startOfBeijingDate(date)).weekday);

/** Who stands on a date: its own posts where it has some, those of its weekday otherwise. Both by weekday or date. */
export const postsOn = (planned: ReadonlyMap<string, readonly SitePost[]>, date: string): SitePost[] =>
  inOrder(planned.get(date) ?? planned.get(weekdayOf(date)) ?? []);

/** In the order of the duties, earliest first. */
export function inOrder(posts: readonly SitePost[]): SitePost[] {
  const place = ({ duty }: SitePost) => DUTIES.indexOf(duty);
  return [...posts].sort((a, b) => place(a) - place(b) || a.from.localeCompare(b.from) || a.name.localeCompare(b.name));
}

/** The Beijing date some days after another. */
export const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Seven Beijing dates from one on. */
export const sevenDays = (from: string): string[] => WEEKDAYS.map((_, n) => dateAfter(from, n));

/** What is wrong with the posts of one day, field by field in Chinese; empty when they may be saved. */
export function faultsOfPosts(posts: readonly SitePost[]): FieldError[] {
  if (posts.length > MOST_POSTS) return [{ field: 'posts', code: 'many', message: `一天最多排 ${MOST_POSTS} 人次` }];
  const faults: FieldError[] = [];
  posts.forEach((post, n) => {
    const fault = (field: string, message: string) => faults.push({ field: `posts.${n}.${field}`, code: 'post', message });
    const [from, to] = [readTimeOfDay(post.from), readTimeOfDay(post.to)];
    if (from === null || to === null) fault('from', '时间请按 09:00 这样填写');
    else if (to <= from) fault('to', '结束时间要晚于开始时间，跨夜请分两天填写');
    else if (posts.slice(0, n).some((other) => isTwice(other, post)))
      fault('from', `${post.name}在${labelOf(SITE_DUTIES, post.duty)}的时间有重叠`);
  });
  return faults;
}

/** Clock times are of one length, so that they compare as text. */
const isTwice = (a: SitePost, b: SitePost): boolean => a.duty === b.duty && a.name === b.name && a.from < b.to && b.from < a.to;

/** Why a weekday or a date cannot be planned; null when it can. What is over stays as it was. `today` is a Beijing date. */
export function dayRefused(day: string, today: string): string | null {
  if (WEEKDAYS.some((weekday) => weekday === day)) return null;
  if (!isCivilDate(day)) return '没有这一天，请检查日期';
  if (day < today) return '过去的日子不能再改';
  return day > dateAfter(today, FURTHEST_DAYS) ? '最多提前一年排班' : null;
}

/**
 * Seven dates from `from` on as the seven before them were: a date with posts of its own gives them on, any other lets its
 * successor go by the weekday (null). Dates before `today` are left alone.
 */
export function copiedDays(
  planned: ReadonlyMap<string, readonly SitePost[]>,
  from: string,
  today: string,
): { day: string; posts: readonly SitePost[] | null }[] {
  return sevenDays(from)
    .filter((day) => day >= today)
    .map((day) => ({ day, posts: planned.get(dateAfter(day, -WEEKDAYS.length)) ?? null }));
}
