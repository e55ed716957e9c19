import type { Page, StaffLeadSummary } from '@guihu/shared';

type FetchPage = (cursor: string | null) => Promise<Page<StaffLeadSummary>>;

/** Enough rows for a screen, and a bound on how long a search for them may go on in one step. */
const ENOUGH = 15;
const MOST_PAGES = 8;

/**
 * One page of a colleague's leads out of pages that hold everybody's: goes on until a screen is full or the list ends.
 * May come back short, or empty, with a cursor to go on from.
 */
export async function pageOwnedBy(ownerId: string, fetchPage: FetchPage, cursor: string | null): Promise<Page<StaffLeadSummary>> {
  const items: StaffLeadSummary[] = [];
  let next = cursor;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await fetchPage(next);
    items.push(...page.items.filter((lead) => lead.owner?.id === ownerId));
    next = page.nextCursor;
    if (next === null || items.length >= ENOUGH) break;
  }
  return { items, nextCursor: next };
}
