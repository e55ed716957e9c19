import { type DeliveryView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '../card/card';
import { Section } from '../section/section';
import { StatusTag, type Tone } from '../status-tag/status-tag';
import './deliveries-section.scss';

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

/** Whether the messages owed reached people, and why not. */
export function DeliveriesSection({ items, now }: Props) {
  if (items.length === 0) return null;
  return (
    <Section title="消息是否送达">
      <Card flush className="deliveries">
        {items.map((item) => (
          <View key={`${item.at}-${item.to}-${item.title}-${item.channel}`} className="deliveries__row">
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
