import { SEVERITY_LABELS, type StaffWorkOrderSummary, sayDeadline } from '@guihu/shared';
import { ORDER_TONES } from '../order-card/order-tones';
import type { Tone } from '../status-tag/status-tag';

/** Under this much time left it is worth a second look: a yes takes a tap, the rest takes a visit. */
const SOON_MS = { accept: 15 * 60_000, other: 60 * 60_000 } as const;

/**
 * What an order wants next, as of `now` (epoch milliseconds): the server's words with the time in them counted anew, so that a
 * list left open does not go on saying 还剩 40 分钟. A paused clock does not run.
 */
export function orderUrgencyAt(
  { status, urgency }: Pick<StaffWorkOrderSummary, 'status' | 'urgency'>,
  now: number,
): { text: string; tone: Tone; late: boolean } {
  const { text, late, dueAt, clock } = urgency;
  if (dueAt === null || status === 'paused') return { text, tone: late ? 'late' : ORDER_TONES[status], late };
  const due = Date.parse(dueAt);
  const said = sayDeadline(due, now);
  const soon = due - now <= (clock === 'accept' ? SOON_MS.accept : SOON_MS.other);
  return { text: `${text.split('，')[0]}，${said.text}`, tone: said.late ? 'late' : soon ? 'soon' : 'accent', late: said.late };
}

/** What makes it more than one of many: 紧急 · 重大投诉 · 已催 2 次. */
export function marksOf({ urgent, severity, urges, escalation }: StaffWorkOrderSummary): string[] {
  return [
    urgent ? '紧急' : '',
    severity === 'serious' || severity === 'major' ? `${SEVERITY_LABELS[severity]}投诉` : '',
    urges > 0 ? `已催 ${urges} 次` : '',
    escalation === 2 ? '已升级经理' : escalation === 1 ? '已升级主管' : '',
  ].filter(Boolean);
}

/** Whose it is, for lists that hold more than one's own. */
export function holderOf(order: StaffWorkOrderSummary): string {
  const name = holderNameOf(order);
  return order.contractorName ? `${name}（${order.contractorName}）` : name;
}

/** The colleague who has it, or who has to find somebody. */
export function holderNameOf({ assignee, responsible, status }: StaffWorkOrderSummary): string {
  return assignee?.name ?? (status === 'received' || status === 'dispatched' ? (responsible?.name ?? '待派单') : '暂无负责人');
}
