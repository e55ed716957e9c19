import type { StaffWorkOrderDetail } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { keep, recall } from '@/platform/storage';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { type KeptOrder, keptOf, withKept } from '../_lib/kept-orders';

const KEPT_UNDER = 'staff-orders';

/** An order that can be read without a network too, as far as it may be kept on a phone. */
export function useKeptOrder(id: string): Resource<StaffWorkOrderDetail> {
  const order = useResource(id ? `staff-order:${id}` : null, () => server.staffOrders.detail(id));
  const [kept, setKept] = useState<KeptOrder | null>(null);
  useEffect(() => setKept(keptOf(recall<KeptOrder[]>(KEPT_UNDER) ?? [], id)), [id]);
  const { data, since } = order;
  useEffect(() => {
    if (data && since !== null) keep(KEPT_UNDER, withKept(recall<KeptOrder[]>(KEPT_UNDER) ?? [], data, since));
  }, [data, since]);
  const away = data === null && order.failure?.kind === 'offline';
  return away && kept ? { ...order, status: 'ready', data: kept.data, since: kept.since } : order;
}
