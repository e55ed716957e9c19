import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { marks, select } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { StaffQueries } from '../../registers/staff';
import { type LeadRow, lockLead } from './lead.rows';

export interface Condition {
  sql: string;
  values: unknown[];
}

/** Which leads a colleague may see; every statement that reads leads for somebody takes its condition from here. */
@Injectable()
export class LeadAccess {
  constructor(private readonly staff: StaffQueries) {}

  /** Condition on the table alias `l`. The pool of one's own projects is open to everybody who sells there. */
  async condition(actor: StaffActor): Promise<Condition> {
    const held = await this.heldBy(actor);
    if (actor.scope.kind === 'group' || actor.scope.kind === 'project') return held;
    if (actor.projectIds.length === 0) return held;
    return {
      sql: `(${held.sql} OR (l.status = 'pooled' AND l.project_id IN ${marks(actor.projectIds.length)}))`,
      values: [...held.values, ...actor.projectIds],
    };
  }

  /** The same without the pool: leads held by the people in scope. */
  async heldBy({ scope }: StaffActor): Promise<Condition> {
    switch (scope.kind) {
      case 'group':
        return { sql: '1 = 1', values: [] };
      case 'project':
        return among('l.project_id', scope.projectIds);
      case 'team':
        return among('l.owner_id', [...new Set([scope.staffId, ...(await this.staff.teamMembers(scope.teamIds))])]);
      case 'own':
        return among('l.owner_id', [scope.staffId]);
    }
  }

  /** Whether this colleague decides for others here: a leader for the team, a manager for the project. */
  leads(actor: StaffActor): boolean {
    return (
      actor.scope.kind !== 'own' && (actor.roles.includes('supervisor') || actor.roles.includes('manager') || actor.roles.includes('admin'))
    );
  }

  /**
   * Takes a lead that this colleague may see.
   * @throws CodedError `lead.not-found` for a colleague's lead as for one that never was; `lead.offer-over` to whom it was offered before.
   */
  async take(tx: EntityManager, actor: StaffActor, leadId: string): Promise<LeadRow> {
    const condition = await this.condition(actor);
    const seen = await select(tx, `SELECT l.id FROM leads l WHERE l.id = ? AND ${condition.sql}`, [leadId, ...condition.values]);
    if (seen.length > 0) return lockLead(tx, leadId);
    const once = await select<{ outcome: string }>(tx, 'SELECT outcome FROM lead_offers WHERE lead_id = ? AND staff_id = ?', [
      leadId,
      actor.staffId,
    ]);
    if (once.length === 0) throw coded('lead.not-found');
    throw coded(once.some((o) => o.outcome === 'withdrawn') ? 'lead.taken' : 'lead.offer-over');
  }
}

function among(column: string, ids: readonly string[]): Condition {
  return ids.length > 0 ? { sql: `${column} IN ${marks(ids.length)}`, values: [...ids] } : { sql: '1 = 0', values: [] };
}
