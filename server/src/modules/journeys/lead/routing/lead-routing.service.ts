import { contains, type RoutingRuleSet } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks, select } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import type { ClaimedJob, FinishAll } from '../../../../platform/jobs/job-registry';
import { nextWorkingInstant, type Schedule } from '../../../../platform/working-time';
import type { CandidateFacts } from '../../../registers/choice';
import { ChannelDirectory } from '../../../registers/project';
import { type SellingColleague, StaffQueries, WorkSchedules } from '../../../registers/staff';
import { intentOf, type LeadRow, lockLeads } from '../lead.rows';
import { AgentTallies, type RuleCounts, type Tally } from './agent-tallies';
import { Placements } from './placement';
import { decideRouting, type RoutingDecision } from './routing.policy';
import { RuleSets } from './rule-sets';

/** What is known of a project's colleagues while one batch is placed; counted on in memory from lead to lead. */
interface ProjectFacts {
  rules: RoutingRuleSet;
  colleagues: SellingColleague[];
  schedules: Map<string, Schedule>;
  tallies: Map<string, Tally>;
  counts: RuleCounts;
}

/**
 * Puts leads before colleagues. The decision itself is a pure function (`routing.policy.ts`); this gathers its facts under
 * the project's lock, stores the explained decision, starts the acceptance clock and owes the messages, all in one transaction.
 */
@Injectable()
export class LeadRoutingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ruleSets: RuleSets,
    private readonly tallies: AgentTallies,
    private readonly staff: StaffQueries,
    private readonly schedules: WorkSchedules,
    private readonly channels: ChannelDirectory,
    private readonly placements: Placements,
  ) {}

  /** Routes received leads, several in one transaction; marks the jobs that asked for it as finished in the same one. */
  async routeReceived(jobs: readonly ClaimedJob<{ leadId: string }>[], finishAll: FinishAll): Promise<void> {
    const leadIds = jobs.map((job) => job.payload.leadId);
    const projectIds = await this.projectsOf(leadIds);
    const gathered = await this.gather(projectIds);
    await this.database.transaction(async (tx) => {
      for (const projectId of projectIds) await this.tallies.lockProject(tx, projectId);
      const leads = (await lockLeads(tx, leadIds)).filter((lead) => lead.status === 'received');
      await this.place(tx, leads, gathered);
      await finishAll(tx, jobs);
    });
  }

  /** Offers one lead again, past everybody who had it: after a miss, a decline, or from the pool. The caller holds the lead. */
  async placeAgain(tx: EntityManager, lead: LeadRow): Promise<void> {
    await this.tallies.lockProject(tx, lead.project_id);
    await this.place(tx, [lead], await this.gather([lead.project_id], tx));
  }

  /**
   * Puts a lead before one named colleague, by hand. The caller holds the lead.
   * @throws CodedError `lead.transfer-target` for a colleague on leave: the lead would wait until they are back.
   */
  async offerTo(tx: EntityManager, lead: LeadRow, staffId: string, byName: string, reason: string): Promise<void> {
    await this.tallies.lockProject(tx, lead.project_id);
    const now = this.clock.now();
    const [rules, schedules] = await Promise.all([this.ruleSets.current(lead.project_id, tx), this.schedules.of([staffId], now, tx)]);
    const placement = await this.placements.begin(tx, lead.project_id, rules, [lead], now);
    const name = (await this.staff.byIds([staffId], tx)).get(staffId)?.name ?? '同事';
    const schedule = schedules.get(staffId);
    if (schedule && delayedByLeave(schedule, now)) throw coded('lead.transfer-target', `${name}请假中，请转给其他同事`);
    placement.offer(lead, { id: staffId, name }, schedule, { byName, reason });
    await placement.write(tx);
  }

  private async projectsOf(leadIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ project_id: string }>(
      `SELECT DISTINCT project_id FROM leads WHERE id IN ${marks(leadIds.length)} ORDER BY project_id`,
      leadIds,
    );
    return rows.map((r) => r.project_id);
  }

  /** What changes rarely is read before the lock is taken; by `tx` where the caller holds one already. */
  private async gather(projectIds: readonly string[], tx?: EntityManager): Promise<Map<string, GatheredProject>> {
    const now = this.clock.now();
    const found = await Promise.all(
      projectIds.map(async (projectId) => {
        const [rules, colleagues] = await Promise.all([this.ruleSets.current(projectId, tx), this.staff.sellingStaff(projectId, tx)]);
        const schedules = await this.schedules.of(
          colleagues.map((c) => c.id),
          now,
          tx,
        );
        return [projectId, { rules, colleagues, schedules }] as const;
      }),
    );
    return new Map(found);
  }

  private async place(tx: EntityManager, leads: readonly LeadRow[], gathered: Map<string, GatheredProject>): Promise<void> {
    const now = this.clock.now();
    for (const [projectId, known] of gathered) {
      const own = leads.filter((lead) => lead.project_id === projectId);
      if (own.length === 0) continue;
      const ids = known.colleagues.map((c) => c.id);
      const facts: ProjectFacts = {
        ...known,
        tallies: await this.tallies.read(tx, ids),
        counts: await this.tallies.countsOf(
          tx,
          projectId,
          known.rules.rules.map((r) => r.id),
        ),
      };
      const [previous, asked] = [await this.previousOwners(tx, own), await this.alreadyAsked(tx, own)];
      const placement = await this.placements.begin(tx, projectId, facts.rules, own, now);
      for (const lead of own) {
        const decision = await this.decide(lead, facts, previous.get(lead.customer_id) ?? null, asked.get(lead.id) ?? [], now);
        placement.explain(lead, decision);
        if (decision.outcome === 'offered') {
          countOn(facts, decision, now);
          placement.choose(decision);
          const { staffId: id, name } = decision.chosen;
          placement.offer(lead, { id, name }, facts.schedules.get(id), null);
        } else if (decision.outcome === 'escalated') placement.escalate(lead, decision);
        else placement.pool(lead, decision);
      }
      await placement.write(tx);
    }
  }

  private async decide(lead: LeadRow, facts: ProjectFacts, previousOwnerId: string | null, excludedStaffIds: string[], now: number) {
    const channel = await this.channels.find(lead.channel_code);
    return decideRouting(
      {
        at: now,
        lead: {
          channelCode: lead.channel_code,
          channelName: channel?.name ?? lead.channel_code,
          channelRoot: lead.channel_root,
          intent: intentOf(lead),
          level: lead.level,
          previousOwnerId,
          enteredById: lead.entered_by_id,
          preferredStaffId: lead.preferred_staff_id,
        },
        excludedStaffIds,
        maxRounds: facts.rules.settings.mostOffers,
        candidates: facts.colleagues.map((c) => candidateFacts(c, facts, now)),
      },
      facts.rules,
    );
  }

  /** Who served these customers here before; the latest one counts. */
  private async previousOwners(tx: EntityManager, leads: readonly LeadRow[]): Promise<Map<string, string>> {
    const rows = await select<{ customer_id: string; owner_id: string }>(
      tx,
      `SELECT customer_id, owner_id FROM leads WHERE customer_id IN ${marks(leads.length)} AND project_id = ?
         AND status = 'closed' AND owner_id IS NOT NULL ORDER BY closed_at`,
      [...leads.map((l) => l.customer_id), leads[0]?.project_id],
    );
    return new Map(rows.map((r) => [r.customer_id, r.owner_id]));
  }

  /** Colleagues who had these leads before them and let them go. */
  private async alreadyAsked(tx: EntityManager, leads: readonly LeadRow[]): Promise<Map<string, string[]>> {
    const again = leads.filter((l) => l.offer_round > 0).map((l) => l.id);
    const asked = new Map<string, string[]>();
    if (again.length === 0) return asked;
    const rows = await select<{ lead_id: string; staff_id: string }>(
      tx,
      `SELECT lead_id, staff_id FROM lead_offers WHERE lead_id IN ${marks(again.length)} AND outcome IN ('missed', 'declined')`,
      again,
    );
    for (const row of rows) asked.set(row.lead_id, [...(asked.get(row.lead_id) ?? []), row.staff_id]);
    return asked;
  }
}

