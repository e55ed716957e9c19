import { beijingDate } from '@guihu/shared';
import { useMemo, useState } from 'react';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { server, useProjectChoice } from '@/session';
import { Figures } from '../../_components/figures/figures';
import { Pictures } from '../../_components/pictures/pictures';
import { ReportHead } from '../../_components/report-head/report-head';
import { MONTH_PERIODS, type MonthPeriod, monthRangeOf, sayRange } from '../../_lib/periods';
import { figuresOf, toldBy } from './_lib/share-told';

/** All of the colleague's projects together. */
const ALL = { id: '', name: '全部' };

/** How much of the business comes by recommendation, against the target (K7). */
export default function ReferralSharePage() {
  const { projects, id, choose } = useProjectChoice();
  const [together, setTogether] = useState(false);
  const [period, setPeriod] = useState<MonthPeriod>('months6');
  const now = useNow();
  const choices = projects.data ?? [];
  const projectId = together ? ALL.id : id;
  const range = monthRangeOf(period, now);
  // The contract asks for whole Beijing days, the last one included.
  const days = { from: beijingDate(Date.parse(range.from)), to: beijingDate(Date.parse(range.to) - 1) };
  const report = useResource(id ? `referral-share:${projectId}:${days.from}:${days.to}` : null, () =>
    server.staffReferrals.share({ ...days, ...(projectId ? { projectId } : {}) }),
  );
  usePullRefresh(report.reload);
  const told = useMemo(() => (report.data ? toldBy(report.data) : []), [report.data]);
  const name = [...choices, ALL].find((choice) => choice.id === projectId)?.name ?? '';
  const turn = (chosen: string) => {
    setTogether(chosen === ALL.id);
    if (chosen !== ALL.id) choose(chosen);
  };
  return (
    <PageFrame
      of={projects.status === 'ready' ? report : { ...projects, data: null }}
      now={now}
      width="desk"
      skeleton={<Skeleton cards={3} lines={2} picture={160} />}
      empty={{
        when: ({ total: { leads, visits, deals } }) => leads.all + visits.all + deals.all === 0,
        title: '这段时间没有客户',
        text: '换一段时间看看；有了线索、到访或成交，占比会显示在这里',
      }}
      head={
        <ReportHead
          projects={choices.length > 1 ? [...choices, ALL] : choices}
          projectId={projectId}
          onProject={turn}
          periods={MONTH_PERIODS}
          period={period}
          onPeriod={setPeriod}
          range={range}
        />
      }
    >
      {(data) => (
        <>
          <Figures figures={figuresOf(data)} />
          <Pictures told={told} fileName={`${name} ${sayRange(range)} 转介绍`} />
        </>
      )}
    </PageFrame>
  );
}
