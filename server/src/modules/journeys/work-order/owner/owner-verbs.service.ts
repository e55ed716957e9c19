import { type HomeRight, mayAtHome, type RatingReceipt, type RatingRequest, sayTime, type WorkOrderChange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { HomeRegister } from '../../../registers/home';
import { StaffQueries } from '../../../registers/staff';
import { WorkOrderDispatchService } from '../dispatch/work-order-dispatch.service';
import { HomeSight } from '../home-sight';
import { type OpenOrder, OrderBook } from '../order-book';
import { OrderMessages } from '../order-messages';
import { mayCancel, mayRate, mayReopen, mayUrge, ratingOutcome } from '../owner-limits.policy';
import { RevisitService } from '../rating/revisit.service';
import type { WorkOrderActor } from '../work-order-log';

/** What the person who reported it may do: urge, cancel, have it done again, rate. */
@Injectable()
export class OwnerVerbsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: HomeRegister,
    private readonly sight: HomeSight,
    private readonly book: OrderBook,
    private readonly messages: OrderMessages,
    private readonly dispatch: WorkOrderDispatchService,
    private readonly revisits: RevisitService,
    private readonly staff: StaffQueries,
  ) {}

  /** 催单, a few times: whoever was asked and whoever answers for it hear it, and who is above them too from the second time on. */
  urge(actor: Actor, id: string): Promise<WorkOrderChange> {
    return this.change(actor, id, 'report', async (tx, order, now) => {
      const allowed = mayUrge(order.log, order.policy, now);
      if (!allowed.ok) {
        throw coded(allowed.code, allowed.hint ?? undefined);
      }
      order.row.urges += 1;
      order.note(now, 'urged', by(actor), {});
      const { supervisor } = await this.dispatch.aboveOf(order.row.project_id);
      const toldIds = new Set([order.row.assignee_id, order.row.responsible_id, ...(order.row.urges > 1 ? [supervisor?.id] : [])]);
      const names = await this.messages.names(tx, [order.row], []);
      const change = { what: `业主第 ${order.row.urges} 次催单`, at: now, hint: '请尽快联系业主并处理' };
      return [...toldIds].flatMap((staffId) => (staffId ? this.messages.toColleague(order, staffId, names, change) : []));
    });
  }

  /** Until somebody stands at the door. */
  cancel(actor: Actor, id: string, reason: string): Promise<WorkOrderChange> {
    return this.change(actor, id, 'report', async (tx, order, now) => {
      const allowed = mayCancel(order.log);
      if (!allowed.ok) throw coded(allowed.code);
      order.move('cancel');
      order.row.closed_at = now;
      order.note(now, 'cancelled', by(actor), { reason });
      const holder = order.row.assignee_id;
      const names = await this.messages.names(tx, [order.row], []);
      return holder ? this.messages.toColleague(order, holder, names, { what: '业主已取消报事', at: now, hint: reason }) : [];
    });
  }

  /** Not mended after all: within some days it goes back to the same colleague, with a clock of its own. */
  async reopen(actor: Actor, id: string, reason: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.take(tx, actor, id, 'report');
      const now = this.clock.now();
      const allowed = mayReopen(order.log, order.policy, now);
      if (!allowed.ok) throw coded(allowed.code);
      await this.again(tx, order, 'owner', reason, by(actor), now);
      return changeOf(order);
    });
  }

  /**
   * J6: one to five, with tags. Low stars mean it is done again, or, when the thing itself is mended, that somebody rings.
   * @throws CodedError `work-order.already-rated`, `work-order.state-conflict`
   */
  rate(actor: Actor, id: string, rating: RatingRequest): Promise<RatingReceipt> {
    return this.database.useCase(async (tx) => {
      const order = await this.take(tx, actor, id, 'rate');
      const now = this.clock.now();
      const allowed = mayRate(order.log);
      if (!allowed.ok) throw coded(allowed.code);
      const { stars, tags = [], comment = null, stillBroken } = rating;
      order.note(now, 'rated', by(actor), { stars, tags, comment, stillBroken: stillBroken ?? null });
      order.row.stars = stars;
      order.row.rating = { stars, tags, comment, at: new Date(now).toISOString() };
      const outcome = ratingOutcome({ stars, stillBroken }, order.log, order.policy, now);
      const message = await this.follow(tx, order, outcome, by(actor), now);
      return { id, status: order.row.status, message };
    });
  }

  private async follow(
    tx: EntityManager,
    order: OpenOrder,
    outcome: 'close' | 'reopen' | 'revisit',
    actor: WorkOrderActor,
    now: number,
  ): Promise<string> {
    if (outcome === 'reopen') {
      await this.again(tx, order, 'low-rating', '业主评价较低，问题未解决', actor, now);
      return '抱歉没有让您满意，已重新派单，师傅会尽快联系您';
    }
    const told = outcome === 'revisit' ? await this.revisits.open(tx, order, 'low-rating', now) : [];
    if (order.can('close')) {
      order.move('close');
      order.row.closed_at = now;
      order.note(now, 'closed', actor, { why: 'rated' });
    }
    await this.book.save(tx, [order], ...told);
    return outcome === 'revisit' ? '感谢您的反馈，主管会尽快致电了解情况' : '感谢您的评价';
  }

  private async again(
    tx: EntityManager,
    order: OpenOrder,
    why: 'owner' | 'low-rating',
    reason: string,
    actor: WorkOrderActor,
    now: number,
  ): Promise<void> {
    const { row } = order;
    order.move('reopen');
    Object.assign(row, { resolved_at: null, closed_at: null, outcome: null, escalation: 0, contractor_id: null });
    if (why === 'owner') Object.assign(row, { stars: null, rating: null });
    order.note(now, 'reopened', actor, { why, reason });
    const before = row.assignee_id;
    const serving = await this.staff.servingStaff(row.project_id);
    if (before && serving.some((colleague) => colleague.id === before)) {
      await this.dispatch.putBefore(tx, order, before, { kind: 'system', id: null }, `重新处理：${reason}`);
    } else await this.dispatch.placeAgain(tx, order);
    const { supervisor } = await this.dispatch.aboveOf(row.project_id);
    const names = await this.messages.names(tx, [row], []);
    const change = { what: '工单重新处理', at: now, hint: `${sayTime(now, now)} ${reason}` };
    if (supervisor) await this.messages.send(tx, this.messages.toColleague(order, supervisor.id, names, change));
  }

  private change(
    actor: Actor,
    id: string,
    right: HomeRight,
    work: (tx: EntityManager, order: OpenOrder, now: number) => Promise<Parameters<OrderMessages['send']>[1]>,
  ): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.take(tx, actor, id, right);
      const told = await work(tx, order, this.clock.now());
      await this.book.save(tx, [order], ...told);
      return changeOf(order);
    });
  }

  /** @throws CodedError `work-order.not-found` for an order of somebody else's home as for one that never was */
  private async take(tx: EntityManager, actor: Actor, id: string, right: HomeRight): Promise<OpenOrder> {
    const order = await this.book.open(tx, id);
    const membership = await this.homes.homeOf(actor.customerId, order.row.unit_id, tx);
    const needed = order.row.kind !== 'repair' && right === 'report' ? 'complain' : right;
    const theirs = membership && mayAtHome(membership, needed) && (await this.sight.covers(membership, order.row, tx));
    if (!theirs) throw coded('work-order.not-found');
    return order;
  }
}

const by = (actor: Actor): WorkOrderActor => ({ kind: 'customer', id: actor.customerId });

const changeOf = ({ row }: OpenOrder): WorkOrderChange => ({ id: row.id, number: row.number, status: row.status });
