import { beijingDate, type ViewingSlotList } from '@guihu/shared';
import { now } from '@/platform/clock';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from './server';

const DAYS_AHEAD = 29;
const DAY_MS = 24 * 3_600_000;

/** The times of a project in the next thirty days, asked for again while somebody is choosing: others are choosing too. */
export function useSlots(projectId: string | null): Resource<ViewingSlotList> {
  const slots = useResource(projectId === null ? null : `slots:${projectId}`, () => {
    const today = now();
    return server.viewings.slots(projectId as string, { from: beijingDate(today), to: beijingDate(today + DAYS_AHEAD * DAY_MS) });
  });
  useLiveRefresh(slots.reload, null);
  return slots;
}
