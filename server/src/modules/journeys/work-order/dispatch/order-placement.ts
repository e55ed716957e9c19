import { type DispatchRuleSet, sayTime } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../../platform/database/columns';
import { execute, insertRows, marks } from '../../../../platform/database/database';
import type { JobRequest } from '../../../../platform/jobs/job-queue';
import { readClocks } from '../clock/clock.policy';
import { type OpenOrder, OrderBook, SYSTEM } from '../order-book';
import { type Offered, OrderMessages, type OrderNames } from '../order-messages';
import type { WorkOrderActor } from '../work-order-log';
import type { DispatchDecision } from './dispatch-facts';
import { DispatchLoads, type RuleChoice } from './dispatch-loads';

/** Who is above an order: its supervisor, and the manager of its project. */
export interface Above {
  supervisor: { id: string; name: string } | null;
  manager: { id: string; name: string } | null;
}

@Injectable()
export class OrderPlacements {
  constructor(
    readonly book: OrderBook,
    readonly messages: OrderMessages,
    readonly loads: DispatchLoads,
  ) {}

  begin(projectId: string, rules: DispatchRuleSet, above: Above, now: number): OrderPlacement {
    return new OrderPlacement(this, projectId, rules, above, now);
  }
}

/** What one batch of dispatch decisions changes: gathered order by order, written in a few statements. */
export class OrderPlacement {
  private readonly orders: OpenOrder[] = [];
  private readonly decisions: Record<string, unknown>[] = [];
  private readonly claimants: { work_order_id: string; staff_id: string }[] = [];
  private readonly asked: Omit<Offered, 'dueAt'>[] = [];
  private readonly unplaced: { order: OpenOrder; staffId: string; reason: string }[] = [];
  private readonly choices = new Map<string, RuleChoice>();

  constructor(
    private readonly parts: OrderPlacements,
    private readonly projectId: string,
    private readonly rules: DispatchRuleSet,
    private readonly above: Above,
    private readonly now: number,
  ) {}

  /** Carries out a decision and keeps it with its reasons. */
  decide(order: OpenOrder, decision: DispatchDecision): void {
    this.explain(order, decision);
    if (decision.outcome === 'assigned') {
      this.put(order, decision.chosen.id, SYSTEM, decision.tier === 'on-duty' ? '请尽快接单并联系业主' : '上班后请先处理这一单');
      this.choose(decision.rule.id, decision.chosen.id);
    } else if (decision.outcome === 'claimable') this.offerToAll(order, decision);
    else this.leaveToSupervisor(order, decision.sentences.at(-1) ?? '没有可以接单的师傅');
    this.raiseMajor(order);
  }

  /** Puts the order before one colleague: chosen by a rule, or named by hand. */
  put(order: OpenOrder, staffId: string, actor: WorkOrderActor, hint: string, reason?: string): void {
    this.moveOn(order);
    order.row.assignee_id = staffId;
    order.row.responsible_id = staffId;
    order.note(this.now, 'dispatched', actor, { staffId, ...(reason ? { reason } : {}) });
    this.asked.push({ order, staffId, hint });
  }

  async write(tx: EntityManager): Promise<void> {
    if (this.orders.length === 0) return;
    const names = await this.parts.messages.names(
      tx,
      this.orders.map((o) => o.row),
      [...this.asked.map((a) => a.staffId), ...this.unplaced.map((u) => u.staffId)],
    );
    await this.clearClaimants(tx);
    await this.parts.book.save(tx, this.orders, ...this.messagesOf(names));
    await insertRows(tx, 'work_order_claimants', this.claimants);
    await insertRows(tx, 'dispatch_decisions', this.decisions);
    await this.parts.loads.countChoices(tx, this.projectId, [...this.choices.values()], this.now);
  }

  private moveOn(order: OpenOrder): void {
    order.move(order.row.status === 'received' ? 'dispatch' : 'redispatch');
    order.row.round += 1;
    order.row.contractor_id = null;
    this.orders.push(order);
  }

