import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Notifier } from '../../../../platform/notifier/notifier';
import { type CustomerMerge, CustomerMerges, CustomerRegister, type MergePart } from '../../../registers/customer';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { LeadReleased } from '../lead.events';
import { OFFER_EXPIRY } from '../lead.jobs';
import { type LeadRow, leadPage, leadSubject, lockLeads, writeEvent } from '../lead.rows';
import { AgentTallies } from '../routing/agent-tallies';
import { type Joining, joinLeads, type OpenLead } from './joining.policy';

interface Open extends OpenLead {
  row: LeadRow;
}

const instant = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

const openOf = (row: LeadRow): Open => {
  const { last_contact_at, next_follow_up_at } = row as unknown as Record<string, unknown>;
  return {
    row,
    id: row.id,
    status: row.status,
    level: row.level,
    ownerId: row.owner_id,
    createdAt: Number(row.created_at),
    lastContactAt: instant(last_contact_at),
    nextFollowUpAt: instant(next_follow_up_at),
  };
};

/** Leads of two customers who are one: of two open ones in a project the earlier stays, and the other one goes into it. */
@Injectable()
export class LeadMerge implements MergePart {
  readonly name = 'lead';
  readonly columns = { 'leads.customer_id': { counted: '{n} 条线索', ofProject: true as const } };
  /** What happened to each lead, its offers and decisions stay its own history. */
  readonly follows = { leads: ['lead_touches.lead_id', 'follow_ups.lead_id'] };

  constructor(
    merges: CustomerMerges,
    private readonly customers: CustomerRegister,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly tallies: AgentTallies,
    private readonly jobs: JobQueue,
    private readonly events: DomainEvents,
    private readonly notifier: Notifier,
  ) {
    merges.add(this);
  }

  async settle(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    const { from, into } = merge;
    const seen = await select<{ id: string; project_id: string }>(
      tx,
      `SELECT id, project_id FROM leads WHERE customer_id IN ${marks(2)} AND open_key IS NOT NULL`,
      [from, into],
    );
    if (seen.length === 0) return;
    const twice = seen.map((lead) => lead.project_id).filter((id, place, all) => all.indexOf(id) !== place);
    for (const projectId of twice.sort()) await this.tallies.lockProject(tx, projectId);
    const rows = await lockLeads(
      tx,
      seen.map(({ id }) => id),
    );
    for (const row of rows.filter((each) => each.customer_id === from)) {
      const own = rows.find((each) => each.customer_id === into && each.project_id === row.project_id);
      if (own) await this.joinInto(tx, merge, joinLeads(openOf(own), openOf(row)));
    }
    // One is left for each project; its key names the survivor.
    await execute(tx, 'UPDATE leads SET open_key = REPLACE(open_key, ?, ?) WHERE customer_id = ? AND open_key IS NOT NULL', [
      from,
      into,
      from,
    ]);
  }

  private async joinInto(tx: EntityManager, merge: CustomerMerge, joining: Joining<Open>): Promise<void> {
    const { stays, goes } = joining;
    if (joining.servedByOther) await this.handOver(tx, stays, goes, merge.at);
    else await this.release(tx, goes, merge.at, 'closed');
    await this.closeJoined(tx, joining, merge);
    await this.enrich(tx, joining, merge.at);
    merge.join('leads', goes.id, stays.id);
    const ownerId = joining.servedByOther ? goes.ownerId : stays.ownerId;
    const people = await this.staff.byIds(
      [ownerId, goes.ownerId].flatMap((id) => id ?? []),
      tx,
    );
    const owner = ownerId ? (people.get(ownerId)?.name ?? '同事') : null;
    const project = (await this.projects.names([stays.row.project_id])).get(stays.row.project_id) ?? '';
    merge.say(
      `${project}有两条进行中的线索，保留较早的 ${stays.row.receipt_no}，来源不变，${owner ? `由${owner}继续跟进` : '等待分配'}；` +
        `${goes.row.receipt_no} 并入后关闭，触点、跟进记录和任务都转过去`,
    );
    await this.tell(tx, joining, { owner, project, at: merge.at });
  }

