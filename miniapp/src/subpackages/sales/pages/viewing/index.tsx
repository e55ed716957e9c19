import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useLiveRefresh } from '@/platform/use-live-refresh';
import { GoneViewing } from '../../_components/gone-viewing/gone-viewing';
import { ViewingBar } from '../../_components/viewing-bar/viewing-bar';
import { ViewingDetail } from '../../_components/viewing-detail/viewing-detail';
import { isGone } from '../../_hooks/use-lead-page';
import { useViewingPage } from '../../_hooks/use-viewing-page';

export default function StaffViewingPage() {
  const { id = '' } = useParams<RouteParams['staffViewing']>();
  const page = useViewingPage(id);
  const { viewing } = page;
  const now = useNow();
  usePullRefresh(viewing.reload);
  useLiveRefresh(viewing.reload, null);
  if (isGone(viewing))
    return (
      <PageFrame>
        <GoneViewing why={page.verbs.refusal ?? viewing.failure?.sentence ?? ''} />
      </PageFrame>
    );
  return (
    <PageFrame
      of={viewing}
      now={now}
      width="form"
      skeleton={<Skeleton cards={3} lines={4} />}
      bottom={viewing.data ? <ViewingBar page={page} data={viewing.data} /> : null}
    >
      {(data) => <ViewingDetail page={page} data={data} now={now} />}
    </PageFrame>
  );
}
