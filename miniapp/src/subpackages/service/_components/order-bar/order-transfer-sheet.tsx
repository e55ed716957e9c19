import type { StaffWorkOrderSummary } from '@guihu/shared';
import { useState } from 'react';
import { Loaded } from '@/components/page-frame/page-frame';
import { PersonPick } from '@/components/person-pick/person-pick';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { steers } from '../../_lib/order-facts';
import { orderReceivers } from '../../_lib/receivers';

interface Props {
  order: Pick<StaffWorkOrderSummary, 'projectId' | 'assignee' | 'kind'>;
  mine: boolean;
  open: boolean;
  busy: boolean;
  onSend: (toStaffId: string, reason: string) => void;
  onClose: () => void;
}

const REASONS = {
  mine: ['需要其他工种', '手上工单较多', '今天休息，请代接', '距离较远'],
  others: ['更熟悉这类问题', '原同事无法及时处理', '业主要求换人'],
};

/** Who can take it now, who cannot and why; then the reason. */
export function OrderTransferSheet({ order, mine, open, busy, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { projectId } = order;
  const looks = steers(useSession().me);
  const people = useResource(open ? `receivers:${projectId}` : null, async () => {
    const [colleagues, board] = await Promise.all([
      server.staff.colleagues(projectId),
      // How busy they are helps to choose, and is not needed for it.
      looks ? server.serviceDesk.board(projectId).catch(() => null) : null,
    ]);
    return { colleagues: colleagues.items, board: board?.people ?? [] };
  });
  return (
    <ReasonSheet
      open={open}
      title={mine ? '转单' : '改派'}
      note="对方接单后由对方负责，原因会记入动态"
      reasons={mine ? REASONS.mine : REASONS.others}
      action={mine ? '转给这位同事' : '派给这位同事'}
      busy={busy}
      missing={chosen ? null : '请选择接手的同事'}
      onSend={(reason) => chosen && onSend(chosen, reason)}
      onClose={onClose}
    >
      <Loaded of={people} skeleton={<Skeleton cards={1} lines={4} />}>
        {({ colleagues, board }) => <PersonPick people={orderReceivers(colleagues, board, order)} chosen={chosen} onChoose={setChosen} />}
      </Loaded>
    </ReasonSheet>
  );
}
