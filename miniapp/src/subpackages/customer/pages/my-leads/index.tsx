import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export default function MyLeadsPage() {
  const leads = useResource('my-leads', server.leads.mine);
  usePullRefresh(leads.reload);
  return (
    <PageFrame
      of={leads}
      width="form"
      empty={{ when: ({ items }) => items.length === 0, title: '还没有咨询过', text: '看中了哪个楼盘，留下联系方式，置业顾问会与您联系' }}
    >
      {({ items }) => (
        <View className="stack">
          {items.map((lead) => (
            <Card key={lead.id} onTap={() => go('receipt', { id: lead.id })}>
              <View className="t-section">{lead.projectName}</View>
              <View className="t-note ink-2">{lead.promise}</View>
            </Card>
          ))}
        </View>
      )}
    </PageFrame>
  );
}
