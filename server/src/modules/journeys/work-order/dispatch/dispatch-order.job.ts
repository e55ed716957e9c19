import { Injectable } from '@nestjs/common';
import {
  type ClaimedJob,
  type FinishAll,
  finishEach,
  type JobHandler,
  type JobOutcome,
  JobRegistry,
} from '../../../../platform/jobs/job-registry';
import { DISPATCH_ORDER } from '../work-order.jobs';
import { WorkOrderDispatchService } from './work-order-dispatch.service';

type Payload = { orderId: string };

/** Gives received orders to somebody; those that come together are placed together. */
@Injectable()
export class DispatchOrderJob implements JobHandler<Payload> {
  readonly kind = DISPATCH_ORDER;

  constructor(
    private readonly dispatch: WorkOrderDispatchService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    await this.dispatch.dispatchReceived([job], finishEach);
    return 'done';
  }

  async runMany(jobs: readonly ClaimedJob<Payload>[], finishAll: FinishAll): Promise<undefined> {
    await this.dispatch.dispatchReceived(jobs, finishAll);
  }
}
