import type { StaffLeadSummary } from '@guihu/shared';

/** When the first of these waiting offers runs out, epoch milliseconds; null when none waits. */
export function nextDue(leads: readonly Pick<StaffLeadSummary, 'acceptBy'>[], now: number): number | null {
  const ahead = leads.flatMap(({ acceptBy }) => (acceptBy ? [Date.parse(acceptBy)] : [])).filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
