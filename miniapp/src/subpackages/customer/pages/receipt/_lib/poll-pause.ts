import type { MyLead } from '@guihu/shared';

const EAGER_MS = 3_000;
const EAGER_FOR_MS = 60_000;
const PATIENT_MS = 15_000;
const SERVED_MS = 30_000;

/**
 * How long to wait before asking again, in ms; null when nothing more is awaited. Somebody who has just sent the form watches
 * for a name, so the first minute asks often; after that the page only keeps up.
 */
export function pollPauseMs(lead: Pick<MyLead, 'status' | 'agent' | 'steps'> | null, watchedMs: number): number | null {
  if (lead?.status === 'closed' || lead?.steps.at(-1)?.state === 'done') return null;
  if (lead?.agent) return SERVED_MS;
  return watchedMs < EAGER_FOR_MS ? EAGER_MS : PATIENT_MS;
}
