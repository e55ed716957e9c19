import type { ViewingKind } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { execute, insertRows, isDuplicate, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { coded } from '../../../../platform/http/coded-error';
import { InterestDesk } from '../../../registers/customer';
import { Hosts, type Reserved } from '../hosts/hosts';
import type { Prepared } from '../slots/slot-desk';
import { ViewingBooked } from '../viewing.events';
import { type ViewingActor, viewingSubject, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';
import { isHighIntent } from './high-intent.policy';
import { Seats } from './seats';
import { VisitorLimits } from './visitor-limits';

/** Who comes, for which lead, and what they said. */
export interface Visitor {
  number: string;
  customerId: string;
  leadId: string;
  accountId: string;
  partySize: number;
  note: string | null;
  unitIds: string[];
  liveCode: string | null;
  /** Whether nobody has the lead yet: then the host is offered it first. */
  leadIsFree: boolean;
}

/** A seat that is kept for this person already. */
export interface KeptSeat {
  general: boolean;
}

export interface Placed {
  id: string;
  number: string;
  hostId: string | null;
}

/**
 * Makes the booking: limits under the person's lock, the seat by one statement, the host by the database's own refusal, and then
 * the visit with its messages and reminders, all in the caller's transaction.
 */
@Injectable()
export class Placing {
  constructor(
    private readonly seats: Seats,
    private readonly limits: VisitorLimits,
    private readonly hosts: Hosts,
    private readonly desk: InterestDesk,
    private readonly messages: ViewingMessages,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `viewing.already-booked`, `viewing.limit-reached`, `viewing.slot-full`, `viewing.no-host` */
  async place(tx: EntityManager, { project, slot, crew }: Prepared, visitor: Visitor, kept: KeptSeat | null): Promise<Placed> {
    const now = this.clock.now();
    const { plan } = slot;
    await this.limits.lock(tx, visitor.customerId);
    const standing = await this.desk.standing(tx, plan.projectId, visitor.customerId);
    await this.limits.check(tx, visitor.customerId, slot, null, now);
    const highIntent = isHighIntent(standing);
    if (!kept) await this.leaveLine(tx, slot.id, visitor.customerId);
    if (!kept && !(await this.seats.take(tx, slot, highIntent, now))) throw coded('viewing.slot-full');
    const id = newId();
    const { hostId, choice } = await this.host(
      tx,
      id,
      { project, slot, crew },
      standing?.servedBy ?? standing?.askedFor ?? null,
      kept !== null,
    );
    const row = {
      id,
      number: visitor.number,
      project_id: plan.projectId,
      kind: plan.kind as ViewingKind,
      plan_id: plan.id,
      slot_id: slot.id,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      status: 'booked',
      origin: kept ? 'wait' : 'booking',
      customer_id: visitor.customerId,
      account_id: visitor.accountId,
      lead_id: visitor.leadId,
      host_id: hostId,
      host_choice: choice,
      party_size: visitor.partySize,
      note: visitor.note,
      unit_ids: JSON.stringify(visitor.unitIds),
      general: kept ? kept.general : !highIntent,
      open_key: openKeyOf(slot.id, visitor.customerId),
      reschedules: 0,
      live_code: visitor.liveCode,
      created_at: now,
      updated_at: now,
    };
    try {
      await insertRows(tx, 'viewings', [row]);
    } catch (error) {
      if (isDuplicate(error)) throw coded('viewing.already-booked');
      throw error;
    }
    const actor: ViewingActor = { kind: 'customer', id: visitor.customerId };
    await writeViewingEvent(tx, id, now, 'booked', actor, { hostId, startsAt: slot.startsAt, origin: row.origin });
    if (hostId && visitor.leadIsFree) await this.desk.prefer(tx, visitor.leadId, hostId);
    await this.messages.booked(tx, { ...row, host_choice: choice });
    const told = { viewingId: id, projectId: plan.projectId, customerId: visitor.customerId, leadId: visitor.leadId, hostId, at: now };
    await this.events.publish(tx, ViewingBooked, { ...told, startsAt: slot.startsAt }, viewingSubject(id));
    return { id, number: visitor.number, hostId };
  }

  /** Whoever serves the customer, else a fair choice; an event has its own. */
  async host(tx: EntityManager, holder: string, { slot, crew }: Prepared, stickyId: string | null, mayUseKept: boolean): Promise<Reserved> {
    if (!slot.plan.personalHost) return this.hosts.reserveForEvent(tx, slot.id, slot, slot.plan, crew);
    const order = await this.hosts.order(tx, crew, slot, slot.plan, stickyId);
    // Whoever was offered a freed seat was offered a colleague with it.
    const kept = mayUseKept ? 0 : await this.offersOf(tx, slot.id);
    if (order.line.length <= kept) throw coded('viewing.no-host');
    const reserved = await this.hosts.reserve(tx, holder, slot, slot.plan, order);
    if (!reserved.hostId) throw coded('viewing.no-host');
    return reserved;
  }

  /** Whoever has a seat waits for none: their place ends, and a seat that was kept for them is free for them to take. */
  async leaveLine(tx: EntityManager, slotId: string, customerId: string): Promise<void> {
    const key = openKeyOf(slotId, customerId);
    const [seen] = await select(tx, 'SELECT id FROM viewing_waits WHERE open_key = ?', [key]);
    if (!seen) return;
    // Slot before place, as everybody who frees a seat does.
    await this.seats.lock(tx, [slotId]);
    const [place] = await select<{ status: string; general: unknown }>(tx, 'SELECT status, general FROM viewing_waits WHERE open_key = ?', [
      key,
    ]);
    if (!place) return;
    await execute(tx, `UPDATE viewing_waits SET status = 'left', open_key = NULL, updated_at = ? WHERE open_key = ?`, [
      this.clock.now(),
      key,
    ]);
    if (place.status === 'offered') await this.seats.giveBack(tx, slotId, Boolean(place.general));
  }

  private async offersOf(tx: EntityManager, slotId: string): Promise<number> {
    const [row] = await select<{ kept: number | string }>(
      tx,
      `SELECT COUNT(*) AS kept FROM viewing_waits WHERE slot_id = ? AND status = 'offered'`,
      [slotId],
    );
    return Number(row?.kept ?? 0);
  }
}

export const openKeyOf = (slotId: string, customerId: string): string => `${slotId}:${customerId}`;
