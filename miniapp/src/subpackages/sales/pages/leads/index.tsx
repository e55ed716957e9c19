import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { useEndReached, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { usePagedResource } from '@/platform/use-paged-resource';
import { server } from '@/session';

export default function LeadsPage() {
  const leads = usePagedResource('staff-leads', (cursor) => server.staffLeads.list({ cursor }));
  usePullRefresh(leads.reload);
  useEndReached(leads.more);
  return (
    <PageFrame
      of={leads}
      width="desk"
      empty={{ when: (items) => items.length === 0, title: '暂时没有线索', text: '新线索分配给你时会第一时间通知' }}
    >
      {(items) => (
        <View className="stack">
          {items.map((lead) => (
            <Card key={lead.id} onTap={() => go('lead', { id: lead.id })}>
              <View className="t-section">{lead.customer.name}</View>
              <View className="t-note ink-2">{lead.urgency.text}</View>
            </Card>
          ))}
        </View>
      )}
    </PageFrame>
  );
}
