import { sayTime } from '@guihu/shared';
import type { NotifyRequest } from '../../../../platform/notifier/notifier';
import { outsideQuiet, type QuietHours } from '../../../../platform/working-time';
import type { CustomerBrief } from '../../../registers/customer';
import { type LeadRow, leadPage, leadSubject } from '../lead.rows';

/** More offers than this to one colleague in one go travel as one message. */
const MESSAGES_BEFORE_BUNDLING = 3;

interface OfferMessage {
  lead: LeadRow;
  staffId: string;
  /** Epoch ms. */
  dueAt: number;
  hint: string;
}

export interface ByHand {
  byName: string;
  reason: string;
}

/** What messages and records call things; read once for a whole batch. */
export interface Names {
  project: string;
  customers: ReadonlyMap<string, CustomerBrief>;
  channels: ReadonlyMap<string, string>;
}

/** What one batch of decisions tells to colleagues and customers. */
export class PlacementMessages {
  private readonly offers: OfferMessage[] = [];
  private readonly messages: NotifyRequest[] = [];

  constructor(
    private readonly names: Names,
    private readonly quiet: QuietHours,
    private readonly now: number,
  ) {}

  offered(offer: OfferMessage): void {
    this.offers.push(offer);
  }

  /** Everything that was gathered, once. */
  all(): NotifyRequest[] {
    this.bundleOffers();
    return this.messages;
  }

  private bundleOffers(): void {
    const byStaff = new Map<string, OfferMessage[]>();
    for (const message of this.offers) byStaff.set(message.staffId, [...(byStaff.get(message.staffId) ?? []), message]);
    for (const [staffId, own] of byStaff) {
      if (own.length > MESSAGES_BEFORE_BUNDLING) this.messages.push(this.bundle(staffId, own));
      else
        for (const { lead, dueAt, hint } of own)
          this.tell(lead, staffId, 'lead-offered', { source: this.sourceOf(lead), acceptBy: dueAt, hint });
    }
  }

  private bundle(staffId: string, own: readonly OfferMessage[]): NotifyRequest {
    return {
      recipient: { staffId },
      intent: 'leads-offered',
      facts: {
        summary: `你有 ${own.length} 条新线索待接单`,
        count: own.length,
        acceptBy: Math.min(...own.map((m) => m.dueAt)),
        hint: '请在截止前逐条接单',
      },
      page: 'subpackages/sales/pages/leads/index',
      subject: `staff:${staffId}`,
      notBefore: this.afterQuiet(),
    };
  }

  transferred(lead: LeadRow, staffId: string, byHand: ByHand): void {
    this.tell(lead, staffId, 'lead-transferred', { from: byHand.byName, reason: byHand.reason, transferredAt: this.now });
  }

  /** Nobody took it, or nobody may: the manager decides. */
  escalated(lead: LeadRow, managerId: string): void {
    // WeChat cuts a field after twenty characters; the whole reason is on the lead.
    const reason = lead.offer_round > 0 ? `已有 ${lead.offer_round} 位同事未接单` : '没有可以接单的同事';
    this.tell(lead, managerId, 'lead-escalated', { reason, receivedAt: Number(lead.created_at), hint: '请尽快指定同事接待' });
  }

  /** A message about a lead to a colleague: opens the lead, and waits for the end of quiet hours. */
  private tell(lead: LeadRow, staffId: string, intent: string, facts: NotifyRequest['facts']): void {
    this.messages.push({
      recipient: { staffId },
      intent,
      facts: { customer: this.names.customers.get(lead.customer_id)?.name ?? '客户', project: this.names.project, ...facts },
      page: leadPage(lead.id),
      subject: leadSubject(lead.id),
      notBefore: this.afterQuiet(),
    });
  }

  /**
   * An answer to the person's own tap, so it may leave at any hour: who serves them when somebody is at work, else when to expect
   * the call. Imported people and walk-ins gave no tap and are not written to.
   */
  toCustomer(lead: LeadRow, agentName: string | null, contactBy: number | null): void {
    if (lead.entered_by_id) return;
    const { project } = this.names;
    const next = contactBy === null ? '正在为您安排置业顾问' : `${sayTime(contactBy, this.now)} 前与您联系`;
    const message: Pick<NotifyRequest, 'intent' | 'facts'> = agentName
      ? {
          intent: 'agent-assigned',
          facts: { agent: agentName, project, contactBy: contactBy ?? this.now, hint: '请留意来电，感谢您的信任' },
        }
      : { intent: 'lead-received', facts: { receiptNo: lead.receipt_no, project, receivedAt: Number(lead.created_at), next } };
    this.messages.push({
      recipient: { customerId: lead.customer_id },
      ...message,
      page: 'subpackages/customer/pages/my-leads/index',
      subject: leadSubject(lead.id),
      urgent: true,
    });
  }

  private sourceOf(lead: LeadRow): string {
    return this.names.channels.get(lead.channel_code) ?? lead.channel_code;
  }

  private afterQuiet(): number {
    return outsideQuiet(this.quiet, this.now);
  }
}
