import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, marks, select } from '../../../platform/database/database';
import type { Actor, StaffActor } from '../../../platform/http/actor';
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

  /** Of which of these friends the colleague recommended somebody's claim, or is the friend: there they decide nothing. */
  async partIn(
    actor: Pick<Actor, 'customerId'>,
    friendIds: readonly (string | null)[],
    tx: EntityManager = this.database.manager,
  ): Promise<(of: { projectId: string; friendId: string | null }) => boolean> {
    const self = actor.customerId;
    const known = [...new Set(friendIds.filter((id) => id !== null))];
    if (self === null || known.length === 0) return () => false;
    const rows = await select<{ project_id: string; friend_id: string }>(
      tx,
      `SELECT project_id, friend_id FROM referrals WHERE referrer_id = ? AND friend_id IN ${marks(known.length)}`,
      [self, ...known],
    );
    const own = new Set(rows.map((row) => `${row.project_id}:${row.friend_id}`));
    return ({ projectId, friendId }) => friendId === self || own.has(`${projectId}:${friendId}`);
  }

  /** @throws CodedError `permission.denied` to who earns by this friend, or is the friend */
  async requireNoPart(
    tx: EntityManager,
    actor: Pick<Actor, 'customerId'>,
    { projectId, friendId, referrerId }: { projectId: string; friendId: string | null; referrerId?: string },
  ): Promise<void> {
    const hasPart = await this.partIn(actor, [friendId], tx);
    if ((referrerId !== undefined && referrerId === actor.customerId) || hasPart({ projectId, friendId }))
      throw coded('permission.denied', '这条推荐与你本人有关，需由其他同事处理');
  }

  /** @throws CodedError `project.not-found` */
  requireProject(actor: StaffActor, projectId: string): void {
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(projectId)) throw coded('project.not-found');
  }
}
