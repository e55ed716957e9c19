import type { ConsentGiven, Gender, LeadIntent, LeadStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Notifier, type NotifyRequest } from '../../../../platform/notifier/notifier';
import { type ConsentBasis, Consents, CustomerRegister } from '../../../registers/customer';
import { LiveCodes } from '../../../registers/live-code';
import { LeadArrivedByCode } from '../lead.events';
import { ROUTE_LEAD } from '../lead.jobs';
import { eventRow, leadPage, leadSubject } from '../lead.rows';
import { receiptNumber } from './receipt-number';

export interface Arrival {
  project: { id: string; code: string; name: string };
  /** E.164. */
  phone: string;
  name: string;
  gender: Gender;
  channel: { code: string; root: string; name: string };
  intent: LeadIntent;
  /** What stood in the place of an unknown channel, or what the clerk wrote. */
  touchNote: string | null;
  accountId: string | null;
  enteredById: string | null;
  consent: { given: ConsentGiven; basis: ConsentBasis } | null;
  /** The good code that brought them. */
  liveCode?: { id: string; code: string } | null;
  /** Whom they asked for; routing asks this colleague first. */
  preferredStaffId?: string | null;
  /** The table in which a colleague had kept them. */
  importId?: string;
  correlationId?: string;
}

export interface Arrived {
  leadId: string;
  receiptNo: string;
  status: LeadStatus;
  joined: boolean;
  customerId: string;
  customerIsNew: boolean;
  /** Who serves the lead that was joined. */
  ownerId: string | null;
}

/** An arrival with the customer it belongs to and, when there is one, the open lead it joins. */
interface Matched {
  arrival: Arrival;
  customer: { id: string; created: boolean };
  key: string;
  lead: OpenLead;
  isNew: boolean;
}

interface OpenLead {
  id: string;
  receipt_no: string;
  status: LeadStatus;
  owner_id: string | null;
}

/** Somebody else may open the same lead between our look and our write; the constraint tells, and we look again. */
const TRIES = 3;

/**
 * Takes people's interest in projects, one or many at a time. A second submission is never dropped and never a second lead: it
 * joins the open one, is kept as a touch, and the responsible colleague is told (B1). The first source is never overwritten (A7).
 */
