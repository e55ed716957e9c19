import type { HostCandidate } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { Loaded } from '@/components/page-frame/page-frame';
import { PersonPick } from '@/components/person-pick/person-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { hostNote, hostsInOrder } from '../../_lib/host-words';

interface Props {
  viewingId: string;
  /** Who receives now. */
  hostId: string | null;
  open: boolean;
  busy: boolean;
  onSend: (toStaffId: string, reason: string) => void;
  onClose: () => void;
}

const REASONS = ['我那个时间有事', '客户指定同事', '更熟悉这个产品', '今天休息，请代接'];

/** 换人接待: who is free then, who is not and why; then the reason. */
export function RehostSheet({ viewingId, hostId, open, busy, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    // Whoever was chosen last time receives by now.
    if (!open) setChosen(null);
  }, [open]);
  const hosts = useResource(open ? `viewing-hosts:${viewingId}` : null, () => server.staffViewings.hosts(viewingId));
  return (
    <ReasonSheet
      open={open}
      title="换人接待"
      note="会通知新的接待人，客户看到的接待人也随之更新"
      reasons={REASONS}
      action="换成这位同事"
      busy={busy}
      missing={chosen ? null : '请选择接待的同事'}
      onSend={(reason) => chosen && onSend(chosen, reason)}
      onClose={onClose}
    >
      <Loaded of={hosts} skeleton={<Skeleton cards={1} lines={4} />}>
        {({ items }) => (
          <PersonPick
            people={hostsInOrder(items, hostId).map((person: HostCandidate) => ({
              id: person.staffId,
              name: person.name,
              note: hostNote(person),
              doubtful: person.dropped !== null,
            }))}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </Loaded>
    </ReasonSheet>
  );
}
