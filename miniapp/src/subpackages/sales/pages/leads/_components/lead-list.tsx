import type { StaffLeadSummary } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { LeadRow } from '@/components/lead-row/lead-row';
import { ListEnd } from '@/components/list-end/list-end';
import { EmptyState } from '@/components/notice/empty-state';
import type { PagedResource } from '@/platform/use-paged-resource';

interface Props {
  leads: PagedResource<StaffLeadSummary>;
  items: readonly StaffLeadSummary[];
  now: number;
  withOwner: boolean;
  /** The one shown beside the list; none on a phone. */
  chosen: string | null;
  empty: { title: string; text: string };
  onOpen: (id: string) => void;
}

/** Rows on one card, and how the list goes on under them. */
export function LeadList({ leads, items, now, withOwner, chosen, empty, onOpen }: Props) {
  if (items.length === 0 && leads.atEnd) return <EmptyState title={empty.title} text={empty.text} />;
  return (
    <>
      <Card flush>
        {items.map((lead) => (
          <LeadRow key={lead.id} lead={lead} now={now} withOwner={withOwner} on={lead.id === chosen} onTap={() => onOpen(lead.id)} />
        ))}
      </Card>
      <ListEnd list={leads} count={`共 ${items.length} 条`} />
    </>
  );
}
