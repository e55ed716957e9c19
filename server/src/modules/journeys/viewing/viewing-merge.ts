import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';
import { ViewingChangeService } from './changing/viewing-change.service';
import { lockViewings, type ViewingRow } from './viewing.rows';
import { ViewingWaitService } from './waits/viewing-wait.service';

interface Place {
  id: string;
  slot_id: string;
  status: string;
}

/** Visits of two customers who are one: of one slot they have one seat or one place in the line. */
@Injectable()
export class ViewingMerge implements MergePart {
  readonly name = 'viewing';
  readonly columns = {
    'viewings.customer_id': { counted: '{n} 次看房预约与到访', ofProject: true as const },
    'viewing_waits.customer_id': { ofProject: true as const },
  };
  readonly follows = { leads: ['viewings.lead_id', 'viewing_waits.lead_id'] };

  constructor(
    merges: CustomerMerges,
    private readonly changes: ViewingChangeService,
    private readonly waits: ViewingWaitService,
  ) {
    merges.add(this);
  }

  async settle(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { from, into } = merge;
    const seated = await this.visitOnce(tx, merge);
    await this.waitOnce(tx, merge, seated);
    for (const table of ['viewings', 'viewing_waits'])
      await execute(tx, `UPDATE ${table} SET open_key = REPLACE(open_key, ?, ?) WHERE customer_id = ? AND open_key IS NOT NULL`, [
        from,
        into,
        from,
      ]);
    await execute(
      tx,
      'UPDATE viewing_events SET actor_id = ? WHERE actor_id = ? AND viewing_id IN (SELECT id FROM viewings WHERE customer_id = ?)',
      [into, from, from],
    );
  }

  /** Whoever stands in the office already keeps that visit, else the one that was booked first stays. @returns the slots they have */
  private async visitOnce(tx: EntityManager, { from, into, byId, say }: CustomerMerge): Promise<Set<string>> {
    const open = await select<{ id: string }>(tx, `SELECT id FROM viewings WHERE customer_id IN ${marks(2)} AND open_key IS NOT NULL`, [
      from,
      into,
    ]);
    const kept = new Map<string, ViewingRow>();
    const rows = await lockViewings(
      tx,
      open.map(({ id }) => id),
    );
    const first = (row: ViewingRow) => (row.status === 'booked' ? 1 : 0);
    for (const visit of rows.sort((a, b) => first(a) - first(b) || a.created_at - b.created_at)) {
      const other = visit.slot_id ? kept.get(visit.slot_id) : undefined;
      if (other && visit.status === 'booked') {
        say(`同一时段约了两次看房，保留 ${other.number}，取消 ${visit.number} 并空出座位`);
        await this.changes.callOff(tx, visit, { kind: 'staff', id: byId }, '与本人的另一个预约重复');
      } else if (other) await execute(tx, 'UPDATE viewings SET open_key = NULL WHERE id = ?', [visit.id]);
      else if (visit.slot_id) kept.set(visit.slot_id, visit);
    }
    return new Set(kept.keys());
  }

  /** Whoever has a seat waits for none, and of two places in a line the one further ahead stays. */
  private async waitOnce(tx: EntityManager, { from, into, say }: CustomerMerge, seated: ReadonlySet<string>): Promise<void> {
    const places = await select<Place>(
      tx,
      `SELECT id, slot_id, status FROM viewing_waits WHERE customer_id IN ${marks(2)} AND open_key IS NOT NULL ORDER BY id`,
      [from, into],
    );
    const kept = new Set(seated);
    const offeredFirst = places.sort((a, b) => Number(b.status === 'offered') - Number(a.status === 'offered'));
    for (const place of offeredFirst) {
      if (!kept.has(place.slot_id)) {
        kept.add(place.slot_id);
        continue;
      }
      say('同一时段候补了两次或已有预约，只保留一个');
      await this.waits.giveUp(tx, place.id);
    }
  }
}
