import type { ViewingPlan } from '@guihu/shared';

const MINUTE = 60_000;
/** An offer that ends sooner is none. */
const SHORTEST_MINUTES = 5;

/** From then on nobody may come any more, and whoever still waits waits in vain. */
export const lineEnds = (plan: Pick<ViewingPlan, 'minimumNoticeMinutes'>, startsAt: number): number =>
  startsAt - plan.minimumNoticeMinutes * MINUTE;

/** Until when a seat that is free at `now` is kept for the next in line; null when it is too late to offer it. */
export function offerEnd(plan: Pick<ViewingPlan, 'minimumNoticeMinutes' | 'offerMinutes'>, startsAt: number, now: number): number | null {
  const last = lineEnds(plan, startsAt);
  return last - now < SHORTEST_MINUTES * MINUTE ? null : Math.min(now + plan.offerMinutes * MINUTE, last);
}
