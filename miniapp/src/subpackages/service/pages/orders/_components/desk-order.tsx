import { Notice } from '@/components/notice/notice';
import { Loaded } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { DetailPane } from '@/components/split-view/detail-pane';
import { useSession } from '@/session';
import { GoneOrder } from '../../../_components/gone-order/gone-order';
import { OrderBar } from '../../../_components/order-bar/order-bar';
import { OrderDetail } from '../../../_components/order-detail/order-detail';
import { isGone, useOrderPage } from '../../../_hooks/use-order-page';
import { isMine } from '../../../_lib/order-facts';

interface Props {
  /** Null: nothing is chosen. */
  id: string | null;
  now: number;
  /** A verb was done: the list is no longer true. */
  onChanged: () => void;
  onLeave: () => void;
}

/** The chosen order beside the list. */
export function DeskOrder({ id, now, onChanged, onLeave }: Props) {
  const { me } = useSession();
  const page = useOrderPage(id ?? '', onChanged);
  const { order } = page;
  if (!id) return <Notice icon="list" title="选一张工单" text="左边点选后，这里显示全部情况" />;
  if (isGone(order)) return <GoneOrder why={page.verbs.refusal ?? order.failure?.sentence ?? ''} onLeave={onLeave} />;
  return (
    <DetailPane bar={order.data ? <OrderBar page={page} data={order.data} mine={isMine(order.data, me)} now={now} /> : null}>
      <Loaded of={order} skeleton={<Skeleton cards={3} lines={4} />}>
        {(data) => <OrderDetail page={page} data={data} mine={isMine(data, me)} now={now} />}
      </Loaded>
    </DetailPane>
  );
}
