import type { SopTaskStatus } from '../states/sop-task';
import type { DueTimeExplanation } from './working-time';

/** One step of a plan: what is to be done, and when counted from the trigger. */
export interface SopStep {
  key: string;
  title: string;
  /** Why it matters, shown to the agent. */
  hint: string;
  due: { unit: 'working-minutes'; amount: number } | { unit: 'working-days'; amount: number } | { unit: 'days'; amount: number };
  /** How long before the due time a matching record already counts, minutes of plain time; null: any time since the trigger. */
  countsFromMinutesBefore: number | null;
  /** Ways of contact that satisfy it; empty means any. */
  methods: string[];
  /** Whether the customer must really have been reached. */
  needsConnection: boolean;
  remindMinutesBefore: number[];
  ladder: { afterWorkingMinutes: number; to: 'agent' | 'leader' }[];
}

export interface SopPlanView {
  key: string;
  version: number;
  title: string;
  trigger: 'lead.accepted' | 'lead.silent' | 'viewing.completed';
  steps: SopStep[];
}

/** An item of `GET /api/staff/tasks?due=today|overdue|upcoming` and of `GET /api/staff/leads/:id/tasks`. */
export interface TaskView {
  id: string;
  leadId: string;
  customerName: string;
  projectName: string;
  title: string;
  hint: string;
  status: SopTaskStatus;
  dueAt: string;
  completedAt: string | null;
  ownerName: string;
  /** `还剩 40 分钟` / `超时 12 分钟`. */
  deadline: { text: string; late: boolean };
  why: DueTimeExplanation | null;
}
