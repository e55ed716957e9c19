import type { WorkOrderStatus } from '@guihu/shared';

const EAGER_MS = 3_000;
const EAGER_FOR_MS = 60_000;
const PATIENT_MS = 20_000;
const SETTLED_MS = 60_000;

/** How long to wait before asking again, in ms; null when nothing more happens by itself. Often only right after it was sent. */
export function orderPauseMs(status: WorkOrderStatus | null, watchedMs: number): number | null {
  if (status === 'closed' || status === 'cancelled') return null;
  if (status === null || status === 'received' || status === 'dispatched') return watchedMs < EAGER_FOR_MS ? EAGER_MS : PATIENT_MS;
  return status === 'resolved' ? SETTLED_MS : PATIENT_MS;
}
