import type { StaffViewing } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';

interface Asked {
  view: 'mine' | 'team';
  /** Beijing date. */
  day: string;
  projectId?: string;
}

const PAGE = 100;
/** More visits than this in one day no strip can show. */
const MOST_PAGES = 5;

/** A whole day: the strip needs all of it. */
async function fetchDay({ view, day, projectId }: Asked): Promise<StaffViewing[]> {
  const all: StaffViewing[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: { items: StaffViewing[]; nextCursor: string | null } = await server.staffViewings.list({
      view,
      day,
      projectId,
      cursor,
      limit: PAGE,
    });
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return all;
}

/** Null asks nothing: it is not known yet for whom. */
export function useViewings(asked: Asked | null): Resource<StaffViewing[]> {
  const key = asked && `staff-viewings:${asked.view}:${asked.projectId ?? ''}:${asked.day}`;
  return useResource(key, () => fetchDay(asked as Asked));
}
