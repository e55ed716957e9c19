import { beijingDate, type ViewingReport } from '@guihu/shared';
import { useMemo, useState } from 'react';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { server, useProjectChoice } from '@/session';
import { type Figure, Figures } from '../../_components/figures/figures';
import { Pictures } from '../../_components/pictures/pictures';
import { ReportHead } from '../../_components/report-head/report-head';
import { PERIODS, type Period, rangeOf, sayRange } from '../../_lib/periods';
import { shareOf, toldBy } from './_lib/visit-told';

/** When visitors come, how many of them buy, and what keeps the others (F6, F9). */
export default function ViewingReportPage() {
  const { projects, id: projectId, choose } = useProjectChoice();
  const [period, setPeriod] = useState<Period>('days30');
  const now = useNow();
  const choices = projects.data ?? [];
  const range = rangeOf(period, now);
  // The contract asks for whole Beijing days, the last one included.
  const days = { from: beijingDate(Date.parse(range.from)), to: beijingDate(Date.parse(range.to) - 1) };
  const report = useResource(projectId ? `viewing-report:${projectId}:${days.from}:${days.to}` : null, () =>
    server.staffViewings.report({ projectId, ...days }),
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
        when: ({ funnel }) => funnel.booked + funnel.visited === 0,
        title: '这段时间没有预约',
        text: '换一个时间看看，或先在“开放时段”里开放预约',
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
          <Figures figures={figuresOf(data)} />
          <Pictures told={told} fileName={`${name} ${sayRange(range)} 带看`} />
        </>
      )}
    </PageFrame>
  );
}

function figuresOf({ funnel: { booked, visited, revisited, noShow, won } }: ViewingReport): Figure[] {
  const figure = (label: string, said: string, note: string): Figure => ({ label, said, note, behind: false });
  return [
    figure('预约', `${booked} 组`, noShow > 0 ? `${noShow} 组没来，占 ${shareOf(noShow, booked) ?? '—'}` : '没有人爽约'),
    figure('到访', `${visited} 组`, '含未预约的'),
    figure('复看', `${revisited} 组`, `占到访 ${shareOf(revisited, visited) ?? '—'}`),
    figure('成交', `${won} 组`, `占到访 ${shareOf(won, visited) ?? '—'}`),
  ];
}
