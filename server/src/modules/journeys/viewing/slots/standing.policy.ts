import { beijingDate, sayDuration, type ViewingPlan } from '@guihu/shared';
import { lineIsServed } from '../waits/offer.policy';
import { lastDate, type Slot } from './slots.policy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type SlotRefusal =
  | 'viewing.notice-too-short'
  | 'viewing.slot-closed'
  | 'viewing.already-booked'
  | 'viewing.slot-full'
  | 'viewing.no-host'
  | 'viewing.limit-reached';

export type Limits = Pick<
  ViewingPlan,
  'seats' | 'reservedSeats' | 'reservedUntilHours' | 'minimumNoticeMinutes' | 'horizonDays' | 'mostOpenPerPerson' | 'mostPerPersonAndDay'
>;

/** What is known of one slot and of the person who looks at it. Instants are epoch ms. */
export interface SlotFacts {
  taken: number;
  takenGeneral: number;
  /** Colleagues who could still receive somebody, and who are at work then at all; null where one host receives everybody. */
  freeHosts: number | null;
  hostsAtWork: number | null;
  /** Others who wait for a seat and were offered none yet; and how many of them are of high intent. */
  line: number;
  lineOfHighIntent: number;
  /** Of high intent: seats kept for such customers count for them (F4). */
  highIntent: boolean;
  /** Booked visits of this kind that this person still has, in all and on the slot's day. */
  open: number;
  thatDay: number;
  booked: boolean;
  waiting: boolean;
  /** A seat is kept for them: they were offered one. */
  kept: boolean;
}

export interface Standing {
  seatsLeft: number;
  refusal: { code: SlotRefusal; text: string } | null;
  waitable: boolean;
}

/** Seats kept at `now` for customers of high intent. */
export const reservedAt = (plan: Limits, slot: Slot, now: number): number =>
  now < slot.startsAt - plan.reservedUntilHours * HOUR ? Math.min(plan.reservedSeats, plan.seats) : 0;

/** What this person could still book. */
export function seatsLeft(plan: Limits, slot: Slot, facts: Pick<SlotFacts, 'taken' | 'takenGeneral' | 'highIntent'>, now: number): number {
  const all = plan.seats - facts.taken;
  const general = plan.seats - reservedAt(plan, slot, now) - facts.takenGeneral;
  return Math.max(0, facts.highIntent ? all : Math.min(all, general));
}

/**
 * Whether what is free belongs to somebody who waits (F5). A kept seat that nobody in line may have holds up no customer of high
 * intent: the line would not get it anyhow.
 */
export function heldForLine(
  plan: Limits,
  slot: Slot,
  facts: Pick<SlotFacts, 'taken' | 'takenGeneral' | 'highIntent' | 'line' | 'lineOfHighIntent'>,
  now: number,
): boolean {
  if (facts.line <= 0 || !lineIsServed(plan, slot.startsAt, now)) return false;
  const onlyKeptLeft = seatsLeft(plan, slot, { ...facts, highIntent: false }, now) === 0;
  return !(facts.highIntent && onlyKeptLeft && facts.lineOfHighIntent <= 0);
}

/** Whether somebody may still come to this slot at all, whoever it is; null when they may. */
export function timeRefusal(plan: Limits, slot: Slot, now: number): Standing['refusal'] {
  if (now > slot.startsAt - plan.minimumNoticeMinutes * MINUTE) {
    const text = slot.startsAt <= now ? '已经开始' : `需至少提前 ${sayDuration(plan.minimumNoticeMinutes * MINUTE)}预约`;
    return { code: 'viewing.notice-too-short', text };
  }
  if (beijingDate(slot.startsAt) > lastDate(plan, now)) return { code: 'viewing.slot-closed', text: `只能预约 ${plan.horizonDays} 天以内` };
  return null;
}

/** Limits of one person (F1); null when this booking is within them. */
export function limitRefusal(plan: Limits, { open, thatDay }: Pick<SlotFacts, 'open' | 'thatDay'>): Standing['refusal'] {
  if (open >= plan.mostOpenPerPerson) {
    return { code: 'viewing.limit-reached', text: `您还有 ${open} 个预约未到访，最多同时预约 ${plan.mostOpenPerPerson} 个` };
  }
  if (thatDay >= plan.mostPerPersonAndDay) {
    return { code: 'viewing.limit-reached', text: `同一天最多预约 ${plan.mostPerPersonAndDay} 次` };
  }
  return null;
}

/** How one slot stands for one person at `now`: the first thing that is against it, in words. */
export function standingOf(plan: Limits, slot: Slot, facts: SlotFacts, now: number): Standing {
  const seats = seatsLeft(plan, slot, facts, now);
  const left = heldForLine(plan, slot, facts, now) ? 0 : Math.min(seats, facts.freeHosts ?? Number.POSITIVE_INFINITY);
  const refused = (refusal: Standing['refusal'], waitable = false): Standing => ({ seatsLeft: left, refusal, waitable });
  const late = timeRefusal(plan, slot, now);
  if (late) return { seatsLeft: 0, refusal: late, waitable: false };
  if (facts.booked) return refused({ code: 'viewing.already-booked', text: '您已约了这个时段' });
  if (left > 0) return refused(limitRefusal(plan, facts));
  if (facts.kept) return refused({ code: 'viewing.slot-full', text: '已为您保留，待确认' });
  if (facts.waiting) return refused({ code: 'viewing.slot-full', text: '已满，您正在候补' });
  const noHost = facts.freeHosts === 0 && seats > 0;
  // Where nobody is at work nobody becomes free either.
  if (noHost && facts.hostsAtWork === 0) return refused({ code: 'viewing.no-host', text: '顾问都已有安排' });
  const waitable = lineIsServed(plan, slot.startsAt, now);
  return refused({ code: noHost ? 'viewing.no-host' : 'viewing.slot-full', text: waitable ? '已满，可候补' : '已满' }, waitable);
}
