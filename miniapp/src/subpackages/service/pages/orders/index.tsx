import { type StaffWorkOrderSummary, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useContext, useMemo, useState } from 'react';
import type { StaffOrderView } from '@/api/staff-orders.api';
import { Card } from '@/components/card/card';
import { ListEnd } from '@/components/list-end/list-end';
import { ListHead } from '@/components/list-head/list-head';
import { EmptyState } from '@/components/notice/empty-state';
import { OfflineBar } from '@/components/offline-bar/offline-bar';
import { OrderRow } from '@/components/order-row/order-row';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { SearchBox } from '@/components/search-box/search-box';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SplitView } from '@/components/split-view/split-view';
import { useNow } from '@/platform/clock';
import { useEndReached, useParams, usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { usePagedResource } from '@/platform/use-paged-resource';
import { may, server, useFieldWork, useSession } from '@/session';
import { nextDueOf, steers } from '../../_lib/order-facts';
import { DeskOrder } from './_components/desk-order';
import { EMPTY_VIEWS, viewAsked, viewsFor } from './_lib/order-views';

const LIST_SKELETON = <Skeleton cards={5} lines={2} />;

/** The workbench: my orders by what ends first; on a wide screen the chosen one stands beside the list. */
export default function OrdersPage() {
  const asked = useParams<RouteParams['staffOrders']>();
  const { me } = useSession();
  const { wide, online } = useContext(PageSettings);
  const decides = steers(me);
  const views = useMemo(() => viewsFor(decides, may(me, 'work-order.serve')), [decides, me]);
  const [picked, setPicked] = useState<StaffOrderView | null>(null);
  const [q, setQ] = useState(asked.q ?? '');
  const [chosen, setChosen] = useState<string | null>(asked.id ?? null);
  const view = picked ?? viewAsked(asked.view, views);
  const { projectId } = asked;
  // One's own list is kept on the phone: it is wanted where there is no network.
  const orders = usePagedResource<StaffWorkOrderSummary>(
    me ? `staff-orders:${view}:${projectId ?? ''}:${q}` : null,
    // What is searched for is searched for everywhere one may look, not in the view alone.
    (cursor) => server.staffOrders.list({ ...(q ? { q } : { view }), projectId, cursor }),
    { kept: view === 'mine' && !q },
  );
  const waiting = useFieldWork();
  const now = useNow();
  usePullRefresh(orders.reload);
  useEndReached(orders.more);
  useLiveRefresh(orders.reload, nextDueOf(orders.data ?? [], now));

  const shown = wide ? (chosen ?? orders.data?.[0]?.id ?? null) : null;
  const open = (id: string) => (wide ? setChosen(id) : go('staffOrder', { id }));
  const list = (
    <>
      <ListHead>
        <SearchBox placeholder="工单号或房号，如 1203" label="搜索工单" initial={asked.q} onSearch={setQ} />
        {q ? (
          <View className="list-head__found t-note">{`搜索“${q}”，在你能看到的全部工单中`}</View>
        ) : (
          <Segments items={views} chosen={view} onChange={(value) => setPicked(value as StaffOrderView)} />
        )}
      </ListHead>
      {orders.data && (orders.failure || !online) ? (
        <OfflineBar text={`${orders.failure?.sentence ?? '网络未连接'}。以下是${sayTime(orders.since ?? now, now)} 的内容`} />
      ) : null}
      <Loaded of={orders} skeleton={LIST_SKELETON}>
        {(items) =>
          items.length === 0 && orders.atEnd ? (
            <EmptyState {...(q ? { title: '没有找到', text: '试试完整的工单号，或楼栋加房号' } : EMPTY_VIEWS[view])} />
          ) : (
            <>
              <Card flush>
                {items.map((order) => (
                  <OrderRow
                    key={order.id}
                    order={order}
                    now={now}
                    withHolder={view !== 'mine'}
                    queued={waiting.some(({ lane }) => lane === order.id)}
                    on={order.id === shown}
                    onTap={() => open(order.id)}
                  />
                ))}
              </Card>
              <ListEnd list={orders} count={`共 ${items.length} 张`} />
            </>
          )
        }
      </Loaded>
    </>
  );
  return (
    <PageFrame width="desk">
      <SplitView
        list={list}
        detail={<DeskOrder key={shown ?? ''} id={shown} now={now} onChanged={() => void orders.reload()} onLeave={() => setChosen(null)} />}
      />
    </PageFrame>
  );
}
