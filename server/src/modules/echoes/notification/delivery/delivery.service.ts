import { beijingClock } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../../../config/config';
import { CONFIG } from '../../../../config/config.module';
import { WechatRefused } from '../../../../integrations/wechat/wechat.port';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import type { ClaimedJob, FinishAll } from '../../../../platform/jobs/job-registry';
import { Metrics } from '../../../../platform/metrics/metrics';
import { DELIVER_MESSAGE } from '../../../../platform/notifier/notifier';
import { outsideQuiet } from '../../../../platform/working-time';
import { whyRefused } from './channel.policy';
import { inLanes } from './lanes';
import { type DeliveryOrder, type MessageFate, MessageLog } from './message-log';
import { type Parcel, Parcels, recipientKey } from './parcels';
import { SubscriptionCredits } from './subscription-credits';
import { type SendOutcome, WechatSender } from './wechat-sender';

/** Messages on the line at once. */
const LANES = 16;

type DeliveryJob = ClaimedJob<DeliveryOrder>;
interface Outcome extends SendOutcome {
  readonly job: DeliveryJob;
  readonly parcel: Parcel;
  /** Put off to this instant. */
  readonly until?: number;
}

/** Delivers messages that are owed: sends some at once, and writes what became of all of them in one transaction. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly parcels: Parcels,
    private readonly credits: SubscriptionCredits,
    private readonly log: MessageLog,
    private readonly sender: WechatSender,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers the errors of those to be tried again or looked at, by job id. What has left once is not sent again. */
  async deliver(jobs: readonly DeliveryJob[], finishAll: FinishAll): Promise<Map<string, Error>> {
    const parcels = await this.parcels.gather(jobs.map((job) => job.payload));
    const owed = jobs.flatMap((job, index) => {
      const parcel = parcels[index] as Parcel;
      return parcel.written?.state === 'sent' || parcel.written?.state === 'received' ? [] : [{ job, parcel }];
    });
    // Messages to one person go one after another: WeChat refuses simultaneous ones (43108), and their order counts.
    const outcomes = await inLanes(
      LANES,
      owed,
      ({ job }) => recipientKey(job.payload),
      async ({ job, parcel }): Promise<Outcome> => ({ job, parcel, ...(this.putOff(parcel.order) ?? (await this.sender.send(parcel))) }),
    );
    if (outcomes.length > 0) await this.database.transaction((tx) => this.record(tx, outcomes, finishAll));
    for (const { fate, until } of outcomes) if (until === undefined) this.count(fate);
    return new Map(outcomes.flatMap(({ job, error }) => (error ? [[job.id, error] as const] : [])));
  }

  /** The last attempt failed: a message that was owed and did not arrive is seen by people. */
  async giveUp(order: DeliveryOrder, error: Error): Promise<void> {
    const before = (await this.log.written([order.messageId])).get(order.messageId);
    if (before && before.state !== 'waiting') return;
    const why = error instanceof WechatRefused ? whyRefused(error) : '系统处理时出错，请联系管理员';
    const fate: MessageFate = { channel: before?.channel ?? 'inbox', state: 'failed', reason: `${why}，多次重试后仍未送达` };
    await this.database.transaction((tx) => (before ? this.log.update(tx, order.messageId, fate) : this.log.insert(tx, [{ order, fate }])));
    this.count(fate);
  }

  /** Rule L7, the last safety: whoever owed the message may not have thought of the hour. */
  private putOff({ urgent }: DeliveryOrder): (SendOutcome & { until: number }) | null {
    const now = this.clock.now();
    const until = urgent ? now : outsideQuiet(this.config.quietHours, now);
    if (until === now) return null;
    return { until, ledger: [], fate: { channel: 'inbox', state: 'waiting', reason: `免打扰时段，${beijingClock(until)} 后发送` } };
  }

  private async record(tx: EntityManager, outcomes: readonly Outcome[], finishAll: FinishAll): Promise<void> {
    const fresh = outcomes.filter(({ parcel }) => parcel.written === null);
    await this.log.insert(
      tx,
      fresh.map(({ parcel, fate }) => ({ order: parcel.order, fate })),
    );
    for (const { parcel, fate } of outcomes) if (parcel.written) await this.log.update(tx, parcel.order.messageId, fate);
    for (const { parcel, ledger } of outcomes) {
      for (const { change, accountId } of ledger) await this.credits[change](tx, accountId, parcel.order.intent);
    }
    await finishAll(
      tx,
      outcomes.flatMap(({ job, error }) => (error ? [] : [job])),
    );
    for (const { job, until } of outcomes) {
      if (until === undefined) continue;
      const payload = { ...job.payload };
      await this.jobs.add(tx, { kind: DELIVER_MESSAGE, payload, runAt: until, subject: payload.subject });
    }
  }

  private count({ channel, state }: MessageFate): void {
    this.metrics.messages.inc({ channel, outcome: state === 'waiting' ? 'retried' : state });
  }
}
