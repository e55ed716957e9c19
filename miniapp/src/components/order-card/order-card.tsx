import { type MyWorkOrder, sayTime } from '@guihu/shared';
import { Image, View } from '@tarojs/components';
import { Card } from '../card/card';
import { CategoryPicture } from '../category-picture/category-picture';
import { StatusTag } from '../status-tag/status-tag';
import { ORDER_TONES } from './order-tones';
import './order-card.scss';

interface Props {
  order: MyWorkOrder;
  /** Address of its first photo, as this phone can load it. */
  thumb?: string | null;
  /** Epoch milliseconds. */
  now: number;
  onOpen: () => void;
}

/** Something that was reported: what, where it stands, what comes next. */
export function OrderCard({ order, thumb, now, onOpen }: Props) {
  const { categoryName, statusLabel, status, description, note, promise, homeLabel, createdAt } = order;
  return (
    <Card label={`${categoryName}，${statusLabel}`} onTap={onOpen}>
      <View className="order-card">
        {thumb ? (
          <Image className="order-card__thumb" src={thumb} mode="aspectFill" lazyLoad />
        ) : (
          <View className="order-card__thumb order-card__thumb--drawn">
            <CategoryPicture picture={order.picture} size={40} />
          </View>
        )}
        <View className="grow">
          <View className="order-card__head">
            <View className="t-section grow">{categoryName}</View>
            <StatusTag text={statusLabel} tone={ORDER_TONES[status]} icon={status === 'resolved' ? 'star' : undefined} />
          </View>
          {description === categoryName ? null : <View className="one-line">{description}</View>}
          <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(createdAt), now)} · ${homeLabel}`}</View>
        </View>
      </View>
      {note || promise ? <View className="order-card__promise">{[note, promise].filter(Boolean).join('，')}</View> : null}
    </Card>
  );
}
