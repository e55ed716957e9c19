import { HOME_ROLES, maskPhone, type StaffWorkOrderDetail, type StaffWorkOrderSummary, type WorkOrderDispatchView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { CustomerRegister } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { UploadRegister } from '../../../registers/upload';
import { readClocks } from '../clock/clock.policy';
import { sayClock, urgencyOf } from '../clock/clock.text';
import { DispatchDecisionRecord } from '../dispatch/dispatch.entity';
import { staffLimits } from '../owner-limits.policy';
import { timelineOf } from '../timeline.policy';
import { orderSubject, type WorkOrderRow } from '../work-order.rows';
import { WorkOrderAccess } from '../work-order-access';
import { staffVerbs } from './allowed-verbs.policy';
import { OrderDescription } from './order-description';
import { OrderHistories, type OrderHistory } from './order-histories';
import { RevisitQueries } from './revisit.queries';
import { whyYours } from './why-yours.policy';

/** One order, whole, for a colleague: who, where, what happened, how long there is, why me, what next. */
@Injectable()
export class WorkOrderDetailQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly access: WorkOrderAccess,
    private readonly description: OrderDescription,
    private readonly histories: OrderHistories,
    private readonly homes: HomeRegister,
    private readonly customers: CustomerRegister,
    private readonly uploads: UploadRegister,
    private readonly revisits: RevisitQueries,
  ) {}

  /** @throws CodedError `work-order.not-found`, also for an order of somebody else */
  async detail(actor: StaffActor, id: string): Promise<StaffWorkOrderDetail> {
    const row = await this.access.visible(actor, id);
    const [[summary], histories, reporter, photos, revisits, decisions, claimant] = await Promise.all([
      this.description.summaries([row]),
      this.histories.of([row]),
      this.reporterOf(row),
      this.uploads.of(orderSubject(id)),
      this.revisits.ofOrder(id),
      this.decisionsOf(id, 1),
      this.isClaimant(actor, id),
    ]);
    const { log, policy, schedule } = histories.get(id) as OrderHistory;
    const nameOf = await this.histories.names([log]);
    const now = this.clock.now();
    const clocks = readClocks(log, policy, schedule, now);
    const limits = staffLimits(log, policy);
    const order = { kind: row.kind, status: row.status, assigneeId: row.assignee_id, responsibleId: row.responsible_id };
    const asking = { staffId: actor.staffId, steers: this.access.steers(actor), claimant, permissions: actor.permissions };
    return {
      ...(summary as StaffWorkOrderSummary),
      urgency: urgencyOf(clocks, row.status, now),
      reporter,
      warrantyVerdict: row.warranty,
      grade: row.grade,
      photos,
      clocks: clocks.map((clock) => sayClock(clock, now)),
      timeline: timelineOf(log, { audience: 'staff', kind: row.kind, nameOf }),
      outcome: row.outcome,
      rating: row.rating,
      revisits,
      why: whyYours({
        log,
        staffId: actor.staffId,
        responsibleId: row.responsible_id,
        claimant,
        decision: decisions[0] ?? null,
        nameOf,
      }),
      allowed: staffVerbs(order, asking, limits),
      limits: clocks.some((clock) => clock.ended === null) ? limits.sentences : [],
    };
  }

  /** Newest first. @throws CodedError `work-order.not-found` */
  async dispatch(actor: StaffActor, id: string): Promise<WorkOrderDispatchView> {
    await this.access.visible(actor, id);
    return { workOrderId: id, decisions: await this.decisionsOf(id) };
  }

  private async decisionsOf(workOrderId: string, most?: number): Promise<WorkOrderDispatchView['decisions']> {
    const records = await this.database.manager.find(DispatchDecisionRecord, {
      where: { workOrderId },
      order: { decidedAt: 'DESC', id: 'DESC' },
      take: most,
    });
    return records.map(({ id, decidedAt, decision }) => ({ id, decidedAt: new Date(decidedAt).toISOString(), ...decision }));
  }

  private async isClaimant({ staffId }: StaffActor, id: string): Promise<boolean> {
    const sql = 'SELECT staff_id FROM work_order_claimants WHERE work_order_id = ? AND staff_id = ?';
    return (await this.database.rows(sql, [id, staffId])).length > 0;
  }

  /** As the register of the home names them, and the number that they asked to be rung at; masked in every case. */
  private async reporterOf(row: WorkOrderRow): Promise<StaffWorkOrderDetail['reporter']> {
    const [people, briefs] = await Promise.all([this.homes.peopleOf(row.unit_id), this.customers.briefs([row.customer_id])]);
    const person = people.find((each) => each.customerId === row.customer_id);
    const brief = briefs.get(row.customer_id);
    return {
      name: person?.name ?? brief?.name ?? '业主',
      phoneMasked: row.contact_sealed === null ? (brief?.phoneMasked ?? '') : maskPhone(this.cipher.decrypt(row.contact_sealed)),
      role: person ? HOME_ROLES[person.role] : '已不在此户',
    };
  }
}
