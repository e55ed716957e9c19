import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { useSession } from '@/session';
import { GoneOrder } from '../../_components/gone-order/gone-order';
import { OrderBar } from '../../_components/order-bar/order-bar';
import { OrderDetail } from '../../_components/order-detail/order-detail';
import { isGone, useOrderPage } from '../../_hooks/use-order-page';
import { isMine } from '../../_lib/order-facts';

export default function OrderPage() {
  const { id = '' } = useParams<RouteParams['staffOrder']>();
  const { me } = useSession();
  const page = useOrderPage(id);
  const { order } = page;
  const now = useNow();
  usePullRefresh(page.reload);
  useLiveRefresh(order.reload, order.data?.urgency.dueAt ? Date.parse(order.data.urgency.dueAt) : null);
  if (isGone(order))
    return (
      <PageFrame>
        <GoneOrder why={page.verbs.refusal ?? order.failure?.sentence ?? ''} />
      </PageFrame>
    );
  return (
    <PageFrame
      of={order}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={order.data ? <OrderBar page={page} data={order.data} mine={isMine(order.data, me)} now={now} /> : null}
    >
      {(data) => <OrderDetail page={page} data={data} mine={isMine(data, me)} now={now} />}
    </PageFrame>
  );
}
