import { beijingDate, type ViewingSlotList } from '@guihu/shared';
import { now } from '@/platform/clock';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from './server';

const DAYS_AHEAD = 29;
const DAY_MS = 24 * 3_600_000;

type Span = { from: string; to: string };

/** The times of a project in the next thirty days, asked for again while somebody is choosing: others are choosing too. */
export const useSlots = (projectId: string | null): Resource<ViewingSlotList> =>
  useTimes(projectId === null ? null : `slots:${projectId}`, (span) => server.viewings.slots(projectId as string, span));

/** The times to which a colleague may move this visit, what is shown to its visitor only among them. */
export const useVisitTimes = (viewingId: string): Resource<ViewingSlotList> =>
  useTimes(viewingId ? `visit-times:${viewingId}` : null, (span) => server.staffViewings.times(viewingId, span));

function useTimes(key: string | null, ask: (span: Span) => Promise<ViewingSlotList>): Resource<ViewingSlotList> {
  const slots = useResource(key, () => {
    const today = now();
    return ask({ from: beijingDate(today), to: beijingDate(today + DAYS_AHEAD * DAY_MS) });
  });
  useLiveRefresh(slots.reload, null);
  return slots;
}
