import { Injectable } from '@nestjs/common';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { ORDER_CLOCK } from '../work-order.jobs';
import { WorkOrderClockService } from './work-order-clock.service';

type Payload = { orderId: string };

/** The next instant of an order has come. */
@Injectable()
export class OrderClockJob implements JobHandler<Payload> {
  readonly kind = ORDER_CLOCK;

  constructor(
    private readonly clocks: WorkOrderClockService,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    return this.clocks.tick(job.payload.orderId, (tx) => job.finish(tx));
  }
}
