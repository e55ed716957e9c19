import { View } from '@tarojs/components';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Segments } from '@/components/segments/segments';
import { sayRange } from '../../_lib/periods';
import './report-head.scss';

interface Props<P extends string> {
  projects: readonly { id: string; name: string }[];
  projectId: string;
  onProject: (id: string) => void;
  periods: readonly { value: P; label: string }[];
  period: P;
  onPeriod: (period: P) => void;
  /** What the period is now; ISO 8601. */
  range: { from: string; to: string };
}

/** Of which project and which time a report tells. */
export function ReportHead<P extends string>({ projects, projectId, onProject, periods, period, onPeriod, range }: Props<P>) {
  return (
    <View className="report-head">
      {projects.length > 1 ? (
        <View className="report-head__projects">
          <Segments items={projects.map(({ id, name }) => ({ value: id, label: name }))} chosen={projectId} onChange={onProject} />
        </View>
      ) : null}
      <ChipGroup chips={periods} chosen={[period]} onChange={([value]) => value && onPeriod(value as P)} />
      <View className="report-head__range t-note ink-2 tabular">{sayRange(range)}</View>
    </View>
  );
}
