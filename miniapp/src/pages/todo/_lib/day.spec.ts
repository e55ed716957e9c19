import type { LeadStatus, StaffLeadSummary, TaskView } from '@guihu/shared';
import { dayOf } from './day';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const lead = (id: string, status: LeadStatus, dueInHours: number | null, contacted = true) =>
  ({
    id,
    status,
    lastContactAt: contacted ? at(-48) : null,
    urgency: { text: '', late: false, dueAt: dueInHours === null ? null : at(dueInHours) },
  }) as StaffLeadSummary;
const task = (id: string, leadId: string, dueInHours: number) => ({ id, leadId, dueAt: at(dueInHours) }) as TaskView;
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

it('puts waiting offers and what needs a decision apart from the rest', () => {
  const day = dayOf(
    { leads: [lead('a', 'offered', 0.2), lead('b', 'escalated', null), lead('c', 'accepted', 3)], overdue: [], today: [] },
    NOW,
  );
  expect(ids(day.offers)).toEqual(['a', 'b']);
  expect(ids(day.todayLeads)).toEqual(['c']);
});

it('tells a late task once, though today’s list holds it too', () => {
  const late = task('t1', 'x', -1);
  const day = dayOf({ leads: [], overdue: [late], today: [late, task('t2', 'y', 2)] }, NOW);
  expect(ids(day.overdueTasks)).toEqual(['t1']);
  expect(ids(day.todayTasks)).toEqual(['t2']);
});

it('leaves out a lead that a task already speaks of', () => {
  const day = dayOf({ leads: [lead('x', 'accepted', -2), lead('z', 'accepted', -2)], overdue: [task('t1', 'x', -1)], today: [] }, NOW);
  expect(ids(day.overdueLeads)).toEqual(['z']);
});

it('counts somebody accepted and never spoken to as today’s, and a date of another day as not', () => {
  const day = dayOf(
    {
      leads: [lead('new', 'accepted', null, false), lead('quiet', 'accepted', null), lead('later', 'accepted', 40)],
      overdue: [],
      today: [],
    },
    NOW,
  );
  expect(ids(day.todayLeads)).toEqual(['new']);
});
