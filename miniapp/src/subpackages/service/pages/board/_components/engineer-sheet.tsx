import type { WorkOrderBoard } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { OrderRow } from '@/components/order-row/order-row';
import { Sheet } from '@/components/sheet/sheet';

interface Props {
  person: WorkOrderBoard['people'][number] | null;
  /** The most urgent orders of the project. */
  urgent: WorkOrderBoard['urgent'];
  now: number;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** What one colleague has in hand of what ends first; tapped, an order can be handed to somebody else. */
export function EngineerSheet({ person, urgent, now, onOpen, onClose }: Props) {
  const theirs = urgent.filter(({ assignee }) => assignee !== null && assignee.id === person?.id);
  const rest = (person?.open ?? 0) - theirs.length;
  return (
    <Sheet open={person !== null} title={person?.name ?? ''} onClose={onClose}>
      {theirs.length > 0 ? (
        <Card flush>
          {theirs.map((order) => (
            <OrderRow key={order.id} order={order} now={now} onTap={() => onOpen(order.id)} />
          ))}
        </Card>
      ) : null}
      <View className="engineer-sheet__rest t-note ink-2">
        {theirs.length === 0 && rest <= 0 ? '现在手上没有工单' : rest > 0 ? `另有 ${rest} 张时限更晚` : '点开一张，可以改派给其他同事'}
      </View>
    </Sheet>
  );
}
