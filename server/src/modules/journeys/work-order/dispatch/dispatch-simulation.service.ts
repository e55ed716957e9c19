import type { DispatchRule, DispatchSimulationView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';
import { HomeRegister } from '../../../registers/home';
import { type Planned, presenceOf, RotaQueries, type ServingColleague, StaffQueries } from '../../../registers/staff';
import { CategoryQueries, type KnownCategory } from '../category.queries';
import { logsOf, orderOf, type WorkOrderRow } from '../work-order.rows';
import type { WorkOrderLog } from '../work-order-log';
import { faultsOfDispatchRules } from './dispatch-rules.policy';
import { type PastOrder, type SimulatedEngineer, simulateDispatch } from './simulation.policy';
import { WorkOrderDispatchService } from './work-order-dispatch.service';

const DAY_MS = 24 * 3_600_000;
/** Newest orders of the asked time that one simulation looks at. */
const MOST_ORDERS = 2_000;
const LAST_MONTH_DAYS = 30;
const MINUTE_MS = 60_000;

interface Draft {
  projectId: string;
  rules: DispatchRule[];
  fromAt?: string;
  toAt?: string;
}

/** This draft on last month's orders (rule 98): a question, nothing is written. */
@Injectable()
export class DispatchSimulationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffQueries,
    private readonly rota: RotaQueries,
    private readonly homes: HomeRegister,
    private readonly categories: CategoryQueries,
    private readonly dispatch: WorkOrderDispatchService,
  ) {}

  /** The caller may see the project. @throws CodedError `rule.invalid` for a draft that could not be published */
  async simulate({ projectId, rules, fromAt, toAt }: Draft): Promise<DispatchSimulationView> {
    const faults = faultsOfDispatchRules(rules);
    if (faults.length > 0) throw coded('rule.invalid', faults.join('；'));
    const to = toAt === undefined ? this.clock.now() : Date.parse(toAt);
    const from = fromAt === undefined ? to - LAST_MONTH_DAYS * DAY_MS : Date.parse(fromAt);
    const [above, serving] = await Promise.all([this.dispatch.aboveOf(projectId), this.staff.servingStaff(projectId)]);
    const plans = await this.rota.plans(
      serving.map((colleague) => colleague.id),
      from,
      null,
    );
    const engineers = serving.map((colleague) => engineerOf(colleague, plans.get(colleague.id)));
    const orders = await this.pastOrders(projectId, from, to, engineers);
    return simulateDispatch(orders, { rules }, { engineers, ...above });
  }

  private async pastOrders(projectId: string, from: number, to: number, engineers: readonly SimulatedEngineer[]): Promise<PastOrder[]> {
    const rows = await this.database.rows<Record<string, unknown>>(
      `SELECT * FROM work_orders WHERE project_id = ? AND created_at >= ? AND created_at < ? ORDER BY created_at DESC LIMIT ${MOST_ORDERS}`,
      [projectId, from, to],
    );
    const orders = rows.map(orderOf);
    const [logs, places, categories] = await Promise.all([
      logsOf(
        this.database.manager,
        orders.map((order) => order.id),
      ),
      this.homes.places([...new Set(orders.map((order) => order.unit_id))]),
      this.categories.all(),
    ]);
    return orders.map((order) =>
      pastOf(order, logs.get(order.id) ?? [], places.get(order.unit_id)?.buildingName ?? '', categories.get(order.category_id), engineers),
    );
  }
}

function engineerOf(colleague: ServingColleague, planned: Planned | undefined): SimulatedEngineer {
  const { id, name, teamId, active, capacity, dailyQuota, skills } = colleague;
  return {
    staffId: id,
    name,
    teamId,
    active,
    capacity,
    dailyQuota,
    skills,
    presenceAt: (at) => (planned ? presenceOf(planned, at) : { inShift: false, onLeave: false, clockStartsAt: null }),
  };
}

function pastOf(
  order: WorkOrderRow,
  log: WorkOrderLog,
  buildingName: string,
  category: KnownCategory | undefined,
  engineers: readonly SimulatedEngineer[],
): PastOrder {
  const accepted = log.findLast((event) => event.type === 'accepted');
  const ended = log.findLast((event) => event.type === 'finished' || event.type === 'cancelled');
  return {
    id: order.id,
    number: order.number,
    createdAt: order.created_at,
    order: {
      kind: order.kind,
      buildingId: order.building_id,
      buildingName,
      categoryPath: category?.path ?? [order.category_id],
      categoryName: category?.name ?? '报事',
      urgent: order.urgent,
    },
    assigneeId: order.assignee_id,
    acceptMinutes: accepted
      ? waited(
          log,
          accepted.seq,
          accepted.at,
          engineers.find((e) => e.staffId === order.assignee_id),
        )
      : null,
    heldUntil: ended?.at ?? null,
  };
}

/** From when the engineer was asked and there to answer, to the yes. */
function waited(log: WorkOrderLog, acceptedSeq: number, acceptedAt: number, engineer: SimulatedEngineer | undefined): number {
  const asked = log.findLast((event) => event.type === 'dispatched' && event.seq < acceptedSeq);
  const askedAt = asked?.at ?? acceptedAt;
  const there = engineer?.presenceAt(askedAt).clockStartsAt ?? askedAt;
  return Math.max(0, acceptedAt - Math.max(askedAt, there)) / MINUTE_MS;
}
