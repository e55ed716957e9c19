import { CLOCKS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { JobRequest } from '../../../../platform/jobs/job-queue';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import type { Above } from '../dispatch/order-placement';
import { WorkOrderDispatchService } from '../dispatch/work-order-dispatch.service';
import { type OpenOrder, OrderBook, SYSTEM } from '../order-book';
import { OrderMessages, type OrderNames } from '../order-messages';
import { RevisitService } from '../rating/revisit.service';
import { resumingVerb } from '../serving/work-order-serving.service';
import { readClocks } from './clock.policy';
import { dueNow, type Tick } from './ticks.policy';

/** Does what an order's clocks owe: warns, escalates, tells who is late, ends pauses, opens revisits, closes. */
@Injectable()
export class WorkOrderClockService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: OrderBook,
    private readonly dispatch: WorkOrderDispatchService,
    private readonly messages: OrderMessages,
    private readonly revisits: RevisitService,
  ) {}

  /** Everything due is done once: each act writes the event that says so. The next instant is asked for again by saving. */
  tick(orderId: string, finish: (tx: EntityManager) => Promise<void>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      // Finishing frees the order's key for its next instant.
      await finish(tx);
      const [order] = await this.book.openAll(tx, [orderId]);
      if (!order) return 'skipped';
      const now = this.clock.now();
      const owed = dueNow(order.log, order.policy, order.schedule, now);
      const above = await this.dispatch.aboveOf(order.row.project_id);
      const names = await this.messages.names(
        tx,
        [order.row],
        [order.row.assignee_id, above.supervisor?.id ?? null, above.manager?.id ?? null],
      );
      const told: JobRequest[] = [];
      for (const tick of owed) told.push(...(await this.act(tx, order, tick, { above, names, now })));
      await this.book.save(tx, [order], ...told);
      return owed.length > 0 ? 'done' : 'skipped';
    });
  }

  private act(tx: EntityManager, order: OpenOrder, tick: Tick, about: About): JobRequest[] | Promise<JobRequest[]> {
    switch (tick.what) {
      case 'warn':
        return this.warn(order, tick, about);
      case 'escalate':
        return this.escalate(order, tick.level, about);
      case 'overdue':
        return this.overdue(order, tick, about);
      case 'resume':
        return this.resume(order, about);
      case 'revisit':
        return this.revisits.open(tx, order, 'unrated', about.now);
      case 'close':
        return this.close(order, about);
    }
  }

  /** 80 % is used: whoever owes the step hears of it while there is time. */
  private warn(order: OpenOrder, { clock }: Extract<Tick, { what: 'warn' }>, { names, now }: About): JobRequest[] {
    order.note(now, 'warned', SYSTEM, { clock });
    const holder = order.row.assignee_id ?? order.row.responsible_id;
    const dueAt = dueOf(order, clock, now);
    return holder
      ? this.messages.warn(order, holder, names, { clock: `${CLOCKS[clock]}时限即将到期`, dueAt, hint: '请尽快处理或说明原因' })
      : [];
  }

  /** J4: two hours without a yes, it is the supervisor's; two more, the manager's. The owner is told that somebody cares. */
  private escalate(order: OpenOrder, owed: 1 | 2, { above, names, now }: About): JobRequest[] {
    // What the manager leads already (J14) is not handed down to the supervisor: the manager hears that it is late.
    const level = order.row.escalation === 2 ? 2 : owed;
    const holder = level === 1 ? (above.supervisor ?? above.manager) : (above.manager ?? above.supervisor);
    order.row.escalation = level;
    if (holder) order.row.responsible_id = holder.id;
    order.note(now, 'escalated', SYSTEM, { level, staffId: holder?.id ?? null });
    if (!holder) return [];
    const minutes = order.row.urgent ? order.policy.urgentAcceptMinutes : order.policy.acceptMinutes;
    const reason = owed === 1 ? `超过${sayMinutes(minutes)}无人接单` : '升级主管后仍未接单';
    return [
      ...this.messages.escalation(order, holder.id, names, { reason, hint: '请尽快指派师傅' }),
      ...this.messages.toOwner(order, names, { status: '已升级', at: now, note: `${holder.name}正在为您安排，请稍候` }),
    ];
  }

  private overdue(order: OpenOrder, { clock, again }: Extract<Tick, { what: 'overdue' }>, { above, names, now }: About): JobRequest[] {
    // Complaints are answered by customer relations, who stand in no supervisor's team: whoever is told must be able to open it.
    const isManagers = order.row.escalation === 2 || order.row.kind !== 'repair';
    const leader = isManagers ? (above.manager ?? above.supervisor) : (above.supervisor ?? above.manager);
    order.note(now, 'overdue', SYSTEM, { clock, staffId: leader?.id ?? null, ...(again ? { again } : {}) });
    const late = { clock: `${CLOCKS[clock]}已超时`, dueAt: dueOf(order, clock, now), hint: '请尽快处理并告知业主' };
    const told = new Set([order.row.assignee_id, leader?.id, order.row.responsible_id].filter((id): id is string => !!id));
    const colleagues = [...told].flatMap((id) => this.messages.warn(order, id, names, late));
    if (again || !leader) return colleagues;
    return [
      ...colleagues,
      ...this.messages.toOwner(order, names, { status: '已超时', at: now, note: `抱歉让您久等，${leader.name}正在跟进` }),
    ];
  }

  /** A pause lasts as long as was said and no longer. */
  private resume(order: OpenOrder, { names, now }: About): JobRequest[] {
    order.move(resumingVerb(order));
    order.note(now, 'resumed', SYSTEM, { why: 'cap' });
    const holder = order.row.assignee_id;
    const told = this.messages.toOwner(order, names, { status: '处理中', at: now, note: '暂停时间已到，继续处理' });
    if (holder) told.push(...this.messages.toColleague(order, holder, names, { what: '暂停已到期', at: now, hint: '请继续处理这一单' }));
    return told;
  }

  /** Never five stars for silence: it closes unrated, and the revisit stands. */
  private close(order: OpenOrder, { names, now }: About): JobRequest[] {
    order.move('close');
    order.row.closed_at = now;
    order.note(now, 'closed', SYSTEM, { why: 'time' });
    return this.messages.toOwner(order, names, { status: '已完成', at: now, note: '如仍有问题，可在期限内重新处理' });
  }
}

interface About {
  above: Above;
  names: OrderNames;
  now: number;
}

const dueOf = (order: OpenOrder, key: string, now: number): number =>
  readClocks(order.log, order.policy, order.schedule, now).findLast((clock) => clock.key === key)?.dueAt ?? now;

const sayMinutes = (minutes: number): string => (minutes % 60 === 0 ? ` ${minutes / 60} 小时` : ` ${minutes} 分钟`);
