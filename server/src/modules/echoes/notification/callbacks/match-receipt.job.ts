import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import {
  type ClaimedJob,
  type FinishAll,
  finishEach,
  type JobHandler,
  type JobOutcome,
  JobRegistry,
} from '../../../../platform/jobs/job-registry';
import { MATCH_RECEIPT } from './notification.jobs';
import type { Receipt } from './receipt';
import { Receipts } from './receipts';

/** `tries` are those that found nothing. */
type EarlyReceipt = Receipt & { tries?: number };

/** Pauses before the next looks: another process is still writing the message, or died and its lease has to run out. */
const PAUSES_MS = [5_000, 300_000];

/** Receipts that found no message at once. After the last look they are about no message of ours, and are let go. */
@Injectable()
export class MatchReceiptJob implements JobHandler<EarlyReceipt> {
  readonly kind = MATCH_RECEIPT;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly receipts: Receipts,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<EarlyReceipt>): Promise<JobOutcome> {
    await this.runMany([job], finishEach);
    return 'done';
  }

  async runMany(jobs: readonly ClaimedJob<EarlyReceipt>[], finishAll: FinishAll): Promise<undefined> {
    await this.database.transaction(async (tx) => {
      for (const job of jobs) await this.look(tx, job.payload);
      await finishAll(tx, jobs);
    });
  }

  /** A message may have lost its id in a crash, so the last look goes by person and time. */
  private async look(tx: EntityManager, { tries = 0, ...receipt }: EarlyReceipt): Promise<void> {
    if (await this.receipts.settleById(tx, receipt)) return;
    const pauseMs = PAUSES_MS[tries];
    const byPerson = pauseMs === undefined || receipt.msgId === '' || receipt.msgId === '0';
    if (byPerson && (await this.receipts.settleByPerson(tx, receipt))) return;
    if (pauseMs === undefined) return;
    await this.jobs.add(tx, { kind: MATCH_RECEIPT, payload: { ...receipt, tries: tries + 1 }, runAt: this.clock.now() + pauseMs });
  }
}
