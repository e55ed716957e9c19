import { LEAD_STATUS_LABELS, type LeadBoard, type LeadStatus } from '@guihu/shared';
import type { TextTable } from '@/platform/table-text';

type Person = LeadBoard['people'][number];

/** The order in which a leader looks: what nobody has, what waits, what runs, what lies free. */
const ORDER: readonly LeadStatus[] = ['escalated', 'received', 'offered', 'accepted', 'pooled'];

export interface BoardFigure {
  status: LeadStatus;
  label: string;
  count: number;
  /** Somebody has to act. */
  calls: boolean;
}

/** One figure for each open status; a status the server left out counts nothing. */
export function figuresOf({ counts }: LeadBoard): BoardFigure[] {
  return ORDER.map((status) => {
    const count = counts.find((entry) => entry.status === status)?.count ?? 0;
    return {
      status,
      label: status === 'escalated' ? '待指定' : LEAD_STATUS_LABELS[status],
      count,
      calls: status === 'escalated' && count > 0,
    };
  });
}

/** What is late, in one sentence; null when nothing is. `overdueTasks` are steps of follow-up plans. */
export function lateSentence({ late, counts }: LeadBoard, overdueTasks: number): string | null {
  const undecided = counts.find(({ status }) => status === 'escalated')?.count ?? 0;
  const parts = [
    undecided > 0 ? `${undecided} 条等着指定同事` : '',
    late.waitingAcceptance > 0 ? `${late.waitingAcceptance} 条超时未接单` : '',
    late.followUps > 0 ? `${late.followUps} 条超时未跟进` : '',
    overdueTasks > 0 ? `${overdueTasks} 件跟进任务逾期` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('，') : null;
}

/** Those with something late first, then the fullest. */
export function peopleInOrder(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => b.late - a.late || b.waiting - a.waiting || loadOf(b) - loadOf(a));
}

/** How full somebody is, 0 to 1. */
export function loadOf({ open, capacity }: Pick<Person, 'open' | 'capacity'>): number {
  return capacity > 0 ? Math.min(1, open / capacity) : 1;
}

/** For the spreadsheet of whoever wants to go on counting. */
export function boardTable(people: readonly Person[]): TextTable {
  return {
    head: ['姓名', '班组', '在岗', '在跟', '上限', '待接单', '超时'],
    rows: people.map((p) => [p.name, p.teamName ?? '', p.onDuty ? '在岗' : '离岗', p.open, p.capacity, p.waiting, p.late]),
  };
}
