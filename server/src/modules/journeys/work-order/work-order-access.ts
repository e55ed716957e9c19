import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { StaffQueries } from '../../registers/staff';
import { orderOf, type WorkOrderRow } from './work-order.rows';

export interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * One reason to see an order. `nobody`: nobody has it, and it is of one of these projects. `claimable`: it is put before several,
 * and may be seen for another reason.
 */
export type Way =
  | { of: 'all' }
  | { of: 'project' | 'assignee' | 'responsible' | 'claimant' | 'nobody'; ids: readonly string[] }
  | { of: 'claimable'; among: readonly Way[] };

/** Which work orders a colleague may see; every statement that reads orders for somebody takes its condition from here. */
@Injectable()
export class WorkOrderAccess {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
  ) {}

  /** Condition on the table alias `o`. */
  async condition(actor: StaffActor): Promise<Condition> {
    return anyWay(await this.ways(actor));
  }

  /**
   * The same as alternatives, so that a list can ask for each as its index has it. A leader sees what the people of the led
   * service teams have, may claim, or nobody has in the team's project.
   */
  async ways({ scope }: StaffActor): Promise<Way[]> {
    switch (scope.kind) {
      case 'group':
        return [{ of: 'all' }];
      case 'project':
        return [{ of: 'project', ids: scope.projectIds }];
      case 'team': {
        const teams = await this.staff.serviceTeams(scope.teamIds);
        const members = await this.staff.teamMembers(teams.map((team) => team.id));
        const projectIds = [...new Set(teams.map((team) => team.projectId))];
        return [...heldBy([...new Set([scope.staffId, ...members])]), { of: 'nobody', ids: projectIds }];
      }
      case 'own':
        return heldBy([scope.staffId]);
    }
  }

  /** Whether this colleague decides for others here. */
  steers(actor: StaffActor): boolean {
    return actor.scope.kind !== 'own' && actor.permissions.includes('work-order.assign');
  }

  /** @throws CodedError `project.not-found` for a project that this colleague does not work for */
  requireProject(actor: StaffActor, projectId: string): void {
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
  }

  /**
   * For what is decided for the whole service of a project: a leader decides for it only with its service team.
   * @throws CodedError `project.not-found`
   */
  async requireService(actor: StaffActor, projectId: string): Promise<void> {
    this.requireProject(actor, projectId);
    if (actor.scope.kind !== 'team') return;
    const teams = await this.staff.serviceTeams(actor.scope.teamIds);
    if (!teams.some((team) => team.projectId === projectId)) throw coded('project.not-found');
  }

  /** @throws CodedError `work-order.not-found` for a colleague's order as for one that never was */
  async visible(actor: StaffActor, id: string, tx: EntityManager = this.database.manager): Promise<WorkOrderRow> {
    const scope = await this.condition(actor);
    const [row] = await select<Record<string, unknown>>(tx, `SELECT o.* FROM work_orders o WHERE o.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    if (!row) throw coded('work-order.not-found');
    return orderOf(row);
  }

  /**
   * Before a verb of a colleague, in its transaction.
   * @throws CodedError `work-order.not-found`, or `work-order.taken` to whom it was put before
   */
  async admit(tx: EntityManager, actor: StaffActor, id: string): Promise<void> {
    const scope = await this.condition(actor);
    const seen = await select(tx, `SELECT o.id FROM work_orders o WHERE o.id = ? AND ${scope.sql}`, [id, ...scope.values]);
    if (seen.length > 0) return;
    throw coded((await this.wasAsked(tx, actor.staffId, id)) ? 'work-order.taken' : 'work-order.not-found');
  }

  /** Reads the log, as claimants are forgotten once somebody has the order. */
  private async wasAsked(tx: EntityManager, staffId: string, id: string): Promise<boolean> {
    const rows = await select<{ data: string }>(tx, `SELECT data FROM work_order_events WHERE work_order_id = ? AND type = 'dispatched'`, [
      id,
    ]);
    return rows.some(({ data }) => {
      const asked = JSON.parse(data) as { staffId?: string | null; claimants?: string[] };
      return asked.staffId === staffId || asked.claimants?.includes(staffId);
    });
  }
}

/** What these people have, answer for, or may claim at this moment. */
const heldBy = (ids: readonly string[]): Way[] => [
  { of: 'assignee', ids },
  { of: 'responsible', ids },
  { of: 'claimant', ids },
];

export function conditionOf(way: Way): Condition {
  if (way.of === 'all') return { sql: '1 = 1', values: [] };
  if (way.of === 'claimable') {
    const { sql, values } = anyWay(way.among);
    return {
      sql: `(o.assignee_id IS NULL AND ${sql} AND EXISTS (SELECT 1 FROM work_order_claimants c WHERE c.work_order_id = o.id))`,
      values,
    };
  }
  if (way.ids.length === 0) return { sql: '1 = 0', values: [] };
  const within = `IN ${marks(way.ids.length)}`;
  const sql = {
    project: `o.project_id ${within}`,
    assignee: `o.assignee_id ${within}`,
    responsible: `o.responsible_id ${within}`,
    claimant: `(o.status = 'dispatched' AND o.assignee_id IS NULL
      AND o.id IN (SELECT c.work_order_id FROM work_order_claimants c WHERE c.staff_id ${within}))`,
    nobody: `(o.assignee_id IS NULL AND o.project_id ${within})`,
  }[way.of];
  return { sql, values: [...way.ids] };
}

export function anyWay(ways: readonly Way[]): Condition {
  const conditions = ways.map(conditionOf);
  return { sql: `(${conditions.map((each) => each.sql).join(' OR ')})`, values: conditions.flatMap((each) => each.values) };
}
