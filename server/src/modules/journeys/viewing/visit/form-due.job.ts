import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { FORM_DUE } from '../viewing.jobs';
import { lockViewings } from '../viewing.rows';
import { VisitNotes } from './visit-notes';

/** The visit is over and the host wrote nothing down yet. */
@Injectable()
export class FormDueJob implements JobHandler<{ viewingId: string }> {
  readonly kind = FORM_DUE;

  constructor(
    private readonly database: Database,
    private readonly notes: VisitNotes,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  run(job: ClaimedJob<{ viewingId: string }>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [job.payload.viewingId]);
      await job.finish(tx);
      if (visit?.status !== 'checked-in') return 'skipped';
      await this.notes.tellHost(tx, visit, '待填接待反馈', '请在五分钟内填写接待反馈', 'by-day');
      return 'done';
    });
  }
}
