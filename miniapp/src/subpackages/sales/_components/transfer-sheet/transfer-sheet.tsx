import type { StaffLeadSummary } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/page-frame/page-frame';
import { Avatar } from '@/components/person-card/avatar';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tap } from '@/components/tap/tap';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { colleagueNote, receivers } from '../../_lib/colleague-words';
import { ReasonSheet } from '../reason-sheet/reason-sheet';
import './transfer-sheet.scss';

interface Props {
  lead: Pick<StaffLeadSummary, 'projectId' | 'owner'>;
  open: boolean;
  busy: boolean;
  onSend: (toStaffId: string, reason: string) => void;
  onClose: () => void;
}

const REASONS = ['客户指定同事', '更熟悉这个产品', '今天休息，请代接', '手上客户较多'];

/** 转给同事: who can take it now, who cannot and why; then the reason. */
export function TransferSheet({ lead, open, busy, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const colleagues = useResource(open ? `colleagues:${lead.projectId}` : null, () => server.staff.colleagues(lead.projectId));
  return (
    <ReasonSheet
      open={open}
      title="转给同事"
      note="对方接单后由对方负责，转交和原因会记入动态"
      reasons={REASONS}
      action="转交线索"
      busy={busy}
      missing={chosen ? null : '请选择接手的同事'}
      onSend={(reason) => chosen && onSend(chosen, reason)}
      onClose={onClose}
    >
      <View className="transfer-sheet">
        <Loaded of={colleagues} skeleton={<Skeleton cards={1} lines={4} />}>
          {({ items }) =>
            receivers(items, lead.owner?.id).map((person) => (
              <Tap
                key={person.id}
                className={`transfer-sheet__person ${person.id === chosen ? 'transfer-sheet__person--on' : ''}`}
                pressed={person.id === chosen}
                onTap={() => setChosen(person.id)}
              >
                <Avatar name={person.name} />
                <View className="grow">
                  <View className="one-line">{person.name}</View>
                  <View className={`t-note ${person.unavailable ? 'ink-soon' : 'ink-2'}`}>{colleagueNote(person)}</View>
                </View>
                {person.id === chosen ? <Icon name="check" /> : null}
              </Tap>
            ))
          }
        </Loaded>
      </View>
    </ReasonSheet>
  );
}
