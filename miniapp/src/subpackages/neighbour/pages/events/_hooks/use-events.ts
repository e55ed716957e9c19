import { beijingDate, type HomeView, type ViewingSlotView } from '@guihu/shared';
import { now } from '@/platform/clock';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';

const AHEAD_MS = 60 * 24 * 3_600_000;

export interface CommunityEvent extends ViewingSlotView {
  projectName: string;
}

/** What there is to go to in the next two months, wherever this person owns a home; soonest first. Null before homes are known. */
export function useEvents(owned: readonly HomeView[] | null): Resource<CommunityEvent[]> {
  const projects = [...new Map((owned ?? []).map(({ projectId, projectName }) => [projectId, projectName]))];
  const key = owned === null ? null : `events:${projects.map(([id]) => id).join(',')}`;
  return useResource(key, async () => {
    const span = { from: beijingDate(now()), to: beijingDate(now() + AHEAD_MS), kind: 'event' as const };
    const lists = await Promise.all(
      projects.map(async ([id, projectName]) => (await server.viewings.slots(id, span)).items.map((slot) => ({ ...slot, projectName }))),
    );
    return lists.flat().sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  });
}
