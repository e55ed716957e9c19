import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { parcelStepsOf } from '@/components/parcel-line/parcel-steps';
import { now } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** Where the customer's own requests stand. */
export function CustomerTodo() {
  const leads = useResource('my-leads', server.leads.mine);
  usePullRefresh(leads.reload);
  return (
    <PageFrame
      of={leads}
      now={now()}
      width="form"
      empty={{
        when: ({ items }) => items.length === 0,
        title: '暂时没有进行中的事',
        text: '看中了楼盘就留下联系方式，进展会显示在这里',
        action: { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {({ items }) => (
        <View className="stack">
          {items.map((lead) => (
            <Card key={lead.id} label={`${lead.projectName}的咨询进展`} onTap={() => go('receipt', { id: lead.id })}>
              <View className="stack">
                <View>
                  <View className="t-section">{lead.projectName}</View>
                  <View className="t-note ink-2">{lead.promise}</View>
                </View>
                <ParcelLine steps={parcelStepsOf(lead.steps, now())} />
              </View>
            </Card>
          ))}
        </View>
      )}
    </PageFrame>
  );
}
