import { allows, LEAD_TRANSITIONS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { Notifier } from '../../../../platform/notifier/notifier';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { LeadAccepted, LeadReleased } from '../lead.events';
import { OFFER_EXPIRY } from '../lead.jobs';
import { type LeadRow, leadSubject, lockLead, writeEvent } from '../lead.rows';
import { LeadAccess } from '../lead-access';
import { AgentTallies } from '../routing/agent-tallies';
import { LeadRoutingService } from '../routing/lead-routing.service';

/** A colleague who says yes calls at once; the customer is told this much later at most. */
const CALL_SOON_MS = 15 * 60_000;

/** Yes, no, and nothing said in time. */
@Injectable()
export class LeadAcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: LeadAccess,
    private readonly routing: LeadRoutingService,
    private readonly tallies: AgentTallies,
    private readonly jobs: JobQueue,
    private readonly events: DomainEvents,
    private readonly staff: StaffQueries,
    private readonly projects: ProjectQueries,
    private readonly notifier: Notifier,
  ) {}

  /**
   * The chosen colleague's yes, a claim from the pool, or a leader taking over. Exactly one wins: the update names the state it saw.
   * @throws CodedError `lead.taken`, `lead.offer-over`, `lead.not-owner`, `lead.not-found`
   */
  accept(actor: StaffActor, leadId: string): Promise<{ id: string; status: 'accepted'; acceptedAt: string }> {
    return this.database.useCase(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.status === 'accepted' || lead.status === 'closed') {
        throw coded(lead.owner_id === actor.staffId ? 'lead.state-conflict' : 'lead.taken');
      }
      if (!allows(LEAD_TRANSITIONS, lead.status, 'accept')) throw coded('lead.state-conflict');
      if (lead.status !== 'pooled' && lead.owner_id !== actor.staffId && !this.access.leads(actor)) throw coded('lead.not-owner');
      const now = this.clock.now();
      const won = await execute(
        tx,
        `UPDATE leads SET status = 'accepted', owner_id = ?, accepted_at = ?, accept_by = NULL, offer_id = NULL, updated_at = ?
         WHERE id = ? AND status = ? AND COALESCE(offer_id, '') = ?`,
        [actor.staffId, now, now, leadId, lead.status, lead.offer_id ?? ''],
      );
      if (won === 0) throw coded('lead.taken');
      await this.settleOffer(tx, lead, actor.staffId, now);
      await writeEvent(tx, leadId, now, 'accepted', actor.staffId, { from: lead.status });
      await this.jobs.cancel(tx, leadSubject(leadId), OFFER_EXPIRY);
      await this.tellCustomer(tx, lead, actor.staffId, now);
      await this.events.publish(tx, LeadAccepted, { leadId, staffId: actor.staffId, at: now }, leadSubject(leadId));
      return { id: leadId, status: 'accepted' as const, acceptedAt: new Date(now).toISOString() };
    });
  }

  /** The chosen colleague's no, with a reason; the next candidate is asked at once. */
  decline(actor: StaffActor, leadId: string, reason: string): Promise<{ id: string }> {
    return this.database.useCase(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId) throw coded('lead.not-owner');
      if (!allows(LEAD_TRANSITIONS, lead.status, 'reoffer')) throw coded('lead.state-conflict');
      await this.passOn(tx, lead, 'declined', reason);
      return { id: leadId };
    });
  }

  /** The offer's time is over. A lead that moved on is left alone. */
  expire(leadId: string, offerId: string, finish: (tx: EntityManager) => Promise<void>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      await finish(tx);
      const lead = await lockLead(tx, leadId);
      if (lead.status !== 'offered' || lead.offer_id !== offerId) return 'skipped';
      await this.passOn(tx, lead, 'missed', null);
      return 'done';
    });
  }

  /** By hand and with a reason: the new colleague is told and must accept. */
  transfer(
    actor: StaffActor,
    leadId: string,
    toStaffId: string,
    reason: string,
  ): Promise<{ id: string; owner: { id: string; name: string } }> {
    return this.database.useCase(async (tx) => {
      const lead = await this.access.take(tx, actor, leadId);
      if (lead.owner_id !== actor.staffId && !this.access.leads(actor)) throw coded('lead.not-owner');
      if (!allows(LEAD_TRANSITIONS, lead.status, 'transfer')) throw coded('lead.state-conflict');
      const target = (await this.staff.sellingStaff(lead.project_id, tx)).find((c) => c.id === toStaffId);
      if (!target || toStaffId === lead.owner_id) throw coded('lead.transfer-target');
      const now = this.clock.now();
      await this.releaseFrom(tx, lead, now, 'withdrawn');
      const by = (await this.staff.byIds([actor.staffId], tx)).get(actor.staffId)?.name ?? '同事';
      await this.routing.offerTo(tx, lead, toStaffId, by, reason);
      return { id: leadId, owner: { id: target.id, name: target.name } };
    });
  }

  /** Who serves them, when they were told only a time (nobody was at work) or somebody else's name (who let it go). */
  private async tellCustomer(tx: EntityManager, lead: LeadRow, staffId: string, now: number): Promise<void> {
    if (lead.entered_by_id) return;
    const [first] = await select<{ staff_id: string; offered_at: number; clock_starts_at: number }>(
      tx,
      'SELECT staff_id, offered_at, clock_starts_at FROM lead_offers WHERE lead_id = ? AND round = 1',
      [lead.id],
    );
    const announced = first && Number(first.clock_starts_at) <= Number(first.offered_at) ? first.staff_id : null;
    if (announced === staffId) return;
    const [card, project] = await Promise.all([this.staff.card(staffId, tx), this.projects.find(lead.project_id)]);
    await this.notifier.notify(tx, {
      recipient: { customerId: lead.customer_id },
      intent: 'agent-assigned',
      facts: {
        agent: card?.name ?? '置业顾问',
        project: project?.name ?? '',
        contactBy: now + CALL_SOON_MS,
        hint: '请留意来电，感谢您的信任',
      },
      page: 'subpackages/customer/pages/my-leads/index',
      subject: leadSubject(lead.id),
      urgent: true,
    });
  }

  private async passOn(tx: EntityManager, lead: LeadRow, outcome: 'missed' | 'declined', reason: string | null): Promise<void> {
    const now = this.clock.now();
    const from = lead.owner_id;
    await execute(tx, 'UPDATE lead_offers SET outcome = ?, reason = COALESCE(?, reason), answered_at = ? WHERE id = ?', [
      outcome,
      reason,
      now,
      lead.offer_id,
    ]);
    await writeEvent(tx, lead.id, now, outcome, from, reason ? { reason } : null);
    await this.jobs.cancel(tx, leadSubject(lead.id), OFFER_EXPIRY);
    if (from) await this.tallies.shift(tx, from, -1);
    await this.routing.placeAgain(tx, lead);
  }

  /** Ends what the present owner had: the waiting offer, the place in the tally, the tasks. */
  private async releaseFrom(tx: EntityManager, lead: LeadRow, now: number, outcome: 'withdrawn'): Promise<void> {
    if (lead.offer_id) await execute(tx, 'UPDATE lead_offers SET outcome = ?, answered_at = ? WHERE id = ?', [outcome, now, lead.offer_id]);
    await this.jobs.cancel(tx, leadSubject(lead.id), OFFER_EXPIRY);
    if (lead.owner_id && lead.status !== 'escalated') await this.tallies.shift(tx, lead.owner_id, -1);
    if (lead.owner_id && lead.status === 'accepted') {
      await this.events.publish(
        tx,
        LeadReleased,
        { leadId: lead.id, staffId: lead.owner_id, at: now, why: 'transferred' },
        leadSubject(lead.id),
      );
    }
  }

  private async settleOffer(tx: EntityManager, lead: LeadRow, winnerId: string, now: number): Promise<void> {
    const byOwner = lead.owner_id === winnerId;
    if (lead.offer_id) {
      await execute(tx, 'UPDATE lead_offers SET outcome = ?, answered_at = ? WHERE id = ?', [
        byOwner ? 'accepted' : 'withdrawn',
        now,
        lead.offer_id,
      ]);
    }
    if (lead.status === 'offered' && byOwner) return;
    if (lead.status === 'offered' && lead.owner_id) await this.tallies.shift(tx, lead.owner_id, -1);
    await this.tallies.shift(tx, winnerId, 1);
  }
}
