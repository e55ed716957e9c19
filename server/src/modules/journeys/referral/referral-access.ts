import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { LeadAccess } from '../lead';
import { lockReferrals, type ReferralRow, referralsWhere } from './referral.rows';

export interface Condition {
  sql: string;
  values: unknown[];
}

/** Which referrals a colleague may see. One that waits for the friend's yes has no lead, and nobody who sells sees it. */
@Injectable()
export class ReferralAccess {
  constructor(
    private readonly database: Database,
    private readonly leads: LeadAccess,
  ) {}

  /** Condition on the table alias `r`. */
  async condition(actor: StaffActor): Promise<Condition> {
    const { scope } = actor;
    if (scope.kind === 'group') return { sql: '1 = 1', values: [] };
    if (scope.kind === 'project') {
      if (scope.projectIds.length === 0) return { sql: '1 = 0', values: [] };
      return { sql: `r.project_id IN ${marks(scope.projectIds.length)}`, values: [...scope.projectIds] };
    }
    const held = await this.leads.heldBy(actor);
    return { sql: `r.lead_id IN (SELECT l.id FROM leads l WHERE ${held.sql})`, values: held.values };
  }

  /** @throws CodedError `referral.not-found` for one out of sight as for one that never was */
  async see(actor: StaffActor, id: string): Promise<ReferralRow> {
    const condition = await this.condition(actor);
    const [row] = await referralsWhere(this.database.manager, `r.id = ? AND ${condition.sql}`, [id, ...condition.values]);
    if (!row) throw coded('referral.not-found');
    return row;
  }

  /** Takes it for the rest of the transaction; whether the colleague may see it was asked before, as that needs a connection of its own. */
  async take(tx: EntityManager, id: string): Promise<ReferralRow> {
    const [row] = await lockReferrals(tx, 'r.id = ?', [id]);
    if (!row) throw coded('referral.not-found');
    return row;
  }

  /** @throws CodedError `project.not-found` */
  requireProject(actor: StaffActor, projectId: string): void {
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
  }
}
