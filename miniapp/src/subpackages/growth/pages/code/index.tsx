import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { CodeBar } from '../../_components/code-detail/code-bar';
import { CodeDetail } from '../../_components/code-detail/code-detail';

export default function CodePage() {
  const { id = '' } = useParams<RouteParams['code']>();
  const code = useResource(id ? `live-code:${id}` : null, () => server.staffCodes.detail(id));
  const now = useNow(60_000);
  usePullRefresh(code.reload);
  return (
    <PageFrame
      of={code}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} picture={260} />}
      bottom={code.data ? <CodeBar code={code.data} onChanged={code.reload} /> : null}
    >
      {(data) => <CodeDetail code={data} now={now} />}
    </PageFrame>
  );
}
