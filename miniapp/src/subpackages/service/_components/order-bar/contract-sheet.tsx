import { useState } from 'react';
import { EmptyState } from '@/components/notice/empty-state';
import { Loaded } from '@/components/page-frame/page-frame';
import { PersonPick } from '@/components/person-pick/person-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

interface Props {
  projectId: string;
  open: boolean;
  busy: boolean;
  onSend: (contractorId: string, reason: string) => void;
  onClose: () => void;
}

const REASONS = ['需要专业设备', '质保由外部单位负责', '工程量较大', '超出维修范围'];

/** A firm comes instead; whoever sent it goes on watching the clock. */
export function ContractSheet({ projectId, open, busy, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const contractors = useResource(open ? `contractors:${projectId}` : null, () => server.serviceDesk.contractors(projectId));
  return (
    <ReasonSheet
      open={open}
      title="转外部单位"
      note="业主会收到外部单位的名称，时限仍由你跟进"
      reasons={REASONS}
      action="转给外部单位"
      busy={busy}
      missing={chosen ? null : '请选择外部单位'}
      onSend={(reason) => chosen && onSend(chosen, reason)}
      onClose={onClose}
    >
      <Loaded of={contractors} skeleton={<Skeleton cards={1} lines={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="还没有登记外部单位" text="请联系主管登记后再转" />
          ) : (
            <PersonPick
              people={items.map(({ id, name, trade, phone }) => ({ id, name, note: `${trade} · ${phone}`, doubtful: false }))}
              chosen={chosen}
              onChoose={setChosen}
            />
          )
        }
      </Loaded>
    </ReasonSheet>
  );
}
