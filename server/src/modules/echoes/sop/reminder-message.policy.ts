import type { ReminderKind } from './reminders.policy';

export interface ReminderLine {
  kind: ReminderKind;
  leadId: string;
  customerId: string;
  customer: string;
  project: string;
  task: string;
  agent: string;
  dueAt: number;
}

export interface ReminderMessage {
  intent: 'task-reminder' | 'task-overdue' | 'task-bundle';
  facts: Record<string, string | number>;
  page: string;
  subject: string;
}

const HINTS: Record<ReminderKind, string> = {
  before: '快到时间了，联系后请填写跟进记录',
  due: '到时间了，联系后请填写跟进记录',
  overdue: '请尽快联系客户并填写记录',
  leader: '请督促跟进，或改派其他同事',
};

const MOST_NAMES = 2;

/** What one person is told: one task by its name, several as one bundle. Refuses an empty list with RangeError. */
export function reminderMessage(staffId: string, lines: readonly ReminderLine[], now: number): ReminderMessage {
  const [only] = lines;
  if (!only) throw new RangeError('a message is about something');
  return lines.length === 1 ? single(only) : bundle(staffId, lines, now);
}

function single({ kind, leadId, customer, project, task, agent, dueAt }: ReminderLine): ReminderMessage {
  const late = kind === 'overdue' || kind === 'leader';
  return {
    intent: late ? 'task-overdue' : 'task-reminder',
    facts: { customer, task, dueAt, ...(late ? { agent } : { project }), hint: HINTS[kind] },
    page: `subpackages/sales/pages/lead/index?id=${leadId}`,
    subject: `lead:${leadId}`,
  };
}

function bundle(staffId: string, lines: readonly ReminderLine[], now: number): ReminderMessage {
  return {
    intent: 'task-bundle',
    facts: {
      summary: summaryOf(lines, now),
      count: lines.length,
      firstDueAt: Math.min(...lines.map((line) => line.dueAt)),
      customers: sayCustomers(lines),
    },
    page: 'subpackages/sales/pages/tasks/index',
    subject: `staff:${staffId}`,
  };
}

/** At most 20 characters with three-digit counts, the room WeChat gives. */
function summaryOf(lines: readonly ReminderLine[], now: number): string {
  const count = lines.length;
  if (lines.every((line) => line.kind === 'leader')) return `团队有 ${count} 项跟进已超时`;
  const late = lines.filter((line) => line.dueAt < now).length;
  if (late === count) return `有 ${count} 项跟进已超时`;
  return late > 0 ? `${count} 项跟进，其中 ${late} 项已超时` : `你有 ${count} 项跟进要处理`;
}

function sayCustomers(lines: readonly ReminderLine[]): string {
  const names = [...new Map(lines.map((line) => [line.customerId, line.customer])).values()];
  const told = names.slice(0, MOST_NAMES).map((name) => [...name].slice(0, 6).join(''));
  return names.length > MOST_NAMES ? `${told.join('、')}等 ${names.length} 位` : told.join('、');
}
