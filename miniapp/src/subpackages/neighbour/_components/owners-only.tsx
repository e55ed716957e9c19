import { EmptyState } from '@/components/notice/empty-state';
import { go } from '@/platform/navigation';

/** What stands here for whoever has bound no home of their own yet. */
export function OwnersOnly() {
  return (
    <EmptyState
      title="绑定房屋后可以使用"
      text="这里的服务面向业主，请先用购房时登记的手机号绑定房屋"
      action={{ text: '去绑定房屋', onTap: () => go('homes') }}
    />
  );
}
