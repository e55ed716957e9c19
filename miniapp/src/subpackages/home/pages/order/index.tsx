import type { WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { OutcomeSection } from '@/components/outcome-section/outcome-section';
import { PageFrame } from '@/components/page-frame/page-frame';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { parcelStepsOf } from '@/components/parcel-line/parcel-steps';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { TimelineSection } from '@/components/timeline-section/timeline-section';
import { useNow } from '@/platform/clock';
import { callPhone, copyText } from '@/platform/contact';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useGentlePoll } from '@/platform/use-gentle-poll';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { AskedSection } from './_components/asked-section';
import { EngineerSection } from './_components/engineer-section';
import { OrderActions } from './_components/order-actions';
import { OrderHead } from './_components/order-head';
import { orderPauseMs } from './_lib/order-poll';
import './index.scss';

export default function OrderPage() {
  const { id = '', no } = useParams<RouteParams['myOrder']>();
  const order = useResource<WorkOrderView>(`order:${id}`, () => server.workOrders.detail(id), { kept: true });
  const verbs = useVerbs(order.reload);
  const now = useNow();
  usePullRefresh(order.reload);
  useGentlePoll(order.reload, (watchedMs) => orderPauseMs(order.data?.status ?? null, watchedMs));

  const received = (
    <Card className="order__received">
      <View className="t-section">已经收到</View>
      {no ? <View className="t-note ink-2 tabular">{`工单号 ${no}，正在读取进展…`}</View> : null}
    </Card>
  );
  return (
    <PageFrame
      of={order}
      now={now}
      skeleton={
        <View className="stack">
          {no ? received : null}
          <Skeleton cards={3} lines={3} />
        </View>
      }
      bottom={order.data ? <OrderActions order={order.data} verbs={verbs} /> : undefined}
    >
      {(data) => (
        <View className="order">
          <View className="order__head">
            <OrderHead order={data} now={now} onCopy={() => copyText(data.number)} />
          </View>
          <View className="order__progress">
            <Section title="进展">
              <Card>
                <ParcelLine steps={parcelStepsOf(data.steps, now)} />
              </Card>
            </Section>
          </View>
          <View className="order__rest">
            <EngineerSection order={data} onCall={callPhone} />
            <OutcomeSection outcome={data.outcome} rating={data.rating} now={now} />
            <AskedSection order={data} now={now} />
          </View>
          <View className="order__log">
            <TimelineSection items={[...data.timeline].reverse()} now={now} />
          </View>
        </View>
      )}
    </PageFrame>
  );
}
