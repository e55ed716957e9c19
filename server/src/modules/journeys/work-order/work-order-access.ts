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

/** A condition that may be taken apart, so that an index gives each piece in order. */
export interface Way extends Condition {
  pieces?: Condition[];
}

/** Which work orders a colleague may see; every statement that reads orders for somebody takes its condition from here. */
@Injectable()
export class WorkOrderAccess {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
  ) {}

  /** Condition on the table alias `o`. */
  async condition(actor: StaffActor): Promise<Condition> {
    return anyOf(await this.ways(actor));
  }

  /**
   * The same as alternatives, each of which an index answers: a list asks them one by one and puts the answers together.
   * A leader sees what the people of the led service teams have, may claim, or nobody has in the team's project.
   */
  async ways({ scope }: StaffActor): Promise<Way[]> {
    switch (scope.kind) {
      case 'group':
        return [{ sql: '1 = 1', values: [] }];
      case 'project':
        return [among('o.project_id', scope.projectIds)];
      case 'team': {
        const teams = await this.staff.serviceTeams(scope.teamIds);
        const members = await this.staff.teamMembers(teams.map((team) => team.id));
        const nobodys = among('o.project_id', [...new Set(teams.map((team) => team.projectId))]);
        return [
          ...heldBy([...new Set([scope.staffId, ...members])]),
          { sql: `(o.assignee_id IS NULL AND ${nobodys.sql})`, values: nobodys.values },
        ];
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
function heldBy(staffIds: readonly string[]): Way[] {
  return [
    among('o.assignee_id', staffIds),
    among('o.responsible_id', staffIds),
    {
      sql: `(o.status = 'dispatched' AND o.assignee_id IS NULL
        AND o.id IN (SELECT c.work_order_id FROM work_order_claimants c WHERE c.staff_id IN ${marks(staffIds.length)}))`,
      values: [...staffIds],
    },
  ];
}

export const anyOf = (ways: readonly Condition[]): Condition => ({
  sql: `(${ways.map((way) => way.sql).join(' OR ')})`,
  values: ways.flatMap((way) => way.values),
});

export function among(column: string, ids: readonly string[]): Way {
  if (ids.length === 0) return { sql: '1 = 0', values: [] };
  const pieces = ids.map((id) => ({ sql: `${column} = ?`, values: [id] }));
  return { sql: `${column} IN ${marks(ids.length)}`, values: [...ids], pieces };
}
