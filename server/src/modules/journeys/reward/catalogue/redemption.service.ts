import { randomInt } from 'node:crypto';
import type { Redemption } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { ProjectQueries } from '../../../registers/project';
import { redeemed } from '../ledger/ledger.policy';
import { LedgerBook } from '../ledger/ledger-book';
import { pointsOf } from '../points/point-lots.policy';
import { PointPurse } from '../points/point-purse';
import { RewardMessages } from '../reward-messages';
import { CatalogueItemRecord } from './catalogue.entity';

const CODE_TRIES = 8;

/** Points become a gift (K5). */
@Injectable()
export class RedemptionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly projects: ProjectQueries,
    private readonly ledger: LedgerBook,
    private readonly purse: PointPurse,
    private readonly messages: RewardMessages,
  ) {}

  /** @throws CodedError `points.phone-required`, `catalogue.not-found`, `catalogue.sold-out`, `points.too-few` */
  redeem(personId: string | null, itemId: string): Promise<Redemption> {
    if (personId === null) throw coded('points.phone-required');
    return this.database.useCase(async (tx) => {
      await this.ledger.lock(tx, [personId]);
      const item = await tx.findOneBy(CatalogueItemRecord, { id: itemId, active: true });
      if (!item) throw coded('catalogue.not-found');
      const now = this.clock.now();
      if (pointsOf(await this.purse.lotsOf(personId, tx), now) < item.points) throw coded('points.too-few');
      // The statement decides: of many who want the last one, one changes the row.
      const won = await execute(tx, 'UPDATE catalogue_items SET stock = stock - 1 WHERE id = ? AND active = 1 AND stock > 0', [itemId]);
      if (won === 0) throw coded('catalogue.sold-out');
      const taken = await this.purse.take(tx, personId, item.points);
      const row = {
        id: newId(),
        person_id: personId,
        item_id: itemId,
        project_id: item.projectId,
        title: item.title,
        points: item.points,
        status: 'ordered' as const,
        taken,
        created_at: now,
        closed_at: null,
        closed_by_id: null,
        reason: null,
      };
      const pickUpCode = await this.insert(tx, row);
      await this.ledger.post(tx, {
        key: `redemption:${row.id}:redeem`,
        kind: 'redeem',
        text: `兑换「${item.title}」`,
        lines: redeemed(personId, item.points),
      });
      await this.messages.tellRedemption(tx, row, { status: '待领取', note: `领取码 ${pickUpCode}，请向前台出示` });
      const pickUpPlace = (await this.projects.find(item.projectId))?.name ?? '';
      return {
        id: row.id,
        title: row.title,
        points: row.points,
        status: row.status,
        pickUpCode,
        pickUpPlace,
        at: new Date(now).toISOString(),
      };
    });
  }

  /** Six figures that no other gift waiting at this desk has. */
  private async insert(tx: EntityManager, row: Record<string, unknown> & { project_id: string }): Promise<string> {
    for (let tries = 1; ; tries++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      try {
        await insertRows(tx, 'redemptions', [{ ...row, pick_up_code: code, open_code: `${row.project_id}:${code}` }]);
        return code;
      } catch (error) {
        if (!isDuplicate(error) || tries >= CODE_TRIES) throw error;
      }
    }
  }
}
