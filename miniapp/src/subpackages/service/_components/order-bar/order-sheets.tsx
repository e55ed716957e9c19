import type { StaffWorkOrderDetail } from '@guihu/shared';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { server } from '@/session';
import type { OrderPage } from '../../_hooks/use-order-page';
import type { ActionKey } from '../../_lib/order-actions';
import { ArrivalSheet } from './arrival-sheet';
import { ContractSheet } from './contract-sheet';
import { GradeSheet } from './grade-sheet';
import { OrderTransferSheet } from './order-transfer-sheet';
import { PauseSheet } from './pause-sheet';

export type SheetName = Exclude<ActionKey, 'accept' | 'claim' | 'call' | 'resume' | 'finish'>;

interface Props {
  page: OrderPage;
  data: StaffWorkOrderDetail;
  mine: boolean;
  now: number;
  open: SheetName | null;
  onClose: (name: SheetName) => void;
}

const RETURN_REASONS = {
  asked: ['正在处理其他工单', '今天休息', '不是我的工种', '联系不上业主'],
  held: ['不是我的工种', '需要其他工种', '现场不具备条件', '身体不适'],
};
const CANCEL_REASONS = ['重复报修', '误报', '业主要求取消', '不属于服务范围'];
const ANSWERS = ['已收到您的反馈，正在核实', '已安排人员到现场查看', '今天内给您处理方案'];

/** What a verb asks before it is done. */
export function OrderSheets({ page, data, mine, now, open, onClose }: Props) {
  const { id, status, projectId } = data;
  const { verbs, work } = page;
  const { busy } = verbs;
  /** The sheet goes when the verb was done, and also when the order had changed: what it asked for is no longer offered. */
  const send = (name: SheetName, verb: () => Promise<unknown>, done: string) => verbs.run(verb, done).then(() => onClose(name));
  const field = (name: SheetName, done: Promise<boolean>) => done.then(() => onClose(name));
  const asked = status === 'dispatched';
  return (
    <>
      <ArrivalSheet
        open={open === 'arrive'}
        homeLabel={data.homeLabel}
        busy={busy}
        now={now}
        onSend={(place) => field('arrive', work({ verb: 'arrive', body: place ?? {} }))}
        onClose={() => onClose('arrive')}
      />
      <ReasonSheet
        open={open === 'respond'}
        title="首次响应"
        note="这是业主收到的第一次答复，会原样发给业主"
        label="答复内容"
        reasons={ANSWERS}
        action="答复业主"
        busy={busy}
        onSend={(words) => field('respond', work({ verb: 'respond', body: { words } }))}
        onClose={() => onClose('respond')}
      />
      <PauseSheet
        open={open === 'pause'}
        busy={busy}
        now={now}
        onSend={(body) => field('pause', work({ verb: 'pause', body }))}
        onClose={() => onClose('pause')}
      />
      <ReasonSheet
        open={open === 'return'}
        title={asked ? '暂不接单' : '退回工单'}
        note={asked ? '工单会马上转给下一位同事，原因会记入动态' : '系统会另派同事，已用的时间照算，原因会记入动态'}
        reasons={asked ? RETURN_REASONS.asked : RETURN_REASONS.held}
        action={asked ? '转给下一位' : '退回工单'}
        busy={busy}
        onSend={(reason) =>
          send('return', () => server.staffOrders.giveBack(id, { reason }), asked ? '已转给下一位同事' : '已退回，正在另派同事')
        }
        onClose={() => onClose('return')}
      />
      <OrderTransferSheet
        order={data}
        mine={mine}
        open={open === 'transfer'}
        busy={busy}
        onSend={(toStaffId, reason) =>
          send('transfer', () => server.staffOrders.transfer(id, { toStaffId, reason }), '已转给同事，等对方接单')
        }
        onClose={() => onClose('transfer')}
      />
      <ContractSheet
        projectId={projectId}
        open={open === 'contract'}
        busy={busy}
        onSend={(contractorId, reason) =>
          send('contract', () => server.staffOrders.contract(id, { contractorId, reason }), '已转外部单位，请继续跟进')
        }
        onClose={() => onClose('contract')}
      />
      <GradeSheet
        grade={data.grade}
        open={open === 'grade'}
        busy={busy}
        onSend={(grade) => send('grade', () => server.staffOrders.grade(id, grade), '已评级')}
        onClose={() => onClose('grade')}
      />
      <ReasonSheet
        open={open === 'cancel'}
        title="取消工单"
        note="取消后不再处理，原因会告诉业主"
        reasons={CANCEL_REASONS}
        action="取消工单"
        busy={busy}
        onSend={(reason) => send('cancel', () => server.staffOrders.cancel(id, { reason }), '工单已取消')}
        onClose={() => onClose('cancel')}
      />
    </>
  );
}
