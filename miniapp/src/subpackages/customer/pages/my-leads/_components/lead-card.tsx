import { type MyLead, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Avatar } from '@/components/person-card/avatar';
import { StatusTag } from '@/components/status-tag/status-tag';
import { statusOf } from '../../../_lib/lead-words';
import './lead-card.scss';

interface Props {
  lead: MyLead;
  now: number;
  onOpen: () => void;
}

/** One project asked about: where it stands, what comes next, who serves. */
export function LeadCard({ lead, now, onOpen }: Props) {
  const { text, tone } = statusOf(lead);
  return (
    <Card label={`${lead.projectName}，${text}`} onTap={onOpen}>
      <View className="lead-card__head">
        <View className="t-section grow">{lead.projectName}</View>
        <StatusTag text={text} tone={tone} />
      </View>
      <View className="t-body lead-card__promise">{lead.promise}</View>
      <View className="t-note ink-2 tabular">{`${sayTime(Date.parse(lead.createdAt), now)} 登记 · ${lead.receiptNo}`}</View>
      {lead.agent ? (
        <View className="lead-card__agent">
          <Avatar name={lead.agent.name} />
          <View className="grow one-line">{`${lead.agent.name} · ${lead.agent.title}`}</View>
        </View>
      ) : null}
    </Card>
  );
}
