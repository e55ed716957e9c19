import {
  allows,
  type StaffWorkOrderDetail,
  type StaffWorkOrderVerb,
  sayTime,
  WORK_ORDER_TRANSITIONS,
  type WorkOrderStatus,
} from '@guihu/shared';
import type { FieldVerb } from '@/api/staff-orders.api';

/** How a write is told while it waits on the phone. */
export const FIELD_WORDS: Readonly<Record<FieldVerb, string>> = {
  arrive: '到场',
  respond: '首次响应',
  pause: '暂停',
  resume: '继续处理',
  finish: '完成',
};

/** What is said once it was done, or once it lies on the phone. */
export const FIELD_DONE: Readonly<Record<FieldVerb, string>> = {
  arrive: '已记录到场，业主会收到通知',
  respond: '已答复业主',
  pause: '已暂停，时限不再计时',
  resume: '已继续，时限接着计时',
  finish: '已完成，等业主评价',
};
export const FIELD_QUEUED = '网络不好，已存在手机里，联网后自动发送';

/** `今天 14:02 到场` */
export const sayTap = (verb: FieldVerb, tappedAt: number, now: number): string => `${sayTime(tappedAt, now)} ${FIELD_WORDS[verb]}`;

type Standing = Pick<StaffWorkOrderDetail, 'status' | 'allowed' | 'timeline' | 'kind'>;

/**
 * Where the order will stand once everything on the phone has arrived, and what may be tapped then: work in the home goes on in
 * its order, whatever else asks the server first.
 */
export function afterQueue(order: Standing, queued: readonly FieldVerb[]): { status: WorkOrderStatus; allowed: StaffWorkOrderVerb[] } {
  if (queued.length === 0) return order;
  let { status } = order;
  let came = cameBefore(order);
  for (const verb of queued) {
    if (verb === 'arrive' || verb === 'respond') came = true;
    status = statusAfter(verb, status, came);
  }
  return { status, allowed: nextVerbs(order, status, queued) };
}

function statusAfter(verb: FieldVerb, status: WorkOrderStatus, came: boolean): WorkOrderStatus {
  const move = verb === 'respond' ? 'arrive' : verb === 'resume' && !came ? 'resumeBeforeArrival' : verb;
  return allows(WORK_ORDER_TRANSITIONS, status, move) ? WORK_ORDER_TRANSITIONS.verbs[move].to : status;
}

function nextVerbs({ allowed, kind }: Standing, status: WorkOrderStatus, queued: readonly FieldVerb[]): StaffWorkOrderVerb[] {
  const can = (verb: 'arrive' | 'pause' | 'resume' | 'finish') => allows(WORK_ORDER_TRANSITIONS, status, verb);
  const verbs: (StaffWorkOrderVerb | false)[] = [
    can('arrive') && (kind === 'repair' ? 'arrive' : 'respond'),
    // How often is the server's to say: once more than it allowed when it was last asked would be too often.
    can('pause') && allowed.includes('pause') && !queued.includes('pause') && 'pause',
    can('resume') && 'resume',
    can('finish') && 'finish',
  ];
  return verbs.filter((verb) => verb !== false);
}

/** Whether somebody stood at the door, or answered, since it was last accepted. */
function cameBefore({ timeline, status }: Standing): boolean {
  if (status === 'working') return true;
  const log = [...timeline].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ type }) => type);
  return log.slice(log.lastIndexOf('accepted') + 1).some((type) => type === 'arrived' || type === 'responded');
}
