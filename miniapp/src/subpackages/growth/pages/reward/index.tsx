import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { RewardBar } from '../../_components/reward-bar/reward-bar';
import { RewardDetail } from '../../_components/reward-detail/reward-detail';
import { useRewardPage } from '../../_hooks/use-reward-page';

export default function RewardPage() {
  const { id = '' } = useParams<RouteParams['reward']>();
  const page = useRewardPage(id);
  const { reward } = page;
  const now = useNow(60_000);
  usePullRefresh(reward.reload);
  return (
    <PageFrame
      of={reward}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={3} />}
      bottom={reward.data ? <RewardBar page={page} data={reward.data} now={now} /> : null}
    >
      {(data) => <RewardDetail data={data} now={now} />}
    </PageFrame>
  );
}
