import { HOME_ROLES, type HomePerson, type HomeRight, type HomeRole, maskPhone, mayAtHome } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { type UnitPlace, UnitQueries } from '../project';
import { ACTIVE } from './home.rows';

/** What a customer is to a home now. */
export interface Membership {
  residentId: string;
  unitId: string;
  projectId: string;
  role: HomeRole;
  may: HomeRight[];
  /** Epoch ms from which they belong to it. */
  since: number;
}

export interface AskedHome {
  customerId: string;
  unitId: string;
}

/** A home as one of its people reports for it. */
export interface KnownHome {
  membership: Membership;
  buildingId: string;
  /** Civil day of Beijing (`YYYY-MM-DD`); null while it is not on record. */
  deliveredOn: string | null;
}

/** Somebody of a home, as colleagues who serve it see them. */
export type HomeContact = Pick<HomePerson, 'id' | 'name' | 'role' | 'phoneMasked' | 'bound'> & { customerId: string | null };

/** Who lives where, for journeys: every answer is about this moment. */
@Injectable()
export class HomeRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly units: UnitQueries,
  ) {}

  /** What this customer is to this home; null for everybody who has no part in it (any more). */
  async homeOf(customerId: string | null, unitId: string, tx: EntityManager = this.database.manager): Promise<Membership | null> {
    if (customerId === null) return null;
    const [row] = await select<ResidentRow>(
      tx,
      `SELECT id, unit_id, project_id, role, may, created_at FROM residents WHERE customer_id = ? AND unit_id = ? AND ${ACTIVE}`,
      [customerId, unitId, this.clock.now()],
    );
    return row ? membershipOf(row) : null;
  }

  /** Every home in which this customer may do that now. */
  async homesWhere(customerId: string | null, right: HomeRight, tx: EntityManager = this.database.manager): Promise<Membership[]> {
    if (customerId === null) return [];
    const rows = await select<ResidentRow>(
      tx,
      `SELECT id, unit_id, project_id, role, may, created_at FROM residents
       WHERE customer_id = ? AND ${ACTIVE} ORDER BY id`,
      [customerId, this.clock.now()],
    );
    return rows.map(membershipOf).filter((membership) => mayAtHome(membership, right));
  }

  /** The homes that this customer owns now, with the name that each is registered under. */
  async ownedBy(customerId: string | null, tx: EntityManager = this.database.manager): Promise<(Membership & { name: string })[]> {
    if (customerId === null) return [];
    const rows = await select<ResidentRow & { name: string }>(
      tx,
      `SELECT id, unit_id, project_id, role, may, created_at, name FROM residents
       WHERE customer_id = ? AND role = 'owner' AND ${ACTIVE} ORDER BY id`,
      [customerId, this.clock.now()],
    );
    return rows.map((row) => ({ ...membershipOf(row), name: row.name }));
  }

  /** Customers who belong to these homes now, by unit. */
  async livingIn(unitIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, string[]>> {
    if (unitIds.length === 0) return new Map();
    const rows = await select<{ unit_id: string; customer_id: string }>(
      tx,
      `SELECT unit_id, customer_id FROM residents WHERE unit_id IN ${marks(unitIds.length)} AND customer_id IS NOT NULL AND ${ACTIVE}`,
      [...unitIds, this.clock.now()],
    );
    const living = new Map<string, string[]>(unitIds.map((id) => [id, []]));
    for (const row of rows) living.get(row.unit_id)?.push(row.customer_id);
    return living;
  }

  /** The other customers who share a home with this one now. */
  async housemates(customerId: string, tx: EntityManager = this.database.manager): Promise<string[]> {
    const now = this.clock.now();
    const rows = await select<{ customer_id: string }>(
      tx,
      `SELECT DISTINCT other.customer_id FROM residents own JOIN residents other ON other.unit_id = own.unit_id
       WHERE own.customer_id = ? AND own.ended_at IS NULL AND (own.until_at IS NULL OR own.until_at > ?)
         AND other.customer_id <> own.customer_id AND other.ended_at IS NULL AND (other.until_at IS NULL OR other.until_at > ?)
       ORDER BY other.customer_id`,
      [customerId, now, now],
    );
    return rows.map((row) => row.customer_id);
  }

  /** What each of these customers is to the home asked for with them, with what a report needs to know of it: one statement, in order. */
  async knownHomes(asked: readonly AskedHome[]): Promise<(KnownHome | null)[]> {
    const rows = await this.database.rows<ResidentRow & { customer_id: string; building_id: string; delivered_on: string | null }>(
      `SELECT r.id, r.customer_id, r.unit_id, r.project_id, r.role, r.may, r.created_at, u.building_id, d.delivered_on
       FROM residents r JOIN units u ON u.id = r.unit_id LEFT JOIN deliveries d ON d.unit_id = r.unit_id
       WHERE r.customer_id IN ${marks(asked.length)} AND r.unit_id IN ${marks(asked.length)} AND ${ACTIVE}`,
      [...asked.map((one) => one.customerId), ...asked.map((one) => one.unitId), this.clock.now()],
    );
    return asked.map(({ customerId, unitId }) => {
      const row = rows.find((each) => each.customer_id === customerId && each.unit_id === unitId);
      return row ? { membership: membershipOf(row), buildingId: row.building_id, deliveredOn: row.delivered_on } : null;
    });
  }

  /**
   * The membership of a customer who may do that in that home.
   * @throws CodedError `home.not-yours`, the same for a home of others, one that does not exist and a right not held
   */
  async require(customerId: string | null, unitId: string, right: HomeRight, tx?: EntityManager): Promise<Membership> {
    const membership = await this.homeOf(customerId, unitId, tx);
    if (!membership || !mayAtHome(membership, right)) throw coded('home.not-yours');
    return membership;
  }

  /** Civil day of Beijing (`YYYY-MM-DD`) on which the unit was handed over; null while it is not on record. */
  async deliveredOn(unitId: string, tx?: EntityManager): Promise<string | null> {
    return (await this.deliveries([unitId], tx)).get(unitId) ?? null;
  }

  /** Delivery days by unit; units without one on record are left out. */
  async deliveries(unitIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, string>> {
    if (unitIds.length === 0) return new Map();
    const rows = await select<{ unit_id: string; delivered_on: string }>(
      tx,
      `SELECT unit_id, delivered_on FROM deliveries WHERE unit_id IN ${marks(unitIds.length)}`,
      unitIds,
    );
    return new Map(rows.map((row) => [row.unit_id, row.delivered_on]));
  }

  /** @throws CodedError `home.not-yours` for a unit that does not exist */
  async place(unitId: string, tx?: EntityManager): Promise<UnitPlace> {
    const place = await this.units.place(unitId, tx);
    if (!place) throw coded('home.not-yours');
    return place;
  }

  /** By unit id; units that do not exist are left out. */
  places(unitIds: readonly string[], tx?: EntityManager): Promise<Map<string, UnitPlace>> {
    return this.units.places(unitIds, tx);
  }

  /** Everybody of a home, owners first, for colleagues who handle something there; numbers are masked. */
  async peopleOf(unitId: string): Promise<HomeContact[]> {
    const rows = await this.database.rows<{ id: string; name: string; role: HomeRole; phone_sealed: string; customer_id: string | null }>(
      `SELECT id, name, role, phone_sealed, customer_id FROM residents
       WHERE unit_id = ? AND ${ACTIVE}
       ORDER BY CASE role WHEN 'owner' THEN 0 WHEN 'family' THEN 1 ELSE 2 END, id`,
      [unitId, this.clock.now()],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name || HOME_ROLES[row.role],
      role: row.role,
      phoneMasked: maskPhone(this.cipher.decrypt(row.phone_sealed)),
      bound: row.customer_id !== null,
      customerId: row.customer_id,
    }));
  }
}

interface ResidentRow {
  id: string;
  unit_id: string;
  project_id: string;
  role: HomeRole;
  may: string;
  created_at: number | string;
}

const membershipOf = (row: ResidentRow): Membership => ({
  residentId: row.id,
  unitId: row.unit_id,
  projectId: row.project_id,
  role: row.role,
  may: JSON.parse(row.may),
  since: Number(row.created_at),
});
