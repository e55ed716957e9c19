import {
  allows,
  type ClosureRequest,
  type FollowUpMethod,
  type FollowUpReceipt,
  type FollowUpRecord,
  LEAD_TRANSITIONS,
  type LeadLevel,
  type PhoneReveal,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { CONTACT_PURPOSE, Consents, CustomerNumbers, CustomerRegister, type VisitMade } from '../../../registers/customer';
import { LeadFollowedUp, LeadReleased, LeadWon } from '../lead.events';
import { OFFER_EXPIRY } from '../lead.jobs';
import { type LeadRow, leadSubject, lockLead, writeEvent } from '../lead.rows';
import { LeadAccess } from '../lead-access';
import { AgentTallies } from '../routing/agent-tallies';

/** A phone's clock may run a little ahead of ours. */
const CLOCK_SKEW_MS = 2 * 60_000;
/** Calendars are known no further, and a contact promised later than this is a slip of the finger. */
const FURTHEST_MS = 2 * 366 * 24 * 3_600_000;

const NEXT_DAY_MS = 24 * 3_600_000;

interface Contact {
  /** Epoch ms, as `nextAt`. */
  occurredAt: number;
  method: FollowUpMethod;
  content: string;
  feedback: string;
  nextPlan: string;
  nextAt: number;
  connected: boolean;
  level: LeadLevel | null;
  /** Whether the colleague named the next contact; else the plans do. */
  promised: boolean;
}

/** What the responsible colleague does with a lead once it is theirs. */
@Injectable()
export class LeadFollowUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: LeadAccess,
    private readonly customers: CustomerRegister,
    private readonly numbers: CustomerNumbers,
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
      const { method, content, feedback, nextPlan, level } = record;
      const contact = { occurredAt, method, content, feedback, nextPlan, nextAt, connected, level: level ?? null, promised: true };
      const id = await this.keep(tx, lead, actor.staffId, contact);
      return { id, nextAt: new Date(nextAt).toISOString() };
    });
  }

  /** The customer was here: a contact like any other, whoever received them. A lead that is over keeps its record as it is. */
  async recordVisit(tx: EntityManager, { leadId, staffId, ...visit }: VisitMade): Promise<void> {
    const lead = await lockLead(tx, leadId);
    if (lead.status === 'closed') return;
    const nextAt = visit.nextAt ?? this.clock.now() + NEXT_DAY_MS;
    const contact = { ...visit, nextAt, method: 'visit' as const, connected: true, promised: visit.nextAt !== null };
    await this.keep(tx, lead, staffId, contact);
  }

  private async keep(tx: EntityManager, lead: LeadRow, staffId: string, contact: Contact): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    const { occurredAt, method, connected, nextAt, nextPlan, level } = contact;
    const row = {
      id,
      lead_id: lead.id,
      staff_id: staffId,
      occurred_at: occurredAt,
      method,
      content: contact.content,
      feedback: contact.feedback,
      next_plan: nextPlan,
      next_at: nextAt,
      connected,
      level,
      created_at: now,
    };
    await insertRows(tx, 'follow_ups', [row]);
    await execute(
      tx,
      `UPDATE leads SET last_contact_at = CASE WHEN ? = 1 AND COALESCE(last_contact_at, 0) < ? THEN ? ELSE last_contact_at END, next_follow_up_at = ?, level = COALESCE(?, level), updated_at = ? WHERE id = ?`,
      [connected ? 1 : 0, occurredAt, occurredAt, nextAt, level, now, lead.id],
    );
    const levelChanged = level && level !== lead.level ? { levelFrom: lead.level, levelTo: level } : {};
    await writeEvent(tx, lead.id, now, 'followed-up', staffId, { method, connected, ...levelChanged });
    const told = {
      leadId: lead.id,
      staffId,
      followUpId: id,
      occurredAt,
      method,
      connected,
      nextAt: contact.promised ? nextAt : null,
      nextPlan,
    };
    await this.events.publish(tx, LeadFollowedUp, told, leadSubject(lead.id));
    return id;
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
      if (closure.outcome === 'won') {
        const { customer_id: customerId, project_id: projectId } = lead;
        await this.events.publish(tx, LeadWon, { leadId, customerId, projectId, at: now }, leadSubject(leadId));
      }
      return { id: leadId, status: 'closed' as const };
    });
  }

  /** The full number, or another one of the same person, for the call; whoever asks is on record before it is told (M1). */
  reveal(actor: StaffActor, leadId: string, numberId?: string): Promise<PhoneReveal> {
    return this.database.transaction(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId && !this.access.leads(actor)) throw coded('lead.not-owner');
      if (await this.consents.withdrawn(lead.customer_id, CONTACT_PURPOSE, tx)) throw coded('policy.consent-withdrawn');
      const at = await this.audit.record(
        tx,
        actor.staffId,
        'lead.phone-revealed',
        leadSubject(leadId),
        numberId ? { numberId } : undefined,
      );
      await writeEvent(tx, leadId, at, 'phone-revealed', actor.staffId);
      const phone = await (numberId ? this.numbers.phoneOf(tx, lead.customer_id, numberId) : this.customers.phoneOf(tx, lead.customer_id));
      return { phone, recordedAt: new Date(at).toISOString() };
    });
  }
}
