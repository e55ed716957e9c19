import {
  allowedVerbs,
  CHANNEL_ROOTS,
  formatWan,
  GENDERS,
  LEAD_LEVELS,
  LEAD_TRANSITIONS,
  type LeadIntent,
  type LeadRoutingView,
  type LeadVerb,
  labelOf,
  PRODUCT_TYPES,
  PURPOSES,
  type RoutingDecisionView,
  type StaffLeadDetail,
  type StaffLeadSummary,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { CONTACT_PURPOSE, Consents, CustomerNumbers } from '../../registers/customer';
import { ChannelDirectory } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { FollowUp } from './follow-up/follow-up.entity';
import { LeadEvent, LeadTouch } from './lead.entity';
import { iso, LeadQueries, type ListedRow } from './lead.queries';
import { LeadAccess } from './lead-access';
import { LeadOffer, RoutingDecisionRecord } from './routing/routing.entity';
import { sayEvent } from './timeline.policy';
import { sayWhy } from './why.policy';

/** Verbs that a colleague does by hand; the others belong to routing. */
const BY_HAND: readonly LeadVerb[] = ['accept', 'reoffer', 'transfer', 'followUp', 'close'];

/** One lead, whole: who, from where, what happened, why me, what next. */
@Injectable()
export class LeadDetailQueries {
  constructor(
    private readonly database: Database,
    private readonly leads: LeadQueries,
    private readonly access: LeadAccess,
    private readonly channels: ChannelDirectory,
    private readonly staff: StaffQueries,
    private readonly consents: Consents,
    private readonly numbers: CustomerNumbers,
  ) {}

  /** @throws CodedError `lead.not-found`, also for a lead of somebody else. */
  async detail(actor: StaffActor, id: string): Promise<StaffLeadDetail> {
    const row = await this.visible(actor, id);
    const { manager } = this.database;
    const [[summary], touches, events, offers, followUps, decision] = await Promise.all([
      this.leads.describe([row]),
      manager.find(LeadTouch, { where: { leadId: id }, order: { at: 'ASC' }, take: 200 }),
      manager.find(LeadEvent, { where: { leadId: id }, order: { at: 'DESC', id: 'DESC' }, take: 200 }),
      manager.find(LeadOffer, { where: { leadId: id }, order: { round: 'ASC' } }),
      manager.find(FollowUp, { where: { leadId: id }, order: { occurredAt: 'DESC' }, take: 100 }),
      this.latestDecision(id),
    ]);
    const people = await this.staff.byIds([
      ...new Set([
        ...touches.flatMap((t) => t.byStaffId ?? []),
        ...events.flatMap((e) => [e.actorId, (e.data?.staffId as string | undefined) ?? null]).flatMap((p) => p ?? []),
        ...offers.map((o) => o.staffId),
        ...followUps.map((f) => f.staffId),
      ]),
    ]);
    const nameOf = (staffId: string | null | undefined) => (staffId ? (people.get(staffId)?.name ?? '同事') : null);
    const waiting = offers.find((o) => o.id === row.offer_id);
    const known = summary as StaffLeadSummary;
    return {
      ...known,
      ...portraitOf(known),
      touches: await Promise.all(
        touches.map(async (t) => ({
          at: iso(t.at) as string,
          channelName: (await this.channels.find(t.channelCode))?.name ?? t.channelCode,
          rootName: labelOf(CHANNEL_ROOTS, t.channelRoot),
          first: t.isFirst,
          by: nameOf(t.byStaffId) ?? '客户本人',
          note: t.note,
        })),
      ),
      timeline: events.map((e) => ({
        at: iso(e.at) as string,
        type: e.type,
        text: sayEvent(e.type, e.data, nameOf, e.at),
        by: nameOf(e.actorId),
      })),
      offers: offers.map((o) => ({
        id: o.id,
        staffId: o.staffId,
        staffName: nameOf(o.staffId) ?? '',
        round: o.round,
        offeredAt: iso(o.offeredAt) as string,
        dueAt: iso(o.dueAt) as string,
        outcome: o.outcome,
        reason: o.reason,
      })),
      followUps: followUps.map((f) => ({
        id: f.id,
        occurredAt: iso(f.occurredAt) as string,
        method: f.method,
        content: f.content,
        feedback: f.feedback,
        nextPlan: f.nextPlan,
        nextAt: iso(f.nextAt) as string,
        connected: f.connected,
        ...(f.level ? { level: f.level } : {}),
        by: nameOf(f.staffId) ?? '',
      })),
      otherNumbers: (await this.numbers.others([row.customer_id])).get(row.customer_id) ?? [],
      contactAllowed: !(await this.consents.withdrawn(row.customer_id, CONTACT_PURPOSE)),
      why: sayWhy({
        ownerId: row.owner_id,
        offer: offers.at(-1) ?? null,
        takenFrom: row.status === 'accepted' ? takenFrom(events.find((e) => e.type === 'accepted')) : null,
        decision,
      }),
      acceptByExplanation: waiting?.dueWhy ?? null,
      allowed: this.allowed(actor, row),
    };
  }

  async routing(actor: StaffActor, id: string): Promise<LeadRoutingView> {
    await this.visible(actor, id);
    const rows = await this.database.manager.find(RoutingDecisionRecord, {
      where: { leadId: id },
      order: { decidedAt: 'DESC', id: 'DESC' },
    });
    return { leadId: id, decisions: rows.map(toDecisionView) };
  }

  private async latestDecision(leadId: string): Promise<RoutingDecisionView | null> {
    const row = await this.database.manager.findOne(RoutingDecisionRecord, { where: { leadId }, order: { decidedAt: 'DESC', id: 'DESC' } });
    return row && toDecisionView(row);
  }

  private async visible(actor: StaffActor, id: string): Promise<ListedRow> {
    const row = await this.leads.one(actor, id);
    if (!row) throw coded('lead.not-found');
    return row;
  }

  private allowed(actor: StaffActor, row: ListedRow): LeadVerb[] {
    const decides = this.access.leads(actor);
    const mine = row.owner_id === actor.staffId;
    return allowedVerbs(LEAD_TRANSITIONS, row.status).filter((verb) => {
      if (!BY_HAND.includes(verb)) return false;
      if (verb === 'accept') return actor.permissions.includes('lead.accept') && (mine || decides || row.status === 'pooled');
      if (verb === 'reoffer' || verb === 'followUp') return mine && actor.permissions.includes('lead.follow-up');
      return (mine || decides) && actor.permissions.includes(verb === 'transfer' ? 'lead.transfer' : 'lead.close');
    });
  }
}

const takenFrom = (accepted: LeadEvent | undefined): string | null =>
  typeof accepted?.data?.from === 'string' ? accepted.data.from : null;

const toDecisionView = (row: RoutingDecisionRecord): RoutingDecisionView => ({
  id: row.id,
  decidedAt: iso(row.decidedAt) as string,
  ...row.decision,
});

/** The seven fields of a complete file (A9); the phone is always there. */
function portraitOf(lead: StaffLeadSummary): Pick<StaffLeadDetail, 'portrait' | 'completeness' | 'missing'> {
  const { intent, customer } = lead;
  const fields = [
    { label: '姓名', value: customer.name },
    { label: '性别', value: customer.gender === 'unknown' ? '' : GENDERS[customer.gender] },
    { label: '联系方式', value: customer.phoneMasked },
    { label: '意向产品', value: labelOf(PRODUCT_TYPES, intent.productType) },
    { label: '面积', value: sayArea(intent) },
    { label: '预算', value: sayBudget(intent) },
    { label: '购房目的', value: labelOf(PURPOSES, intent.purpose) },
  ];
  const missing = fields.filter((f) => !f.value).map((f) => f.label);
  const known = fields.filter((f) => f.value);
  const level = { label: '客户等级', value: LEAD_LEVELS[lead.level] };
  const note = intent.note ? [{ label: '备注', value: intent.note }] : [];
  return {
    portrait: [...known, level, ...note].map((f) => ({ ...f, from: lead.source.name })),
    completeness: Math.round((known.length / fields.length) * 100),
    missing,
  };
}

export function sayArea({ areaMin, areaMax }: LeadIntent): string {
  if (areaMin === undefined && areaMax === undefined) return '';
  if (areaMax === undefined) return `${areaMin}㎡ 以上`;
  return areaMin === undefined ? `${areaMax}㎡ 以下` : `${areaMin}–${areaMax}㎡`;
}

export function sayBudget({ budgetMin, budgetMax }: LeadIntent): string {
  if (budgetMin === undefined && budgetMax === undefined) return '';
  if (budgetMax === undefined) return `${formatWan(budgetMin as number)}以上`;
  return budgetMin === undefined ? `${formatWan(budgetMax)}以下` : `${formatWan(budgetMin)}–${formatWan(budgetMax)}`;
}
