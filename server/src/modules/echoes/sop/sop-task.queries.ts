import { beijingDate, type Page, startOfBeijingDate, type TaskView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor';
import { LeadQueries } from '../../journeys/lead';
import { CustomerRegister } from '../../registers/customer';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { SopTask } from './sop.entity';
import { readLeads } from './sop.rows';
import { taskView } from './task-view.policy';

export interface TaskFilter {
  /** `today` is everything of this Beijing day, late or not; `overdue` whatever is late; `upcoming` from tomorrow on; all three without it. */
  due?: 'today' | 'overdue' | 'upcoming';
  scope: 'mine' | 'team';
  cursor?: string;
  limit: number;
}

const DAY_MS = 24 * 3_600_000;
const MOST_OF_ONE_LEAD = 200;

/** Tasks as colleagues list them. Nothing here answers without a scope. */
@Injectable()
export class SopTaskQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly leads: LeadQueries,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
  ) {}

  /** Open tasks, what is due first on top, by keyset. */
  async list(actor: StaffActor, filter: TaskFilter): Promise<Page<TaskView>> {
    const query = this.database.manager
      .createQueryBuilder(SopTask, 't')
      .where(`t.status = 'open'`)
      .orderBy('t.dueAt', 'ASC')
      .addOrderBy('t.id', 'ASC')
      .limit(filter.limit + 1);
    await this.narrowToPeople(query, actor, filter.scope);
    this.narrowToDue(query, filter.due);
    narrowToPage(query, filter.cursor);
    const tasks = await query.getMany();
    const page = tasks.slice(0, filter.limit);
    const last = page.at(-1);
    return {
      items: await this.describe(page),
      nextCursor: tasks.length > filter.limit && last ? encodeCursor([last.dueAt, last.id]) : null,
    };
  }

  /**
   * Every task of one lead, ended ones too.
   * @throws CodedError `lead.not-found`, also for a lead of somebody else
   */
  async ofLead(actor: StaffActor, leadId: string): Promise<TaskView[]> {
    if (!(await this.leads.one(actor, leadId))) throw coded('lead.not-found');
    const tasks = await this.database.manager.find(SopTask, {
      where: { leadId },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: MOST_OF_ONE_LEAD,
    });
    return this.describe(tasks);
  }

  /** A task the colleague may see: an own one, or one of a lead they may see. Null for every other. */
  async find(actor: StaffActor, taskId: string): Promise<SopTask | null> {
    const task = await this.database.manager.findOneBy(SopTask, { id: taskId });
    if (!task || task.ownerId === actor.staffId) return task;
    return (await this.leads.one(actor, task.leadId)) ? task : null;
  }

  async describeOne(task: SopTask): Promise<TaskView> {
    return (await this.describe([task]))[0] as TaskView;
  }

  private async describe(tasks: readonly SopTask[]): Promise<TaskView[]> {
    const leads = await readLeads(this.database.manager, [...new Set(tasks.map((task) => task.leadId))]);
    const [customers, projects, owners] = await Promise.all([
      this.customers.briefs([...leads.values()].map((lead) => lead.customerId)),
      this.projects.names([...leads.values()].map((lead) => lead.projectId)),
      this.staff.byIds([...new Set(tasks.map((task) => task.ownerId))]),
    ]);
    const now = this.clock.now();
    return tasks.map((task) => {
      const lead = leads.get(task.leadId);
      return taskView(
        task,
        {
          customerName: (lead && customers.get(lead.customerId)?.name) ?? '客户',
          projectName: (lead && projects.get(lead.projectId)) ?? '',
          ownerName: owners.get(task.ownerId)?.name ?? '同事',
        },
        now,
      );
    });
  }

  private async narrowToPeople(query: SelectQueryBuilder<SopTask>, actor: StaffActor, wanted: TaskFilter['scope']): Promise<void> {
    const { scope } = actor;
    if (wanted === 'mine' || scope.kind === 'own') query.andWhere('t.ownerId = :me', { me: actor.staffId });
    else if (scope.kind === 'team') {
      const members = [...new Set([scope.staffId, ...(await this.staff.teamMembers(scope.teamIds))])];
      query.andWhere('t.ownerId IN (:...members)', { members });
    } else if (scope.kind === 'project') {
      // People first, so that the list keeps to the index by owner; then only what they do for these projects.
      query
        .innerJoin('leads', 'l', 'l.id = t.leadId AND l.project_id IN (:...projectIds)')
        .andWhere('t.ownerId IN (SELECT sp.staff_id FROM staff_projects sp WHERE sp.project_id IN (:...projectIds))')
        .setParameter('projectIds', scope.projectIds.length > 0 ? scope.projectIds : ['none']);
    } else query.andWhere('t.ownerId IN (SELECT s.id FROM staff s)');
  }

  private narrowToDue(query: SelectQueryBuilder<SopTask>, due: TaskFilter['due']): void {
    const now = this.clock.now();
    const today = startOfBeijingDate(beijingDate(now));
    if (due === 'overdue') query.andWhere('t.dueAt < :now', { now });
    if (due === 'today') query.andWhere('t.dueAt >= :today AND t.dueAt < :tomorrow', { today, tomorrow: today + DAY_MS });
    if (due === 'upcoming') query.andWhere('t.dueAt >= :tomorrow', { tomorrow: today + DAY_MS });
  }
}

function narrowToPage(query: SelectQueryBuilder<SopTask>, cursor: string | undefined): void {
  if (cursor === undefined) return;
  const [dueAt, id] = decodeCursor(cursor);
  if (typeof dueAt !== 'number' || typeof id !== 'string') throw coded('request.invalid', '翻页位置无效，请从第一页重新打开');
  query.andWhere('(t.dueAt > :dueAt OR (t.dueAt = :dueAt AND t.id > :id))', { dueAt, id });
}
