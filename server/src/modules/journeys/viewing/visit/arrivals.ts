import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { coded } from '../../../../platform/http/coded-error';
import { ViewingCheckedIn } from '../viewing.events';
import { type ViewingActor, type ViewingRow, viewingSubject, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';
import { arrivalRefusal, ownArrivalRefusal } from './arrival.policy';
import { VisitNotes } from './visit-notes';

export type ArrivedBy = 'staff' | 'pass' | 'site';

/** Somebody stands in the sales office: once, whoever saw them first. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly messages: ViewingMessages,
    private readonly notes: VisitNotes,
  ) {}

  /**
   * Checks in a visit that the caller holds. Whoever was given up as missed is welcome all the same.
   * @throws CodedError `viewing.not-yet`, `viewing.state-conflict`
   */
  async admit(tx: EntityManager, visit: ViewingRow, by: ArrivedBy, actor: ViewingActor): Promise<void> {
    const now = this.clock.now();
    const refusal = by === 'site' ? ownArrivalRefusal(visit, now) : arrivalRefusal(visit, now);
    if (refusal) throw coded(refusal.code, refusal.text);
    const won = await execute(
      tx,
      `UPDATE viewings SET status = 'checked-in', checked_in_at = ?, checked_in_by = ?, updated_at = ?
       WHERE id = ? AND status IN ('booked', 'no-show')`,
      [now, by, now, visit.id],
    );
    if (won === 0) throw coded('viewing.state-conflict');
    await this.messages.forgetReminders(tx, visit.id);
    await this.announce(tx, visit, by, actor);
  }

  /** What follows from being there, for a visit that is written as such. */
  async announce(tx: EntityManager, visit: ViewingRow, by: ArrivedBy, actor: ViewingActor): Promise<void> {
    const now = this.clock.now();
    await writeViewingEvent(tx, visit.id, now, 'checked-in', actor, { by, late: now > visit.starts_at, origin: visit.origin });
    await this.notes.planAfter(tx, visit, now);
    const hostSaw = actor.kind === 'staff' && actor.id === visit.host_id;
    if (!hostSaw) await this.notes.tellHost(tx, visit, '客户已到访', '客户已签到，请到前台迎接', 'now');
    const { id: viewingId, project_id: projectId, customer_id: customerId, lead_id: leadId, host_id: hostId } = visit;
    await this.events.publish(
      tx,
      ViewingCheckedIn,
      { viewingId, projectId, customerId, leadId, hostId, at: now, kind: visit.kind },
      viewingSubject(viewingId),
    );
  }
}
