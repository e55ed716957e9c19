import type { HouseRescheduling, MovedVisit, Rehosting, ViewingPlan, ViewingSlotList } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { ViewingChangeService } from '../changing/viewing-change.service';
import { dropOf, type HostFacts } from '../hosts/host.policy';
import { Hosts } from '../hosts/hosts';
import { ViewingPlans } from '../plan/viewing-plans';
import { ViewingSlotQueries } from '../slots/viewing-slot.queries';
import { type ViewingRow, writeViewingEvent } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';
import { StaffViewingQueries } from './staff-viewing.queries';
import { ViewingAccess } from './viewing-access';

/** Who receives a visitor, changed by hand, and visits that the house moves or calls off. */
@Injectable()
export class HostingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ViewingAccess,
    private readonly queries: StaffViewingQueries,
    private readonly plans: ViewingPlans,
    private readonly hosts: Hosts,
    private readonly slots: ViewingSlotQueries,
    private readonly changes: ViewingChangeService,
    private readonly messages: ViewingMessages,
  ) {}

  /**
   * Another colleague receives the visitor. The time they take decides, so that nobody is in two places.
   * @throws CodedError `viewing.not-found`, `viewing.state-conflict`, `viewing.host-busy`
   */
  async rehost(actor: StaffActor, id: string, { toStaffId, reason }: Rehosting): Promise<{ id: string }> {
    const seen = await this.queries.one(actor, id);
    const plan = seen.plan_id ? (await this.plans.byIds([seen.plan_id])).get(seen.plan_id) : undefined;
    if (!plan) throw coded('viewing.state-conflict');
    const slot = { startsAt: seen.starts_at, endsAt: seen.ends_at };
    const crew = await this.hosts.crew({ ...plan, personalHost: true }, slot.startsAt, slot.endsAt);
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      if (visit.status !== 'booked' || visit.starts_at !== slot.startsAt) throw coded('viewing.state-conflict');
      if (visit.host_id === toStaffId) return { id };
      const to = (await this.hosts.facts(tx, crew, slot, plan, visit.slot_id ?? undefined)).find((c) => c.staffId === toStaffId);
      if (!to) throw coded('viewing.host-busy', '请选择本楼盘的置业顾问');
      const drop = dropOf(to);
      if (drop || !(await this.hold(tx, visit, plan, to))) throw coded('viewing.host-busy', `${to.name}${drop ?? '刚刚被约走'}`);
      if (visit.host_id) await this.hosts.free(tx, id, visit.host_id);
      const now = this.clock.now();
      const chosen = { id: to.staffId, name: to.name };
      const choice = { how: 'by-hand' as const, chosen, candidates: [], sentences: [`改由${to.name}接待：${reason}`] };
      await execute(tx, 'UPDATE viewings SET host_id = ?, host_choice = ?, updated_at = ? WHERE id = ?', [
        to.staffId,
        JSON.stringify(choice),
        now,
        id,
      ]);
      await writeViewingEvent(
        tx,
        id,
        now,
        'rehosted',
        { kind: 'staff', id: actor.staffId },
        { from: visit.host_id, to: to.staffId, reason },
      );
      const moved = { ...visit, host_id: to.staffId, host_choice: choice };
      await this.messages.changed(tx, moved, `由${to.name}接待您`, visit.host_id);
      return { id };
    });
  }

  /** Takes the time of whoever shall receive; that of whoever receives everybody belongs to the slot, and is taken once. */
  private async hold(tx: EntityManager, visit: ViewingRow, plan: ViewingPlan, { staffId, name }: HostFacts): Promise<boolean> {
    const slot = { startsAt: visit.starts_at, endsAt: visit.ends_at };
    if (!visit.slot_id || plan.personalHost || plan.eventHostId !== staffId) return this.hosts.hold(tx, staffId, visit.id, slot, plan);
    const { hostId } = await this.hosts.reserveForEvent(tx, visit.slot_id, slot, plan, { eventHost: { id: staffId, name } });
    return hostId !== null;
  }

  /** Where a visit may be moved to. @throws CodedError as `reschedule` */
  async times(actor: StaffActor, id: string, span: { from: string; to: string }): Promise<ViewingSlotList> {
    const visit = await this.queries.one(actor, id);
    this.answersFor(actor, visit);
    return this.slots.forVisit(visit, span);
  }

  /** @throws CodedError `viewing.not-found`, `permission.denied` for who neither receives nor assigns, and as `rescheduleByHouse` */
  async reschedule(actor: StaffActor, id: string, choice: HouseRescheduling): Promise<MovedVisit> {
    const scope = await this.access.wide(actor);
    return this.changes.rescheduleByHouse(actor.staffId, id, choice, async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      this.answersFor(actor, visit);
      return visit;
    });
  }

  /** @throws CodedError `viewing.not-found`, `permission.denied` for who neither receives nor assigns, `viewing.state-conflict` */
  async cancel(actor: StaffActor, id: string, reason: string): Promise<{ id: string; status: 'cancelled' }> {
    const scope = await this.access.wide(actor);
    return this.database.useCase(async (tx) => {
      const visit = await this.access.take(tx, scope, id);
      this.answersFor(actor, visit);
      await this.changes.callOff(tx, visit, { kind: 'staff', id: actor.staffId }, reason);
      return { id, status: 'cancelled' as const };
    });
  }

  /** @throws CodedError `permission.denied` */
  private answersFor(actor: StaffActor, visit: ViewingRow): void {
    if (visit.host_id !== actor.staffId && !actor.permissions.includes('viewing.assign')) throw coded('permission.denied');
  }
}
