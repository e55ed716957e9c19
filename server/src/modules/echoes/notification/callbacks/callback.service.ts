import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageTemplates } from '../../../../integrations/wechat/message-templates.port';
import type { WechatEvent } from '../../../../integrations/wechat/wechat-callbacks.port';
import { Clock } from '../../../../platform/clock/clock';
import { Database, insertRows, isDuplicate } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Accounts } from '../../../registers/identity';
import { SubscriptionCredits } from '../delivery/subscription-credits';
import { MATCH_RECEIPT, REFRESH_FOLLOWER } from './notification.jobs';
import type { Receipt } from './receipt';
import { Receipts } from './receipts';

type EventOf<T extends WechatEvent['type']> = Extract<WechatEvent, { type: T }>;

/** Takes what WeChat tells us: each event once, however often it is repeated. What needs a question to WeChat is left to a job. */
@Injectable()
export class CallbackService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly accounts: Accounts,
    private readonly credits: SubscriptionCredits,
    private readonly receipts: Receipts,
    private readonly templates: MessageTemplates,
  ) {}

  async take(events: readonly WechatEvent[]): Promise<void> {
    for (const event of events) await this.takeOne(event);
  }

  private async takeOne(event: WechatEvent): Promise<void> {
    if (event.type === 'other') return;
    const answerer = event.type === 'subscription-answered' ? await this.accounts.whoIs(event.openid) : null;
    const person = { openid: event.openid };
    const effect = async (tx: EntityManager): Promise<void> => {
      switch (event.type) {
        case 'followed':
        case 'unfollowed':
          return this.jobs.add(tx, { kind: REFRESH_FOLLOWER, payload: person });
        case 'subscription-answered':
          return answerer ? this.noteAnswer(tx, answerer.accountId, event) : undefined;
        case 'template-finished':
          return this.settle(tx, templateReceipt(event));
        case 'subscribe-finished':
          return this.settle(tx, this.subscribeReceipt(event));
      }
    };
    await this.database.transaction(async (tx) => {
      if (await this.firstTime(tx, event.dedupeKey)) await effect(tx);
    });
    if (event.type === 'template-finished' && event.outcome === 'blocked') await this.accounts.setFollowing(event.openid, null, false);
  }

  /** The key is kept as a digest: of one length, and without the person in it. */
  private async firstTime(tx: EntityManager, dedupeKey: string): Promise<boolean> {
    const id = createHash('sha256').update(dedupeKey).digest('base64url');
    try {
      await insertRows(tx, 'wechat_callbacks', [{ id, received_at: this.clock.now() }]);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  private async noteAnswer(tx: EntityManager, accountId: string, event: EventOf<'subscription-answered'>): Promise<void> {
    const templateKey = this.templates.keyOfMiniProgram(event.templateId);
    if (!templateKey) return;
    if (event.answer === 'accepted') await this.credits.add(tx, accountId, templateKey);
    else await this.credits.drop(tx, accountId, templateKey);
  }

  /** The receipt often overtakes the transaction that writes the message's id. */
  private async settle(tx: EntityManager, receipt: Receipt): Promise<void> {
    if (await this.receipts.settleById(tx, receipt)) return;
    await this.jobs.add(tx, { kind: MATCH_RECEIPT, payload: { ...receipt } });
  }

  private subscribeReceipt({ msgId, openid, at, delivered, status, templateId }: EventOf<'subscribe-finished'>): Receipt {
    const templateKey = this.templates.keyOfMiniProgram(templateId);
    return { channel: 'subscribe', msgId, openid, at, outcome: delivered ? 'received' : 'failed', status, templateKey };
  }
}

function templateReceipt({ msgId, openid, at, outcome, status }: EventOf<'template-finished'>): Receipt {
  return { channel: 'template', msgId, openid, at, outcome: outcome === 'delivered' ? 'received' : 'failed', status, templateKey: null };
}
