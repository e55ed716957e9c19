import { View } from '@tarojs/components';
import { useContext, useEffect, useState } from 'react';
import type { OrderState } from '@/api/work-orders.api';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/notice/empty-state';
import { OrderCard } from '@/components/order-card/order-card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { fileAddress } from '@/platform/environment';
import { useEndReached, usePageShow, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { putDraft } from '@/platform/use-draft';
import { usePagedResource } from '@/platform/use-paged-resource';
import { goOnSending, reports, server, useWaitingReports, type WaitingReport } from '@/session';
import { draftName } from '../../_lib/kind-words';
import { WaitingCard } from './_components/waiting-card';
import './index.scss';

const STATES = [
  { value: 'open', label: '进行中' },
  { value: 'done', label: '已完成' },
];

export default function OrdersPage() {
  const params = useParams<RouteParams['myOrders']>();
  const [state, setState] = useState<OrderState>(params.status ?? 'open');
  const orders = usePagedResource(`my-orders:${state}`, (cursor) => server.workOrders.mine(state, { cursor }), { kept: true });
  const { online } = useContext(PageSettings);
  const waiting = useWaitingReports();
  const now = useNow(60_000);
  usePullRefresh(orders.reload);
  useEndReached(orders.more);
  usePageShow(goOnSending);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has left the phone since is among the orders now
  useEffect(() => {
    void orders.reload();
  }, [waiting.length]);

  const edit = (report: WaitingReport) => {
    const taken = reports.takeBack(report.id);
    if (!taken) return;
    putDraft(draftName(report.body.kind), taken.form.draft);
    go('report', { kind: report.body.kind });
  };
  const queue = state === 'open' ? waiting : [];
  return (
    <PageFrame
      of={queue.length > 0 ? undefined : orders}
      now={now}
      width="form"
      head={
        <View className="orders__head">
          <Segments items={STATES} chosen={state} onChange={(value) => setState(value as OrderState)} />
        </View>
      }
      skeleton={<Skeleton cards={3} lines={3} />}
      bottom={
        <BottomBar>
          <Button text="投诉建议" kind="plain" onTap={() => go('report', { kind: 'complaint' })} />
          <Button text="报修" icon="wrench" onTap={() => go('report', { kind: 'repair' })} />
        </BottomBar>
      }
    >
      <View className="stack">
        {queue.map((report) => (
          <WaitingCard key={report.id} report={report} online={online} now={now} onEdit={() => edit(report)} />
        ))}
        {(orders.data ?? []).map((order) => (
          <OrderCard
            key={order.id}
            order={order}
            thumb={order.thumbUrl && fileAddress(order.thumbUrl)}
            now={now}
            onOpen={() => go('myOrder', { id: order.id })}
          />
        ))}
        {queue.length === 0 && orders.data?.length === 0 ? (
          <EmptyState
            title={state === 'open' ? '没有进行中的报事' : '还没有办完的报事'}
            text="家里有东西坏了，点下面的「报修」，拍张照片就行"
          />
        ) : null}
        <View className="orders__end t-note ink-2">
          {orders.moreFailure ? (
            <Button kind="quiet" text={`${orders.moreFailure.sentence}，点这里再试`} onTap={orders.more} />
          ) : orders.loadingMore ? (
            '正在加载更早的…'
          ) : orders.atEnd && (orders.data?.length ?? 0) > 5 ? (
            '没有更早的了'
          ) : null}
        </View>
      </View>
    </PageFrame>
  );
}
