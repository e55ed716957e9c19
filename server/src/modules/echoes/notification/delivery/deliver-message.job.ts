import { Injectable } from '@nestjs/common';
import {
  type ClaimedJob,
  type FinishAll,
  finishEach,
  type JobHandler,
  type JobOutcome,
  JobRegistry,
} from '../../../../platform/jobs/job-registry';
import { DELIVER_MESSAGE } from '../../../../platform/notifier/notifier';
import { DeliveryService } from './delivery.service';
import type { DeliveryOrder } from './message-log';

/** Messages that are owed; those that are due together leave together. */
@Injectable()
export class DeliverMessageJob implements JobHandler<DeliveryOrder> {
  readonly kind = DELIVER_MESSAGE;

  constructor(
    private readonly delivery: DeliveryService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<DeliveryOrder>): Promise<JobOutcome> {
    const error = (await this.delivery.deliver([job], finishEach)).get(job.id);
    if (error) throw error;
    return 'done';
  }

  runMany(jobs: readonly ClaimedJob<DeliveryOrder>[], finishAll: FinishAll): Promise<ReadonlyMap<string, Error>> {
    return this.delivery.deliver(jobs, finishAll);
  }

  onDead(job: ClaimedJob<DeliveryOrder>, error: Error): Promise<void> {
    return this.delivery.giveUp(job.payload, error);
  }
}
