import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { StaffQueries } from '../../../registers/staff';
import { SURVEY } from '../viewing.jobs';
import { lockViewings } from '../viewing.rows';
import { VisitNotes } from './visit-notes';

/** On the next day the visitor is asked how it was; whoever answered already is left alone. */
@Injectable()
export class SurveyJob implements JobHandler<{ viewingId: string }> {
  readonly kind = SURVEY;

  constructor(
    private readonly database: Database,
    private readonly staff: StaffQueries,
    private readonly notes: VisitNotes,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<{ viewingId: string }>): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [job.payload.viewingId]);
      await job.finish(tx);
      if (!visit || visit.stars !== null || !['checked-in', 'completed'].includes(visit.status)) return 'skipped';
      const host = visit.host_id ? (await this.staff.card(visit.host_id, tx))?.name : undefined;
      await this.notes.askVisitor(tx, visit, host ?? '现场同事');
      return 'done';
    });
  }
}
