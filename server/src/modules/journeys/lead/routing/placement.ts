import { type RoutingRuleSet, sayTime } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../../config/config';
import { CONFIG } from '../../../../config/config.module';
import { newId } from '../../../../platform/database/columns';
import { execute, insertRows } from '../../../../platform/database/database';
import { JobQueue, type JobRequest } from '../../../../platform/jobs/job-queue';
import { Notifier, type NotifyRequest } from '../../../../platform/notifier/notifier';
import { addWorking, nextWorkingInstant, outsideQuiet, type Schedule } from '../../../../platform/working-time';
import { CustomerRegister } from '../../../registers/customer';
import { ChannelDirectory, ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { OFFER_EXPIRY } from '../lead.jobs';
import { eventRow, type LeadRow, leadPage, leadSubject } from '../lead.rows';
import { AgentTallies } from './agent-tallies';
import type { RoutingDecision } from './routing.policy';

const MINUTE = 60_000;
/** More offers than this to one colleague in one go travel as one message. */
const MESSAGES_BEFORE_BUNDLING = 3;

interface OfferMessage {
  lead: LeadRow;
  staffId: string;
  dueAt: number;
  hint: string;
}

@Injectable()
export class Placements {
  constructor(
    readonly jobs: JobQueue,
    readonly notifier: Notifier,
    readonly tallies: AgentTallies,
    readonly staff: StaffQueries,
    readonly projects: ProjectQueries,
    readonly channels: ChannelDirectory,
    readonly customers: CustomerRegister,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  begin(projectId: string, rules: RoutingRuleSet, now: number): Placement {
    return new Placement(this, projectId, rules, now);
  }
}

/** What one batch of decisions changes: gathered lead by lead, written in a few statements. */
export class Placement {
  private readonly decisions: Record<string, unknown>[] = [];
  private readonly offers: Record<string, unknown>[] = [];
  private readonly events: Record<string, unknown>[] = [];
  private readonly leadUpdates: { sql: string; values: unknown[] }[] = [];
  private readonly expiries: JobRequest[] = [];
  private readonly offerMessages: OfferMessage[] = [];
  private readonly messages: NotifyRequest[] = [];
  private readonly held = new Map<string, number>();
  private readonly choices = new Map<string, { ruleId: string; staffId: string; times: number }>();

  constructor(
    private readonly parts: Placements,
    private readonly projectId: string,
    private readonly rules: RoutingRuleSet,
    private readonly now: number,
  ) {}

  /** Keeps the decision with its reasons. */
  explain(lead: LeadRow, decision: RoutingDecision): void {
    const { chosen, rule, ...rest } = decision;
    this.decisions.push({
      id: newId(),
      lead_id: lead.id,
      decided_at: this.now,
      decision: {
        ...rest,
        round: lead.offer_round + 1,
        ruleSetVersion: this.rules.version,
        chosen: chosen ? { id: chosen.staffId, name: chosen.name } : null,
        rule: rule ?? null,
      },
    });
  }

  choose(decision: Extract<RoutingDecision, { outcome: 'offered' }>): void {
    const key = `${decision.rule.id} ${decision.chosen.staffId}`;
    const known = this.choices.get(key);
    if (known) known.times += 1;
    else this.choices.set(key, { ruleId: decision.rule.id, staffId: decision.chosen.staffId, times: 1 });
  }

  /** Puts the lead before one colleague and starts the clock: now in shift, else with the next one. */
  async offer(
    lead: LeadRow,
    staffId: string,
    schedule: Schedule | undefined,
    byHand: { byName: string; reason: string } | null,
  ): Promise<void> {
    const { acceptMinutes, callMinutes } = this.rules.settings;
    const clockStartsAt = (schedule && nextWorkingInstant(schedule, this.now)) ?? this.now;
    const due = schedule && addWorking(schedule, this.now, acceptMinutes * MINUTE);
    const dueAt = due?.at ?? this.now + acceptMinutes * MINUTE;
    const contactBy =
      (schedule && addWorking(schedule, this.now, (acceptMinutes + callMinutes) * MINUTE)?.at) ?? dueAt + callMinutes * MINUTE;
    const offerId = newId();
    const round = lead.offer_round + 1;
    this.offers.push({
      id: offerId,
      lead_id: lead.id,
      staff_id: staffId,
      round,
      offered_at: this.now,
      clock_starts_at: clockStartsAt,
      due_at: dueAt,
      contact_by: contactBy,
      due_why: due?.explanation ?? null,
      outcome: 'waiting',
      reason: byHand?.reason ?? null,
    });
    this.leadUpdates.push({
      sql: `UPDATE leads SET status = 'offered', owner_id = ?, offer_id = ?, offer_round = ?, accept_by = ?, updated_at = ? WHERE id = ?`,
      values: [staffId, offerId, round, dueAt, this.now, lead.id],
    });
    this.events.push(eventRow(lead.id, this.now, byHand ? 'transferred' : 'offered', null, { staffId, round, dueAt, ...byHand }));
    this.expiries.push({ kind: OFFER_EXPIRY, payload: { leadId: lead.id, offerId }, runAt: dueAt, subject: leadSubject(lead.id) });
    this.held.set(staffId, (this.held.get(staffId) ?? 0) + 1);
    if (byHand) await this.tellTransfer(lead, staffId, byHand);
    else
      this.offerMessages.push({
        lead,
        staffId,
        dueAt,
        hint: clockStartsAt > this.now ? '已为你留到上班后，届时请先接单' : '请在截止前接单并联系客户',
      });
    if (lead.offer_round === 0) await this.tellCustomer(lead, clockStartsAt > this.now ? null : staffId, contactBy);
  }

  /** Nobody took it, or nobody may: the manager decides, and is told why. */
  async escalate(lead: LeadRow, decision: RoutingDecision): Promise<void> {
    const [managerId] = await this.parts.staff.managersOf(this.projectId);
    if (!managerId) return this.pool(lead, decision);
    const reason = decision.sentences.at(-1) ?? '没有可以接单的同事';
    this.leadUpdates.push({
      sql: `UPDATE leads SET status = 'escalated', owner_id = ?, offer_id = NULL, accept_by = NULL, updated_at = ? WHERE id = ?`,
      values: [managerId, this.now, lead.id],
    });
    this.events.push(eventRow(lead.id, this.now, 'escalated', null, { staffId: managerId, reason }));
    if (lead.offer_round === 0) await this.tellCustomer(lead, null, null);
    await this.tellManager(lead, managerId, reason);
  }

  /** Held by nobody, open to every colleague of the project. */
  async pool(lead: LeadRow, decision: RoutingDecision): Promise<void> {
    const reason = decision.sentences.at(-1) ?? '暂时没有可以接单的同事';
    this.leadUpdates.push({
      sql: `UPDATE leads SET status = 'pooled', owner_id = NULL, offer_id = NULL, accept_by = NULL, updated_at = ? WHERE id = ?`,
      values: [this.now, lead.id],
    });
    this.events.push(eventRow(lead.id, this.now, 'pooled', null, { reason }));
    if (lead.offer_round === 0) await this.tellCustomer(lead, null, null);
  }

  async write(tx: EntityManager): Promise<void> {
    await insertRows(tx, 'lead_offers', this.offers);
    for (const { sql, values } of this.leadUpdates) await execute(tx, sql, values);
    await insertRows(tx, 'routing_decisions', this.decisions);
    await insertRows(tx, 'lead_events', this.events);
    for (const [staffId, count] of this.held) await this.parts.tallies.shift(tx, staffId, count, count);
    for (const { ruleId, staffId, times } of this.choices.values()) {
      await this.parts.tallies.countChoice(tx, this.projectId, ruleId, staffId, times, this.now);
    }
    await this.tellColleagues();
    await this.parts.jobs.add(tx, ...this.expiries);
    await this.parts.notifier.notify(tx, ...this.messages);
  }

  private async tellColleagues(): Promise<void> {
    const byStaff = new Map<string, OfferMessage[]>();
    for (const message of this.offerMessages) byStaff.set(message.staffId, [...(byStaff.get(message.staffId) ?? []), message]);
    for (const [staffId, own] of byStaff) {
      if (own.length > MESSAGES_BEFORE_BUNDLING) this.messages.push(this.bundle(staffId, own));
      else for (const message of own) this.messages.push(await this.offerMessage(message));
    }
  }

  private async offerMessage({ lead, staffId, dueAt, hint }: OfferMessage): Promise<NotifyRequest> {
    return {
      recipient: { staffId },
      intent: 'lead-offered',
      facts: { ...(await this.factsOf(lead)), source: await this.sourceOf(lead), acceptBy: dueAt, hint },
      page: leadPage(lead.id),
      subject: leadSubject(lead.id),
      notBefore: this.afterQuiet(),
    };
  }

  private bundle(staffId: string, own: readonly OfferMessage[]): NotifyRequest {
    return {
      recipient: { staffId },
      intent: 'leads-offered',
      facts: {
        summary: `你有 ${own.length} 条新线索待接单`,
        count: own.length,
        acceptBy: Math.min(...own.map((m) => m.dueAt)),
        hint: '请在截止前逐条接单',
      },
      page: 'subpackages/sales/pages/leads/index',
      subject: `staff:${staffId}`,
      notBefore: this.afterQuiet(),
    };
  }

  private async tellTransfer(lead: LeadRow, staffId: string, byHand: { byName: string; reason: string }): Promise<void> {
    this.messages.push({
      recipient: { staffId },
      intent: 'lead-transferred',
      facts: { ...(await this.factsOf(lead)), from: byHand.byName, reason: byHand.reason, transferredAt: this.now },
      page: leadPage(lead.id),
      subject: leadSubject(lead.id),
      notBefore: this.afterQuiet(),
    });
  }

  /**
   * An answer to the person's own tap, so it may leave at any hour: who serves them when somebody is at work, else when to expect
   * the call. Imported people and walk-ins gave no tap and are not written to.
   */
  private async tellCustomer(lead: LeadRow, staffId: string | null, contactBy: number | null): Promise<void> {
    if (lead.entered_by_id) return;
    const project = (await this.parts.projects.find(lead.project_id))?.name ?? '';
    const next = contactBy === null ? '正在为您安排置业顾问' : `${sayTime(contactBy, this.now)} 前与您联系`;
    const card = staffId ? await this.parts.staff.card(staffId) : null;
    const message: Pick<NotifyRequest, 'intent' | 'facts'> = card
      ? {
          intent: 'agent-assigned',
          facts: { agent: card.name, project, contactBy: contactBy ?? this.now, hint: '请留意来电，感谢您的信任' },
        }
      : { intent: 'lead-received', facts: { receiptNo: lead.receipt_no, project, receivedAt: Number(lead.created_at), next } };
    this.messages.push({
      recipient: { customerId: lead.customer_id },
      ...message,
      page: 'subpackages/customer/pages/my-leads/index',
      subject: leadSubject(lead.id),
      urgent: true,
    });
  }

  private async tellManager(lead: LeadRow, managerId: string, reason: string): Promise<void> {
    this.messages.push({
      recipient: { staffId: managerId },
      intent: 'lead-escalated',
      facts: { ...(await this.factsOf(lead)), reason, receivedAt: Number(lead.created_at), hint: '请尽快指定同事接待' },
      page: leadPage(lead.id),
      subject: leadSubject(lead.id),
      notBefore: this.afterQuiet(),
    });
  }

  private async factsOf(lead: LeadRow): Promise<{ customer: string; project: string }> {
    const [briefs, project] = await Promise.all([
      this.parts.customers.briefs([lead.customer_id]),
      this.parts.projects.find(lead.project_id),
    ]);
    return { customer: briefs.get(lead.customer_id)?.name ?? '客户', project: project?.name ?? '' };
  }

  private async sourceOf(lead: LeadRow): Promise<string> {
    return (await this.parts.channels.find(lead.channel_code))?.name ?? lead.channel_code;
  }

  private afterQuiet(): number {
    return outsideQuiet(this.parts.config.quietHours, this.now);
  }
}
