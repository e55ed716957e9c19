import type { WorkOrderView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PersonAwaited } from '@/components/person-card/person-awaited';
import { PersonCard } from '@/components/person-card/person-card';
import { Section } from '@/components/section/section';

interface Props {
  order: WorkOrderView;
  onCall: (phone: string) => void;
}

const OVER = ['closed', 'cancelled'];

/** Who comes, with a number to ring; until that is known, the place where it will stand, so that nothing jumps. */
export function EngineerSection({ order: { assignee, contractorName, status, kind }, onCall }: Props) {
  if (!assignee && OVER.includes(status)) return null;
  const phone = assignee?.phone;
  return (
    <Section title={kind === 'repair' ? '为您上门的师傅' : '为您处理的同事'}>
      <Card>
        {assignee ? (
          <PersonCard name={assignee.name} role={assignee.title} note={assignee.intro} onCall={phone ? () => onCall(phone) : undefined} />
        ) : (
          <PersonAwaited />
        )}
        {contractorName ? <View className="engineer-section__firm t-note ink-2">{`由合作单位上门：${contractorName}`}</View> : null}
      </Card>
    </Section>
  );
}
