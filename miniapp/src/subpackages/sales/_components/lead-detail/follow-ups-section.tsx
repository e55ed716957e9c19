import { FOLLOW_UP_METHODS, type FollowUpView, LEAD_LEVELS, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';

interface Props {
  items: readonly FollowUpView[];
  now: number;
}

/** What was said so far, newest on top. */
export function FollowUpsSection({ items, now }: Props) {
  if (items.length === 0) return null;
  return (
    <Section title={`跟进记录 ${items.length} 条`}>
      <Card flush className="lead-detail__rows">
        {items.map((item) => (
          <View key={item.id} className="lead-detail__row">
            <View className="t-note ink-2">
              {[
                `${FOLLOW_UP_METHODS[item.method]}${item.connected === false ? '（未联系上）' : ''}`,
                sayTime(Date.parse(item.occurredAt), now),
                item.by,
                item.level ? LEAD_LEVELS[item.level] : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            <View>{item.content}</View>
            <View className="t-note ink-2">{`客户反馈：${item.feedback}`}</View>
            <View className="t-note ink-2">{`下次：${sayTime(Date.parse(item.nextAt), now)}，${item.nextPlan}`}</View>
          </View>
        ))}
      </Card>
    </Section>
  );
}
