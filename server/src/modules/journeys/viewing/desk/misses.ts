import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { ViewingEnded } from '../viewing.events';
import { type ViewingActor, type ViewingRow, viewingSubject, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';

/** Nobody came. The seat stays counted and the door stays open: whoever comes later that day is checked in all the same. */
@Injectable()
export class Misses {
  constructor(
    private readonly clock: Clock,
    private readonly events: DomainEvents,
    private readonly messages: ViewingMessages,
  ) {}

  /** @returns false when the visit is not booked any more. The caller holds it. */
  async record(tx: EntityManager, visit: ViewingRow, actor: ViewingActor): Promise<boolean> {
    const now = this.clock.now();
    const won = await execute(tx, `UPDATE viewings SET status = 'no-show', updated_at = ? WHERE id = ? AND status = 'booked'`, [
      now,
      visit.id,
    ]);
    if (won === 0) return false;
    await this.messages.forgetReminders(tx, visit.id);
    await writeViewingEvent(tx, visit.id, now, 'missed', actor);
    const { id: viewingId, project_id: projectId, customer_id: customerId, lead_id: leadId, host_id: hostId } = visit;
    const told = { viewingId, projectId, customerId, leadId, hostId, at: now, why: 'no-show' as const };
    await this.events.publish(tx, ViewingEnded, told, viewingSubject(viewingId));
    return true;
  }
}
