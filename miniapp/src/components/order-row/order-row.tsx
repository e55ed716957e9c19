import type { StaffWorkOrderSummary } from '@guihu/shared';
import { View } from '@tarojs/components';
import { CategoryPicture } from '../category-picture/category-picture';
import { StatusTag } from '../status-tag/status-tag';
import { Tap } from '../tap/tap';
import { holderOf, marksOf, orderUrgencyAt } from './order-words';
import './order-row.scss';

interface Props {
  order: StaffWorkOrderSummary;
  /** Epoch milliseconds. */
  now: number;
  /** Whose it is; for lists that hold more than one's own. */
  withHolder?: boolean;
  /** Something done on this phone waits to be sent. */
  queued?: boolean;
  /** The one whose detail stands beside the list. */
  on?: boolean;
  onTap: () => void;
}

/** One work order in a list: what broke, where, in whose words, and what the clock says. */
export function OrderRow({ order, now, withHolder = false, queued = false, on = false, onTap }: Props) {
  const urgency = orderUrgencyAt(order, now);
  const marks = [...marksOf(order), ...(queued ? ['排队中'] : [])];
  const third = [...marks, withHolder ? holderOf(order) : ''].filter(Boolean).join(' · ');
  return (
    <Tap
      className={`order-row ${on ? 'order-row--on' : ''}`}
      label={`${order.homeLabel}，${order.categoryName}，${urgency.text}`}
      pressed={on ? true : undefined}
      onTap={onTap}
    >
      <View className="order-row__picture">
        <CategoryPicture picture={order.picture} size={36} />
      </View>
      <View className="grow">
        <View className="order-row__first">
          <View className="order-row__home one-line">{order.homeLabel}</View>
          <StatusTag text={urgency.text} tone={urgency.tone} />
        </View>
        <View className="order-row__words one-line">{`${order.categoryName}：${order.description}`}</View>
        {third ? <View className={`t-note one-line ${marks.length > 0 ? 'ink-soon' : 'ink-2'}`}>{third}</View> : null}
      </View>
    </Tap>
  );
}
