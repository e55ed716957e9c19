import { beijingClock, type StaffViewing, startOfBeijingDate, VIEWING_KIND_LABELS } from '@guihu/shared';
import { owesFeedback, visitUrgencyAt } from '@/components/viewing-row/viewing-words';

const HOUR_MS = 3_600_000;
/** Shown whatever the day holds; a visit before or after makes it longer. */
const FIRST_HOUR = 9;
const LAST_HOUR = 18;
const USUAL_PX = 76;
const MOST_PX = 160;
/** px that the shortest visit needs for two short words and a fingertip. */
const NARROWEST_PX = 52;

export type BlockState = 'booked' | 'late' | 'here' | 'owed' | 'done' | 'missed';

export interface StripBlock {
  key: string;
  /** Visits of one time with one host are one block. */
  visits: StaffViewing[];
  /** px from the left of the track. */
  left: number;
  width: number;
  /** With the buffers around it. */
  takenLeft: number;
  takenWidth: number;
  /** Blocks that overlap stand under one another. */
  lane: number;
  state: BlockState;
  /** Who, in a word or two. */
  name: string;
  /** How it stands, so that no colour has to tell. */
  said: string;
}

export interface StripRow {
  hostId: string | null;
  hostName: string;
  lanes: number;
  blocks: StripBlock[];
  /** `3 组` */
  count: string;
}

export interface DayStrip {
  /** Epoch milliseconds; whole hours of Beijing. */
  from: number;
  to: number;
  hourPx: number;
  /** px of the whole track. */
  width: number;
  hours: { left: number; label: string }[];
  rows: StripRow[];
}

const WORDS: Readonly<Record<BlockState, string>> = {
  booked: '已约',
  late: '迟到',
  here: '接待中',
  owed: '待反馈',
  done: '完成',
  missed: '未到',
};

interface Shown {
  /** Beijing date. */
  day: string;
  /** Epoch milliseconds. */
  now: number;
  /** Whose row stands on top. */
  mine?: string | null;
  /** px that the strip may fill without being scrolled; it never gets tighter than visits can be read. */
  room?: number;
}

/** A day of visits as a strip: hours across, one row for each host, who receives first on top. */
export function dayStrip(visits: readonly StaffViewing[], { day, now, mine = null, room = 0 }: Shown): DayStrip {
  const shown = visits.filter(({ status }) => status !== 'cancelled');
  const midnight = startOfBeijingDate(day);
  const starts = shown.map(({ takenFrom }) => Date.parse(takenFrom));
  const ends = shown.map(({ takenUntil }) => Date.parse(takenUntil));
  const from = Math.min(midnight + FIRST_HOUR * HOUR_MS, ...starts.map((at) => midnight + Math.floor((at - midnight) / HOUR_MS) * HOUR_MS));
  const to = Math.max(midnight + LAST_HOUR * HOUR_MS, ...ends.map((at) => midnight + Math.ceil((at - midnight) / HOUR_MS) * HOUR_MS));
  const shortest = Math.min(HOUR_MS, ...shown.map(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt)));
  const tightest = Math.min(MOST_PX, Math.max(USUAL_PX, Math.ceil((NARROWEST_PX * HOUR_MS) / shortest)));
  const hourPx = Math.max(tightest, Math.floor(room / ((to - from) / HOUR_MS)));
  const px = (at: number) => ((at - from) / HOUR_MS) * hourPx;
  const hours = Array.from({ length: Math.round((to - from) / HOUR_MS) + 1 }, (_, at) => ({
    left: at * hourPx,
    label: beijingClock(from + at * HOUR_MS),
  }));
  const hosts = [...new Set(shown.map(({ host }) => host?.id ?? null))];
  const rows = hosts
    .map((hostId) =>
      rowOf(
        shown.filter(({ host }) => (host?.id ?? null) === hostId),
        px,
        now,
      ),
    )
    .sort((a, b) => Number(b.hostId === mine) - Number(a.hostId === mine) || firstOf(a) - firstOf(b));
  return { from, to, hourPx, width: px(to), hours, rows };
}

const firstOf = ({ blocks }: StripRow): number => blocks[0]?.left ?? 0;

function rowOf(visits: readonly StaffViewing[], px: (at: number) => number, now: number): StripRow {
  const together = new Map<string, StaffViewing[]>();
  for (const visit of visits) {
    const key = `${visit.startsAt}|${visit.endsAt}|${visit.kind}`;
    together.set(key, [...(together.get(key) ?? []), visit]);
  }
  const blocks = [...together.values()].map((group) => blockOf(group, px, now)).sort((a, b) => a.left - b.left || a.width - b.width);
  const busyUntil: number[] = [];
  for (const block of blocks) {
    const free = busyUntil.findIndex((until) => until <= block.left);
    block.lane = free < 0 ? busyUntil.length : free;
    busyUntil[block.lane] = block.left + block.width;
  }
  const first = visits[0] as StaffViewing;
  return {
    hostId: first.host?.id ?? null,
    hostName: first.host?.name ?? '待安排',
    lanes: Math.max(1, busyUntil.length),
    blocks,
    count: `${visits.length} 组`,
  };
}

function blockOf(visits: StaffViewing[], px: (at: number) => number, now: number): StripBlock {
  const first = visits[0] as StaffViewing;
  const [left, right] = [px(Date.parse(first.startsAt)), px(Date.parse(first.endsAt))];
  const [takenLeft, takenRight] = [px(Date.parse(first.takenFrom)), px(Date.parse(first.takenUntil))];
  const state = worstOf(visits.map((visit) => stateOf(visit, now)));
  const here = visits.filter(({ status }) => status === 'checked-in' || status === 'completed').length;
  const many = visits.length > 1;
  return {
    key: first.id,
    visits,
    left,
    width: right - left,
    takenLeft,
    takenWidth: takenRight - takenLeft,
    lane: 0,
    state,
    name: many ? VIEWING_KIND_LABELS[first.kind] : first.customer.name,
    said: many ? `到 ${here}/${visits.length} 组` : WORDS[state],
  };
}

export function stateOf(visit: StaffViewing, now: number): BlockState {
  if (visit.status === 'booked') return visitUrgencyAt(visit, now).tone === 'late' ? 'late' : 'booked';
  if (visit.status === 'checked-in') return owesFeedback(visit) ? 'owed' : 'here';
  return visit.status === 'completed' ? 'done' : 'missed';
}

const ORDER: readonly BlockState[] = ['late', 'owed', 'here', 'booked', 'missed', 'done'];
const worstOf = (states: readonly BlockState[]): BlockState => ORDER.find((state) => states.includes(state)) ?? 'booked';

/** Where the now-line stands in px; null when now is not in the day. */
export function nowLine({ from, to, hourPx }: DayStrip, now: number): number | null {
  return now < from || now > to ? null : ((now - from) / HOUR_MS) * hourPx;
}
