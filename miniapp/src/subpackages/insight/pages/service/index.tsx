import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { useParams, usePullRefresh } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server, useMyProjects } from '@/session';
import { Pictures } from './_components/pictures';
import { ReportFigures } from './_components/report-figures';
import { PERIODS, type Period, rangeOf, sayRange } from './_lib/periods';
import './index.scss';

/** How the service does: what breaks, how long it takes, what owners say of it (J7, J21, J23). */
export default function ServiceReportPage() {
  const asked = useParams<RouteParams['serviceReport']>();
  const projects = useMyProjects();
  const [picked, setPicked] = useState<string | null>(asked.projectId ?? null);
  const [period, setPeriod] = useState<Period>('days30');
  const now = useNow();
  const choices = projects.data ?? [];
  const project = choices.find(({ id }) => id === picked) ?? choices[0];
  const projectId = project?.id ?? '';
  const range = rangeOf(period, now);
  const report = useResource(project ? `service-report:${projectId}:${range.from}:${range.to}` : null, () =>
    server.serviceDesk.report({ projectId, ...range }),
  );
  usePullRefresh(report.reload);
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
        <View className="service-report__head">
          {choices.length > 1 ? (
            <View className="service-report__projects">
              <Segments items={choices.map(({ id, name }) => ({ value: id, label: name }))} chosen={projectId} onChange={setPicked} />
            </View>
          ) : null}
          <ChipGroup chips={PERIODS} chosen={[period]} onChange={([value]) => value && setPeriod(value as Period)} />
          <View className="service-report__range t-note ink-2 tabular">{sayRange(range)}</View>
        </View>
      }
    >
      {(data) => (
        <>
          <ReportFigures report={data} />
          <Pictures report={data} fileName={`${project?.name ?? ''} ${sayRange(range)}`} />
        </>
      )}
    </PageFrame>
  );
}
