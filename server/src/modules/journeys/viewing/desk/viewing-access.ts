import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { marks, select } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { StaffQueries } from '../../../registers/staff';
import { LeadAccess } from '../../lead';
import { lockViewing, type ViewingRow } from '../viewing.rows';

export interface Condition {
  sql: string;
  values: unknown[];
}

/** Which visits a colleague may see; every statement that reads them for somebody takes its condition from here. */
@Injectable()
export class ViewingAccess {
  constructor(
    private readonly staff: StaffQueries,
    private readonly leads: LeadAccess,
  ) {}

  /** Condition on the table alias `v`: visits that these people receive, or of these projects. For lists. */
  async condition({ scope }: StaffActor): Promise<Condition> {
    // Named one by one, so that the index of a project's days serves here too.
    if (scope.kind === 'group') return { sql: 'v.project_id IN (SELECT p.id FROM projects p)', values: [] };
    if (scope.kind === 'project') return among('v.project_id', scope.projectIds);
    const team = scope.kind === 'team' ? await this.staff.teamMembers(scope.teamIds) : [];
    return among('v.host_id', [...new Set([scope.staffId, ...team])]);
  }

  /** The same, and visits of leads that they hold, whoever receives. For one visit, or those of one lead. */
  async wide(actor: StaffActor): Promise<Condition> {
    const [own, held] = await Promise.all([this.condition(actor), this.leads.heldBy(actor)]);
    return {
      sql: `(${own.sql} OR EXISTS (SELECT 1 FROM leads l WHERE l.id = v.lead_id AND ${held.sql}))`,
      values: [...own.values, ...held.values],
    };
  }

  /**
   * Takes a visit that a colleague may see; `scope` is their `wide` one, asked for before the transaction, which has no second
   * connection to wait for.
   * @throws CodedError `viewing.not-found` for others as for one that never was
   */
  async take(tx: EntityManager, scope: Condition, id: string): Promise<ViewingRow> {
    const [seen] = await select(tx, `SELECT v.id FROM viewings v WHERE v.id = ? AND ${scope.sql}`, [id, ...scope.values]);
    if (!seen) throw coded('viewing.not-found');
    return lockViewing(tx, id);
  }

  worksAt({ scope, projectIds }: StaffActor, projectId: string): boolean {
    return scope.kind === 'group' || projectIds.includes(projectId);
  }

  /** Whether this colleague decides for others here. */
  decides(actor: StaffActor): boolean {
    return this.leads.leads(actor);
  }
}

function among(column: string, ids: readonly string[]): Condition {
  return ids.length > 0 ? { sql: `${column} IN ${marks(ids.length)}`, values: [...ids] } : { sql: '1 = 0', values: [] };
}
