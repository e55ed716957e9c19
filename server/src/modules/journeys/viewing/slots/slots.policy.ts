import { beijingDate, beijingParts, startOfBeijingDate, type ViewingKind, type ViewingPlan } from '@guihu/shared';
import type { WorkingCalendar } from '../../../../platform/working-time';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Calendars reach no further. */
const END_OF_TIME = Date.UTC(9990, 0);

export interface Slot {
  startsAt: number;
  endsAt: number;
}

/** What of a plan decides when it is open. */
export type Opening = Pick<ViewingPlan, 'active' | 'lengthMinutes' | 'week' | 'openDays' | 'closures'>;
type Window = ViewingPlan['openDays'][number]['windows'][number];

/** `projectId.kind.start`: the same text in every version of a plan, so that a slot keeps who booked it. */
export const slotIdOf = (projectId: string, kind: ViewingKind, startsAt: number): string => `${projectId}.${kind}.${startsAt.toString(36)}`;

/** What a slot's id says; null for one that nobody can have been given. */
export function readSlotId(id: string): { projectId: string; kind: string; startsAt: number } | null {
  const found = /^([\w-]{1,36})\.([a-z-]{1,20})\.([0-9a-z]{6,10})$/.exec(id);
  if (!found) return null;
  const startsAt = Number.parseInt(found[3] as string, 36);
  return startsAt % MINUTE === 0 && startsAt < END_OF_TIME ? { projectId: found[1] as string, kind: found[2] as string, startsAt } : null;
}

/** Why nothing is open on a Beijing date; null when that is not by a closure. */
export function closureOn(plan: Opening, date: string): string | null {
  const closure = plan.closures.find((each) => each.from <= date && date <= each.to);
  return closure ? closure.note || '暂停接待' : null;
}

/**
 * Windows of one Beijing date (F1). A closure wins over everything, then an open day's own windows, then the calendar, then the
 * week. A weekend day that is worked for a weekday (调休) counts as a weekday: it lends the windows of the first one that is open.
 */
export function windowsOn(plan: Opening, calendar: WorkingCalendar, date: string): readonly Window[] {
  if (!plan.active || closureOn(plan, date) !== null) return [];
  const own = plan.openDays.find((day) => day.date === date);
  if (own) return own.windows;
  const day = calendar.day(date);
  if (!day.working) return [];
  const { weekday } = beijingParts(startOfBeijingDate(date));
  if (day.kind === 'adjusted' && weekday >= 6) return [1, 2, 3, 4, 5].map((n) => plan.week[n] ?? []).find((w) => w.length > 0) ?? [];
  return plan.week[weekday] ?? [];
}

/** Slots of one Beijing date, earliest first; what is left of a window and shorter than a slot is not offered. */
export function slotsOn(plan: Opening, calendar: WorkingCalendar, date: string): Slot[] {
  const midnight = startOfBeijingDate(date);
  const length = plan.lengthMinutes * MINUTE;
  const starts = new Set<number>();
  for (const { from, to } of windowsOn(plan, calendar, date)) {
    const end = midnight + minutesOf(to) * MINUTE;
    for (let start = midnight + minutesOf(from) * MINUTE; start + length <= end; start += length) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b).map((startsAt) => ({ startsAt, endsAt: startsAt + length }));
}

/** The slot that begins at this instant; null when the plan offers none. */
export const slotAt = (plan: Opening, calendar: WorkingCalendar, startsAt: number): Slot | null =>
  slotsOn(plan, calendar, beijingDate(startsAt)).find((slot) => slot.startsAt === startsAt) ?? null;

/** Beijing dates from one to another, both inside. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = startOfBeijingDate(from); at <= startOfBeijingDate(to); at += DAY) dates.push(beijingDate(at));
  return dates;
}

/** The last Beijing date that can be booked at `now`. */
export const lastDate = (plan: Pick<ViewingPlan, 'horizonDays'>, now: number): string => beijingDate(now + plan.horizonDays * DAY);

/** Minutes of `HH:mm` from midnight; `24:00` closes a day. NaN for what is no time. */
export function minutesOf(time: string): number {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(time);
  return found ? Number(found[1] ?? found[3]) * 60 + Number(found[2] ?? found[4]) : Number.NaN;
}
