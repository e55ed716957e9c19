import type { WorkOrderBoard } from '@guihu/shared';
import { View } from '@tarojs/components';
import { StatusTag } from '@/components/status-tag/status-tag';
import { clocksToWatch } from '../_lib/board-words';

/** Which promises are broken, and which soon will be. */
export function ClockTable({ board }: { board: WorkOrderBoard }) {
  const watched = clocksToWatch(board);
  if (watched.length === 0) return null;
  return (
    <View className="clock-table">
      {watched.map(({ clock, name, late, soon }) => (
        <View key={clock} className="clock-table__clock">
          <View>{name}</View>
          {late > 0 ? <StatusTag text={`超时 ${late}`} tone="late" /> : null}
          {soon > 0 ? <StatusTag text={`将到 ${soon}`} tone="soon" /> : null}
        </View>
      ))}
    </View>
  );
}
