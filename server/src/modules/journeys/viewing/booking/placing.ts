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
import { Line } from '../waits/line';
import { isHighIntent } from './high-intent.policy';
import { type AskedSlot, Seats } from './seats';
import { VisitorLimits } from './visitor-limits';

/** Who comes, for which lead, and what they said. */
export interface Visitor {
  number: string;
  customerId: string;
  /** Null for a guest. */
  leadId: string | null;
  accountId: string;
  partySize: number;
  note: string | null;
  unitIds: string[];
  liveCode: string | null;
  /** Whether nobody has the lead yet: then the host is offered it first. */
  leadIsFree: boolean;
}

/** A seat that is kept for this person already, with the minutes of a colleague. */
export interface KeptSeat {
  waitId: string;
  general: boolean;
}

/** A seat that is theirs now; `waited`: it was kept for them. */
export interface TakenSeat {
  general: boolean;
  waited: boolean;
}

/** What somebody's place in the line gives them when they book themselves: the seat they were offered, or the first word. */
interface OwnPlace {
  kept: KeptSeat | null;
  next: boolean;
}

const NO_PLACE: OwnPlace = { kept: null, next: false };

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
    private readonly line: Line,
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
    const seat = kept ? await this.takeKept(tx, kept) : await this.seat(tx, slot, visitor.customerId, isHighIntent(standing));
    const id = newId();
    const { hostId, choice } = await this.host(tx, id, { project, slot, crew }, standing?.servedBy ?? standing?.askedFor ?? null);
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
      origin: seat.waited ? 'wait' : 'booking',
      customer_id: visitor.customerId,
      account_id: visitor.accountId,
      lead_id: visitor.leadId,
      host_id: hostId,
      host_choice: choice,
      party_size: visitor.partySize,
      note: visitor.note,
      unit_ids: JSON.stringify(visitor.unitIds),
      general: seat.general,
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
    if (hostId && visitor.leadId && visitor.leadIsFree) await this.desk.prefer(tx, visitor.leadId, hostId);
    await this.messages.booked(tx, { ...row, host_choice: choice });
    const told = { viewingId: id, projectId: plan.projectId, customerId: visitor.customerId, leadId: visitor.leadId, hostId, at: now };
    await this.events.publish(tx, ViewingBooked, { ...told, startsAt: slot.startsAt }, viewingSubject(id));
    return { id, number: visitor.number, hostId };
  }

  /**
   * The seat of whoever books or moves here: the one that is kept for them, else a free one for which nobody waits before them.
   * @throws CodedError `viewing.slot-full`
   */
  async seat(tx: EntityManager, slot: AskedSlot, customerId: string, highIntent: boolean): Promise<TakenSeat> {
    const now = this.clock.now();
    const own = await this.leaveLine(tx, slot.id, customerId, now);
    if (own.kept) return this.takeKept(tx, own.kept);
    const seat = { general: !highIntent, waited: false };
    if (await this.seats.take(tx, slot, { highIntent, comes: own.next ? 'next' : 'anew' }, now)) return seat;
    // A kept seat that nobody in line may have.
    const passes = highIntent && (await this.line.leavesKeptSeat(tx, slot, now));
    if (passes && (await this.seats.take(tx, slot, { highIntent, comes: 'next' }, now))) return seat;
    throw coded('viewing.slot-full');
  }

  /** Whoever serves the customer, else a fair choice; an event has its own. */
  async host(tx: EntityManager, holder: string, { slot, crew }: Prepared, stickyId: string | null): Promise<Reserved> {
    if (!slot.plan.personalHost) return this.hosts.reserveForEvent(tx, slot.id, slot, slot.plan, crew);
    const order = await this.hosts.order(tx, crew, slot, slot.plan, stickyId);
    const reserved = await this.hosts.reserve(tx, holder, slot, slot.plan, order);
    if (!reserved.hostId) throw coded('viewing.no-host');
    return reserved;
  }

  /** The minutes that were kept with the seat are free for the choice of a host, which is made anew: somebody may be on leave now. */
  private async takeKept(tx: EntityManager, { waitId, general }: KeptSeat): Promise<TakenSeat> {
    await this.hosts.free(tx, waitId);
    return { general, waited: true };
  }

  /** Whoever has a seat waits for none: their place ends. */
  private async leaveLine(tx: EntityManager, slotId: string, customerId: string, now: number): Promise<OwnPlace> {
    const key = openKeyOf(slotId, customerId);
    const [seen] = await select(tx, 'SELECT id FROM viewing_waits WHERE open_key = ?', [key]);
    if (!seen) return NO_PLACE;
    // Slot before place, as everybody who frees a seat does.
    await this.seats.lock(tx, [slotId]);
    const [place] = await select<OpenPlace>(tx, 'SELECT id, status, general, offer_until FROM viewing_waits WHERE open_key = ?', [key]);
    if (!place) return NO_PLACE;
    await execute(tx, `UPDATE viewing_waits SET status = 'left', open_key = NULL, updated_at = ? WHERE open_key = ?`, [now, key]);
    const kept = { waitId: place.id, general: Boolean(place.general) };
    if (place.status === 'offered' && Number(place.offer_until) > now) return { kept, next: true };
    if (place.status === 'offered') {
      // Their time is over: what was kept is free, and for them only when nobody else waits.
      await this.takeKept(tx, kept);
      await this.seats.giveBack(tx, slotId, kept.general);
      return NO_PLACE;
    }
    await this.seats.countLine(tx, slotId, -1);
    const before = await select(tx, `SELECT id FROM viewing_waits WHERE slot_id = ? AND status = 'waiting' AND id < ? LIMIT 1`, [
      slotId,
      place.id,
    ]);
    return { kept: null, next: before.length === 0 };
  }
}

interface OpenPlace {
  id: string;
  status: string;
  general: unknown;
  offer_until: number | string | null;
}

export const openKeyOf = (slotId: string, customerId: string): string => `${slotId}:${customerId}`;
