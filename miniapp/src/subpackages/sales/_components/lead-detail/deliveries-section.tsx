import { type DeliveryView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';

interface Props {
  /** Empty also while unknown: the page stands without them. */
  items: readonly DeliveryView[];
  now: number;
}

const STATES: Readonly<Record<DeliveryView['state'], { text: string; tone: Tone }>> = {
  waiting: { text: '等待发送', tone: 'soon' },
  sent: { text: '已发送', tone: 'info' },
  received: { text: '已送达', tone: 'done' },
  failed: { text: '未送达', tone: 'late' },
};

/** Whether the messages owed about this lead reached people, and why not. */
export function DeliveriesSection({ items, now }: Props) {
  if (items.length === 0) return null;
  return (
    <Section title="消息是否送达">
      <Card flush className="lead-detail__rows">
        {items.map((item) => (
          <View key={`${item.at}-${item.to}-${item.title}-${item.channel}`} className="lead-detail__row">
            <View className="row row--between">
              <View className="grow">{item.title}</View>
              <StatusTag {...(STATES[item.state] ?? STATES.waiting)} />
            </View>
            <View className="t-note ink-2">{`发给${item.to} · ${item.channel} · ${sayTime(Date.parse(item.at), now)}`}</View>
            {item.reason ? <View className="t-note ink-2">{item.reason}</View> : null}
          </View>
        ))}
      </Card>
    </Section>
  );
}
