import type { StaffViewing } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ViewingRow } from '@/components/viewing-row/viewing-row';
import { visitsInOrder } from '@/components/viewing-row/viewing-words';

interface Props {
  visits: readonly StaffViewing[];
  now: number;
  withHost: boolean;
  chosen: string | null;
  onOpen: (id: string) => void;
}

/** The visits of a day, what cannot wait on top. */
export function DayList({ visits, now, withHost, chosen, onOpen }: Props) {
  return (
    <>
      <Card flush>
        {visitsInOrder(visits, now).map((visit) => (
          <ViewingRow
            key={visit.id}
            viewing={visit}
            now={now}
            withHost={withHost}
            on={visit.id === chosen}
            onTap={() => onOpen(visit.id)}
          />
        ))}
      </Card>
      <View className="viewings__count t-note ink-2">{`共 ${visits.length} 组`}</View>
    </>
  );
}
