import { Injectable } from '@nestjs/common';
import { type MessageTemplate, MessageTemplates } from '../../../../integrations/wechat/message-templates.port';
import { Accounts } from '../../../registers/identity';
import { type DeliveryOrder, MessageLog, type WrittenMessage } from './message-log';
import { SubscriptionCredits } from './subscription-credits';
import type { ReachNow, Way } from './way';

/** One message on its way, with what is known of its recipient at this moment. */
export interface Parcel {
  readonly order: DeliveryOrder;
  readonly template: MessageTemplate | null;
  readonly channels: readonly Way['channel'][];
  readonly reaches: readonly ReachNow[];
  /** Null until its row exists. */
  written: WrittenMessage | null;
}

/** `staff:<id>` or `customer:<id>`. */
export const recipientKey = ({ recipient }: DeliveryOrder): string =>
  'staffId' in recipient ? `staff:${recipient.staffId}` : `customer:${recipient.customerId}`;

/** Looks up what messages need before they leave, for any number of them in the same few statements. */
@Injectable()
export class Parcels {
  constructor(
    private readonly accounts: Accounts,
    private readonly credits: SubscriptionCredits,
    private readonly log: MessageLog,
    private readonly templates: MessageTemplates,
  ) {}

  async gather(orders: readonly DeliveryOrder[]): Promise<Parcel[]> {
    const staffIds = orders.flatMap(({ recipient }) => ('staffId' in recipient ? [recipient.staffId] : []));
    const customerIds = orders.flatMap(({ recipient }) => ('customerId' in recipient ? [recipient.customerId] : []));
    const [written, reaches] = await Promise.all([
      this.log.written(orders.map((order) => order.messageId)),
      this.accounts.reachesOf(staffIds, customerIds),
    ]);
    const customers = [...new Set(customerIds)].flatMap((id) => reaches.get(`customer:${id}`) ?? []);
    const credits = await this.credits.left(customers.map((reach) => reach.accountId));
    return orders.map((order) => {
      const known = written.get(order.messageId) ?? null;
      // A spent credit that has not left yet counts on the account it was most likely taken from.
      const paid = known?.state === 'waiting' && known.channel === 'subscribe' ? 1 : 0;
      const own = (reaches.get(recipientKey(order)) ?? []).map((reach, index) => ({
        ...reach,
        credits: (credits.get(`${reach.accountId} ${order.intent}`) ?? 0) + (index === 0 ? paid : 0),
      }));
      const found = this.templates.find(order.intent);
      return { order, template: found?.template ?? null, channels: found?.channels ?? [], reaches: own, written: known };
    });
  }
}
