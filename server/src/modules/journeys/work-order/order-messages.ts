import { sayTime } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, type JobRequest } from '../../../platform/jobs/job-queue';
import { Notifier, type NotifyRequest } from '../../../platform/notifier/notifier';
import { HomeRegister } from '../../registers/home';
import { StaffQueries } from '../../registers/staff';
import { CategoryQueries } from './category.queries';
import type { OpenOrder } from './order-book';
import { orderSubject, ownerPage, staffPage, type WorkOrderRow } from './work-order.rows';

/** More offers than this to one colleague in one go travel as one message. */
const MESSAGES_BEFORE_BUNDLING = 3;

/** What messages call things; read once for a whole batch. */
export interface OrderNames {
  home(order: WorkOrderRow): string;
  item(order: WorkOrderRow): string;
  colleague(staffId: string | null): string;
  /** Whether who reported it still belongs to the home. */
  livesThere(order: WorkOrderRow): boolean;
}

export interface Offered {
  order: OpenOrder;
  staffId: string;
  dueAt: number;
  hint: string;
}

/**
 * Every step of an order is told (L1): to who reported it, while they belong to the home, and to whoever owes the next one.
 * Service messages do not wait for the morning.
 */
@Injectable()
export class OrderMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly queue: JobQueue,
    private readonly homes: HomeRegister,
    private readonly staff: StaffQueries,
    private readonly categories: CategoryQueries,
  ) {}

  async names(tx: EntityManager, orders: readonly WorkOrderRow[], staffIds: readonly (string | null)[] = []): Promise<OrderNames> {
    const known = staffIds.filter((id): id is string => id !== null);
    const unitIds = [...new Set(orders.map((o) => o.unit_id))];
    const [places, living, people, categories] = await Promise.all([
      this.homes.places(unitIds, tx),
      this.homes.livingIn(unitIds, tx),
      this.staff.byIds([...new Set(known)]),
      this.categories.all(),
    ]);
    return {
      home: (order) => {
        const place = places.get(order.unit_id);
        return place ? `${place.buildingName} ${place.unitLabel}` : '';
      },
      item: (order) => categories.get(order.category_id)?.name ?? '报事',
      colleague: (id) => (id && people.get(id)?.name) || '同事',
      livesThere: (order) => living.get(order.unit_id)?.includes(order.customer_id) ?? false,
    };
  }

  /** For a verb whose change is written already. */
  send(tx: EntityManager, jobs: readonly JobRequest[]): Promise<void> {
    return this.queue.add(tx, ...jobs);
  }

  /** The parcel's next step, for the owner. `status` is at most five characters (WeChat's phrase). */
  toOwner({ row }: OpenOrder, names: OrderNames, step: { status: string; at: number; note: string }): JobRequest[] {
    if (!names.livesThere(row)) return [];
    return this.jobs({
      recipient: { customerId: row.customer_id },
      intent: 'order-progress',
      facts: { number: row.number, item: names.item(row), ...step },
      page: ownerPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  /** Finished: the owner is asked how it was (J6). */
  askForRating({ row }: OpenOrder, names: OrderNames, at: number): JobRequest[] {
    if (!names.livesThere(row)) return [];
    return this.jobs({
      recipient: { customerId: row.customer_id },
      intent: 'order-finished',
      facts: {
        number: row.number,
        item: names.item(row),
        engineer: names.colleague(row.assignee_id),
        finishedAt: at,
        hint: '请为本次服务评价，有问题可重新处理',
      },
      page: ownerPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  /** Orders put before colleagues; many at once travel as one message each. */
  offers(offered: readonly Offered[], names: OrderNames): JobRequest[] {
    const byStaff = new Map<string, Offered[]>();
    for (const offer of offered) byStaff.set(offer.staffId, [...(byStaff.get(offer.staffId) ?? []), offer]);
    return [...byStaff].flatMap(([staffId, own]) =>
      own.length > MESSAGES_BEFORE_BUNDLING ? this.bundle(staffId, own) : own.flatMap((offer) => this.offer(offer, names)),
    );
  }

  /** Something happened to an order that a colleague must know of: urged, reopened, cancelled, transferred away. */
  toColleague({ row }: OpenOrder, staffId: string, names: OrderNames, change: { what: string; at: number; hint: string }): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'order-changed',
      facts: { number: row.number, home: names.home(row), ...change },
      page: staffPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  /** 80 % of a clock is used, or all of it. */
  warn({ row }: OpenOrder, staffId: string, names: OrderNames, late: { clock: string; dueAt: number; hint: string }): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'order-warning',
      facts: { number: row.number, home: names.home(row), ...late },
      page: staffPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  /** J4: nobody said yes in time; it is the supervisor's, then the manager's. */
  escalation({ row }: OpenOrder, staffId: string, names: OrderNames, why: { reason: string; hint: string }): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'order-escalated',
      facts: { home: names.home(row), item: names.item(row), reportedAt: row.created_at, ...why },
      page: staffPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  revisit({ row }: OpenOrder, staffId: string, names: OrderNames, task: { reason: string; dueAt: number }): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'revisit-due',
      facts: { number: row.number, home: names.home(row), ...task, hint: '请致电业主并记录回访结果' },
      page: 'subpackages/service/pages/revisits/index',
      subject: orderSubject(row.id),
    });
  }

  private offer({ order: { row }, staffId, dueAt, hint }: Offered, names: OrderNames): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'order-offered',
      facts: { home: names.home(row), item: names.item(row), problem: row.description, acceptBy: dueAt, hint },
      page: staffPage(row.id),
      subject: orderSubject(row.id),
    });
  }

  private bundle(staffId: string, own: readonly Offered[]): JobRequest[] {
    return this.jobs({
      recipient: { staffId },
      intent: 'orders-offered',
      facts: {
        summary: `你有 ${own.length} 张新工单待接单`,
        count: own.length,
        acceptBy: Math.min(...own.map((o) => o.dueAt)),
        hint: '请在截止前逐张接单',
      },
      page: 'subpackages/service/pages/orders/index',
      subject: `staff:${staffId}`,
    });
  }

  private jobs(request: NotifyRequest): JobRequest[] {
    return this.notifier.jobsFor({ ...request, urgent: true });
  }
}

/** 今天 15:30, as the reader's day has it. */
export const byTime = (at: number, now: number): string => `${sayTime(at, now)} 前`;
