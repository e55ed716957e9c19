import type { StaffLeadSummary } from '@guihu/shared';
import { View } from '@tarojs/components';
import { StatusTag } from '../status-tag/status-tag';
import { Tap } from '../tap/tap';
import { calledOf, urgencyAt, wishOf } from './lead-words';
import './lead-row.scss';

interface Props {
  lead: StaffLeadSummary;
  /** Epoch milliseconds. */
  now: number;
  /** Whose it is; for lists that hold more than one's own. */
  withOwner?: boolean;
  /** The one whose detail stands beside the list. */
  on?: boolean;
  onTap: () => void;
}

/** One lead in a list: who, what they look for, and what it wants next. */
export function LeadRow({ lead, now, withOwner = false, on = false, onTap }: Props) {
  const urgency = urgencyAt(lead, now);
  const owner = withOwner ? (lead.owner?.name ?? '暂无负责人') : null;
  const second = [owner, wishOf(lead.intent), lead.source.name].filter(Boolean).join(' · ');
  return (
    <Tap
      className={`lead-row ${on ? 'lead-row--on' : ''}`}
      label={`${lead.customer.name}，${urgency.text}`}
      pressed={on ? true : undefined}
      onTap={onTap}
    >
      <View className="lead-row__first">
        <View className="lead-row__name one-line">{calledOf(lead.customer)}</View>
        <StatusTag text={urgency.text} tone={urgency.tone} />
      </View>
      <View className="lead-row__second t-note one-line">{second}</View>
    </Tap>
  );
}
