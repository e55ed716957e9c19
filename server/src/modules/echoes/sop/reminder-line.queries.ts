import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CustomerRegister } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import type { WaitingReminder } from './bundling.policy';
import type { ReminderLine } from './reminder-message.policy';
import { SopTask } from './sop.entity';
import { readLeads } from './sop.rows';

/** Fills reminders with the names that other features own, in one question to each. */
@Injectable()
export class ReminderLineQueries {
  constructor(
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  async of(tx: EntityManager, reminders: readonly WaitingReminder[]): Promise<ReminderLine[]> {
    const rows = await tx.findBy(SopTask, { id: In(reminders.map((each) => each.taskId)) });
    const tasks = new Map(rows.map((task) => [task.id, task]));
    const leads = await readLeads(tx, [...new Set(rows.map((task) => task.leadId))]);
    const [customers, projects, people] = await Promise.all([
      this.customers.briefs([...leads.values()].map((lead) => lead.customerId)),
      this.projects.names([...leads.values()].map((lead) => lead.projectId)),
      this.staff.byIds(rows.map((task) => task.ownerId)),
    ]);
    return reminders.flatMap(({ taskId, kind }) => {
      const task = tasks.get(taskId);
      const lead = task && leads.get(task.leadId);
      if (!task || !lead) return [];
      return {
        kind,
        leadId: lead.id,
        customerId: lead.customerId,
        customer: customers.get(lead.customerId)?.name ?? '客户',
        project: projects.get(lead.projectId) ?? '',
        task: task.title,
        agent: people.get(task.ownerId)?.name ?? '同事',
        dueAt: task.dueAt,
      };
    });
  }
}