  /** The other lead's colleague serves the one that stays: one lead for one lead in the tally. */
  private async handOver(tx: EntityManager, stays: Open, goes: Open, at: number): Promise<void> {
    await this.release(tx, stays, at, 'transferred');
    await execute(
      tx,
      `UPDATE leads SET status = 'accepted', owner_id = ?, accepted_at = (SELECT accepted_at FROM (SELECT accepted_at FROM leads WHERE id = ?) AS other),
         offer_id = NULL, accept_by = NULL WHERE id = ?`,
      [goes.ownerId, goes.id, stays.id],
    );
  }

  /** Ends what somebody had with a lead: the waiting offer, and the place in the tally. */
  private async release(tx: EntityManager, { row }: Open, at: number, why: 'closed' | 'transferred'): Promise<void> {
    const { id, offer_id, owner_id, status } = row;
    if (offer_id) await execute(tx, `UPDATE lead_offers SET outcome = 'withdrawn', answered_at = ? WHERE id = ?`, [at, offer_id]);
    await this.jobs.cancel(tx, leadSubject(id), OFFER_EXPIRY);
    if (!owner_id) return;
    if (status === 'accepted' || status === 'offered') await this.tallies.shift(tx, owner_id, -1);
    if (status === 'accepted') await this.events.publish(tx, LeadReleased, { leadId: id, staffId: owner_id, at, why }, leadSubject(id));
  }

  private async closeJoined(tx: EntityManager, { stays, goes }: Joining<Open>, { at, byId }: CustomerMerge): Promise<void> {
    await execute(
      tx,
      `UPDATE leads SET status = 'closed', open_key = NULL, closure_reason = ?, closed_at = ?, updated_at = ?, offer_id = NULL, accept_by = NULL,
         next_follow_up_at = NULL WHERE id = ?`,
      [`客户合并，并入 ${stays.row.receipt_no}`, at, at, goes.id],
    );
    // The first source is that of the lead that stays; this one was a later touch of the same person.
    await execute(tx, 'UPDATE lead_touches SET is_first = ? WHERE lead_id = ?', [0, goes.id]);
    await writeEvent(tx, goes.id, at, 'joined-into', byId, { receipt: stays.row.receipt_no });
    await writeEvent(tx, stays.id, at, 'took-in', byId, { receipt: goes.row.receipt_no });
  }

  private async enrich(tx: EntityManager, { stays, goes, ...rest }: Joining<Open>, at: number): Promise<void> {
    const { row } = goes;
    await execute(
      tx,
      `UPDATE leads SET level = ?, last_contact_at = ?, next_follow_up_at = ?, product_type = COALESCE(product_type, ?),
         area_min = COALESCE(area_min, ?), area_max = COALESCE(area_max, ?), budget_min = COALESCE(budget_min, ?),
         budget_max = COALESCE(budget_max, ?), purpose = COALESCE(purpose, ?), note = COALESCE(note, ?),
         preferred_staff_id = COALESCE(preferred_staff_id, ?), updated_at = ? WHERE id = ?`,
      [
        ...[rest.level, rest.lastContactAt, rest.nextFollowUpAt],
        ...[row.product_type, row.area_min, row.area_max, row.budget_min, row.budget_max, row.purpose, row.note, row.preferred_staff_id],
        at,
        stays.id,
      ],
    );
  }

  /** Both colleagues hear of it: who goes on, and who does not. */
  private async tell(
    tx: EntityManager,
    { stays, goes, servedByOther }: Joining<Open>,
    { owner, project, at }: { owner: string | null; project: string; at: number },
  ): Promise<void> {
    const customer = (await this.customers.briefs([stays.row.customer_id], tx)).get(stays.row.customer_id)?.name ?? '客户';
    const goesOn = servedByOther ? goes.ownerId : stays.ownerId;
    const letsGo = servedByOther ? stays.ownerId : goes.ownerId;
    if (goesOn)
      await this.notifier.notify(tx, {
        recipient: { staffId: goesOn },
        intent: 'lead-joined',
        facts: { customer, project, source: '客户合并', touchedAt: at, hint: '另一条线索的记录已并入' },
        page: leadPage(stays.id),
        subject: leadSubject(stays.id),
      });
    if (letsGo && letsGo !== goesOn)
      await this.notifier.notify(tx, {
        recipient: { staffId: letsGo },
        intent: 'lead-transferred',
        facts: { customer, project, from: '客户合并', reason: owner ? `由${owner}继续跟进` : '并入另一条线索', transferredAt: at },
        page: leadPage(servedByOther ? stays.id : goes.id),
        subject: leadSubject(servedByOther ? stays.id : goes.id),
      });
  }
}
