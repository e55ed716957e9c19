import { Injectable } from '@nestjs/common';
import { type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { POINTS_LAPSE, POINTS_WARNING } from '../reward.jobs';
import { PointsService } from './points.service';

interface Ending {
  personId: string;
  expiresAt: number;
}

/** The end of points, and the words before it. */
@Injectable()
export class PointJobs {
  constructor(points: PointsService, registry: JobRegistry) {
    registry.add<Ending>({
      kind: POINTS_LAPSE,
      run: ({ payload }): Promise<JobOutcome> => points.lapse(payload.personId, payload.expiresAt),
    });
    registry.add<Ending & { days: number }>({
      kind: POINTS_WARNING,
      run: ({ payload }): Promise<JobOutcome> => points.warn(payload.personId, payload.expiresAt, payload.days),
    });
  }
}
