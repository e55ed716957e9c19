import type { StaffWorkOrderDetail } from '@guihu/shared';

/** An order as it was last read, for a basement without a network. */
export interface KeptOrder {
  data: StaffWorkOrderDetail;
  /** When the server said so, epoch milliseconds. */
  since: number;
}

/** As many as somebody can have in hand. */
const MOST_KEPT = 20;

/**
 * Adds an order to those kept on the phone, the newest first. Nobody's name or number stays there, and no address of a photo: it
 * would have run out by the time it is wanted.
 */
export function withKept(kept: readonly KeptOrder[], order: StaffWorkOrderDetail, since: number): KeptOrder[] {
  const data = { ...order, reporter: { ...order.reporter, name: order.reporter.role, phoneMasked: '' }, photos: [] };
  return [{ data, since }, ...kept.filter((other) => other.data.id !== order.id)].slice(0, MOST_KEPT);
}

/** The order as it was kept; null when it was not. */
export const keptOf = (kept: readonly KeptOrder[], id: string): KeptOrder | null => kept.find(({ data }) => data.id === id) ?? null;
