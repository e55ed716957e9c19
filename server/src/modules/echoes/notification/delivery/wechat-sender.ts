import { Inject, Injectable } from '@nestjs/common';
import type { MessageTemplate, TemplateKey, TemplateValues } from '../../../../integrations/wechat/message-templates.port';
import { WECHAT, type WechatPort, WechatRefused } from '../../../../integrations/wechat/wechat.port';
import { Database } from '../../../../platform/database/database';
import { PermanentJobError } from '../../../../platform/jobs/job-registry';
import { Accounts } from '../../../registers/identity';
import { stepAfter, waysFor, whyInboxOnly, whyRefused } from './channel.policy';
import { type DeliveryOrder, type MessageFate, MessageLog } from './message-log';
import { valuesOf } from './message-rendering';
import type { Parcel } from './parcels';
import { SubscriptionCredits } from './subscription-credits';
import type { Way } from './way';

export interface SendOutcome {
  readonly fate: MessageFate;
  /** Corrections of the credit ledger that the attempt taught. */
  readonly ledger: readonly { change: 'add' | 'drop'; accountId: string }[];
  /** Set when the job has to fail: to be tried again, or at once when it is a PermanentJobError. */
  readonly error?: Error;
}

/** Hands one message to WeChat by the best way that is open, and to the next one when WeChat refuses. */
@Injectable()
export class WechatSender {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly credits: SubscriptionCredits,
    private readonly log: MessageLog,
    @Inject(WECHAT) private readonly wechat: WechatPort,
  ) {}

  async send(parcel: Parcel): Promise<SendOutcome> {
    const { order, template } = parcel;
    if (!template) return unknownIntent(order);
    const kind = 'staffId' in order.recipient ? 'staff' : 'customer';
    const ledger: { change: 'add' | 'drop'; accountId: string }[] = [];
    let refused = false;
    for (const way of waysFor(kind, parcel.channels, parcel.reaches)) {
      const { channel, accountId } = way;
      if (channel === 'subscribe' && !(await this.pay(parcel, accountId))) continue;
      try {
        const { msgId } = await this.over(way, order, template);
        return { fate: { channel, state: 'sent', wechatMsgId: msgId || null }, ledger };
      } catch (error) {
        const step = error instanceof WechatRefused ? stepAfter(error) : 'give-up';
        if (step === 'sent') return { fate: { channel, state: 'sent' }, ledger };
        // Only 43101 says that WeChat has none left; after any other refusal the credit was not used.
        const none = error instanceof WechatRefused && error.kind === 'no-credit';
        if (channel === 'subscribe') ledger.push({ change: none ? 'drop' : 'add', accountId });
        if (step !== 'next') return { ...failure(channel, step, error as Error), ledger };
        if (channel === 'template' && !none) await this.accounts.setFollowing(way.openid, null, false);
        refused = true;
      }
    }
    return { fate: { channel: 'inbox', state: 'sent', reason: whyInboxOnly(kind, parcel.reaches, refused) }, ledger };
  }

  private over({ channel, openid }: Way, order: DeliveryOrder, template: MessageTemplate): Promise<{ msgId: string }> {
    const fields = valuesOf(template, order.facts) as TemplateValues<TemplateKey>;
    const message = { openid, templateKey: template.key as TemplateKey, fields, page: order.page ?? null };
    if (channel === 'subscribe') return this.wechat.sendSubscribe(message);
    return this.wechat.sendTemplate({ ...message, clientMsgId: order.messageId });
  }

  /**
   * Spends the credit before the message leaves, and leaves a mark that it is spent: after a crash the message goes out on
   * the same credit. False when another delivery took the last one.
   */
  private async pay(parcel: Parcel, accountId: string): Promise<boolean> {
    const { order, written } = parcel;
    if (written?.state === 'waiting' && written.channel === 'subscribe') {
      parcel.written = { ...written, channel: 'inbox' };
      return true;
    }
    const mark: MessageFate = { channel: 'subscribe', state: 'waiting' };
    const paid = await this.database.transaction(async (tx) => {
      if (!(await this.credits.spend(tx, accountId, order.intent))) return false;
      if (written) await this.log.update(tx, order.messageId, mark);
      else await this.log.insert(tx, [{ order, fate: mark }]);
      return true;
    });
    // It waits as `inbox` here, so that a second account pays with a credit of its own.
    if (paid) parcel.written = { id: order.messageId, channel: 'inbox', state: 'waiting', wechatMsgId: null, reason: null };
    return paid;
  }
}

function failure(channel: Way['channel'], step: 'later' | 'give-up', error: Error): Pick<SendOutcome, 'fate' | 'error'> {
  const why = error instanceof WechatRefused ? whyRefused(error) : '消息内容有误，请联系管理员';
  if (step === 'give-up') return { fate: { channel, state: 'failed', reason: why }, error: new PermanentJobError(error.message) };
  return { fate: { channel: channel === 'subscribe' ? 'inbox' : channel, state: 'waiting', reason: `${why}，稍后自动重试` }, error };
}

function unknownIntent({ intent }: DeliveryOrder): SendOutcome {
  const error = new PermanentJobError(`no message template is called ${intent}`);
  return { fate: { channel: 'inbox', state: 'failed', reason: '没有登记这种消息的模板，请联系管理员' }, ledger: [], error };
}
