import type { WorkOrderReportView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { sayMinutes, sayShare } from '../_lib/figures';

/** The period in four figures; those with a target say how they stand to it. */
export function ReportFigures({ report }: { report: WorkOrderReportView }) {
  const { total, closed, times, satisfaction, targets } = report;
  const resolve = times.find(({ clock }) => clock === 'resolve')?.meanMinutes ?? null;
  const share = satisfaction.satisfiedShare;
  const figures = [
    { label: '报事', said: `${total}`, behind: false, note: '张' },
    { label: '已完成', said: `${closed}`, behind: false, note: '张' },
    {
      label: '平均办结',
      said: resolve === null ? '—' : sayMinutes(resolve),
      behind: resolve !== null && resolve > targets.resolveMinutes,
      note: `目标 ${sayMinutes(targets.resolveMinutes)}以内`,
    },
    {
      label: '满意率',
      said: share === null ? '—' : sayShare(share),
      behind: share !== null && share < targets.satisfiedShare,
      note: `目标 ${sayShare(targets.satisfiedShare)}`,
    },
  ];
  return (
    <View className="report-figures">
      {figures.map(({ label, said, behind, note }) => (
        <View key={label} className={`report-figures__one ${behind ? 'report-figures__one--behind' : ''}`}>
          <View className="t-note ink-2">{label}</View>
          <View className="report-figures__said tabular">{said}</View>
          <View className="t-note">{behind ? `未达${note}` : note}</View>
        </View>
      ))}
    </View>
  );
}
