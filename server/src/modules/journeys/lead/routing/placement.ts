import type { RoutingRuleSet } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../../config/config';
import { CONFIG } from '../../../../config/config.module';
import { newId } from '../../../../platform/database/columns';
import { execute, insertRows, marks } from '../../../../platform/database/database';
import { JobQueue, type JobRequest } from '../../../../platform/jobs/job-queue';
import { Notifier } from '../../../../platform/notifier/notifier';
import { addWorking, nextWorkingInstant, type Schedule } from '../../../../platform/working-time';
import { CustomerRegister } from '../../../registers/customer';
import { ChannelDirectory, ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { OFFER_EXPIRY } from '../lead.jobs';
import { eventRow, type LeadRow, leadSubject } from '../lead.rows';
import { AgentTallies } from './agent-tallies';
import { type ByHand, type Names, PlacementMessages } from './placement-messages';
import type { RoutingDecision } from './routing.policy';

const MINUTE = 60_000;
@Injectable()
export class Placements {
  constructor(
    readonly jobs: JobQueue,
    readonly notifier: Notifier,
    readonly tallies: AgentTallies,
    readonly staff: StaffQueries,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly customers: CustomerRegister,
    @Inject(CONFIG) readonly config: Config,
  ) {}

  /** The caller holds the locks of routing: whatever is read here is read on the same connection. */
  async begin(tx: EntityManager, projectId: string, rules: RoutingRuleSet, leads: readonly LeadRow[], now: number): Promise<Placement> {
    const codes = [...new Set(leads.map((lead) => lead.channel_code))];
    const [project, customers, channels] = await Promise.all([
      this.projects.find(projectId),
      this.customers.briefs(
        leads.map((lead) => lead.customer_id),
        tx,
      ),
      Promise.all(codes.map(async (code) => [code, (await this.channels.find(code))?.name ?? code] as const)),
    ]);
    const names = { project: project?.name ?? '', customers, channels: new Map(channels) };
    return new Placement(this, projectId, rules, names, now);
  }
}

/** What one batch of decisions changes: gathered lead by lead, written in a few statements. */
export class Placement {
  private readonly decisions: Record<string, unknown>[] = [];
  private readonly offers: Record<string, unknown>[] = [];
  private readonly events: Record<string, unknown>[] = [];
  private readonly offered: { leadId: string; staffId: string; offerId: string; round: number; dueAt: number }[] = [];
  private readonly unplaced: { leadId: string; status: 'escalated' | 'pooled'; ownerId: string | null }[] = [];
  private readonly escalations: { lead: LeadRow; decision: RoutingDecision }[] = [];
  private readonly expiries: JobRequest[] = [];
  private readonly held = new Map<string, number>();
  private readonly choices = new Map<string, { ruleId: string; staffId: string; times: number }>();
  private readonly messages: PlacementMessages;

  constructor(
    private readonly parts: Placements,
    private readonly projectId: string,
    private readonly rules: RoutingRuleSet,
    names: Names,
    private readonly now: number,
  ) {
    this.messages = new PlacementMessages(names, parts.config.quietHours, now);
  }

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
  offer(lead: LeadRow, colleague: { id: string; name: string }, schedule: Schedule | undefined, byHand: ByHand | null): void {
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
      staff_id: colleague.id,
      round,
      offered_at: this.now,
      clock_starts_at: clockStartsAt,
      due_at: dueAt,
      contact_by: contactBy,
      due_why: due?.explanation ?? null,
      outcome: 'waiting',
      reason: byHand?.reason ?? null,
    });
    this.offered.push({ leadId: lead.id, staffId: colleague.id, offerId, round, dueAt });
    this.events.push(
      eventRow(lead.id, this.now, byHand ? 'transferred' : 'offered', null, { staffId: colleague.id, round, dueAt, ...byHand }),
    );
    this.expiries.push({ kind: OFFER_EXPIRY, payload: { leadId: lead.id, offerId }, runAt: dueAt, subject: leadSubject(lead.id) });
    this.held.set(colleague.id, (this.held.get(colleague.id) ?? 0) + 1);
    const waits = clockStartsAt > this.now;
    if (byHand) this.messages.transferred(lead, colleague.id, byHand);
    else
      this.messages.offered({
        lead,
        staffId: colleague.id,
        dueAt,
        hint: waits ? '已为你留到上班后，届时请先接单' : '请在截止前接单并联系客户',
      });
    if (lead.offer_round === 0) this.messages.toCustomer(lead, waits ? null : colleague.name, contactBy);
  }

  /** Nobody took it, or nobody may: the manager decides, and is told why. */
  escalate(lead: LeadRow, decision: RoutingDecision): void {
    this.escalations.push({ lead, decision });
  }

  private async placeEscalations(tx: EntityManager): Promise<void> {
    if (this.escalations.length === 0) return;
    const [managerId] = await this.parts.staff.managersOf(this.projectId, tx);
    for (const { lead, decision } of this.escalations) {
      if (!managerId) {
        this.pool(lead, decision);
        continue;
      }
      const reason = decision.sentences.at(-1) ?? '没有可以接单的同事';
      this.unplaced.push({ leadId: lead.id, status: 'escalated', ownerId: managerId });
      this.events.push(eventRow(lead.id, this.now, 'escalated', null, { staffId: managerId, reason }));
      if (lead.offer_round === 0) this.messages.toCustomer(lead, null, null);
      this.messages.escalated(lead, managerId);
    }
  }

  /** Held by nobody, open to every colleague of the project. */
  pool(lead: LeadRow, decision: RoutingDecision): void {
    const reason = decision.sentences.at(-1) ?? '暂时没有可以接单的同事';
    this.unplaced.push({ leadId: lead.id, status: 'pooled', ownerId: null });
    this.events.push(eventRow(lead.id, this.now, 'pooled', null, { reason }));
    if (lead.offer_round === 0) this.messages.toCustomer(lead, null, null);
  }

  async write(tx: EntityManager): Promise<void> {
    await this.placeEscalations(tx);
    await insertRows(tx, 'lead_offers', this.offers);
    await this.updateOffered(tx);
    for (const { leadId, status, ownerId } of this.unplaced) {
      await execute(tx, 'UPDATE leads SET status = ?, owner_id = ?, offer_id = NULL, accept_by = NULL, updated_at = ? WHERE id = ?', [
        status,
        ownerId,
        this.now,
        leadId,
      ]);
    }
    await insertRows(tx, 'routing_decisions', this.decisions);
    await insertRows(tx, 'lead_events', this.events);
    for (const [staffId, count] of this.held) await this.parts.tallies.shift(tx, staffId, count, count);
    for (const { ruleId, staffId, times } of this.choices.values()) {
      await this.parts.tallies.countChoice(tx, this.projectId, ruleId, staffId, times, this.now);
    }
    await this.parts.jobs.add(tx, ...this.expiries, ...this.parts.notifier.jobsFor(...this.messages.all()));
  }

  /** One statement, however many leads: each takes its own colleague, offer and time. */
  private async updateOffered(tx: EntityManager): Promise<void> {
    if (this.offered.length === 0) return;
    const each = (column: string) => `${column} = CASE id ${this.offered.map(() => 'WHEN ? THEN ?').join(' ')} END`;
    const pairs = (value: (o: (typeof this.offered)[number]) => unknown) => this.offered.flatMap((o) => [o.leadId, value(o)]);
    await execute(
      tx,
      `UPDATE leads SET status = 'offered', accepted_at = NULL, ${each('owner_id')}, ${each('offer_id')}, ${each('offer_round')}, ${each('accept_by')},
         updated_at = ? WHERE id IN ${marks(this.offered.length)}`,
      [
        ...pairs((o) => o.staffId),
        ...pairs((o) => o.offerId),
        ...pairs((o) => o.round),
        ...pairs((o) => o.dueAt),
        this.now,
        ...this.offered.map((o) => o.leadId),
      ],
    );
  }
}
