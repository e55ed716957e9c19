import type { DispatchRuleSet } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import type { ClaimedJob, FinishAll } from '../../../../platform/jobs/job-registry';
import type { CandidateFacts } from '../../../registers/choice';
import { HomeRegister } from '../../../registers/home';
import { RotaQueries, type SellingColleague, StaffQueries } from '../../../registers/staff';
import { CategoryQueries } from '../category.queries';
import { type OpenOrder, OrderBook } from '../order-book';
import type { WorkOrderActor, WorkOrderEvent } from '../work-order-log';
import { decideDispatch } from './dispatch.policy';
import type { DispatchDecision, DispatchFacts, LetGo } from './dispatch-facts';
import { DispatchLoads } from './dispatch-loads';
import { DispatchRules } from './dispatch-rules';
import { type Above, type OrderPlacement, OrderPlacements } from './order-placement';

/** What is known of a project's service while one batch is placed; counted on in memory from order to order. */
interface ProjectService extends Above {
  rules: DispatchRuleSet;
  candidates: CandidateFacts[];
}

/**
 * Puts orders before engineers. The decision itself is a pure function (`dispatch.policy.ts`); this gathers its facts under
 * the project's lock and has the placement written, all in one transaction.
 */
@Injectable()
export class WorkOrderDispatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: OrderBook,
    private readonly rules: DispatchRules,
    private readonly loads: DispatchLoads,
    private readonly staff: StaffQueries,
    private readonly rota: RotaQueries,
    private readonly homes: HomeRegister,
    private readonly categories: CategoryQueries,
    private readonly placements: OrderPlacements,
  ) {}

  /** Dispatches received orders, several in one transaction; marks the jobs that asked for it as finished in the same one. */
  async dispatchReceived(jobs: readonly ClaimedJob<{ orderId: string }>[], finishAll: FinishAll): Promise<void> {
    const ids = jobs.map((job) => job.payload.orderId);
    const projectIds = await this.projectsOf(ids);
    await this.database.transaction(async (tx) => {
      for (const projectId of projectIds) await this.loads.lockProject(tx, projectId);
      const orders = (await this.book.openAll(tx, ids)).filter((order) => order.row.status === 'received');
      for (const projectId of projectIds) {
        await this.place(
          tx,
          projectId,
          orders.filter((order) => order.row.project_id === projectId),
        );
      }
      await finishAll(tx, jobs);
    });
  }

  /** Asks anew, past everybody who let it go. The caller holds the order and has noted why. */
  async placeAgain(tx: EntityManager, order: OpenOrder): Promise<void> {
    await this.loads.lockProject(tx, order.row.project_id);
    await this.place(tx, order.row.project_id, [order]);
  }

  /**
   * Puts an order before one named colleague of the project's service, by hand or because it comes back. The caller holds the order.
   * @throws CodedError `work-order.target-invalid`
   */
  async putBefore(tx: EntityManager, order: OpenOrder, staffId: string, actor: WorkOrderActor, reason: string): Promise<string> {
    const { project_id: projectId } = order.row;
    const target = (await this.staff.servingStaff(projectId)).find((c) => c.id === staffId);
    if (!target) throw coded('work-order.target-invalid');
    const [rules, above] = await Promise.all([this.rules.current(projectId), this.aboveOf(projectId)]);
    const placement = this.placements.begin(projectId, rules, above, this.clock.now());
    placement.put(order, staffId, actor, actor.kind === 'staff' ? '由同事转派，请尽快接单' : reason, reason);
    await placement.write(tx);
    return target.name;
  }

  /** Who is above the orders of a project. */
  async aboveOf(projectId: string): Promise<Above> {
    const [supervisorId, managers] = await Promise.all([this.staff.serviceLeaderOf(projectId), this.staff.managersOf(projectId)]);
    const managerId = managers[0] ?? null;
    const people = await this.staff.byIds([supervisorId, managerId].filter((id): id is string => id !== null));
    const named = (id: string | null) => (id === null ? null : { id, name: people.get(id)?.name ?? '同事' });
    return { supervisor: named(supervisorId), manager: named(managerId) };
  }

  private async projectsOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ project_id: string }>(
      `SELECT DISTINCT project_id FROM work_orders WHERE id IN ${marks(ids.length)} ORDER BY project_id`,
      ids,
    );
    return rows.map((r) => r.project_id);
  }

  private async place(tx: EntityManager, projectId: string, orders: readonly OpenOrder[]): Promise<void> {
    if (orders.length === 0) return;
    const now = this.clock.now();
    const service = await this.serviceOf(tx, projectId, now);
    const places = await this.homes.places([...new Set(orders.map((o) => o.row.unit_id))], tx);
    const placement = this.placements.begin(projectId, service.rules, service, now);
    for (const order of orders) {
      const place = places.get(order.row.unit_id);
      const facts = await this.factsOf(order, service, place?.buildingName ?? '', now);
      this.carryOut(placement, order, decideDispatch(facts, service.rules), service, now);
    }
    await placement.write(tx);
  }

  private carryOut(placement: OrderPlacement, order: OpenOrder, decision: DispatchDecision, service: ProjectService, now: number): void {
    placement.decide(order, decision);
    if (decision.outcome !== 'assigned') return;
    // The next order of the batch sees what this one took.
    const chosen = service.candidates.find((c) => c.staffId === decision.chosen.id);
    if (!chosen) return;
    chosen.openItems += 1;
    chosen.assignedToday += 1;
    const { id } = decision.rule;
    chosen.countsByRule = { ...chosen.countsByRule, [id]: (chosen.countsByRule[id] ?? 0) + 1 };
    chosen.lastAssignedByRule = { ...chosen.lastAssignedByRule, [id]: now };
  }

  private async factsOf(order: OpenOrder, service: ProjectService, buildingName: string, at: number): Promise<DispatchFacts> {
    const { row } = order;
    const category = (await this.categories.all()).get(row.category_id);
    return {
      at,
      order: {
        kind: row.kind,
        buildingId: row.building_id,
        buildingName,
        categoryPath: category?.path ?? [row.category_id],
        categoryName: category?.name ?? '报事',
        urgent: row.urgent,
      },
      excluded: letGoIn(order.log),
      maxRounds: order.policy.mostReturns + 1,
      candidates: service.candidates,
      supervisor: service.supervisor,
      manager: service.manager,
    };
  }

  private async serviceOf(tx: EntityManager, projectId: string, now: number): Promise<ProjectService> {
    const [rules, colleagues, above] = await Promise.all([
      this.rules.current(projectId),
      this.staff.servingStaff(projectId),
      this.aboveOf(projectId),
    ]);
    const ids = colleagues.map((c) => c.id);
    const [presence, loads, counts] = [
      await this.rota.presence(ids, now),
      await this.loads.read(tx, ids, now),
      await this.loads.counts(
        tx,
        projectId,
        rules.rules.map((r) => r.id),
      ),
    ];
    const candidates = colleagues.map((colleague) => candidateOf(colleague, presence, loads, counts));
    return { rules, candidates, ...above };
  }
}

