import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { marks } from '../../../platform/database/database';
import { HomeRegister, type Membership } from '../../registers/home';
import type { WorkOrderRow } from './work-order.rows';

/**
 * Which orders of a home belong to the people who live there now: those reported since they came, and those of whoever still
 * lives there with them. What an earlier owner reported moved out with that owner.
 */
@Injectable()
export class HomeSight {
  constructor(private readonly homes: HomeRegister) {}

  /** Condition on the table alias `o`, for the homes of one person. */
  async condition(memberships: readonly Membership[]): Promise<{ sql: string; values: unknown[] }> {
    if (memberships.length === 0) return { sql: '1 = 0', values: [] };
    const living = await this.homes.livingIn(memberships.map((membership) => membership.unitId));
    const each = memberships.map(({ unitId, since }) => {
      const people = living.get(unitId) ?? [];
      const theirs = people.length > 0 ? ` OR o.customer_id IN ${marks(people.length)}` : '';
      return { sql: `(o.unit_id = ? AND (o.created_at >= ?${theirs}))`, values: [unitId, since, ...people] };
    });
    return { sql: `(${each.map(({ sql }) => sql).join(' OR ')})`, values: each.flatMap(({ values }) => values) };
  }

  /** The same for one order of that home. */
  async covers(membership: Membership, order: WorkOrderRow, tx?: EntityManager): Promise<boolean> {
    if (order.created_at >= membership.since) return true;
    return (await this.homes.livingIn([membership.unitId], tx)).get(membership.unitId)?.includes(order.customer_id) ?? false;
  }
}
