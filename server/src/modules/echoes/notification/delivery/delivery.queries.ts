import type { DeliveryView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { LeadQueries } from '../../../journeys/lead';
import { WorkOrderAccess } from '../../../journeys/work-order';
import { CustomerRegister } from '../../../registers/customer';
import { StaffQueries } from '../../../registers/staff';
import { Message } from '../notification.entity';

const MOST = 200;
const CHANNEL_LABELS: Readonly<Record<Message['channel'], string>> = {
  template: '公众号消息',
  subscribe: '小程序订阅消息',
  inbox: '站内消息',
};

/** Did it reach them: the messages owed about something, and what became of each. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly database: Database,
    private readonly leads: LeadQueries,
    private readonly orders: WorkOrderAccess,
    private readonly staff: StaffQueries,
    private readonly customers: CustomerRegister,
  ) {}

  /** Newest first. @throws CodedError `lead.not-found` for a lead that this colleague may not see. */
  async aboutLead(actor: StaffActor, leadId: string): Promise<DeliveryView[]> {
    if (!(await this.leads.one(actor, leadId))) throw coded('lead.not-found');
    return this.about(`lead:${leadId}`);
  }

  /** Newest first. @throws CodedError `work-order.not-found` for an order that this colleague may not see. */
  async aboutOrder(actor: StaffActor, orderId: string): Promise<DeliveryView[]> {
    await this.orders.visible(actor, orderId);
    return this.about(`work-order:${orderId}`);
  }

  private async about(subject: string): Promise<DeliveryView[]> {
    const messages = await this.database.manager.find(Message, { where: { subject }, order: { id: 'DESC' }, take: MOST });
    const [colleagues, customers] = await Promise.all([
      this.staff.byIds([...new Set(messages.flatMap((m) => m.staffId ?? []))]),
      this.customers.briefs(messages.flatMap((m) => m.customerId ?? [])),
    ]);
    return messages.map((m) => ({
      to: colleagues.get(m.staffId ?? '')?.name ?? customers.get(m.customerId ?? '')?.name ?? '',
      title: m.title,
      channel: CHANNEL_LABELS[m.channel],
      state: m.state,
      at: new Date(m.receivedAt ?? m.sentAt ?? m.createdAt).toISOString(),
      reason: m.reason,
    }));
  }
}
