import { type StaffWorkOrderDetail, sayTime, WORK_ORDER_KIND_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { CategoryPicture } from '@/components/category-picture/category-picture';
import { holderNameOf, marksOf, orderUrgencyAt } from '@/components/order-row/order-words';
import { StatusTag } from '@/components/status-tag/status-tag';
import { ClockRows } from './clock-rows';
import { WhyDispatch } from './why-dispatch';
import './work-head.scss';

interface Props {
  data: StaffWorkOrderDetail;
  mine: boolean;
  now: number;
}

/** What broke, where, in whose words; what the clocks say, and why it came here. */
export function WorkHead({ data, mine, now }: Props) {
  const urgency = orderUrgencyAt(data, now);
  const marks = marksOf(data);
  const { preferredTime, status, statusLabel } = data;
  const kind = data.kind === 'repair' ? '' : `${WORK_ORDER_KIND_LABELS[data.kind]} · `;
  return (
    <Card>
      <View className="work-head__top">
        <View className="work-head__picture">
          <CategoryPicture picture={data.picture} size={44} />
        </View>
        <View className="grow">
          <View className="work-head__home t-title">{data.homeLabel}</View>
          <View className="ink-2">{`${kind}${data.categoryName}`}</View>
        </View>
      </View>
      <View className="work-head__tags row row--wrap">
        <StatusTag text={urgency.text} tone={urgency.tone} />
        {urgency.text.includes(statusLabel) || status === 'resolved' ? null : <View className="t-note ink-2">{statusLabel}</View>}
        {marks.map((mark) => (
          <StatusTag key={mark} text={mark} tone="soon" icon="late" />
        ))}
      </View>
      <View className="work-head__words">{data.description}</View>
      {preferredTime ? <View className="work-head__wish t-note">{`业主希望 ${sayTime(Date.parse(preferredTime), now)} 上门`}</View> : null}
      {data.contractorName ? (
        <View className="work-head__wish t-note">{`外部单位：${data.contractorName}，${mine ? '你' : holderNameOf(data)}跟进时限`}</View>
      ) : null}
      <ClockRows clocks={data.clocks} now={now} />
      <WhyDispatch data={data} mine={mine} now={now} />
      <View className="work-head__foot t-note ink-3">
        {[mine ? null : holderNameOf(data), data.number, `${sayTime(Date.parse(data.createdAt), now)} 提交`].filter(Boolean).join(' · ')}
      </View>
    </Card>
  );
}
