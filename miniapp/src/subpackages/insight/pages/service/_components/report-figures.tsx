import type { WorkOrderReportView } from '@guihu/shared';
import { Figures } from '../../../_components/figures/figures';
import { sayCount, sayKept, sayMinutes, sayShare } from '../_lib/figures';

/** The period in four figures; those with a target say how they stand to it. */
export function ReportFigures({ report }: { report: WorkOrderReportView }) {
  const { total, closed, times, satisfaction, targets, days } = report;
  const resolve = times.find(({ clock }) => clock === 'resolve')?.meanMinutes ?? null;
  const share = satisfaction.satisfiedShare;
  const slow = resolve !== null && resolve > targets.resolveMinutes;
  const unhappy = share !== null && share < targets.satisfiedShare;
  const figures = [
    { label: '报事', said: sayCount(total), behind: false, note: `平均每天 ${perDay(total, days.length)} 张` },
    { label: '已完成', said: sayCount(closed), behind: false, note: total > 0 ? `占报事 ${sayShare(closed / total)}` : '' },
    {
      label: '平均办结',
      said: resolve === null ? '暂无' : sayMinutes(resolve),
      behind: slow,
      note: `${standing(resolve, slow)}目标 ${sayMinutes(targets.resolveMinutes)}`,
    },
    {
      label: '满意率',
      said: share === null ? '暂无' : sayKept(share),
      behind: unhappy,
      note: `${standing(share, unhappy)}目标 ${sayKept(targets.satisfiedShare)}`,
    },
  ];
  return <Figures figures={figures} />;
}

const perDay = (count: number, days: number): number => Math.round((count / Math.max(1, days)) * 10) / 10;
const standing = (value: number | null, behind: boolean): string => (value === null ? '' : behind ? '未达' : '已达');
