import type { HomeRight } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../platform/database/database';
import { type CustomerMerge, CustomerMerges, type MergePart } from '../customer';
import { HomeRegister } from './home.register';
import { ACTIVE } from './home.rows';
import { type BoundTwice, widerOf } from './home-merge.policy';

interface Row {
  id: string;
  unit_id: string;
  role: BoundTwice['role'];
  may: string;
  until_at: number | string | null;
}

/** The homes of two customers who are one: of a home that both are bound to, the wider right stays. */
@Injectable()
export class HomeMerge implements MergePart {
  readonly name = 'home';
  readonly columns = {
    'residents.customer_id': { counted: '{n} 处房屋的绑定', ofProject: true as const },
    'home_invitations.used_by_id': {},
  };

  constructor(
    merges: CustomerMerges,
    private readonly homes: HomeRegister,
  ) {
    merges.add(this);
  }

  async settle(tx: EntityManager, { from, into, at, say }: CustomerMerge): Promise<void> {
    const rows = await select<Row>(
      tx,
      `SELECT id, unit_id, role, may, until_at FROM residents WHERE customer_id IN ${marks(2)} AND ${ACTIVE} ORDER BY id`,
      [from, into, at],
    );
    const places = await this.homes.places(rows.map((row) => row.unit_id));
    for (const unitId of new Set(rows.map((row) => row.unit_id))) {
      const [one, other, ...more] = rows.filter((row) => row.unit_id === unitId).map(boundOf);
      if (!one || !other) continue;
      const { stays, goes, may } = [other, ...more].reduce(
        (kept, next) => {
          const decided = widerOf(kept.stays, next);
          return { stays: { ...decided.stays, may: decided.may }, goes: [...kept.goes, decided.goes], may: decided.may };
        },
        { stays: one, goes: [] as BoundTwice[], may: one.may },
      );
      for (const { id } of goes) await this.giveUp(tx, id, stays.id, at);
      await execute(tx, 'UPDATE residents SET may = ? WHERE id = ?', [JSON.stringify(may), stays.id]);
      say(`两位都绑定了${places.get(unitId)?.label ?? '同一处房屋'}，合并后保留权限更多的一份`);
    }
  }

  /** Whom they had let in stays: the same person did. */
  private async giveUp(tx: EntityManager, id: string, stays: string, at: number): Promise<void> {
    await execute(tx, 'UPDATE residents SET ended_at = ?, active_key = NULL WHERE id = ?', [at, id]);
    await execute(tx, 'UPDATE residents SET invited_by_id = ? WHERE invited_by_id = ?', [stays, id]);
    await execute(tx, 'UPDATE home_invitations SET invited_by_id = ? WHERE invited_by_id = ?', [stays, id]);
  }
}

const boundOf = ({ id, role, may, until_at }: Row): BoundTwice => ({
  id,
  role,
  may: JSON.parse(may) as HomeRight[],
  untilAt: until_at === null ? null : Number(until_at),
});
