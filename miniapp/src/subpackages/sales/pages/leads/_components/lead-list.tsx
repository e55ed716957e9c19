import type { StaffLeadSummary } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { LeadRow } from '@/components/lead-row/lead-row';
import { EmptyState } from '@/components/notice/empty-state';
import { Tap } from '@/components/tap/tap';
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
      {leads.atEnd ? (
        <View className="leads__end t-note">{`共 ${items.length} 条，到底了`}</View>
      ) : (
        <Tap className="leads__end t-note" onTap={leads.more}>
          {leads.moreFailure ? `${leads.moreFailure.sentence}，点这里再试` : leads.loadingMore ? '正在读取更多' : '继续读取'}
        </Tap>
      )}
    </>
  );
}
