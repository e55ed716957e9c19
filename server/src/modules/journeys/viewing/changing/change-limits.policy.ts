import type { ViewingPlan } from '@guihu/shared';

/** Until when a visit may be moved or called off (epoch ms), by the plan it was booked under. */
export const changeableUntil = (plan: Pick<ViewingPlan, 'changeUntilMinutes'> | null, startsAt: number): number =>
  startsAt - (plan?.changeUntilMinutes ?? 0) * 60_000;
