import type { MyViewing } from '@guihu/shared';

const EAGER_MS = 3_000;
const EAGER_FOR_MS = 60_000;
const PATIENT_MS = 30_000;

/** How long to wait before asking again, in ms; null when nothing more happens by itself. Often only while a host is being found. */
export function viewingPauseMs(viewing: Pick<MyViewing, 'status' | 'host'> | null, watchedMs: number): number | null {
  if (viewing?.status === 'cancelled' || viewing?.status === 'completed') return null;
  return viewing?.host || watchedMs > EAGER_FOR_MS ? PATIENT_MS : EAGER_MS;
}
