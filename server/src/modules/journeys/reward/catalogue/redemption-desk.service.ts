import {
  allowedVerbs,
  type Page,
  REDEMPTION_TRANSITIONS,
  type RedemptionChange,
  type RedemptionStatus,
  type RedemptionVerb,
  type StaffRedemption,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, marks, select } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { CustomerRegister } from '../../../registers/customer';
import { keptOf, returned } from '../ledger/ledger.policy';
import { LedgerBook } from '../ledger/ledger-book';
import { RewardAccess } from '../payout/reward-access';
import { expiryAfterReturn, type Taken, withoutKept } from '../points/point-lots.policy';
import { PointPurse } from '../points/point-purse';
import { RewardMessages } from '../reward-messages';
import { CatalogueQueries, REDEMPTION_COLUMNS, type RedemptionRow } from './catalogue.queries';

interface Filter {
  projectId?: string;
  status?: RedemptionStatus;
  code?: string;
  cursor?: string;
  limit: number;
}

/** The desk at which a gift is handed over, or comes back. */
@Injectable()
export class RedemptionDeskService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: RewardAccess,
    private readonly customers: CustomerRegister,
    private readonly catalogue: CatalogueQueries,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
    private readonly messages: RewardMessages,
  ) {}

  /** Newest first; by a code only what waits under it. */
  async list(actor: StaffActor, { projectId, status, code, cursor, limit }: Filter): Promise<Page<StaffRedemption>> {
    const desks = await this.access.projectsOf(actor, projectId);
    const { rows, nextCursor } = await this.access.newest(desks, { cursor, limit }, (desk, before, most) => {
      const conditions = [['d.project_id = ?', desk]];
      if (code !== undefined) conditions.push(['d.open_code = ?', `${desk}:${code}`]);
      if (status) conditions.push(['d.status = ?', status]);
      if (before) conditions.push(['d.id < ?', before]);
      return this.database.rows<RedemptionRow>(
        `SELECT ${REDEMPTION_COLUMNS} FROM redemptions d WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY d.id DESC LIMIT ?`,
        [...conditions.map(([, value]) => value), most],
      );
    });
    return { items: await this.views(rows), nextCursor };
  }

  handOver(actor: StaffActor, id: string): Promise<RedemptionChange> {
    return this.change(actor, id, 'handOver', null, async (tx, row) => {
      await this.messages.tellRedemption(tx, row, { status: '已领取', note: '感谢您的支持，期待再次光临' });
    });
  }

  /** The gift stays, and is on the shelf again; the points go back as they were, but for what is owed by now. */
  giveBack(actor: StaffActor, id: string, reason: string | null): Promise<RedemptionChange> {
    return this.change(actor, id, 'return', reason, async (tx, row) => {
      const now = this.clock.now();
      const debt = await this.ledger.debtOf(tx, row.person_id, 'points');
      const kept = keptOf(row.points, debt);
      for (const { points, expiresAt } of withoutKept(JSON.parse(row.taken) as Taken[], kept))
        await this.purse.put(tx, row.person_id, points, expiryAfterReturn(expiresAt, now));
      await this.ledger.post(tx, {
        key: `redemption:${id}:return`,
        kind: 'return',
        text: `退回「${row.title}」`,
        lines: returned(row.person_id, row.points, debt),
      });
      await execute(tx, 'UPDATE catalogue_items SET stock = stock + 1 WHERE id = ?', [row.item_id]);
      await this.messages.tellRedemption(tx, row, {
        status: '已退回',
        note: kept > 0 ? `退回 ${row.points - kept} 分，抵欠 ${kept} 分` : `${row.points} 积分已退回`,
      });
    });
  }

  /** @throws CodedError `redemption.not-found`, for one at another desk too; `redemption.state-conflict` */
  private change(
    actor: StaffActor,
    id: string,
    verb: RedemptionVerb,
    reason: string | null,
    work: (tx: EntityManager, row: RedemptionRow) => Promise<void>,
  ): Promise<RedemptionChange> {
    const { from, to } = REDEMPTION_TRANSITIONS.verbs[verb];
    return this.database.useCase(async (tx) => {
      const [row] = await select<RedemptionRow>(tx, `SELECT ${REDEMPTION_COLUMNS} FROM redemptions d WHERE d.id = ?`, [id]);
      if (!row || !this.access.covers(actor, row.project_id)) throw coded('redemption.not-found');
      await this.ledger.lock(tx, [row.person_id]);
      const won = await execute(
        tx,
        `UPDATE redemptions SET status = ?, open_code = NULL, closed_at = ?, closed_by_id = ?, reason = ?
         WHERE id = ? AND status IN ${marks(from.length)}`,
        [to, this.clock.now(), actor.staffId, reason, id, ...from],
      );
      if (won === 0) throw coded('redemption.state-conflict');
      await work(tx, row);
      await this.audit.record(tx, actor.staffId, `redemption.${to}`, `redemption:${id}`, { points: row.points });
      return { id, status: to };
    });
  }

  private async views(rows: readonly RedemptionRow[]): Promise<StaffRedemption[]> {
    const people = await this.customers.briefs(rows.map((row) => row.person_id));
    const views = await this.catalogue.views(rows);
    return views.map((view, i) => {
      const person = people.get((rows[i] as RedemptionRow).person_id);
      return {
        ...view,
        person: { name: person?.name ?? '客户', phoneMasked: person?.phoneMasked ?? '' },
        allowed: allowedVerbs(REDEMPTION_TRANSITIONS, view.status),
      };
    });
  }
}
