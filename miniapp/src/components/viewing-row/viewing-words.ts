import { beijingClock, beijingDate, LEAD_LEVELS, labelOf, type StaffViewing, sayDuration, type ViewingStatus } from '@guihu/shared';
import type { Tone } from '../status-tag/status-tag';

export interface SaidVisit {
  text: string;
  tone: Tone;
}

/** This near, whoever receives should be on the way to the door. */
const SOON_MS = 30 * 60_000;
const MINUTE_MS = 60_000;

const TONES: Readonly<Record<ViewingStatus, Tone>> = {
  booked: 'accent',
  'checked-in': 'accent',
  completed: 'done',
  cancelled: 'calm',
  'no-show': 'soon',
};

type Clocked = Pick<StaffViewing, 'status' | 'startsAt' | 'urgency'>;

/**
 * What a visit wants as of `now` (epoch milliseconds), counted anew, so that a list left open does not go on saying 还有 25 分钟.
 * What is not counted by a clock keeps the server's words.
 */
export function visitUrgencyAt(visit: Clocked, now: number): SaidVisit {
  const start = Date.parse(visit.startsAt);
  if (visit.status === 'booked') {
    if (now >= start + MINUTE_MS) return { text: `已迟到 ${sayDuration(now - start)}`, tone: 'late' };
    if (start - now < MINUTE_MS) return { text: '到时间了', tone: 'soon' };
    if (beijingDate(start) === beijingDate(now))
      return { text: `还有 ${sayDuration(start - now)}`, tone: start - now <= SOON_MS ? 'soon' : 'accent' };
  }
  // Whoever came late has the same time: only the server knows when that is over.
  if (visit.status === 'checked-in') return { text: visit.urgency.text, tone: visit.urgency.late ? 'soon' : 'accent' };
  return { text: visit.urgency.text, tone: TONES[visit.status] };
}

/** The late first, then whose feedback is owed, then who is here, then those to come; what is over stands last. */
export function visitsInOrder<T extends Clocked>(visits: readonly T[], now: number): T[] {
  return [...visits].sort((a, b) => rankOf(a, now) - rankOf(b, now) || Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

const OVER: Readonly<Record<ViewingStatus, number>> = { booked: 3, 'checked-in': 2, 'no-show': 4, completed: 5, cancelled: 6 };

function rankOf(visit: Clocked, now: number): number {
  if (visit.status === 'booked' && visitUrgencyAt(visit, now).tone === 'late') return 0;
  return owesFeedback(visit) ? 1 : OVER[visit.status];
}

/** They were here, the visit is over, and nobody wrote how it went. */
export const owesFeedback = ({ status, urgency }: Pick<StaffViewing, 'status' | 'urgency'>): boolean =>
  status === 'checked-in' && urgency.late;

/** `10:00–11:00` */
export const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
  `${beijingClock(Date.parse(startsAt))}–${beijingClock(Date.parse(endsAt))}`;

/** `高意向`; the server's own word where the dictionary has none. */
export const levelOf = (level: string | null): string | null => (level === null ? null : labelOf(LEAD_LEVELS, level) || level);

/** `3 人`; a single visitor is not worth a word. */
export const partyOf = (size: number): string => (size > 1 ? `${size} 人同行` : '');
