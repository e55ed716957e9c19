import { beijingDate, type StaffLeadSummary, type TaskView } from '@guihu/shared';

export interface Day {
  /** Waiting for a yes or for a decision, the most urgent first. */
  offers: StaffLeadSummary[];
  overdueTasks: TaskView[];
  todayTasks: TaskView[];
  /** Own leads whose next contact is late or due today and that no task speaks of. */
  overdueLeads: StaffLeadSummary[];
  todayLeads: StaffLeadSummary[];
}

interface Known {
  leads: readonly StaffLeadSummary[];
  overdue: readonly TaskView[];
  today: readonly TaskView[];
}

/** Sorts what a colleague holds into what cannot wait, what is late and what today asks for; nothing is told twice. */
export function dayOf({ leads, overdue, today }: Known, now: number): Day {
  const offers = leads.filter((lead) => lead.status === 'offered' || lead.status === 'escalated');
  const late = [...overdue];
  const todays = today.filter((task) => !late.some((other) => other.id === task.id));
  const spoken = new Set([...late, ...todays].map((task) => task.leadId));
  const served = leads.filter((lead) => lead.status === 'accepted' && !spoken.has(lead.id));
  const due = (lead: StaffLeadSummary) => (lead.urgency.dueAt === null ? null : Date.parse(lead.urgency.dueAt));
  return {
    offers,
    overdueTasks: late.filter((task) => Date.parse(task.dueAt) < now),
    todayTasks: [...late.filter((task) => Date.parse(task.dueAt) >= now), ...todays].sort(
      (a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt),
    ),
    overdueLeads: served.filter((lead) => isBefore(due(lead), now)),
    todayLeads: served.filter((lead) => {
      const at = due(lead);
      // Accepted and never spoken to belongs to today, whatever the date of acceptance.
      return at === null ? lead.lastContactAt === null : at >= now && beijingDate(at) === beijingDate(now);
    }),
  };
}

const isBefore = (at: number | null, now: number): boolean => at !== null && at < now;
