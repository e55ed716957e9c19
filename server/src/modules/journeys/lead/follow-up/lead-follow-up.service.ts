import { allows, type ClosureRequest, type FollowUpReceipt, type FollowUpRecord, LEAD_TRANSITIONS, type PhoneReveal } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { CONTACT_PURPOSE, Consents, CustomerRegister } from '../../../registers/customer';
import { LeadFollowedUp, LeadReleased } from '../lead.events';
import { OFFER_EXPIRY } from '../lead.jobs';
import { leadSubject, writeEvent } from '../lead.rows';
import { LeadAccess } from '../lead-access';
import { AgentTallies } from '../routing/agent-tallies';

/** A phone's clock may run a little ahead of ours. */
const CLOCK_SKEW_MS = 2 * 60_000;
/** Calendars are known no further, and a contact promised later than this is a slip of the finger. */
const FURTHEST_MS = 2 * 366 * 24 * 3_600_000;

/** What the responsible colleague does with a lead once it is theirs. */
@Injectable()
export class LeadFollowUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: LeadAccess,
    private readonly customers: CustomerRegister,
    private readonly consents: Consents,
    private readonly tallies: AgentTallies,
    private readonly jobs: JobQueue,
    private readonly events: DomainEvents,
    private readonly audit: Audit,
  ) {}

  /**
   * Records one contact with its five mandatory fields (D8) and the next date (D2).
   * @throws CodedError `follow-up.in-future`, `follow-up.next-in-past`, `lead.not-owner`, `lead.state-conflict`
   */
  record(actor: StaffActor, leadId: string, record: FollowUpRecord): Promise<FollowUpReceipt> {
    const now = this.clock.now();
    const [occurredAt, nextAt] = [Date.parse(record.occurredAt), Date.parse(record.nextAt)];
    if (occurredAt > now + CLOCK_SKEW_MS) throw refusedField('follow-up.in-future', 'occurredAt', 'future', '跟进时间不能晚于现在');
    if (nextAt <= now) throw refusedField('follow-up.next-in-past', 'nextAt', 'past', '下次跟进时间需要晚于现在');
    if (nextAt > now + FURTHEST_MS) throw refusedField('request.invalid', 'nextAt', 'far', '下次跟进时间太远，请检查日期');
    const connected = record.connected ?? true;
    return this.database.useCase(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId) throw coded('lead.not-owner');
      if (!allows(LEAD_TRANSITIONS, lead.status, 'followUp')) throw coded('lead.state-conflict');
      const id = newId();
      await insertRows(tx, 'follow_ups', [
        {
          id,
          lead_id: leadId,
          staff_id: actor.staffId,
          occurred_at: occurredAt,
          method: record.method,
          content: record.content,
          feedback: record.feedback,
          next_plan: record.nextPlan,
          next_at: nextAt,
          connected,
          level: record.level ?? null,
          created_at: now,
        },
      ]);
      await execute(
        tx,
        `UPDATE leads SET last_contact_at = CASE WHEN ? = 1 AND COALESCE(last_contact_at, 0) < ? THEN ? ELSE last_contact_at END, next_follow_up_at = ?, level = COALESCE(?, level), updated_at = ? WHERE id = ?`,
        [connected ? 1 : 0, occurredAt, occurredAt, nextAt, record.level ?? null, now, leadId],
      );
      const levelChanged = record.level && record.level !== lead.level ? { levelFrom: lead.level, levelTo: record.level } : {};
      await writeEvent(tx, leadId, now, 'followed-up', actor.staffId, { method: record.method, connected, ...levelChanged });
      await this.events.publish(
        tx,
        LeadFollowedUp,
        {
          leadId,
          staffId: actor.staffId,
          followUpId: id,
          occurredAt,
          method: record.method,
          connected,
          nextAt,
          nextPlan: record.nextPlan,
        },
        leadSubject(leadId),
      );
      return { id, nextAt: new Date(nextAt).toISOString() };
    });
  }

  close(actor: StaffActor, leadId: string, closure: ClosureRequest): Promise<{ id: string; status: 'closed' }> {
    return this.database.useCase(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId && !this.access.leads(actor)) throw coded('lead.not-owner');
      if (!allows(LEAD_TRANSITIONS, lead.status, 'close')) throw coded('lead.state-conflict');
      const now = this.clock.now();
      await execute(
        tx,
        `UPDATE leads SET status = 'closed', open_key = NULL, outcome = ?, closure_reason = ?, closed_at = ?, updated_at = ?,
           offer_id = NULL, accept_by = NULL, next_follow_up_at = NULL WHERE id = ?`,
        [closure.outcome, closure.reason, now, now, leadId],
      );
      await writeEvent(tx, leadId, now, 'closed', actor.staffId, { outcome: closure.outcome, reason: closure.reason });
      await this.jobs.cancel(tx, leadSubject(leadId), OFFER_EXPIRY);
      if (lead.owner_id && lead.status === 'accepted') await this.tallies.shift(tx, lead.owner_id, -1);
      if (lead.owner_id)
        await this.events.publish(tx, LeadReleased, { leadId, staffId: lead.owner_id, at: now, why: 'closed' }, leadSubject(leadId));
      return { id: leadId, status: 'closed' as const };
    });
  }

  /** The full number, for the call; whoever asks is on record before it is told (M1). */
  reveal(actor: StaffActor, leadId: string): Promise<PhoneReveal> {
    return this.database.transaction(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId && !this.access.leads(actor)) throw coded('lead.not-owner');
      if (await this.consents.withdrawn(lead.customer_id, CONTACT_PURPOSE, tx)) throw coded('policy.consent-withdrawn');
      const at = await this.audit.record(tx, actor.staffId, 'lead.phone-revealed', leadSubject(leadId));
      await writeEvent(tx, leadId, at, 'phone-revealed', actor.staffId);
      return { phone: await this.customers.phoneOf(tx, lead.customer_id), recordedAt: new Date(at).toISOString() };
    });
  }
}
