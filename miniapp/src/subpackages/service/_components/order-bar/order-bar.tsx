import type { StaffWorkOrderDetail } from '@guihu/shared';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar/action-bar';
import { MoreSheet } from '@/components/more-sheet/more-sheet';
import { go } from '@/platform/navigation';
import { server } from '@/session';
import type { OrderPage } from '../../_hooks/use-order-page';
import { afterQueue } from '../../_lib/field-words';
import { type ActionKey, layOutActions } from '../../_lib/order-actions';
import { OrderSheets, type SheetName } from './order-sheets';

interface Props {
  page: OrderPage;
  data: StaffWorkOrderDetail;
  /** The person who looks has it. */
  mine: boolean;
  /** Epoch milliseconds. */
  now: number;
}

/** What may be done with the order now, at the thumb, and the sheets it opens. */
export function OrderBar({ page, data, mine, now }: Props) {
  const [sheet, setSheet] = useState<SheetName | 'more' | null>(null);
  const { id } = data;
  const { verbs, waiting, order } = page;
  const standing = afterQueue(
    data,
    waiting.map(({ what }) => what.verb),
  );
  // Without a network only what may wait on the phone is offered; the rest needs the server's yes.
  const away = order.failure?.kind === 'offline';
  const { bar, more } = layOutActions({ ...standing, allowed: away ? standing.allowed.filter(isFieldVerb) : standing.allowed, mine });

  const act = (key: ActionKey) => {
    setSheet(null);
    if (key === 'accept' || key === 'claim')
      return void verbs.run(
        () => server.staffOrders.accept(id),
        `${key === 'accept' ? '已接单' : '抢到了'}，请按时${data.kind === 'repair' ? '上门' : '答复'}`,
      );
    if (key === 'call') return void page.call();
    if (key === 'resume') return void page.work({ verb: 'resume', body: {} });
    if (key === 'finish') return go('finishOrder', { id });
    setSheet(key);
  };
  return (
    <>
      <ActionBar
        actions={bar}
        hasMore={more.length > 0}
        busy={verbs.busy}
        instant={INSTANT}
        onChoose={act}
        onMore={() => setSheet('more')}
      />
      <MoreSheet
        open={sheet === 'more'}
        actions={more}
        onChoose={act}
        onClose={() => setSheet((open) => (open === 'more' ? null : open))}
      />
      <OrderSheets
        page={page}
        data={data}
        mine={mine}
        now={now}
        open={sheet === 'more' ? null : sheet}
        // A sheet says that it is closed also when another one took its place: only the one that is open may close.
        onClose={(name) => setSheet((open) => (open === name ? null : open))}
      />
    </>
  );
}

const INSTANT: readonly ActionKey[] = ['accept', 'claim', 'resume'];
const FIELD: readonly string[] = ['arrive', 'respond', 'pause', 'resume', 'finish'];
const isFieldVerb = (verb: string): boolean => FIELD.includes(verb);
