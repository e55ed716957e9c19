import { useMemo, useState } from 'react';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { server, useProjectChoice } from '@/session';
import { Pictures } from '../../_components/pictures/pictures';
import { ReportHead } from '../../_components/report-head/report-head';
import { PERIODS, type Period, rangeOf, sayRange } from '../../_lib/periods';
import { ReportFigures } from './_components/report-figures';
import { toldBy } from './_lib/report-told';

/** How the service does: what breaks, how long it takes, what owners say of it (J7, J21, J23). */
export default function ServiceReportPage() {
  const { projects, id: projectId, choose } = useProjectChoice();
  const [period, setPeriod] = useState<Period>('days30');
  const now = useNow();
  const choices = projects.data ?? [];
  const range = rangeOf(period, now);
  const report = useResource(projectId ? `service-report:${projectId}:${range.from}:${range.to}` : null, () =>
    server.serviceDesk.report({ projectId, ...range }),
  );
  usePullRefresh(report.reload);
  const told = useMemo(() => (report.data ? toldBy(report.data) : []), [report.data]);
  const name = choices.find(({ id }) => id === projectId)?.name ?? '';
  return (
    <PageFrame
      of={projects.status === 'ready' ? report : { ...projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={3} lines={2} picture={160} />}
      empty={{
        when: ({ total, closed }) => total + closed === 0,
        title: '这段时间没有工单',
        text: '换一个时间看看，或等业主报事后再来',
      }}
      head={
        <ReportHead
          projects={choices}
          projectId={projectId}
          onProject={choose}
          periods={PERIODS}
          period={period}
          onPeriod={setPeriod}
          range={range}
        />
      }
    >
      {(data) => (
        <>
          <ReportFigures report={data} />
          <Pictures told={told} fileName={`${name} ${sayRange(range)}`} />
        </>
      )}
    </PageFrame>
  );
}
