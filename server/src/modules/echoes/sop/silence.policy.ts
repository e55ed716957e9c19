import type { SopStep } from '@guihu/shared';

const DAY_MS = 24 * 3_600_000;
const MONTH_AND_A_DAY = 31;

/** How long nobody may be left without a contact (D6): what the plan's first step that is counted in days says, 31 days otherwise. */
export function silencePeriodMs(steps: readonly Pick<SopStep, 'due'>[]): number {
  const days = steps.flatMap(({ due }) => (due.unit === 'days' && due.amount > 0 ? [due.amount] : []));
  return (days.length > 0 ? Math.min(...days) : MONTH_AND_A_DAY) * DAY_MS;
}

/**
 * Since when the lead is silent: the last effective contact, or the acceptance when there was none since. Whoever takes over a
 * lead starts with the plan for new leads and is not asked for a revisit in the same breath.
 */
export const silentSince = (lead: { acceptedAt: number; lastContactAt: number | null }): number =>
  Math.max(lead.acceptedAt, lead.lastContactAt ?? 0);

export type SilenceVerdict =
  | { silent: false; nextCheckAt: number }
  | { silent: true; startedAt: number; countFrom: number; nextCheckAt: number };

/** Whether a whole period has passed without a contact. A silence that goes on is found again each period. */
export function judgeSilence(since: number, periodMs: number, now: number): SilenceVerdict {
  const periods = Math.floor((now - since) / periodMs);
  if (periods < 1) return { silent: false, nextCheckAt: since + periodMs };
  const startedAt = since + periods * periodMs;
  return { silent: true, startedAt, countFrom: startedAt - periodMs, nextCheckAt: startedAt + periodMs };
}
