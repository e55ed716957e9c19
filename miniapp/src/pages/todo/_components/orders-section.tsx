import type { Me, StaffWorkOrderSummary } from '@guihu/shared';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { OrderRow } from '@/components/order-row/order-row';
import { Section } from '@/components/section/section';
import { go } from '@/platform/navigation';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { type Resource, useResource } from '@/platform/use-resource';
import { may, server, useFieldWork } from '@/session';

const MOST_SHOWN = 5;

export interface OrdersOfDay {
  /** Whoever decides for others is shown what is late, everybody else what they hold. */
  view: 'late' | 'mine';
  orders: StaffWorkOrderSummary[];
  claimable: StaffWorkOrderSummary[];
}

/** Work orders of the day; nothing for whoever has nothing to do with them. Kept on the phone for places without a network. */
export function useOrdersOfDay(me: Me): Resource<OrdersOfDay> {
  const view = may(me, 'work-order.assign') ? 'late' : 'mine';
  const day = useResource(
    may(me, 'work-order.read') ? `orders-of-day:${view}` : null,
    async () => {
      const [orders, claimable] = await Promise.all([
        server.staffOrders.list({ view, limit: 20 }),
        view === 'mine' ? server.staffOrders.list({ view: 'claimable', limit: 20 }) : { items: [] },
      ]);
      return { view, orders: orders.items, claimable: claimable.items } satisfies OrdersOfDay;
    },
    { kept: true },
  );
  useLiveRefresh(day.reload, null);
  return day;
}

/** The orders that cannot wait, and the way to all of them. */
export function OrdersSection({ day, now, all = false }: { day: OrdersOfDay; now: number; all?: boolean }) {
  const waiting = useFieldWork();
  const { view, orders, claimable } = day;
  const rows = (items: readonly StaffWorkOrderSummary[], withHolder: boolean) => (
    <Card flush>
      {(all ? items : items.slice(0, MOST_SHOWN)).map((order) => (
        <OrderRow
          key={order.id}
          order={order}
          now={now}
          withHolder={withHolder}
          queued={waiting.some(({ lane }) => lane === order.id)}
          onTap={() => go('staffOrder', { id: order.id })}
        />
      ))}
    </Card>
  );
  const ways = <Button text="全部工单" kind="quiet" onTap={() => go('staffOrders', { view: view === 'late' ? 'team' : 'mine' })} />;
  return (
    <>
      {claimable.length > 0 ? <Section title={`可抢的工单 ${claimable.length}`}>{rows(claimable, false)}</Section> : null}
      {orders.length > 0 ? (
        <Section title={view === 'late' ? `超时的工单 ${orders.length}` : `我的工单 ${orders.length}`} aside={ways}>
          {rows(orders, view === 'late')}
        </Section>
      ) : null}
    </>
  );
}
