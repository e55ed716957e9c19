import type { SiteDuty, SitePost, SiteRotaDay } from '@guihu/shared';

/** A post as it is typed. */
export interface PostForm {
  duty: SiteDuty | null;
  name: string;
  from: string;
  to: string;
  note: string;
}

export const EMPTY_POST: PostForm = { duty: null, name: '', from: '09:00', to: '18:00', note: '' };

/** What is still wrong, by field; empty when the post can be planned. Clock times are of one length, so that they compare as text. */
export function faultsOf({ duty, name, from, to }: PostForm): { duty?: string; name?: string; time?: string } {
  return {
    ...(duty === null ? { duty: '请选择岗位' } : {}),
    ...(name.trim() === '' ? { name: '请填写姓名' } : {}),
    ...(to <= from ? { time: '结束时间要晚于开始时间，跨夜请分两天填写' } : {}),
  };
}

/** The post that was typed; null while something is wrong. */
export function postOf(form: PostForm): SitePost | null {
  if (form.duty === null || Object.keys(faultsOf(form)).length > 0) return null;
  return { duty: form.duty, name: form.name.trim(), from: form.from, to: form.to, note: form.note.trim() || null };
}

/** Everybody who is planned somewhere on these days: names to tap instead of to type. */
export const namesIn = (days: readonly SiteRotaDay[]): string[] => [...new Set(days.flatMap(({ posts }) => posts.map(({ name }) => name)))];

/** The posts of a day without one of them. */
export const withoutPost = (posts: readonly SitePost[], { duty, name, from }: SitePost): SitePost[] =>
  posts.filter((each) => each.duty !== duty || each.name !== name || each.from !== from);
