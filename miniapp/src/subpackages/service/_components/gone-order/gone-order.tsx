import { Notice } from '@/components/notice/notice';
import { go } from '@/platform/navigation';

/** The order is not, or no longer, this person's; `why` says what became of it. */
export function GoneOrder({ why, onLeave }: { why: string; onLeave?: () => void }) {
  return (
    <Notice
      icon="swap"
      title="这张工单不在你名下"
      text={why}
      action={{ text: '看我的工单', onTap: onLeave ?? (() => go('staffOrders')) }}
    />
  );
}
