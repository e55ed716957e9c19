import { Cell } from '@/components/cell/cell';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** More than these are said as 以上. */
const MOST = 100;

/** Rewards that were approved and wait to be paid. */
export function PayoutCell() {
  const waiting = useResource('rewards-to-pay', () => server.staffRewards.list({ status: 'approved', limit: MOST }));
  const { items = [], nextCursor = null } = waiting.data ?? {};
  const count = items.length === 0 ? null : `${items.length} 笔${nextCursor ? '以上' : ''}`;
  return (
    <Cell icon="star" title="奖励发放" note="审核通过、等你发放的奖励" end={count} onTap={() => go('rewards', { status: 'approved' })} />
  );
}
