import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { GoneLead } from '../../_components/gone-lead/gone-lead';
import { LeadBar } from '../../_components/lead-bar/lead-bar';
import { LeadDetail } from '../../_components/lead-detail/lead-detail';
import { isGone, useLeadPage } from '../../_hooks/use-lead-page';

export default function LeadPage() {
  const { id = '' } = useParams<RouteParams['lead']>();
  const page = useLeadPage(id);
  const { lead } = page;
  const now = useNow();
  usePullRefresh(page.reload);
  useLiveRefresh(lead.reload, lead.data?.acceptBy ? Date.parse(lead.data.acceptBy) : null);
  if (isGone(lead))
    return (
      <PageFrame>
        <GoneLead why={page.verbs.refusal ?? lead.failure?.sentence ?? ''} />
      </PageFrame>
    );
  return (
    <PageFrame
      of={lead}
      now={now}
      width="list"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={lead.data ? <LeadBar page={page} data={lead.data} /> : null}
    >
      {(data) => <LeadDetail page={page} data={data} now={now} />}
    </PageFrame>
  );
}
