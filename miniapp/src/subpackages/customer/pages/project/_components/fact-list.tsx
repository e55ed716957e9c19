import type { ProjectDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import './fact-list.scss';

/** Label and value, line by line; long values take the lines they need. */
export function FactList({ facts }: Pick<ProjectDetail, 'facts'>) {
  return (
    <Card>
      {facts.map(({ label, value }) => (
        <View key={label} className="fact t-body">
          <View className="fact__label ink-2">{label}</View>
          <View className="grow">{value}</View>
        </View>
      ))}
    </Card>
  );
}
