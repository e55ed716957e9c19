import type { ExtraInterestStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../../registers/customer';

interface Interest {
  id: string;
  extra_id: string;
  customer_id: string;
  status: ExtraInterestStatus;
  note: string | null;
  contacted_at: number | string | null;
}

/** What was done cannot be taken back, and what was taken back is not undone by the other number. */
const WEIGHT: Readonly<Record<ExtraInterestStatus, number>> = { interested: 0, contacted: 1, declined: 2, withdrawn: 3, 'taken-up': 4 };

/** What two customers who are one wanted to hear of: asked for once, however often they tapped. */
@Injectable()
export class ExtraMerge implements MergePart {
  readonly name = 'extra';
  readonly columns = { 'extra_interests.customer_id': { counted: '{n} 项增值服务意向', ofProject: true as const } };

  constructor(merges: CustomerMerges) {
    merges.add(this);
  }

  async settle(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { from, into, say } = merge;
    const rows = await select<Interest>(
      tx,
      `SELECT id, extra_id, customer_id, status, note, contacted_at FROM extra_interests WHERE customer_id IN ${marks(2)} ORDER BY id`,
      [from, into],
    );
    for (const row of rows.filter((each) => each.customer_id === from)) {
      const own = rows.find((each) => each.customer_id === into && each.extra_id === row.extra_id);
      if (!own) continue;
      await this.joinInto(tx, own, row);
      say('对同一项增值服务登记了两次意向，合为一项，跟进记录都保留');
    }
    await this.seeOnce(tx, merge);
  }

  /** What weighs more is what it has come to; what was written down of either stays. */
  private async joinInto(tx: EntityManager, stays: Interest, goes: Interest): Promise<void> {
    const note = [stays.note, goes.note].filter(Boolean).join('；').slice(0, 200) || null;
    const contacts = [stays.contacted_at, goes.contacted_at].flatMap((at) => (at === null ? [] : [Number(at)]));
    await execute(tx, 'DELETE FROM extra_interests WHERE id = ?', [goes.id]);
    await execute(tx, 'UPDATE extra_interests SET status = ?, note = ?, contacted_at = ? WHERE id = ?', [
      WEIGHT[goes.status] > WEIGHT[stays.status] ? goes.status : stays.status,
      note,
      contacts.length > 0 ? Math.min(...contacts) : null,
      stays.id,
    ]);
  }

  /** Whoever saw something by both numbers on one day saw it once; looked for extra by extra, as the key begins with it. */
  private async seeOnce(tx: EntityManager, { from, into }: CustomerMerge): Promise<void> {
    for (const { id } of await select<{ id: string }>(tx, 'SELECT id FROM extras')) {
      const seen = await select<{ view_key: string }>(tx, 'SELECT view_key FROM extra_views WHERE extra_id = ? AND view_key LIKE ?', [
        id,
        `${id}:${from}:%`,
      ]);
      for (const { view_key: key } of seen) {
        const joined = key.replace(from, into);
        const [own] = await select(tx, 'SELECT view_key FROM extra_views WHERE view_key = ?', [joined]);
        if (own) await execute(tx, 'DELETE FROM extra_views WHERE view_key = ?', [key]);
        else await execute(tx, 'UPDATE extra_views SET view_key = ? WHERE view_key = ?', [joined, key]);
      }
    }
  }
}
