import { BEIJING_OFFSET_MS, type MyViewing, type MyWait, type ViewingSlotView } from '@guihu/shared';

/** An instant by the clock on the wall in Beijing: `2026-12-05 10:00`. */
export const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`) - BEIJING_OFFSET_MS;
const iso = (text: string): string => new Date(beijing(text)).toISOString();

/** A time of an hour with two of four seats left. */
export function slotAt(start: string, over: Partial<ViewingSlotView> = {}): ViewingSlotView {
  const startsAt = iso(start);
  return {
    id: start,
    kind: 'viewing',
    title: '预约看房',
    audience: 'everybody',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    seatsLeft: 2,
    seats: 4,
    bookable: true,
    reason: null,
    waitable: false,
    ...over,
  };
}

export const FULL = { seatsLeft: 0, bookable: false, waitable: true, reason: '已满，可候补' };
export const TOO_LATE = { bookable: false, waitable: false, reason: '需至少提前 2 小时预约' };

export function viewingAt(start: string, over: Partial<MyViewing> = {}): MyViewing {
  const { id, startsAt, endsAt, kind, title } = slotAt(start);
  return {
    id,
    kind,
    title,
    startsAt,
    endsAt,
    number: 'KF261205-0001',
    status: 'booked',
    host: { id: 's', name: '林晓', title: '置业顾问', phone: '138 2000 1111', intro: null },
    projectId: 'p',
    projectName: '云溪府',
    address: '杭州市滨江区江晖路 1288 号',
    partySize: 2,
    note: null,
    createdAt: iso('2026-12-01 09:00'),
    steps: [],
    changeableUntil: null,
    reschedulesLeft: 2,
    allowed: ['reschedule', 'cancel'],
    promise: '明天 10:00 见，林晓在售楼处等您',
    rating: null,
    ...over,
  };
}

export function waitFor(start: string, over: Partial<MyWait> = {}): MyWait {
  const { id, startsAt, endsAt, kind } = slotAt(start);
  return {
    id: `w-${id}`,
    slotId: id,
    kind,
    startsAt,
    endsAt,
    projectName: '云溪府',
    status: 'waiting',
    ahead: 1,
    offerUntil: null,
    viewingId: null,
    ...over,
  };
}
