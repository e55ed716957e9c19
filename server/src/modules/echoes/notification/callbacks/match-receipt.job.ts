import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { MATCH_RECEIPT } from './notification.jobs';
import type { Receipt } from './receipt';
import { Receipts } from './receipts';

/** Tries after which a message without an id is looked for, and after which the receipt is of no message of ours. */
const BY_PERSON_FROM = 3;
const LAST = 4;

/** Receipts that found no message at once: it is written a moment later, or has to be told by person and time. */
@Injectable()
export class MatchReceiptJob implements JobHandler<Receipt> {
  readonly kind = MATCH_RECEIPT;

  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<Receipt>): Promise<JobOutcome> {
    const error = (await this.runMany([job])).get(job.id);
    if (error) throw error;
    return 'done';
  }

  async runMany(jobs: readonly ClaimedJob<Receipt>[]): Promise<Map<string, Error>> {
    const early = new Map<string, Error>();
    await this.database.transaction(async (tx) => {
      early.clear();
      for (const job of jobs) {
        const receipt = job.payload;
        const without = receipt.msgId === '' || receipt.msgId === '0';
        const found =
          (await this.receipts.settleById(tx, receipt)) ||
          ((without || job.attempt >= BY_PERSON_FROM) && (await this.receipts.settleByPerson(tx, receipt)));
        if (found || job.attempt >= LAST) await job.finish(tx);
        else early.set(job.id, new Error('the receipt came before its message'));
      }
    });
    return early;
  }
}
