import {
  CLOCKS,
  type ClockKey,
  type StaffWorkOrderSummary,
  sayDeadline,
  WORK_ORDER_STATUS_LABELS,
  type WorkOrderStatus,
} from '@guihu/shared';

export interface UrgencyFacts {
  status: WorkOrderStatus;
  /** The clock that ends first, as projected; null once none runs. */
  clock: ClockKey | null;
  /** Epoch ms. */
  dueAt: number | null;
}

/** `待接单，还剩 40 分钟`, from what lists know without reading the log. At the due instant it is late. */
export function listedUrgency({ status, clock, dueAt }: UrgencyFacts, now: number): StaffWorkOrderSummary['urgency'] {
  if (clock === null || dueAt === null) return { clock: null, text: WORK_ORDER_STATUS_LABELS[status], late: false, dueAt: null };
  const late = now >= dueAt;
  const what = `待${clock === 'respond' ? '响应' : CLOCKS[clock]}`;
  // How much is left of a pause only its log says.
  const left = late ? sayDeadline(dueAt, Math.max(now, dueAt + 1)).text : status === 'paused' ? '已暂停' : sayDeadline(dueAt, now).text;
  return { clock, text: `${what}，${left}`, late, dueAt: new Date(dueAt).toISOString() };
}
