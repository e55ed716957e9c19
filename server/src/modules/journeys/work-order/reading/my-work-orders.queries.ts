import {
  HOME_RIGHTS,
  type HomeRight,
  type MyWorkOrder,
  mayAtHome,
  OPEN_WORK_ORDER_STATUSES,
  type OwnerVerb,
  type Page,
  WORK_ORDER_STATUS_LABELS,
  type WorkOrderStatus,
  type WorkOrderView,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database, marks } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor';
import { HomeRegister } from '../../../registers/home';
import { StaffQueries } from '../../../registers/staff';
import { UploadRegister } from '../../../registers/upload';
import { CategoryQueries } from '../category.queries';
import { ContractorQueries } from '../contractor.queries';
import { HomeSight } from '../home-sight';
import { mayReopen, mayUrge, ownerVerbs } from '../owner-limits.policy';
import { noteOf, parcelSteps, promiseOf } from '../progress.policy';
import { timelineOf } from '../timeline.policy';
import { orderOf, orderSubject, type WorkOrderRow } from '../work-order.rows';
import { OrderHistories, type OrderHistory } from './order-histories';

export const OWNER_LISTS = ['open', 'done'] as const;

export interface MyOrderFilter {
  status?: (typeof OWNER_LISTS)[number];
  cursor?: string;
  limit: number;
}

/** To the owner a finished order is still open: it waits for their rating. */
const OPEN: readonly WorkOrderStatus[] = [...OPEN_WORK_ORDER_STATUSES, 'resolved'];
const DONE: readonly WorkOrderStatus[] = ['closed', 'cancelled'];

/** Orders as the people of a home see them: whoever may follow sees what `HomeSight` leaves, whoever moved out sees none. */
@Injectable()
export class MyWorkOrderQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: HomeRegister,
    private readonly sight: HomeSight,
    private readonly categories: CategoryQueries,
    private readonly contractors: ContractorQueries,
    private readonly staff: StaffQueries,
    private readonly uploads: UploadRegister,
    private readonly histories: OrderHistories,
  ) {}

  /** Newest first, by keyset. */
  async list(actor: Actor, { status, cursor, limit }: MyOrderFilter): Promise<Page<MyWorkOrder>> {
    const homes = await this.homes.homesWhere(actor.customerId, 'follow');
    const unitIds = homes.map((home) => home.unitId);
    const sight = await this.sight.condition(homes);
    const before = cursor === undefined ? null : readCursor(cursor);
    if (unitIds.length === 0) return { items: [], nextCursor: null };
    const statuses = status === undefined ? [] : status === 'open' ? OPEN : DONE;
    const found = await this.database.rows<Record<string, unknown>>(
      `SELECT o.* FROM work_orders o WHERE o.unit_id IN ${marks(unitIds.length)} AND ${sight.sql}
       ${statuses.length > 0 ? `AND o.status IN ${marks(statuses.length)}` : ''} ${before === null ? '' : 'AND o.id < ?'}
       ORDER BY o.id DESC LIMIT ?`,
      [...unitIds, ...sight.values, ...statuses, ...(before === null ? [] : [before]), limit + 1],
    );
    const page = found.slice(0, limit).map(orderOf);
    const last = page.at(-1);
    return { items: await this.describe(page), nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
  }

  /** @throws CodedError `work-order.not-found`, the same for an order of somebody else's home */
  async view(actor: Actor, id: string): Promise<WorkOrderView> {
    const [raw] = await this.database.rows<Record<string, unknown>>('SELECT o.* FROM work_orders o WHERE o.id = ?', [id]);
    const row = raw && orderOf(raw);
    const membership = row && (await this.homes.homeOf(actor.customerId, row.unit_id));
    if (!row || !membership || !mayAtHome(membership, 'follow') || !(await this.sight.covers(membership, row)))
      throw coded('work-order.not-found');
    const history = (await this.histories.of([row])).get(row.id) as OrderHistory;
    const { log, policy } = history;
    const [[summary], nameOf, assignee, contractorName, photos] = await Promise.all([
      this.describe([row]),
      this.histories.names([log]),
      row.assignee_id === null ? null : this.staff.card(row.assignee_id),
      this.contractors.nameOf(this.database.manager, row.contractor_id),
      this.uploads.of(orderSubject(row.id)),
    ]);
    const now = this.clock.now();
    const rights = Object.keys(HOME_RIGHTS).filter((right) => mayAtHome(membership, right as HomeRight)) as HomeRight[];
    const { until } = mayReopen(log, policy, now);
    return {
      ...(summary as MyWorkOrder),
      warranty: row.warranty,
      severity: row.severity,
      urgent: row.urgent,
      preferredTime: iso(row.preferred_at),
      assignee,
      contractorName,
      steps: parcelSteps(log, nameOf),
      timeline: timelineOf(log, { audience: 'owner', customerId: actor.customerId, kind: row.kind, nameOf }),
      photos,
      rating: row.rating,
      outcome: row.outcome,
      allowed: ownerVerbs(log, policy, now).filter((verb) => rights.includes(rightFor(verb, row))),
      urgeHint: mayUrge(log, policy, now).hint,
      reopenUntil: iso(until),
    };
  }

  private async describe(rows: readonly WorkOrderRow[]): Promise<MyWorkOrder[]> {
    const [histories, places, categories, photos] = await Promise.all([
      this.histories.of(rows),
      this.homes.places(rows.map((row) => row.unit_id)),
      this.categories.all(),
      this.uploads.ofMany(rows.map((row) => orderSubject(row.id))),
    ]);
    const nameOf = await this.histories.names([...histories.values()].map((history) => history.log));
    const now = this.clock.now();
    return rows.map((row) => {
      const { log, policy, schedule } = histories.get(row.id) as OrderHistory;
      const category = categories.get(row.category_id);
      return {
        id: row.id,
        number: row.number,
        kind: row.kind,
        status: row.status,
        statusLabel: WORK_ORDER_STATUS_LABELS[row.status],
        categoryName: category?.name ?? '报事',
        picture: category?.picture ?? 'other',
        homeLabel: places.get(row.unit_id)?.label ?? '',
        description: row.description,
        createdAt: iso(row.created_at) as string,
        note: noteOf(log, nameOf),
        promise: promiseOf(log, policy, schedule, now, nameOf),
        thumbUrl: photos.get(orderSubject(row.id))?.find((photo) => photo.thumbUrl !== null)?.thumbUrl ?? null,
      };
    });
  }
}

/** What a verb asks of somebody who lives there; whoever may complain about a thing may also take the complaint back. */
function rightFor(verb: OwnerVerb, { kind }: WorkOrderRow): HomeRight {
  if (verb === 'rate') return 'rate';
  return kind === 'repair' ? 'report' : 'complain';
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

function readCursor(cursor: string): string {
  const [id, ...more] = decodeCursor(cursor);
  if (typeof id === 'string' && more.length === 0) return id;
  throw refusedField('request.invalid', 'cursor', 'cursor', '翻页位置无效，请从第一页重新打开');
}
