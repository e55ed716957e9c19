import type { StaffLeadSummary } from '@guihu/shared';
import type { StaffLeadQuery } from '@/api/staff-leads.api';
import { type PagedResource, usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';
import type { LeadViewKey } from '../_lib/lead-views';

interface Asked {
  view: LeadViewKey;
  q: string;
  projectId?: string;
  /** Only this colleague's. */
  owner?: string;
}

/** The list of a view. What is searched for is searched for everywhere one may look, not in the view alone. */
export function useLeads({ view, q, projectId, owner }: Asked): PagedResource<StaffLeadSummary> {
  const query: StaffLeadQuery = q
    ? { q, projectId, ownerId: owner }
    : view === 'urgent'
      ? { view: 'urgent' }
      : { status: view === 'all' ? undefined : view, projectId, ownerId: owner };
  return usePagedResource(`staff-leads:${view}:${projectId ?? ''}:${owner ?? ''}:${q}`, (cursor) =>
    server.staffLeads.list({ ...query, cursor }),
  );
}
