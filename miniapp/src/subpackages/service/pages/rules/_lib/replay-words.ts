import type { SlaReplayView } from '@guihu/shared';

/** Whole per cent that were in time; none at all is 100. */
export function percentMet({ met, missed }: { met: number; missed: number }): number {
  const all = met + missed;
  return all === 0 ? 100 : Math.round((met / all) * 100);
}

/** What other numbers would have changed, in a sentence. */
export function sayReplay({ orders, clocks }: Pick<SlaReplayView, 'orders' | 'clocks'>): string {
  if (orders === 0) return '这段时间没有工单，无法重算';
  const changes = clocks
    .filter(({ now, draft }) => now.missed !== draft.missed)
    .map(({ name, now, draft }) => `${name}超时由 ${now.missed} 张变为 ${draft.missed} 张`);
  return changes.length > 0 ? `重算 ${orders} 张工单：${changes.join('，')}` : `重算 ${orders} 张工单，按时和超时的张数都不变`;
}
