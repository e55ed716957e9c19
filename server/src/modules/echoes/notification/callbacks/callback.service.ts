import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MessageTemplates } from '../../../../integrations/wechat/message-templates.port';
import type { WechatEvent } from '../../../../integrations/wechat/wechat-callbacks.port';
import { Clock } from '../../../../platform/clock/clock';
import { Database, insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';
import { Gathering } from '../../../../platform/database/gathering';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { Accounts } from '../../../registers/identity';
import { LatePermission } from '../delivery/late-permission';
import { SubscriptionCredits } from '../delivery/subscription-credits';
import { MATCH_RECEIPT, REFRESH_FOLLOWER } from './notification.jobs';
import type { Receipt } from './receipt';
import { Receipts } from './receipts';

type EventOf<T extends WechatEvent['type']> = Extract<WechatEvent, { type: T }>;

/** Takes what WeChat tells us: each event once, however often it is repeated. What needs a question to WeChat is left to a job. */
@Injectable()
export class CallbackService {
  private readonly gathering = new Gathering<WechatEvent, undefined>((events) => this.takeAll(events), { atOnce: 1, lot: 64 });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly accounts: Accounts,
    private readonly credits: SubscriptionCredits,
    private readonly latePermission: LatePermission,
    private readonly receipts: Receipts,
    private readonly templates: MessageTemplates,
  ) {}

  async take(events: readonly WechatEvent[]): Promise<void> {
    await Promise.all(events.filter((event) => event.type !== 'other').map((event) => this.gathering.add(event)));
  }

  /** Receipts come in crowds, as the messages left: those of one moment are taken in one transaction. */
  private async takeAll(events: readonly WechatEvent[]): Promise<undefined[]> {
    const answerers = await Promise.all(
      events.map((e) => (e.type === 'subscription-answered' ? this.accounts.whoIs(e.openid) : Promise.resolve(null))),
    );
    await this.database.transaction(async (tx) => {
      const fresh = await this.firstTimes(
        tx,
        events.map((event) => event.dedupeKey),
      );
      for (const [i, event] of events.entries()) if (fresh[i]) await this.effect(tx, event, answerers[i]?.accountId ?? null);
    });
    for (const event of events) {
      if (event.type === 'template-finished' && event.outcome === 'blocked') await this.accounts.setFollowing(event.openid, null, false);
    }
    return events.map(() => undefined);
  }

  private async effect(tx: EntityManager, event: WechatEvent, answererId: string | null): Promise<void> {
    switch (event.type) {
      case 'followed':
      case 'unfollowed':
        return this.jobs.add(tx, { kind: REFRESH_FOLLOWER, payload: { openid: event.openid } });
      case 'subscription-answered':
        return answererId ? this.noteAnswer(tx, answererId, event) : undefined;
      case 'template-finished':
        return this.settle(tx, templateReceipt(event));
      case 'subscribe-finished':
        return this.settle(tx, this.subscribeReceipt(event));
    }
  }

  /**
   * Which of these were not heard before; they are now. The key is kept as a digest: of one length, and without the person in it.
   * Should another process hear one of them at this moment, the constraint refuses the lot, and each is taken alone.
   */
  private async firstTimes(tx: EntityManager, dedupeKeys: readonly string[]): Promise<boolean[]> {
    const ids = dedupeKeys.map((key) => createHash('sha256').update(key).digest('base64url'));
    const known = await select<{ id: string }>(tx, `SELECT id FROM wechat_callbacks WHERE id IN ${marks(ids.length)}`, ids);
    const heard = new Set(known.map((row) => row.id));
    const fresh = ids.map((id) => {
      const first = !heard.has(id);
      heard.add(id);
      return first;
    });
    const rows = ids.filter((_, i) => fresh[i]).map((id) => ({ id, received_at: this.clock.now() }));
    try {
      await insertRows(tx, 'wechat_callbacks', rows);
    } catch (error) {
      if (!isDuplicate(error) || ids.length > 1) throw error;
      return [false];
    }
    return fresh;
  }

  private async noteAnswer(tx: EntityManager, accountId: string, event: EventOf<'subscription-answered'>): Promise<void> {
    const templateKey = this.templates.keyOfMiniProgram(event.templateId);
    if (!templateKey) return;
    if (event.answer !== 'accepted') return this.credits.drop(tx, accountId, templateKey);
    await this.credits.add(tx, accountId, templateKey);
    await this.latePermission.given(tx, accountId, templateKey);
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
