import type { StaffLeadSummary } from '@guihu/shared';
import { useState } from 'react';
import { Loaded } from '@/components/page-frame/page-frame';
import { PersonPick } from '@/components/person-pick/person-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { colleagueNote, receivers } from '../../_lib/colleague-words';

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
      <Loaded of={colleagues} skeleton={<Skeleton cards={1} lines={4} />}>
        {({ items }) => (
          <PersonPick
            people={receivers(items, lead.owner?.id).map((person) => ({
              id: person.id,
              name: person.name,
              note: colleagueNote(person),
              doubtful: person.unavailable !== null,
            }))}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </Loaded>
    </ReasonSheet>
  );
}
