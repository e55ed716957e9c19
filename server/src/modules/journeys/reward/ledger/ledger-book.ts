import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, marks, select } from '../../../../platform/database/database';
import { faultsOfTransfer, type Line, type TransferKind, type Unit } from './ledger.policy';

export interface Transfer {
  /** What is done to what, once. */
  key: string;
  kind: TransferKind;
  text: string;
  lines: readonly Line[];
  rewardId?: string;
}

/** The double-entry ledger: append-only, balanced or refused, each transfer once. Nothing but this writes to it. */
@Injectable()
export class LedgerBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Nobody else counts or moves what these people have until the end of the transaction. To be called first, so that two
   * transactions never wait for each other.
   */
  async lock(tx: EntityManager, personIds: readonly (string | null)[]): Promise<void> {
    const ids = [...new Set(personIds.filter((id): id is string => id !== null))].sort();
    for (const id of ids) await insertRows(tx, 'ledger_people', [{ person_id: id }], { unlessThere: 'person_id' });
    if (this.database.dialect === 'sqlite') return;
    for (const id of ids) await select(tx, 'SELECT person_id FROM ledger_people WHERE person_id = ? FOR UPDATE', [id]);
  }

  /**
   * @returns false when a transfer of this key stands already; nothing was written then.
   * @throws Error for lines that do not balance: a mistake in our code, never in what people do
   */
  async post(tx: EntityManager, { key, kind, text, lines, rewardId }: Transfer): Promise<boolean> {
    const faults = faultsOfTransfer(lines);
    if (faults.length > 0) throw new Error(`the transfer ${key} is refused: ${faults.join('; ')}`);
    const id = newId();
    const row = { id, transfer_key: key, kind, at: this.clock.now(), text: text.slice(0, 200), reward_id: rewardId ?? null };
    await insertRows(tx, 'ledger_transfers', [row], { unlessThere: 'transfer_key' });
    const [standing] = await select<{ id: string }>(tx, 'SELECT id FROM ledger_transfers WHERE transfer_key = ?', [key]);
    if (standing?.id !== id) return false;
    await insertRows(
      tx,
      'ledger_entries',
      lines.map(({ account, personId, unit, amount }, line) => ({ transfer_id: id, line, account, person_id: personId, unit, amount })),
    );
    return true;
  }

  /** What somebody owes from rewards taken back after their payout. */
  async debtsOf(personIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, Record<Unit, number>>> {
    const debts = new Map(personIds.map((id) => [id, { fen: 0, points: 0 }]));
    if (personIds.length === 0) return debts;
    const rows = await select<{ person_id: string; unit: Unit; sum: number | string }>(
      tx,
      `SELECT person_id, unit, SUM(amount) AS sum FROM ledger_entries
       WHERE person_id IN ${marks(personIds.length)} AND account = 'receivable' GROUP BY person_id, unit`,
      personIds,
    );
    for (const row of rows) debts.get(row.person_id)![row.unit] = Number(row.sum);
    return debts;
  }

  async debtOf(tx: EntityManager, personId: string, unit: Unit): Promise<number> {
    return (await this.debtsOf([personId], tx)).get(personId)?.[unit] ?? 0;
  }
}
