import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { ReferralBar } from '../../_components/referral-bar/referral-bar';
import { ReferralDetail } from '../../_components/referral-detail/referral-detail';
import { useReferralPage } from '../../_hooks/use-referral-page';

export default function ReferralPage() {
  const { id = '' } = useParams<RouteParams['referral']>();
  const page = useReferralPage(id);
  const { referral } = page;
  const now = useNow();
  usePullRefresh(page.reload);
  useLiveRefresh(page.reload, null);
  return (
    <PageFrame
      of={referral}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={referral.data ? <ReferralBar page={page} data={referral.data} /> : null}
    >
      {(data) => <ReferralDetail page={page} data={data} now={now} />}
    </PageFrame>
  );
}
