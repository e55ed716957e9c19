import type { StaffLeadSummary } from '@guihu/shared';
import type { StaffLeadQuery } from '@/api/staff-leads.api';
import { type PagedResource, usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';
import { pageOwnedBy } from '../../../_lib/owned-pages';
import type { LeadViewKey } from '../_lib/lead-views';

interface Asked {
  view: LeadViewKey;
  q: string;
  projectId?: string;
  /** Only this colleague's. */
  owner?: string;
}

/** Rows fetched at once when most of them may belong to others. */
const WIDE_PAGE = 100;

/** The list of a view. What is searched for is searched for everywhere one may look, not in the view alone. */
export function useLeads({ view, q, projectId, owner }: Asked): PagedResource<StaffLeadSummary> {
  const query: StaffLeadQuery = q
    ? { q, projectId }
    : view === 'urgent'
      ? { view: 'urgent' }
      : { status: view === 'all' ? undefined : view, projectId };
  const fetchPage = (cursor: string | null) => server.staffLeads.list({ ...query, cursor });
  return usePagedResource(`staff-leads:${view}:${projectId ?? ''}:${owner ?? ''}:${q}`, (cursor) =>
    owner ? pageOwnedBy(owner, (next) => server.staffLeads.list({ ...query, limit: WIDE_PAGE, cursor: next }), cursor) : fetchPage(cursor),
  );
}
