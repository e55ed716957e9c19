import { sayTime, type TimelineEntry } from '@guihu/shared';
import type { ViewingEventType } from '../viewing.rows';

type Data = Record<string, unknown> | null;
type NameOf = (staffId: unknown) => string;

const BY: Readonly<Record<string, string>> = { staff: '由同事登记', pass: '出示签到码', site: '扫现场签到码' };

const words = (data: Data, key: string): string => (typeof data?.[key] === 'string' ? (data[key] as string) : '');

/** What happened and what was shown, one after the other; of one moment, what happened stands on top. Both come in their own order. */
export const latestFirst = (happened: readonly TimelineEntry[], shown: readonly TimelineEntry[]): TimelineEntry[] =>
  [...happened, ...[...shown].reverse()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

/** One event of a visit, as colleagues read it. */
export function sayVisitEvent(type: string, data: Data, nameOf: NameOf, at: number): string {
  const because = words(data, 'reason') ? `：${words(data, 'reason')}` : '';
  const startsAt = typeof data?.startsAt === 'number' ? sayTime(data.startsAt, at) : '';
  const sentences: Record<ViewingEventType, () => string> = {
    booked: () => `预约了 ${startsAt}`.trim(),
    rescheduled: () => `${`改到 ${typeof data?.to === 'number' ? sayTime(data.to, at) : startsAt}`.trim()}${because}`,
    rehosted: () => `改由${nameOf(data?.to)}接待${because}`,
    cancelled: () => `取消了预约${because}`,
    'checked-in': () =>
      words(data, 'origin') === 'walk-in' ? '现场到访' : `到访签到（${BY[words(data, 'by')] ?? ''}）${data?.late ? '，迟到' : ''}`,
    missed: () => '超过等候时间，记为未到访',
    completed: () => '填写了接待反馈',
    rated: () => `评价 ${String(data?.stars ?? '')} 星`,
    warned: () => `已提醒接待同事：${words(data, 'text')}`,
  };
  return Object.hasOwn(sentences, type) ? sentences[type as ViewingEventType]() : type;
}
