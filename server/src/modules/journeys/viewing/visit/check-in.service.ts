import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, select } from '../../../../platform/database/database';
import type { Actor, StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { LiveCodes } from '../../../registers/live-code';
import { ViewingAccess } from '../desk/viewing-access';
import { vouchedCustomer } from '../own-visits';
import { lockViewing } from '../viewing.rows';
import { dayAround } from './arrival.policy';
import { Arrivals } from './arrivals';
import { Passes } from './passes';
import { Presence } from './presence';

interface Today {
  id: string;
  customer_id: string;
  project_id: string;
  status: string;
  starts_at: number | string;
}

/** The three ways through the door (F3): a colleague's hand, the visitor's own code, the code on the wall. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ViewingAccess,
    private readonly arrivals: Arrivals,
    private readonly passes: Passes,
    private readonly codes: LiveCodes,
    private readonly presence: Presence,
  ) {}

  /** @throws CodedError `viewing.not-found`, `viewing.not-yet`, `viewing.state-conflict` */
  async byHand(actor: StaffActor, id: string): Promise<{ id: string; status: 'checked-in' }> {
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      await this.arrivals.admit(tx, visit, 'staff', { kind: 'staff', id: actor.staffId });
      return { id, status: 'checked-in' as const };
    });
  }

  /**
   * Whoever stands at the door of the project may scan, not only the host. A pass of another project is left unused.
   * @throws CodedError `viewing.pass-invalid`, `viewing.not-yet`, `viewing.state-conflict`
   */
  byPass(actor: StaffActor, pass: string): Promise<{ id: string; status: 'checked-in' }> {
    return this.database.useCase(async (tx) => {
      const visit = await lockViewing(tx, await this.passes.spend(tx, pass));
      if (!this.access.worksAt(actor, visit.project_id)) throw coded('viewing.pass-invalid');
      await this.arrivals.admit(tx, visit, 'pass', { kind: 'staff', id: actor.staffId });
      return { id: visit.id, status: 'checked-in' as const };
    });
  }

  /**
   * The visitor scanned the project's code at the door. Scanning again tells the same.
   * @returns the id of the visit of today
   * @throws CodedError `viewing.site-code-invalid`, `viewing.nothing-booked`
   */
  async bySite(actor: Actor, typed: string): Promise<string> {
    const code = await this.codes.read(typed);
    if (code?.kind !== 'site' || code.state !== 'active') throw coded('viewing.site-code-invalid');
    const seen = await this.today(this.database.manager, actor);
    const here = seen.filter((visit) => visit.project_id === code.projectId);
    const open = here.find((visit) => visit.status === 'booked' || visit.status === 'no-show');
    const found = here[0];
    if (!found) throw coded(seen.length > 0 ? 'viewing.site-code-invalid' : 'viewing.nothing-booked');
    // Whoever scans again during a visit means that one, not a later one of the day.
    if (!open || found.status === 'checked-in') return found.id;
    await this.database.transaction(async (tx) => {
      const visit = await lockViewing(tx, open.id);
      // Two phones of one family at one moment: the second sees that they are in.
      if (visit.status !== 'checked-in') await this.arrivals.admit(tx, visit, 'site', { kind: 'customer', id: visit.customer_id });
    });
    return open.id;
  }

  /** This person's visits of today that were not called off, the nearest first. */
  private async today(tx: EntityManager, actor: Actor): Promise<Today[]> {
    const now = this.clock.now();
    const { from, to } = dayAround(now);
    const rows = await select<Today>(
      tx,
      `SELECT id, customer_id, project_id, status, starts_at FROM viewings WHERE customer_id = ? AND starts_at >= ? AND starts_at < ? AND status <> 'cancelled'
       UNION SELECT id, customer_id, project_id, status, starts_at FROM viewings WHERE account_id = ? AND starts_at >= ? AND starts_at < ? AND status <> 'cancelled'`,
      [vouchedCustomer(actor) ?? '', from, to, actor.accountId, from, to],
    );
    const away = ({ starts_at }: Today) => Math.abs(Number(starts_at) - now);
    return (await this.presence.among(actor, rows, tx)).sort((a, b) => away(a) - away(b));
  }
}
