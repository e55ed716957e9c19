import type { HouseRescheduling, MovedVisit, ViewingRescheduling } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, isDuplicate } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { InterestDesk } from '../../../registers/customer';
import { Guests } from '../booking/guests';
import { isHighIntent } from '../booking/high-intent.policy';
import { openKeyOf, Placing } from '../booking/placing';
import { Seats } from '../booking/seats';
import { VisitorLimits } from '../booking/visitor-limits';
import { Hosts } from '../hosts/hosts';
import { mayOpen } from '../own-visits';
import { ViewingPlans } from '../plan/viewing-plans';
import { type Prepared, SlotDesk } from '../slots/slot-desk';
import { ViewingEnded } from '../viewing.events';
import { lockViewing, type ViewingActor, type ViewingRow, viewingSubject, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';
import { Line } from '../waits/line';
import { changeableUntil } from './change-limits.policy';

/** What a visitor may still do with a visit: move it or call it off, until a limit. */
@Injectable()
export class ViewingChangeService {
  constructor(
    private readonly database: Database,
    private readonly slots: SlotDesk,
    private readonly plans: ViewingPlans,
    private readonly seats: Seats,
    private readonly hosts: Hosts,
    private readonly placing: Placing,
    private readonly guests: Guests,
    private readonly limits: VisitorLimits,
    private readonly line: Line,
    private readonly desk: InterestDesk,
    private readonly messages: ViewingMessages,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `viewing.not-found`, `viewing.state-conflict`, `viewing.change-over` */
  cancel(actor: Actor, id: string, reason: string): Promise<{ id: string; status: 'cancelled' }> {
    return this.database.useCase(async (tx) => {
      const visit = await this.own(tx, actor, id);
      await this.stillOpen(tx, visit);
      await this.callOff(tx, visit, { kind: 'customer', id: visit.customer_id }, reason);
      return { id, status: 'cancelled' as const };
    });
  }

  /** Ends a booked visit that the caller holds: seat and host are free again, and whoever waits is offered the seat. */
  async callOff(tx: EntityManager, visit: ViewingRow, actor: ViewingActor, reason: string): Promise<void> {
    const now = this.clock.now();
    const won = await execute(
      tx,
      `UPDATE viewings SET status = 'cancelled', open_key = NULL, cancelled_at = ?, cancel_reason = ?, updated_at = ?
       WHERE id = ? AND status = 'booked'`,
      [now, reason || null, now, visit.id],
    );
    if (won === 0) throw coded('viewing.state-conflict');
    await this.release(tx, visit);
    await this.messages.forgetReminders(tx, visit.id);
    await writeViewingEvent(tx, visit.id, now, 'cancelled', actor, { reason });
    await this.messages.cancelled(tx, visit, actor.kind === 'customer' ? { by: 'visitor', reason } : { by: 'house' });
    const { id: viewingId, project_id: projectId, customer_id: customerId, lead_id: leadId, host_id: hostId } = visit;
    const told = { viewingId, projectId, customerId, leadId, hostId, at: now, why: 'cancelled' as const };
    await this.events.publish(tx, ViewingEnded, told, viewingSubject(visit.id));
  }

  /**
   * Moves a visit: the new seat is taken and the old one freed together, and where the new slot is full nothing changes. The host
   * stays when they are free then.
   */
  async reschedule(actor: Actor, id: string, { slotId }: ViewingRescheduling): Promise<MovedVisit> {
    const prepared = await this.slots.prepare(slotId);
    await this.guests.admit(actor, prepared.slot.plan);
    return this.database.useCase(async (tx) => {
      const visit = await this.own(tx, actor, id);
      const plan = await this.stillOpen(tx, visit);
      const { slot } = prepared;
      this.elsewhere(visit, prepared);
      if (visit.reschedules >= (plan?.mostReschedules ?? 0)) throw coded('viewing.limit-reached', '改期次数已用完，如需调整请致电售楼处');
      await this.limits.discreetly(tx, actor, visit.customer_id, async () => {
        await this.limits.check(tx, visit.customer_id, slot, visit.id, this.clock.now());
        await this.move(tx, { ...visit, reschedules: visit.reschedules + 1 }, prepared, { kind: 'customer', id: visit.customer_id });
      });
      return timesOf(id, slot);
    });
  }

  /**
   * Moves a visit for somebody who called. Until it begins, and at no cost to what the visitor may still change: the limit and the
   * count tell them to call.
   * @param take finds the visit for a colleague who may do this, and holds it; whom it is for is held by then
   * @throws CodedError `viewing.not-found`, `viewing.state-conflict`, `viewing.change-over`, `viewing.slot-unknown`, `viewing.slot-full`
   */
  async rescheduleByHouse(
    staffId: string,
    id: string,
    { slotId, reason }: HouseRescheduling,
    take: (tx: EntityManager) => Promise<ViewingRow>,
  ): Promise<MovedVisit> {
    const prepared = await this.slots.prepare(slotId);
    return this.database.useCase(async (tx) => {
      await this.holdCustomer(tx, id);
      const visit = await take(tx);
      if (visit.status !== 'booked') throw coded('viewing.state-conflict');
      if (this.clock.now() >= visit.starts_at) throw coded('viewing.change-over', '预约时间已到，请先签到，或取消后重新预约');
      this.elsewhere(visit, prepared);
      await this.limits.check(tx, visit.customer_id, prepared.slot, visit.id, this.clock.now());
      await this.move(tx, visit, prepared, { kind: 'staff', id: staffId }, reason);
      return timesOf(id, prepared.slot);
    });
  }

  /** @throws CodedError for a slot of another project or kind, and the one that the visit has */
  private elsewhere(visit: ViewingRow, { slot }: Prepared): void {
    if (slot.plan.projectId !== visit.project_id || slot.plan.kind !== visit.kind) throw coded('viewing.slot-unknown');
    if (slot.id === visit.slot_id) throw coded('viewing.already-booked');
  }

  private async move(tx: EntityManager, visit: ViewingRow, prepared: Prepared, actor: ViewingActor, reason?: string): Promise<void> {
    const now = this.clock.now();
    const { slot } = prepared;
    const standing = await this.desk.standing(tx, visit.project_id, visit.customer_id);
    await this.seats.ensure(tx, slot);
    await this.seats.lock(tx, [slot.id, ...(visit.slot_id ? [visit.slot_id] : [])]);
    const seat = await this.placing.seat(tx, slot, visit.customer_id, isHighIntent(standing));
    // One's own time does not stand in one's way.
    await this.hosts.free(tx, visit.id);
    const { hostId, choice } = await this.placing.host(tx, visit.id, prepared, standing?.servedBy ?? visit.host_id);
    const moved = { ...visit, starts_at: slot.startsAt, ends_at: slot.endsAt, slot_id: slot.id, host_id: hostId, host_choice: choice };
    try {
      const won = await execute(
        tx,
        `UPDATE viewings SET slot_id = ?, plan_id = ?, starts_at = ?, ends_at = ?, host_id = ?, host_choice = ?, general = ?, open_key = ?,
           reschedules = ?, updated_at = ? WHERE id = ? AND status = 'booked'`,
        [
          slot.id,
          slot.plan.id,
          slot.startsAt,
          slot.endsAt,
          hostId,
          JSON.stringify(choice),
          seat.general ? 1 : 0,
          openKeyOf(slot.id, visit.customer_id),
          visit.reschedules,
          now,
          visit.id,
        ],
      );
      if (won === 0) throw coded('viewing.state-conflict');
    } catch (error) {
      if (isDuplicate(error)) throw coded('viewing.already-booked');
      throw error;
    }
    await this.freeSeat(tx, visit);
    const told = { from: visit.starts_at, to: slot.startsAt, hostId, ...(reason ? { reason } : {}) };
    await writeViewingEvent(tx, visit.id, now, 'rescheduled', actor, told);
    await this.messages.remindAnew(tx, moved);
    await this.messages.changed(tx, moved, '预约已改期', visit.host_id);
  }

  /** Gives back what a visit holds: its host's time and its seat. */
  private async release(tx: EntityManager, visit: ViewingRow): Promise<void> {
    await this.hosts.free(tx, visit.id);
    await this.freeSeat(tx, visit);
  }

  private async freeSeat(tx: EntityManager, visit: ViewingRow): Promise<void> {
    if (!visit.slot_id) return;
    await this.seats.lock(tx, [visit.slot_id]);
    await this.line.giveBack(tx, visit.slot_id, visit.general);
  }

  /** Takes person and visit. @throws CodedError `viewing.not-found` for somebody else's */
  private async own(tx: EntityManager, actor: Actor, id: string): Promise<ViewingRow> {
    await this.holdCustomer(tx, id);
    const visit = await lockViewing(tx, id);
    if (!mayOpen(actor, visit)) throw coded('viewing.not-found');
    return visit;
  }

  /** The person before the visit, in every use case. @throws CodedError `viewing.not-found` */
  private async holdCustomer(tx: EntityManager, id: string): Promise<void> {
    const [seen] = await tx.query('SELECT customer_id FROM viewings WHERE id = ?', [id]);
    if (!seen) throw coded('viewing.not-found');
    await this.limits.lock(tx, seen.customer_id);
  }

  private async stillOpen(tx: EntityManager, visit: ViewingRow) {
    if (visit.status !== 'booked') throw coded('viewing.state-conflict');
    const plan = visit.plan_id ? ((await this.plans.byIds([visit.plan_id], tx)).get(visit.plan_id) ?? null) : null;
    if (this.clock.now() > changeableUntil(plan, visit.starts_at)) throw coded('viewing.change-over');
    return plan;
  }
}

const timesOf = (id: string, { startsAt, endsAt }: { startsAt: number; endsAt: number }): MovedVisit => ({
  id,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});
