import { sayTime, type WorkOrderStatus, type WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { CategoryPicture } from '@/components/category-picture/category-picture';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/components/icon/shapes';
import { ORDER_TONES } from '@/components/order-card/order-tones';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';

interface Props {
  order: WorkOrderView;
  now: number;
  onCopy: () => void;
}

/** Once nothing is awaited any more, no clock stands beside the words. */
const PROMISE_ICONS: Partial<Record<WorkOrderStatus, IconName>> = { resolved: 'star', closed: 'check', cancelled: 'info' };

/** What it is, where it stands, what was promised. */
export function OrderHead({ order, now, onCopy }: Props) {
  const { picture, categoryName, status, statusLabel, homeLabel, number, createdAt, promise, note, urgent } = order;
  return (
    <Card>
      <View className="order-head__what">
        <CategoryPicture picture={picture} size={48} />
        <View className="grow">
          <View className="row row--wrap">
            <View className="t-title">{categoryName}</View>
            <StatusTag text={statusLabel} tone={ORDER_TONES[status]} />
            {urgent ? <StatusTag text="紧急" tone="late" /> : null}
          </View>
          <View className="t-note ink-2">{homeLabel}</View>
          <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(createdAt), now)} 提交`}</View>
        </View>
      </View>
      {promise || note ? (
        <View className="order-head__promise">
          <Icon name={PROMISE_ICONS[status] ?? 'clock'} />
          <View className="grow">
            {promise ? <View>{promise}</View> : null}
            {note ? <View className={promise ? 't-note' : ''}>{note}</View> : null}
          </View>
        </View>
      ) : null}
      <Tap className="order-head__number t-note" label={`复制工单号 ${number}`} onTap={onCopy}>
        <View className="tabular">{`工单号 ${number}`}</View>
        <Icon name="copy" size={1.1} />
      </Tap>
    </Card>
  );
}