type Presence = Awaited<ReturnType<RotaQueries['presence']>>;
type Loads = Awaited<ReturnType<DispatchLoads['read']>>;
type Counts = Awaited<ReturnType<DispatchLoads['counts']>>;

function candidateOf(colleague: SellingColleague, presence: Presence, loads: Loads, counts: Counts): CandidateFacts {
  const here = presence.get(colleague.id);
  const load = loads.get(colleague.id);
  const byRule = [...counts].map(([ruleId, people]) => [ruleId, people.get(colleague.id)] as const);
  return {
    staffId: colleague.id,
    name: colleague.name,
    teamId: colleague.teamId,
    active: colleague.active,
    onDuty: colleague.onDuty,
    onLeave: here?.onLeave ?? false,
    inShift: here?.inShift ?? false,
    clockStartsAt: here?.clockStartsAt ?? null,
    openItems: load?.openOrders ?? 0,
    capacity: colleague.capacity,
    assignedToday: load?.assignedToday ?? 0,
    dailyQuota: colleague.dailyQuota,
    skills: colleague.skills,
    countsByRule: Object.fromEntries(byRule.map(([id, count]) => [id, count?.assigned ?? 0])),
    lastAssignedByRule: Object.fromEntries(byRule.map(([id, count]) => [id, count?.lastAt ?? null])),
  };
}

/** Who let it go since it was last reported or reopened: they are not asked again. */
function letGoIn(log: readonly WorkOrderEvent[]): { staffId: string; because: LetGo }[] {
  const since = log.findLastIndex((event) => event.type === 'reopened');
  return log.slice(since + 1).flatMap(({ type, actor }) => {
    const lets = type === 'declined' || type === 'returned' || type === 'transferred';
    return lets && actor.kind === 'staff' && actor.id ? [{ staffId: actor.id, because: type }] : [];
  });
}
