import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { OrderCard } from '@/components/order-card/order-card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { parcelStepsOf } from '@/components/parcel-line/parcel-steps';
import { Section } from '@/components/section/section';
import { now } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** What is under way for a customer. Without the orders the leads still tell where they stand, and the other way round. */
async function fetchUnderWay() {
  const [leads, orders] = await Promise.allSettled([server.leads.mine(), server.workOrders.mine('open')]);
  if (leads.status === 'rejected' && orders.status === 'rejected') throw leads.reason;
  return {
    leads: leads.status === 'fulfilled' ? leads.value.items : [],
    orders: orders.status === 'fulfilled' ? orders.value.items : [],
  };
}

/** Where the customer's own requests stand. */
export function CustomerTodo() {
  const underWay = useResource('customer-todo', fetchUnderWay, { kept: true });
  usePullRefresh(underWay.reload);
  return (
    <PageFrame
      of={underWay}
      now={now()}
      width="form"
      empty={{
        when: ({ leads, orders }) => leads.length + orders.length === 0,
        title: '暂时没有进行中的事',
        text: '报修、投诉和看房登记的进展，都会显示在这里',
        action: { text: '去看楼盘', onTap: () => go('home') },
      }}
    >
      {({ leads, orders }) => (
        <View>
          {orders.length > 0 ? (
            <Section title="我的报事">
              <View className="stack">
                {orders.map((order) => (
                  <OrderCard
                    key={order.id}
                    order={order}
                    thumb={order.thumbUrl && fileAddress(order.thumbUrl)}
                    now={now()}
                    onOpen={() => go('myOrder', { id: order.id })}
                  />
                ))}
              </View>
            </Section>
          ) : null}
          {leads.length > 0 ? (
            <Section title="我的咨询">
              <View className="stack">
                {leads.map((lead) => (
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
            </Section>
          ) : null}
        </View>
      )}
    </PageFrame>
  );
}
