import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/shapes';
import { Section } from '@/components/section/section';

/** What is agreed to, before it is agreed to. */
export function YesMeans({ referrerName }: { referrerName: string }) {
  const lines: readonly [icon: IconName, text: string][] = [
    ['phone', '一位置业顾问会打电话给您，约时间看房'],
    ['people', `${referrerName}能看到您走到哪一步（如已到访），看不到您的号码和其他信息`],
    ['shield', '同意可以随时撤回，撤回后不再联系您'],
  ];
  return (
    <Section title="同意意味着什么">
      <Card>
        <View className="stack">
          {lines.map(([icon, text]) => (
            <View key={icon} className="ask__line">
              <Icon name={icon} className="ask__icon" />
              <View className="grow">{text}</View>
            </View>
          ))}
        </View>
      </Card>
    </Section>
  );
}