/** Whether they would begin sooner were they not away. */
const delayedByLeave = (schedule: Schedule, now: number): boolean =>
  nextWorkingInstant(schedule, now) !== nextWorkingInstant({ ...schedule, absences: [] }, now);

type GatheredProject = Pick<ProjectFacts, 'rules' | 'colleagues' | 'schedules'>;

function candidateFacts(colleague: SellingColleague, facts: ProjectFacts, now: number): CandidateFacts {
  const schedule = facts.schedules.get(colleague.id);
  const clockStartsAt = schedule ? nextWorkingInstant(schedule, now) : null;
  const tally = facts.tallies.get(colleague.id) ?? { openLeads: 0, assignedToday: 0 };
  const counts = facts.rules.rules.map((rule) => [rule.id, facts.counts.get(rule.id)?.get(colleague.id)] as const);
  return {
    staffId: colleague.id,
    name: colleague.name,
    teamId: colleague.teamId,
    active: colleague.active,
    onDuty: colleague.onDuty,
    onLeave: schedule?.absences.some((absence) => contains(absence, now)) ?? false,
    clockStartsAt,
    inShift: clockStartsAt === now,
    openItems: tally.openLeads,
    capacity: colleague.capacity,
    assignedToday: tally.assignedToday,
    dailyQuota: colleague.dailyQuota,
    skills: colleague.skills,
    countsByRule: Object.fromEntries(counts.map(([id, count]) => [id, count?.assigned ?? 0])),
    lastAssignedByRule: Object.fromEntries(counts.map(([id, count]) => [id, count?.lastAt ?? null])),
  };
}

/** The next lead of the batch sees this one as assigned. */
function countOn(facts: ProjectFacts, decision: Extract<RoutingDecision, { outcome: 'offered' }>, now: number): void {
  const { staffId } = decision.chosen;
  const tally = facts.tallies.get(staffId) ?? { openLeads: 0, assignedToday: 0 };
  facts.tallies.set(staffId, { openLeads: tally.openLeads + 1, assignedToday: tally.assignedToday + 1 });
  const byRule = facts.counts.get(decision.rule.id) ?? new Map();
  byRule.set(staffId, { assigned: (byRule.get(staffId)?.assigned ?? 0) + 1, lastAt: now });
  facts.counts.set(decision.rule.id, byRule);
}
