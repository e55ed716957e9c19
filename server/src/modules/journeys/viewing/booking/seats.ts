import type { ViewingKind, ViewingPlan } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, insertRows, marks, select } from '../../../../platform/database/database';
import { type Slot, slotIdOf } from '../slots/slots.policy';
import { reservedAt } from '../slots/standing.policy';
import { lineIsServed } from '../waits/offer.policy';

export interface AskedSlot extends Slot {
  id: string;
  plan: ViewingPlan;
}

export interface Taken {
  taken: number;
  takenGeneral: number;
  /** How many wait and were offered nothing yet. */
  waiting: number;
}

/** Who asks for a seat. */
export interface SeatAsker {
  highIntent: boolean;
  /** `next`: whom nobody in line stands before; `line`: out of the line itself, which is one shorter then. */
  comes: 'anew' | 'next' | 'line';
}

export const askedSlot = (plan: ViewingPlan, slot: Slot): AskedSlot => ({
  ...slot,
  id: slotIdOf(plan.projectId, plan.kind as ViewingKind, slot.startsAt),
  plan,
});

/** Who has the last seat: one statement decides, and it holds the slot until the transaction ends. */
@Injectable()
export class Seats {
  /**
   * Takes one seat, of those open to everybody unless of high intent. Answers false when none is left, and to whoever comes anew
   * also while somebody waits. Whoever comes first to a slot makes its row.
   */
  async take(tx: EntityManager, slot: AskedSlot, asker: SeatAsker, now: number): Promise<boolean> {
    if (await this.tryTake(tx, slot, asker, now)) return true;
    const [known] = await select(tx, 'SELECT id FROM viewing_slots WHERE id = ?', [slot.id]);
    if (known) return false;
    await this.ensure(tx, slot);
    return this.tryTake(tx, slot, asker, now);
  }

  /** The line before a slot is longer or shorter by one; the caller holds the slot. */
  async countLine(tx: EntityManager, slotId: string, change: 1 | -1): Promise<void> {
    await execute(tx, 'UPDATE viewing_slots SET waiting = waiting + ? WHERE id = ?', [change, slotId]);
  }

  /** Gives one back. */
  async giveBack(tx: EntityManager, slotId: string, general: boolean): Promise<void> {
    await execute(tx, 'UPDATE viewing_slots SET taken = taken - 1, taken_general = taken_general - ? WHERE id = ? AND taken > 0', [
      general ? 1 : 0,
      slotId,
    ]);
  }

  /** Makes the row when there is none, so that it can be locked. */
  ensure(tx: EntityManager, slot: AskedSlot): Promise<void> {
    const { id, startsAt, endsAt, plan } = slot;
    const row = {
      id,
      project_id: plan.projectId,
      kind: plan.kind,
      starts_at: startsAt,
      ends_at: endsAt,
      taken: 0,
      taken_general: 0,
      waiting: 0,
    };
    return insertRows(tx, 'viewing_slots', [row], { unlessThere: 'id' });
  }

  /** Takes several slots for the rest of the transaction, in the order of their ids, so that two moves never wait for each other. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (tx.connection.options.type === 'better-sqlite3') return;
    await select(tx, `SELECT id FROM viewing_slots WHERE id IN ${marks(ids.length)} ORDER BY id FOR UPDATE`, ids);
  }

  async taken(tx: EntityManager, slotId: string): Promise<Taken> {
    const [row] = await select<{ taken: number; taken_general: number; waiting: number }>(
      tx,
      'SELECT taken, taken_general, waiting FROM viewing_slots WHERE id = ?',
      [slotId],
    );
    return { taken: row?.taken ?? 0, takenGeneral: row?.taken_general ?? 0, waiting: row?.waiting ?? 0 };
  }

  private async tryTake(tx: EntityManager, slot: AskedSlot, { highIntent, comes }: SeatAsker, now: number): Promise<boolean> {
    const { seats } = slot.plan;
    const open = highIntent ? seats : seats - reservedAt(slot.plan, slot, now);
    const held = comes === 'anew' && lineIsServed(slot.plan, slot.startsAt, now);
    const won = await execute(
      tx,
      `UPDATE viewing_slots SET taken = taken + 1, taken_general = taken_general + ?, waiting = waiting - ?,
         ends_at = CASE WHEN ends_at < ? THEN ? ELSE ends_at END
       WHERE id = ? AND taken < ? AND ${highIntent ? '? >= 0' : 'taken_general < ?'}${held ? ' AND waiting = 0' : ''}`,
      [highIntent ? 0 : 1, comes === 'line' ? 1 : 0, slot.endsAt, slot.endsAt, slot.id, seats, open],
    );
    return won > 0;
  }
}
