import { type MyWait, WAIT_STATUS_LABELS } from '@guihu/shared';
import type { Tone } from '@/components/status-tag/status-tag';

/** Offers first, then the soonest; what is over is not shown. */
export function openWaits(waits: readonly MyWait[]): MyWait[] {
  const open = waits.filter(({ status }) => status === 'waiting' || status === 'offered');
  return open.sort(
    (a, b) => Number(b.status === 'offered') - Number(a.status === 'offered') || Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
}

export const waitTagOf = ({ status }: Pick<MyWait, 'status'>): { text: string; tone: Tone } => ({
  text: WAIT_STATUS_LABELS[status],
  tone: status === 'offered' ? 'soon' : 'calm',
});

/** Where one stands in the line. */
export function placeWords({ status, ahead }: Pick<MyWait, 'status' | 'ahead'>): string {
  if (status === 'offered') return '有人取消，位子为您留着，确认后就是您的';
  return ahead > 0 ? `前面还有 ${ahead} 位，有空位会按顺序通知您` : '您排在第一位，有空位马上通知您';
}
