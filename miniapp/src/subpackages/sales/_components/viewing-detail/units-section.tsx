import type { StaffViewingDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';

type Unit = StaffViewingDetail['units'][number];

const STATES: Readonly<Record<Unit['state'], { text: string; tone: Tone }>> = {
  available: { text: '在售', tone: 'done' },
  reserved: { text: '已锁定', tone: 'soon' },
  sold: { text: '已售', tone: 'calm' },
};

/** What they want to see, and what of it is gone by now (F2): to be told before they come. */
export function UnitsSection({ data: { units, warnings } }: { data: Pick<StaffViewingDetail, 'units' | 'warnings'> }) {
  if (units.length === 0 && warnings.length === 0) return null;
  return (
    <Section title="想看的房源">
      {warnings.length > 0 ? (
        <View className="viewing-detail__warning">
          <Icon name="info" />
          <View className="grow">
            {warnings.map((warning) => (
              <View key={warning}>{warning}</View>
            ))}
            <View className="t-note">见面前先和客户说一声，备好相近的房源</View>
          </View>
        </View>
      ) : null}
      {units.length > 0 ? (
        <Card flush>
          {units.map(({ id, label, state }) => (
            <View key={id} className="viewing-detail__row row row--between">
              <View className="grow">{label}</View>
              <StatusTag text={STATES[state].text} tone={STATES[state].tone} icon={state === 'available' ? 'check' : 'lock'} />
            </View>
          ))}
        </Card>
      ) : null}
    </Section>
  );
}
