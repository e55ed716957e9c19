import { type RevisitView, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';

interface Props {
  items: readonly RevisitView[];
  now: number;
}

/** Calls that are owed, or were made, after it was done. */
export function RevisitsSection({ items, now }: Props) {
  if (items.length === 0) return null;
  return (
    <Section title="回访">
      <Card flush>
        {items.map(({ id, reasonLabel, owner, status, dueAt, doneAt, note }) => (
          <View key={id} className="order-detail__row">
            <View className="row row--between">
              <View className="grow">{reasonLabel}</View>
              <StatusTag text={status === 'done' ? '已回访' : '待回访'} tone={status === 'done' ? 'done' : 'soon'} />
            </View>
            <View className="t-note ink-2 tabular">
              {doneAt ? `${owner.name} · ${sayTime(Date.parse(doneAt), now)}` : `${owner.name} · ${sayTime(Date.parse(dueAt), now)} 前`}
            </View>
            {note ? <View>{note}</View> : null}
          </View>
        ))}
      </Card>
    </Section>
  );
}
