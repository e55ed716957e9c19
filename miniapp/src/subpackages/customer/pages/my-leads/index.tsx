import { View } from '@tarojs/components';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { LeadCard } from './_components/lead-card';

export default function MyLeadsPage() {
  const leads = useResource('my-leads', server.leads.mine, { kept: true });
  const now = useNow();
  usePullRefresh(leads.reload);
  return (
    <PageFrame
      of={leads}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      empty={{
        when: ({ items }) => items.length === 0,
        title: '还没有咨询过',
        text: '看中了哪个楼盘就留下联系方式，进展会一直显示在这里',
        action: { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {({ items }) => (
        <View className="stack">
          {items.map((lead) => (
            <LeadCard key={lead.id} lead={lead} now={now} onOpen={() => go('receipt', { id: lead.id })} />
          ))}
        </View>
      )}
    </PageFrame>
  );
}
