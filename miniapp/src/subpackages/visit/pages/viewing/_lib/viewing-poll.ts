import type { ViewingStatus } from '@guihu/shared';

const EVERY_MS = 30_000;

/** How long to wait before asking again, in ms; null when nothing more happens by itself. */
export const viewingPauseMs = (status: ViewingStatus | null): number | null =>
  status === 'cancelled' || status === 'completed' ? null : EVERY_MS;
