import { CodedError, coded } from '../../../platform/http/coded-error';

export const MOST_AN_HOUR = 60;
export const MOST_PENDING = 40;
const HOUR = 3_600_000;

/**
 * Whether an account that sent so much lately may send another one.
 * @throws CodedError `upload.too-often` with the seconds until it may
 */
export function allowance(sent: { recent: number; oldestAt: number | null; pending: number }, now: number): void {
  if (sent.pending >= MOST_PENDING) throw coded('upload.too-often', `还有 ${sent.pending} 个照片或视频没有提交，请先提交后再上传`);
  if (sent.recent < MOST_AN_HOUR) return;
  const seconds = Math.max(1, Math.ceil(((sent.oldestAt ?? now) + HOUR - now) / 1000));
  throw new CodedError('upload.too-often', undefined, undefined, seconds);
}
