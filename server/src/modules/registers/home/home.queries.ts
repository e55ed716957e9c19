import type { HomeView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database, marks, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { HomeRegister } from './home.register';
import { ACTIVE } from './home.rows';
import { homeView, type InvitationRow, invitationView, personView, type ResidentRow } from './home.view';

const RESIDENT = 'id, unit_id, role, may, name, phone_sealed, customer_id, until_at';
/** Owners first, then in the order of arrival. */
const BY_ROLE = `CASE role WHEN 'owner' THEN 0 WHEN 'family' THEN 1 ELSE 2 END, id`;

/** Homes as their people see them. */
@Injectable()
export class HomeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly register: HomeRegister,
  ) {}

  /** Every home of a customer, the own ones first. Whoever asks has shown that the phone is theirs. */
  async of(customerId: string, tx: EntityManager = this.database.manager): Promise<HomeView[]> {
    const memberships = await select<ResidentRow>(
      tx,
      `SELECT ${RESIDENT} FROM residents WHERE customer_id = ? AND ${ACTIVE} ORDER BY ${BY_ROLE}`,
      [customerId, this.clock.now()],
    );
    return this.views(memberships, customerId, tx);
  }

  /** @throws CodedError `home.not-yours` */
  async one(customerId: string, unitId: string, tx: EntityManager = this.database.manager): Promise<HomeView> {
    const [own] = await select<ResidentRow>(tx, `SELECT ${RESIDENT} FROM residents WHERE customer_id = ? AND unit_id = ? AND ${ACTIVE}`, [
      customerId,
      unitId,
      this.clock.now(),
    ]);
    const [view] = own ? await this.views([own], customerId, tx) : [];
    if (!view) throw coded('home.not-yours');
    return view;
  }

  private async views(memberships: readonly ResidentRow[], customerId: string, tx: EntityManager): Promise<HomeView[]> {
    const unitIds = memberships.map((own) => own.unit_id);
    const owned = memberships.filter((own) => own.role === 'owner').map((own) => own.unit_id);
    const places = await this.register.places(unitIds, tx);
    const deliveries = await this.register.deliveries(unitIds, tx);
    const people = await this.inUnits<ResidentRow>(tx, owned, `SELECT ${RESIDENT} FROM residents`, `${ACTIVE} ORDER BY ${BY_ROLE}`);
    const invitations = await this.inUnits<InvitationRow>(
      tx,
      owned,
      'SELECT id, unit_id, role, may, until_at, expires_at FROM home_invitations',
      'used_at IS NULL AND revoked_at IS NULL AND expires_at > ? ORDER BY id',
    );
    return memberships.flatMap((own): HomeView[] => {
      const place = places.get(own.unit_id);
      if (!place) return [];
      const view = homeView(own, place, deliveries.get(own.unit_id) ?? null);
      if (own.role !== 'owner') return [view];
      const here = <R extends { unit_id: string }>(rows: readonly R[]) => rows.filter((row) => row.unit_id === own.unit_id);
      return [
        {
          ...view,
          people: here(people).map((row) => personView(row, this.cipher.decrypt(row.phone_sealed), customerId)),
          invitations: here(invitations).map(invitationView),
        },
      ];
    });
  }

  /** Rows of these units; `condition` takes the present instant. */
  private async inUnits<R>(tx: EntityManager, unitIds: readonly string[], from: string, condition: string): Promise<R[]> {
    if (unitIds.length === 0) return [];
    return select<R>(tx, `${from} WHERE unit_id IN ${marks(unitIds.length)} AND ${condition}`, [...unitIds, this.clock.now()]);
  }
}
