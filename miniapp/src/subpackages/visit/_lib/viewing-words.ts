import { beijingDate, type MyViewing, sayTime, VIEWING_KIND_LABELS, VIEWING_STATUS_LABELS, type ViewingStatus } from '@guihu/shared';
import type { IconName } from '@/components/icon/shapes';
import type { Tone } from '@/components/status-tag/status-tag';

const TONES: Readonly<Record<ViewingStatus, Tone>> = {
  booked: 'accent',
  'checked-in': 'info',
  completed: 'done',
  cancelled: 'calm',
  'no-show': 'soon',
};
const ICONS: Partial<Record<ViewingStatus, IconName>> = { booked: 'calendar', 'checked-in': 'place', cancelled: 'close' };

export const statusTagOf = (status: ViewingStatus): { text: string; tone: Tone; icon?: IconName } => ({
  text: VIEWING_STATUS_LABELS[status],
  tone: TONES[status],
  icon: ICONS[status],
});

/** `云溪府 · 预约看房`; a plan with a name of its own is called by it. */
export const whatOf = ({ projectName, kind, title }: Pick<MyViewing, 'projectName' | 'kind' | 'title'>): string =>
  `${projectName} · ${title || VIEWING_KIND_LABELS[kind]}`;

/** Still to come, or going on. */
export const isAhead = ({ status }: Pick<MyViewing, 'status'>): boolean => status === 'booked' || status === 'checked-in';

/** The pass is for the day itself: earlier there is nobody to show it to. */
export const passIsDue = ({ status, startsAt }: Pick<MyViewing, 'status' | 'startsAt'>, now: number): boolean =>
  (status === 'booked' || status === 'no-show') && beijingDate(Date.parse(startsAt)) === beijingDate(now);

/** Until when one may change one's mind, in a sentence; null when there is nothing to say. */
export function changeWords(
  viewing: Pick<MyViewing, 'status' | 'changeableUntil' | 'reschedulesLeft' | 'allowed'>,
  now: number,
): string | null {
  const { status, changeableUntil, reschedulesLeft, allowed } = viewing;
  if (status !== 'booked') return null;
  if (changeableUntil === null || Date.parse(changeableUntil) <= now) return '已过可以自己修改的时间，如需改动请打电话';
  const until = `${sayTime(Date.parse(changeableUntil), now)} 前`;
  if (allowed.includes('reschedule')) return `${until}可以改时间或取消，还可改 ${reschedulesLeft} 次`;
  return allowed.includes('cancel') ? `${until}可以取消，改时间的次数已用完` : null;
}

export interface BarAction {
  key: 'cancel' | 'reschedule' | 'rate' | 'pass' | 'calendar' | 'again' | 'call';
  text: string;
  kind: 'primary' | 'plain';
}

/** What may be done, from the side to the thumb: what is most wanted now comes last. */
export function viewingBar(viewing: MyViewing, now: number): BarAction[] {
  const { status, allowed, host } = viewing;
  const may = (verb: (typeof allowed)[number]) => allowed.includes(verb);
  const action = (key: BarAction['key'], text: string, kind: BarAction['kind'] = 'plain'): BarAction => ({ key, text, kind });
  if (may('rate')) return [action('rate', '评价这次看房', 'primary')];
  if (status === 'checked-in') return host?.phone ? [action('call', `给${host.name}打电话`)] : [];
  if (!isAhead(viewing) && !passIsDue(viewing, now)) return [action('again', '再约一次', status === 'completed' ? 'plain' : 'primary')];
  return [
    ...(may('cancel') ? [action('cancel', '取消预约')] : []),
    ...(may('reschedule') ? [action('reschedule', '改时间')] : []),
    passIsDue(viewing, now) ? action('pass', '到访码', 'primary') : action('calendar', '加入日历', 'primary'),
  ];
}
