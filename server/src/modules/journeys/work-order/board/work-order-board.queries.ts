import { HELD_WORK_ORDER_STATUSES, labelOf, OPEN_WORK_ORDER_STATUSES, WORK_SKILLS, type WorkOrderBoard } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { UnitQueries } from '../../../registers/project';
import { RotaQueries, StaffQueries, sayPresence } from '../../../registers/staff';
import { readClocks } from '../clock/clock.policy';
import { OrderDescription } from '../reading/order-description';
import { OrderHistories, type OrderHistory } from '../reading/order-histories';
import { ORDER_CLOCK } from '../work-order.jobs';
import { orderOf, type WorkOrderRow } from '../work-order.rows';
import { type Condition, WorkOrderAccess } from '../work-order-access';
import { type BoardOrder, clockCounts, countsOf, loadOf } from './board.policy';

const MOST_URGENT = 20;
/** More open orders than a project's people could ever serve; a board past this says what ends first. */
const MOST_OPEN = 3_000;

/** Everything that is under way in a project at this moment (J5): clocks are read from the logs, so that the wall agrees with each page. */
@Injectable()
export class WorkOrderBoardQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: WorkOrderAccess,
    private readonly description: OrderDescription,
    private readonly histories: OrderHistories,
    private readonly units: UnitQueries,
    private readonly staff: StaffQueries,
    private readonly rota: RotaQueries,
  ) {}

  /** @throws CodedError `project.not-found` for a project that is not theirs */
  async board(actor: StaffActor, projectId: string): Promise<WorkOrderBoard> {
    this.access.requireProject(actor, projectId);
    const now = this.clock.now();
    const scope = await this.access.condition(actor);
    const [rows, resolved, orphans, buildings] = await Promise.all([
      this.open(projectId, scope),
      this.resolved(projectId, scope),
      this.orphans(projectId, scope),
      this.units.buildingsOf(projectId),
    ]);
    const histories = await this.histories.of(rows);
    const orders = rows.map((row) => boardOrder(row, histories.get(row.id) as OrderHistory, now));
    const [urgent, people] = await Promise.all([
      this.description.summaries(rows.slice(0, MOST_URGENT)),
      this.people(actor, projectId, orders, now),
    ]);
    return {
      at: new Date(now).toISOString(),
      counts: countsOf(orders, resolved),
      clocks: clockCounts(orders),
      buildings: buildings.map((building) => ({ ...building, ...loadOf(orders.filter((order) => order.buildingId === building.id)) })),
      people,
      urgent,
      orphans,
    };
  }

  /** What ends first comes first. */
  private async open(projectId: string, scope: Condition): Promise<WorkOrderRow[]> {
    const rows = await this.database.rows<Record<string, unknown>>(
      `SELECT o.* FROM work_orders o
       WHERE o.project_id = ? AND o.next_due_at >= 0 AND o.status IN ${marks(OPEN_WORK_ORDER_STATUSES.length)} AND ${scope.sql}
       ORDER BY o.next_due_at, o.id LIMIT ?`,
      [projectId, ...OPEN_WORK_ORDER_STATUSES, ...scope.values, MOST_OPEN],
    );
    return rows.map(orderOf);
  }

  private resolved(projectId: string, scope: Condition): Promise<number> {
    return this.counted(`o.project_id = ? AND o.status = 'resolved' AND ${scope.sql}`, [projectId, ...scope.values]);
  }

  /** J18: open, and nobody owns it or no clock watches over it. */
  private orphans(projectId: string, scope: Condition): Promise<number> {
    const subject = this.database.dialect === 'sqlite' ? `'work-order:' || o.id` : `CONCAT('work-order:', o.id)`;
    return this.counted(
      `o.project_id = ? AND o.status IN ${marks(OPEN_WORK_ORDER_STATUSES.length)} AND ${scope.sql} AND (o.responsible_id IS NULL
       OR NOT EXISTS (SELECT 1 FROM jobs j WHERE j.subject = ${subject} AND COALESCE(j.kind, '') = ? AND j.status IN ('pending', 'running')))`,
      [projectId, ...OPEN_WORK_ORDER_STATUSES, ...scope.values, ORDER_CLOCK],
    );
  }

  private async counted(condition: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.rows<{ many: number | string }>(
      `SELECT COUNT(*) AS many FROM work_orders o WHERE ${condition}`,
      values,
    );
    return Number(row?.many ?? 0);
  }

  private async people(
    actor: StaffActor,
    projectId: string,
    orders: readonly BoardOrder[],
    now: number,
  ): Promise<WorkOrderBoard['people']> {
    const [serving, visible] = await Promise.all([this.staff.servingStaff(projectId), this.visiblePeople(actor)]);
    const shown = serving.filter((colleague) => !visible || visible.has(colleague.id));
    const presence = await this.rota.presence(
      shown.map((colleague) => colleague.id),
      now,
    );
    return shown.map(({ id, name, skills, onDuty, capacity }) => {
      const { open, late } = loadOf(orders.filter((order) => order.assigneeId === id && HELD_WORK_ORDER_STATUSES.includes(order.status)));
      const there = presence.get(id);
      return {
        id,
        name,
        skills: skills.map((skill) => labelOf(WORK_SKILLS, skill)),
        onDuty,
        shift: there ? sayPresence(there, now) : '未排班',
        open,
        capacity,
        late,
      };
    });
  }

  /** Null for whoever sees the whole project. */
  private async visiblePeople({ scope }: StaffActor): Promise<Set<string> | null> {
    if (scope.kind === 'own') return new Set([scope.staffId]);
    if (scope.kind !== 'team') return null;
    const teams = await this.staff.serviceTeams(scope.teamIds);
    return new Set([scope.staffId, ...(await this.staff.teamMembers(teams.map((team) => team.id)))]);
  }
}

function boardOrder(row: WorkOrderRow, { log, policy, schedule }: OrderHistory, now: number): BoardOrder {
  const running = log.length === 0 ? [] : readClocks(log, policy, schedule, now).filter((clock) => clock.ended === null);
  return {
    status: row.status,
    buildingId: row.building_id,
    assigneeId: row.assignee_id,
    clocks: running.map(({ key, state, soon }) => ({ key, late: state === 'late', soon })),
  };
}