@Injectable()
export class LeadIntakeService {
  constructor(
    private readonly customers: CustomerRegister,
    private readonly consents: Consents,
    private readonly jobs: JobQueue,
    private readonly notifier: Notifier,
    private readonly codes: LiveCodes,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async take(tx: EntityManager, arrival: Arrival): Promise<Arrived> {
    return (await this.takeAll(tx, [arrival]))[0] as Arrived;
  }

  /** Takes several in one transaction, with as many statements as for one. Answers in order. */
  async takeAll(tx: EntityManager, arrivals: readonly Arrival[]): Promise<Arrived[]> {
    const now = this.clock.now();
    const customers = await this.customers.findOrCreateAll(tx, arrivals);
    const matched = await this.openOrJoin(tx, arrivals, customers, now);
    const opened = matched.filter((m) => m.isNew);
    const joined = matched.filter((m) => !m.isNew);
    await insertRows(
      tx,
      'lead_touches',
      matched.map((m) => touchRow(m, now)),
    );
    await insertRows(
      tx,
      'lead_events',
      matched.map((m) =>
        eventRow(m.lead.id, now, m.isNew ? 'received' : 'joined', m.arrival.enteredById, { channel: m.arrival.channel.name }),
      ),
    );
    for (const { arrival, customer } of matched.filter((m) => !m.customer.created)) await this.customers.complete(tx, customer.id, arrival);
    for (const { arrival, lead } of joined) await this.fillGaps(tx, lead.id, arrival, now);
    await this.notifier.notify(tx, ...joined.flatMap((m) => ownersMessage(m, now)));
    await this.consents.record(
      tx,
      matched.flatMap(({ arrival, customer }) =>
        arrival.consent ? [{ customerId: customer.id, isNewCustomer: customer.created, ...arrival.consent }] : [],
      ),
    );
    await this.jobs.add(
      tx,
      ...opened.map(({ arrival, lead }) => ({
        kind: ROUTE_LEAD,
        payload: { leadId: lead.id },
        subject: leadSubject(lead.id),
        correlationId: arrival.correlationId,
      })),
    );
    await this.tellOfCodes(tx, matched, now);
    return matched.map(({ lead, customer, isNew }) => ({
      leadId: lead.id,
      receiptNo: lead.receipt_no,
      status: lead.status,
      joined: !isNew,
      customerId: customer.id,
      customerIsNew: customer.created,
      ownerId: lead.owner_id,
    }));
  }

  private async tellOfCodes(tx: EntityManager, matched: readonly Matched[], now: number): Promise<void> {
    await this.codes.countLeads(
      tx,
      matched.flatMap(({ arrival, isNew }) => (isNew && arrival.liveCode ? [arrival.liveCode.id] : [])),
    );
    for (const { arrival, customer, lead } of matched) {
      if (!arrival.liveCode) continue;
      const { project, accountId } = arrival;
      const told = { leadId: lead.id, customerId: customer.id, projectId: project.id, code: arrival.liveCode.code, accountId, at: now };
      await this.events.publish(tx, LeadArrivedByCode, told, leadSubject(lead.id));
    }
  }

  private async openOrJoin(
    tx: EntityManager,
    arrivals: readonly Arrival[],
    customers: readonly { id: string; created: boolean }[],
    now: number,
  ): Promise<Matched[]> {
    for (let attempt = 1; ; attempt++) {
      const keys = arrivals.map((a, i) => `${a.project.id}:${customers[i]?.id}`);
      // A customer made by this transaction can have no lead yet, except on a second look.
      const asked = keys.filter((_, i) => attempt > 1 || !customers[i]?.created);
      const open = await this.openLeads(tx, asked);
      const rows: Record<string, unknown>[] = [];
      const matched = arrivals.map((arrival, i): Matched => {
        const [key, customer] = [keys[i] as string, customers[i] as { id: string; created: boolean }];
        const known = open.get(key);
        if (known) return { arrival, customer, key, lead: known, isNew: false };
        const row = newLead(arrival, key, customer.id, now);
        rows.push(row);
        const lead = { id: row.id, receipt_no: row.receipt_no, status: row.status, owner_id: null };
        open.set(key, lead);
        return { arrival, customer, key, lead, isNew: true };
      });
      try {
        await insertRows(tx, 'leads', rows);
        return matched;
      } catch (error) {
        if (!isDuplicate(error) || attempt >= TRIES) throw error;
      }
    }
  }

  private async openLeads(tx: EntityManager, keys: readonly string[]): Promise<Map<string, OpenLead>> {
    const distinct = [...new Set(keys)].sort();
    if (distinct.length === 0) return new Map();
    const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
    const rows = await select<OpenLead & { open_key: string }>(
      tx,
      `SELECT id, receipt_no, status, owner_id, open_key FROM leads WHERE open_key IN ${marks(distinct.length)}${lock}`,
      distinct,
    );
    return new Map(rows.map(({ open_key, ...lead }) => [open_key, lead]));
  }

  /** What the earlier form left open is taken from the new one; what was said before stays. */
  private async fillGaps(tx: EntityManager, leadId: string, { intent, preferredStaffId }: Arrival, now: number): Promise<void> {
    await tx.query(
      `UPDATE leads SET product_type = COALESCE(product_type, ?), area_min = COALESCE(area_min, ?), area_max = COALESCE(area_max, ?),
         budget_min = COALESCE(budget_min, ?), budget_max = COALESCE(budget_max, ?), purpose = COALESCE(purpose, ?),
         note = COALESCE(note, ?), preferred_staff_id = COALESCE(preferred_staff_id, ?), updated_at = ? WHERE id = ?`,
      [intent.productType, intent.areaMin, intent.areaMax, intent.budgetMin, intent.budgetMax, intent.purpose, intent.note]
        .map((v): unknown => v ?? null)
        .concat([preferredStaffId ?? null, now, leadId]),
    );
  }
}

function ownersMessage({ arrival, lead }: Matched, now: number): NotifyRequest[] {
  if (!lead.owner_id) return [];
  return [
    {
      recipient: { staffId: lead.owner_id },
      intent: 'lead-joined',
      facts: {
        customer: arrival.name,
        project: arrival.project.name,
        source: arrival.channel.name,
        touchedAt: now,
        hint: '客户意向升温，建议尽快联系',
      },
      page: leadPage(lead.id),
      subject: leadSubject(lead.id),
    },
  ];
}

function newLead(arrival: Arrival, openKey: string, customerId: string, now: number) {
  const { intent } = arrival;
  return {
    id: newId(),
    receipt_no: receiptNumber(arrival.project.code, now),
    project_id: arrival.project.id,
    customer_id: customerId,
    open_key: openKey,
    status: 'received' as const,
    level: 'potential',
    offer_round: 0,
    channel_code: arrival.channel.code,
    channel_root: arrival.channel.root,
    entered_by_id: arrival.enteredById,
    preferred_staff_id: arrival.preferredStaffId ?? null,
    product_type: intent.productType,
    area_min: intent.areaMin,
    area_max: intent.areaMax,
    budget_min: intent.budgetMin,
    budget_max: intent.budgetMax,
    purpose: intent.purpose,
    note: intent.note,
    created_at: now,
    updated_at: now,
  };
}

const touchRow = ({ arrival, lead, isNew }: Matched, now: number) => ({
  id: newId(),
  lead_id: lead.id,
  channel_code: arrival.channel.code,
  channel_root: arrival.channel.root,
  is_first: isNew,
  at: now,
  by_staff_id: arrival.enteredById,
  account_id: arrival.accountId,
  note: arrival.touchNote,
  live_code_id: arrival.liveCode?.id ?? null,
  import_id: arrival.importId ?? null,
});
