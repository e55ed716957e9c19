import type { ViewingPlan } from '@guihu/shared';

const MINUTE = 60_000;
/** An offer that ends sooner is none. */
const SHORTEST_MINUTES = 5;

type Notice = Pick<ViewingPlan, 'minimumNoticeMinutes'>;

/** From then on nobody may come any more, and whoever still waits waits in vain. */
export const lineEnds = (plan: Notice, startsAt: number): number => startsAt - plan.minimumNoticeMinutes * MINUTE;

/** Whether somebody in line could still be offered a seat. After that a line holds nobody up: it is first come, first served. */
export const lineIsServed = (plan: Notice, startsAt: number, now: number): boolean =>
  lineEnds(plan, startsAt) - now >= SHORTEST_MINUTES * MINUTE;

/**
 * Until when a seat that is free at `now` is kept for the next in line; null when it is too late to offer it. Their time begins when
 * they can be told (`toldAt`): at night a line would lapse one by one and nobody hear of it. Where the line ends before that, it
 * begins now, for whoever looks.
 */
export function offerEnd(
  plan: Notice & Pick<ViewingPlan, 'offerMinutes'>,
  startsAt: number,
  { now, toldAt }: { now: number; toldAt: number },
): number | null {
  if (!lineIsServed(plan, startsAt, now)) return null;
  const from = lineIsServed(plan, startsAt, toldAt) ? toldAt : now;
  return Math.min(from + plan.offerMinutes * MINUTE, lineEnds(plan, startsAt));
}

/** Places of one slot that nobody has. */
export interface FreePlaces {
  seats: number;
  /** Of these, how many are not kept for customers of high intent (F4). */
  general: number;
  /** Colleagues who could receive somebody; infinite where one receives everybody. */
  hosts: number;
}

/** Somebody in line. */
export interface Waiter {
  id: string;
  highIntent: boolean;
}

/**
 * Who of a line is offered what is free (F5): the first who may have a place gets it. A place needs a seat and a colleague, and
 * a kept seat is passed by whoever is not of high intent. `left`: what the rest of the line may still have.
 */
export function offersFor<W extends Waiter>(line: readonly W[], free: FreePlaces): { offers: W[]; left: FreePlaces } {
  const left = { ...free };
  const offers = line.filter(({ highIntent }) => {
    if (left.seats <= 0 || left.hosts <= 0 || !(highIntent || left.general > 0)) return false;
    left.seats -= 1;
    left.hosts -= 1;
    if (!highIntent) left.general -= 1;
    return true;
  });
  return { offers, left };
}
