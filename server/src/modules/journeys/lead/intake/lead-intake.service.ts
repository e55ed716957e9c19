import type { ConsentGiven, Gender, LeadIntent, LeadStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/columns';
import { insertRows, isDuplicate, select } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Notifier } from '../../../../platform/notifier/notifier';
import { type ConsentBasis, Consents, CustomerRegister } from '../../../registers/customer';
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

/**
 * Takes one person's interest in one project. A second submission is never dropped and never a second lead: it joins the
 * open one, is kept as a touch, and the responsible colleague is told (B1). The first source is never overwritten (A7).
 */
@Injectable()
export class LeadIntakeService {
  constructor(
    private readonly customers: CustomerRegister,
    private readonly consents: Consents,
    private readonly jobs: JobQueue,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async take(tx: EntityManager, arrival: Arrival): Promise<Arrived> {
    const customer = await this.customers.findOrCreate(tx, arrival);
    const key = `${arrival.project.id}:${customer.id}`;
    const open = customer.created ? undefined : await this.openLead(tx, key);
    const arrived = open ? await this.join(tx, arrival, open, customer) : await this.open(tx, arrival, key, customer);
    if (arrival.consent) await this.consents.record(tx, customer.id, arrival.consent.given, arrival.consent.basis, customer.created);
    return arrived;
  }

  private async open(tx: EntityManager, arrival: Arrival, key: string, customer: { id: string; created: boolean }): Promise<Arrived> {
    const now = this.clock.now();
    const lead = this.newLead(arrival, key, customer.id, now);
    try {
      await insertRows(tx, 'leads', [lead]);
    } catch (error) {
      const winner = isDuplicate(error) ? await this.openLead(tx, key) : undefined;
      if (!winner) throw error;
      return this.join(tx, arrival, winner, customer);
    }
    await insertRows(tx, 'lead_touches', [this.touch(lead.id, arrival, now, true)]);
    await insertRows(tx, 'lead_events', [eventRow(lead.id, now, 'received', arrival.enteredById, { channel: arrival.channel.name })]);
    await this.jobs.add(tx, { kind: ROUTE_LEAD, payload: { leadId: lead.id }, subject: leadSubject(lead.id) });
    return {
      leadId: lead.id,
      receiptNo: lead.receipt_no,
      status: 'received',
      joined: false,
      customerId: customer.id,
      customerIsNew: customer.created,
      ownerId: null,
    };
  }

  private async join(tx: EntityManager, arrival: Arrival, open: OpenLead, customer: { id: string; created: boolean }): Promise<Arrived> {
    const now = this.clock.now();
    await insertRows(tx, 'lead_touches', [this.touch(open.id, arrival, now, false)]);
    await insertRows(tx, 'lead_events', [eventRow(open.id, now, 'joined', arrival.enteredById, { channel: arrival.channel.name })]);
    await this.fillGaps(tx, open.id, arrival.intent, now);
    await this.customers.complete(tx, customer.id, arrival);
    if (open.owner_id) await this.tellOwner(tx, open, arrival, now);
    return {
      leadId: open.id,
      receiptNo: open.receipt_no,
      status: open.status,
      joined: true,
      customerId: customer.id,
      customerIsNew: false,
      ownerId: open.owner_id,
    };
  }

  private tellOwner(tx: EntityManager, open: OpenLead, arrival: Arrival, now: number): Promise<void> {
    return this.notifier.notify(tx, {
      recipient: { staffId: open.owner_id as string },
      intent: 'lead-joined',
      facts: {
        customer: arrival.name,
        project: arrival.project.name,
        source: arrival.channel.name,
        touchedAt: now,
        hint: '客户意向升温，建议尽快联系',
      },
      page: leadPage(open.id),
      subject: leadSubject(open.id),
    });
  }

  /** What the earlier form left open is taken from the new one; what was said before stays. */
  private async fillGaps(tx: EntityManager, leadId: string, intent: LeadIntent, now: number): Promise<void> {
    await tx.query(
      `UPDATE leads SET product_type = COALESCE(product_type, ?), area_min = COALESCE(area_min, ?), area_max = COALESCE(area_max, ?),
         budget_min = COALESCE(budget_min, ?), budget_max = COALESCE(budget_max, ?), purpose = COALESCE(purpose, ?),
         note = COALESCE(note, ?), updated_at = ? WHERE id = ?`,
      [intent.productType, intent.areaMin, intent.areaMax, intent.budgetMin, intent.budgetMax, intent.purpose, intent.note]
        .map((v): unknown => v ?? null)
        .concat([now, leadId]),
    );
  }

  private async openLead(tx: EntityManager, key: string): Promise<OpenLead | undefined> {
    const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
    const [row] = await select<OpenLead>(tx, `SELECT id, receipt_no, status, owner_id FROM leads WHERE open_key = ?${lock}`, [key]);
    return row;
  }

  private newLead(arrival: Arrival, openKey: string, customerId: string, now: number) {
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

  private touch(leadId: string, arrival: Arrival, now: number, isFirst: boolean) {
    return {
      id: newId(),
      lead_id: leadId,
      channel_code: arrival.channel.code,
      channel_root: arrival.channel.root,
      is_first: isFirst,
      at: now,
      by_staff_id: arrival.enteredById,
      account_id: arrival.accountId,
      note: arrival.touchNote,
    };
  }
}

interface OpenLead {
  id: string;
  receipt_no: string;
  status: LeadStatus;
  owner_id: string | null;
}
