import {
  CLOCKS,
  type ClockKey,
  OPEN_WORK_ORDER_STATUSES,
  WORK_ORDER_STATUS_LABELS,
  type WorkOrderBoard,
  type WorkOrderStatus,
} from '@guihu/shared';

/** One open order as the board counts it. */
export interface BoardOrder {
  status: WorkOrderStatus;
  buildingId: string;
  assigneeId: string | null;
  /** Those not yet ended. */
  clocks: readonly { key: ClockKey; late: boolean; soon: boolean }[];
}

const isLate = (order: BoardOrder): boolean => order.clocks.some((clock) => clock.late);
const isSoon = (order: BoardOrder): boolean => !isLate(order) && order.clocks.some((clock) => clock.soon);
const count = <T>(list: readonly T[], test: (each: T) => boolean): number => list.reduce((sum, each) => sum + (test(each) ? 1 : 0), 0);

/** Open states in their order, then what waits for a rating. */
export function countsOf(orders: readonly BoardOrder[], resolved: number): WorkOrderBoard['counts'] {
  const of = (status: WorkOrderStatus) => (status === 'resolved' ? resolved : count(orders, (order) => order.status === status));
  return [...OPEN_WORK_ORDER_STATUSES, 'resolved' as const].map((status) => ({
    status,
    label: WORK_ORDER_STATUS_LABELS[status],
    count: of(status),
  }));
}

/** An order may be late on one clock and near the end of another: it counts for both. */
export function clockCounts(orders: readonly BoardOrder[]): WorkOrderBoard['clocks'] {
  const running = orders.flatMap((order) => order.clocks);
  return (Object.keys(CLOCKS) as ClockKey[]).map((clock) => ({
    clock,
    name: CLOCKS[clock],
    late: count(running, (each) => each.key === clock && each.late),
    soon: count(running, (each) => each.key === clock && each.soon),
  }));
}

/** Each order once: late, else soon. */
export function loadOf(orders: readonly BoardOrder[]): { open: number; late: number; soon: number } {
  return { open: orders.length, late: count(orders, isLate), soon: count(orders, isSoon) };
}
