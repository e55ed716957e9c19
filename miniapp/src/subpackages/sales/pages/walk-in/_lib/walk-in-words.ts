import type { WalkInReceipt } from '@guihu/shared';

/** Who receives the visitor now, and what happens by itself. `me`: the colleague who wrote it down. */
export function sayReceived({ host }: Pick<WalkInReceipt, 'host'>, me: string | null): { title: string; text: string } {
  if (!host) return { title: '已签到，等待安排接待', text: '现在没有空闲的同事，可在带看详情里指定一位' };
  if (host.id === me) return { title: '已签到，由你接待', text: '看房后记得填带看反馈' };
  return { title: `已签到，${host.name} 接待`, text: '已通知这位同事到前台' };
}
