import { VIEWING_KIND_LABELS, type ViewingKind, type ViewingPlan } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { isWeekly, sayPlan } from '../_lib/plan-words';
import { WeekStrip } from './week-strip';

interface Props {
  kind: ViewingKind;
  /** Null where this kind was never offered. */
  plan: ViewingPlan | null;
  /** The one whose settings stand beside. */
  on: boolean;
  onOpen: () => void;
}

/** One kind of visit: what it means in a sentence, and the week it is open in. */
export function PlanCard({ kind, plan, on, onOpen }: Props) {
  const label = VIEWING_KIND_LABELS[kind];
  const open = plan?.active ?? false;
  return (
    <Card
      className={on ? 'plan-card plan-card--on' : 'plan-card'}
      label={`${label}：${plan ? sayPlan(plan) : '还没有开放'}`}
      onTap={onOpen}
    >
      <View className="row row--between">
        <View className="grow">
          <View className="t-section">{label}</View>
          {plan && plan.title !== label ? <View className="t-note ink-2 one-line">{plan.title}</View> : null}
        </View>
        <StatusTag text={open ? '可预约' : plan ? '暂停预约' : '还没有开放'} tone={open ? 'done' : 'calm'} icon={open ? 'check' : 'lock'} />
      </View>
      <View className="plan-card__said ink-2">{plan ? sayPlan(plan) : '点开设置开放时间，保存后客户就能预约'}</View>
      {plan && isWeekly(plan) ? <WeekStrip week={plan.week} lengthMinutes={plan.lengthMinutes} /> : null}
    </Card>
  );
}
