import { OWN_FORM_CHANNEL, UNRECOGNISED_CHANNEL } from '../../../registers/project';

/** What a code said when it was read; as the register of codes has it. */
export interface ReadCode {
  id: string;
  code: string;
  state: 'active' | 'retired' | 'expired';
  projectId: string;
  channelCode: string | null;
  staffId: string | null;
}

export interface Brought {
  channelCode: string;
  /** Kept beside the touch: what came instead of a good source. */
  note: string | null;
  liveCode: { id: string; code: string } | null;
  preferredStaffId: string | null;
  /** What the customer is told beside the receipt; null when all is as they meant it. */
  notice: string | null;
}

const OVER: Readonly<Record<'retired' | 'expired', string>> = { retired: '已停用', expired: '已过期' };

/**
 * Where a lead comes from (A4, A6, A7). A good code of this project says it; a code that is over still tells its channel, as what
 * was printed stays on walls, but stands for nobody; one of another project tells nothing of this one; one that was never given
 * out parks the lead until somebody looks, unless the form named a channel itself. Nobody is turned away.
 * @param typed as it came; empty when there was none
 * @param asked the registered channel that the form named
 */
export function broughtBy(typed: string, found: ReadCode | null, asked: string | null, projectId: string): Brought {
  const plain: Brought = { channelCode: asked ?? OWN_FORM_CHANNEL, note: null, liveCode: null, preferredStaffId: null, notice: null };
  if (typed === '') return plain;
  if (!found) return { ...plain, channelCode: asked ?? UNRECOGNISED_CHANNEL, note: `原活码：${typed}` };
  if (found.projectId !== projectId) {
    return { ...plain, note: `扫的是其他楼盘的码：${found.code}`, notice: '您扫的码属于其他楼盘，已按您选择的楼盘登记' };
  }
  const channelCode = found.channelCode ?? plain.channelCode;
  if (found.state !== 'active') {
    const over = OVER[found.state];
    return { ...plain, channelCode, note: `活码${over}：${found.code}`, notice: `您扫的码${over}，登记不受影响` };
  }
  return { ...plain, channelCode, liveCode: { id: found.id, code: found.code }, preferredStaffId: found.staffId };
}
