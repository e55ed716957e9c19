import { type GradeRequest, type PhoneReveal, severityOf, type WorkOrderChange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { CustomerRegister } from '../../../registers/customer';
import { ContractorQueries } from '../contractor.queries';
import { WorkOrderDispatchService } from '../dispatch/work-order-dispatch.service';
import { type OpenOrder, OrderBook } from '../order-book';
import { OrderMessages } from '../order-messages';
import { OrderTaking } from '../order-taking';
import { staffLimits } from '../owner-limits.policy';
import { orderSubject } from '../work-order.rows';
import { WorkOrderAccess } from '../work-order-access';
import { by, changeOf } from './work-order-serving.service';

/** An order changes hands, is weighed anew, or ends without a visit; always with a reason. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: WorkOrderAccess,
    private readonly taking: OrderTaking,
    private readonly contractors: ContractorQueries,
    private readonly book: OrderBook,
    private readonly dispatch: WorkOrderDispatchService,
    private readonly messages: OrderMessages,
    private readonly customers: CustomerRegister,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  /**
   * To a named colleague, who must accept: by whoever holds it (a few times), or by a supervisor or manager.
   * @throws CodedError `work-order.target-invalid`, `work-order.limit-reached`
   */
  transfer(actor: StaffActor, id: string, toStaffId: string, reason: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      if (!order.can('redispatch')) throw coded('work-order.state-conflict');
      const { assignee_id: from } = order.row;
      if (toStaffId === from) throw coded('work-order.target-invalid');
      if (!this.access.steers(actor) && staffLimits(order.log, order.policy).transfers <= 0) throw coded('work-order.limit-reached');
      const now = this.clock.now();
      order.note(now, 'transferred', by(actor), { toStaffId, reason, ...(from === actor.staffId ? {} : { above: true }) });
      order.row.escalation = 0;
      await this.dispatch.putBefore(tx, order, toStaffId, by(actor), reason);
      if (from && from !== actor.staffId) {
        const names = await this.messages.names(tx, [order.row], []);
        await this.messages.send(tx, this.messages.toColleague(order, from, names, { what: '工单已转给其他同事', at: now, hint: reason }));
      }
      return changeOf(order);
    });
  }

  /** Given back: a no before accepting, or later with a reason; the rules look for somebody else. */
  giveBack(actor: StaffActor, id: string, reason: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      if (order.row.assignee_id !== actor.staffId) throw coded('work-order.not-assignee');
      if (!order.can('redispatch')) throw coded('work-order.state-conflict');
      if (staffLimits(order.log, order.policy).returns <= 0) throw coded('work-order.limit-reached');
      order.note(this.clock.now(), order.row.status === 'dispatched' ? 'declined' : 'returned', by(actor), { reason });
      await this.dispatch.placeAgain(tx, order);
      return changeOf(order);
    });
  }

  /** A firm comes instead; the colleague who sent it keeps the order and its clocks. */
  contract(actor: StaffActor, id: string, contractorId: string, reason: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      const { row } = order;
      if (!['accepted', 'working', 'paused'].includes(row.status)) throw coded('work-order.state-conflict');
      const name = await this.contractors.nameOf(tx, contractorId, row.project_id);
      if (name === null) throw coded('contractor.not-found');
      if (staffLimits(order.log, order.policy).contracts <= 0) throw coded('work-order.limit-reached');
      const now = this.clock.now();
      row.contractor_id = contractorId;
      order.note(now, 'contracted', by(actor), { contractorId, name, reason });
      const names = await this.messages.names(tx, [row], []);
      await this.book.save(tx, [order], ...this.messages.toOwner(order, names, { status: '处理中', at: now, note: `已安排${name}上门` }));
      return changeOf(order);
    });
  }

  /** The desk weighs a complaint anew (J10); one that turns out major goes to the manager (J14). */
  grade(actor: StaffActor, id: string, { reason, ...grade }: GradeRequest): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      const { row } = order;
      if (row.kind !== 'complaint' || !isOpen(order)) throw coded('work-order.state-conflict');
      const now = this.clock.now();
      const severity = severityOf(grade);
      const becameMajor = severity === 'major' && row.severity !== 'major';
      row.grade = grade;
      row.severity = severity;
      order.note(now, 'graded', by(actor), { ...grade, severity, reason });
      const names = await this.messages.names(tx, [row], []);
      const { manager } = await this.dispatch.aboveOf(row.project_id);
      if (!becameMajor || !manager) {
        await this.book.save(tx, [order]);
        return changeOf(order);
      }
      row.escalation = 2;
      row.responsible_id = manager.id;
      order.note(now, 'escalated', by(actor), { level: 2, staffId: manager.id });
      const told = this.messages.escalation(order, manager.id, names, { reason: '重大投诉，请经理牵头', hint: '请尽快联系业主' });
      await this.book.save(tx, [order], ...told);
      return changeOf(order);
    });
  }

  /** Ended by the service, before it was done: reported twice, not ours, the owner said no. */
  cancel(actor: StaffActor, id: string, reason: string): Promise<WorkOrderChange> {
    return this.database.useCase(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      if (!this.access.steers(actor)) throw coded('work-order.not-assignee');
      order.move('cancel');
      const now = this.clock.now();
      order.row.closed_at = now;
      order.note(now, 'cancelled', by(actor), { reason });
      const names = await this.messages.names(tx, [order.row], []);
      const told = this.messages.toOwner(order, names, { status: '已取消', at: now, note: reason });
      const { assignee_id: holder } = order.row;
      if (holder && holder !== actor.staffId) {
        told.push(...this.messages.toColleague(order, holder, names, { what: '工单已取消', at: now, hint: reason }));
      }
      await this.book.save(tx, [order], ...told);
      return changeOf(order);
    });
  }

  /** The number to ring, in the clear; who asked for it is on record. */
  revealPhone(actor: StaffActor, id: string): Promise<PhoneReveal> {
    // No use case that keeps its answer: the number would lie in a table after all.
    return this.database.transaction(async (tx) => {
      const order = await this.taking.held(tx, actor, id);
      const { contact_sealed: contact, customer_id: customerId } = order.row;
      const now = this.clock.now();
      const phone = contact === null ? await this.customers.phoneOf(tx, customerId) : this.cipher.decrypt(contact);
      order.note(now, 'phone-revealed', by(actor), {});
      await this.audit.record(tx, actor.staffId, 'phone.revealed', orderSubject(id), {});
      await this.book.save(tx, [order]);
      return { phone, recordedAt: new Date(now).toISOString() };
    });
  }
}

const isOpen = (order: OpenOrder): boolean => !['resolved', 'closed', 'cancelled'].includes(order.row.status);
