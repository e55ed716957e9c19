import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';

interface Props {
  figures: readonly { label: string; value: string }[];
}

/** A few numbers beside each other, each with its word. */
export function Figures({ figures }: Props) {
  return (
    <Card>
      <View className={`figures ${figures.length === 3 ? 'figures--three' : ''}`}>
        {figures.map(({ label, value }) => (
          <View key={label}>
            <View className="figures__value tabular">{value}</View>
            <View className="t-note ink-2">{label}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}