  private offerToAll(order: OpenOrder, decision: Extract<DispatchDecision, { outcome: 'claimable' }>): void {
    this.moveOn(order);
    const claimants = decision.claimants.map((c) => c.id);
    order.row.assignee_id = null;
    // Somebody answers for it until the first yes.
    order.row.responsible_id = this.above.supervisor?.id ?? this.above.manager?.id ?? claimants[0] ?? null;
    order.note(this.now, 'dispatched', SYSTEM, { staffId: null, claimants });
    for (const staffId of claimants) {
      this.claimants.push({ work_order_id: order.row.id, staff_id: staffId });
      this.asked.push({ order, staffId, hint: '先到先得，请尽快抢单' });
    }
  }

  /** Fallback of last resort: an order never sits. */
  private leaveToSupervisor(order: OpenOrder, reason: string): void {
    this.moveOn(order);
    const holder = this.above.supervisor ?? this.above.manager;
    order.row.assignee_id = null;
    order.row.responsible_id = holder?.id ?? null;
    order.note(this.now, 'dispatched', SYSTEM, { staffId: null, reason });
    if (holder) this.unplaced.push({ order, staffId: holder.id, reason: '没有可以接单的师傅' });
  }

  /** J14: a major complaint is the manager's from the first minute. */
  private raiseMajor(order: OpenOrder): void {
    const { manager } = this.above;
    if (order.row.severity !== 'major' || order.row.escalation >= 2 || !manager) return;
    order.row.escalation = 2;
    order.row.responsible_id = manager.id;
    order.note(this.now, 'escalated', SYSTEM, { level: 2, staffId: manager.id });
    this.unplaced.push({ order, staffId: manager.id, reason: '重大投诉，请经理牵头' });
  }

  private choose(ruleId: string, staffId: string): void {
    const key = `${ruleId} ${staffId}`;
    const known = this.choices.get(key);
    if (known) known.times += 1;
    else this.choices.set(key, { ruleId, staffId, times: 1 });
  }

  private explain({ row }: OpenOrder, decision: DispatchDecision): void {
    this.decisions.push({
      id: newId(),
      work_order_id: row.id,
      decided_at: this.now,
      decision: { ...decision, round: row.round + 1, ruleSetVersion: this.rules.version },
    });
  }

  /** Whoever might have claimed the last round no longer may. */
  private async clearClaimants(tx: EntityManager): Promise<void> {
    const again = this.orders.filter((o) => o.row.round > 1).map((o) => o.row.id);
    if (again.length > 0) await execute(tx, `DELETE FROM work_order_claimants WHERE work_order_id IN ${marks(again.length)}`, again);
  }

  private messagesOf(names: OrderNames): JobRequest[] {
    const { messages } = this.parts;
    const dueAts = new Map(this.orders.map((order) => [order, acceptBy(order, this.now)]));
    const offered = this.asked.map((a) => ({ ...a, dueAt: dueAts.get(a.order) ?? this.now }));
    return [
      ...messages.offers(offered, names),
      ...this.unplaced.flatMap(({ order, staffId, reason }) => messages.escalation(order, staffId, names, { reason, hint: '请尽快指派' })),
      ...this.orders.flatMap((order) => {
        const by = dueAts.get(order) ?? this.now;
        const who = order.row.assignee_id ? `已派给${names.colleague(order.row.assignee_id)}` : '正在安排师傅';
        const note = by > this.now ? `${who}，${sayTime(by, this.now)}前接单` : who;
        return messages.toOwner(order, names, { status: '已派单', at: this.now, note });
      }),
    ];
  }
}

function acceptBy(order: OpenOrder, now: number): number {
  return readClocks(order.log, order.policy, order.schedule, now).findLast((clock) => clock.key === 'accept')?.dueAt ?? now;
}
