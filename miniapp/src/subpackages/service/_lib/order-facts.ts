import type { Me, StaffWorkOrderSummary } from '@guihu/shared';

/** Whether this colleague has it, or was asked to. */
export const isMine = ({ assignee }: Pick<StaffWorkOrderSummary, 'assignee'>, me: Me | null): boolean =>
  assignee !== null && assignee.id === me?.staffId;

/** Whether this colleague decides for others. */
export const steers = (me: Me | null): boolean => me?.permissions.includes('work-order.assign') ?? false;

/** When the first of these clocks runs out, epoch milliseconds; null when none runs. */
export function nextDueOf(orders: readonly Pick<StaffWorkOrderSummary, 'urgency'>[], now: number): number | null {
  const ahead = orders.flatMap(({ urgency }) => (urgency.dueAt ? [Date.parse(urgency.dueAt)] : [])).filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}
