import type { WorkOrderBoard } from '@guihu/shared';

type Person = WorkOrderBoard['people'][number];

/** What is late and what will be soon, in one sentence; null when nothing is. */
export function lateSentence({ clocks, orphans }: Pick<WorkOrderBoard, 'clocks' | 'orphans'>): string | null {
  const late = clocks.filter((clock) => clock.late > 0).map(({ name, late: count }) => `${count} 张超时未${name}`);
  const nobodys = orphans > 0 ? [`${orphans} 张无人负责，系统正在重新安排`] : [];
  return late.length + nobodys.length > 0 ? [...late, ...nobodys].join('，') : null;
}

/** Clocks that somebody has to look at. */
export const clocksToWatch = ({ clocks }: Pick<WorkOrderBoard, 'clocks'>): WorkOrderBoard['clocks'] =>
  clocks.filter(({ late, soon }) => late + soon > 0);

/** `超时 2 · 在办 5`; what a building is called a quiet one when it has nothing. */
export function buildingWords({ open, late, soon }: Pick<WorkOrderBoard['buildings'][number], 'open' | 'late' | 'soon'>): string {
  if (open === 0) return '无工单';
  if (late > 0) return `超时 ${late}/${open}`;
  return soon > 0 ? `将到 ${soon}/${open}` : `在办 ${open}`;
}

/** Those with something late first, then those at work, the fullest on top. */
export function peopleInOrder(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => b.late - a.late || Number(b.onDuty) - Number(a.onDuty) || shareOf(b) - shareOf(a));
}

/** How full somebody is, 0 to 1. */
export const shareOf = ({ open, capacity }: Pick<Person, 'open' | 'capacity'>): number => (capacity > 0 ? Math.min(1, open / capacity) : 1);
