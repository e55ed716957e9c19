import { View } from '@tarojs/components';
import './figures.scss';

export interface Figure {
  label: string;
  /** With its unit. */
  said: string;
  /** It does not reach its target; the note says so too. */
  behind: boolean;
  note: string;
}

/** A period in a few figures. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <View className="figures">
      {figures.map(({ label, said, behind, note }) => (
        <View key={label} className={`figures__one ${behind ? 'figures__one--behind' : ''}`}>
          <View className="t-note ink-2">{label}</View>
          <View className="figures__said tabular">{said}</View>
          <View className="t-note">{note}</View>
        </View>
      ))}
    </View>
  );
}
