import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { type ClaimedJob, type JobHandler, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { ProjectQueries } from '../../../registers/project';
import { REMIND_VIEWING, type ReminderKind } from '../viewing.jobs';
import { lockViewings } from '../viewing.rows';
import { ViewingMessages } from '../viewing-messages';

type Payload = { viewingId: string; which: ReminderKind; startsAt: number };

/** The evening before, or two hours before. A visit that was moved or cancelled since reminds nobody. */
@Injectable()
export class ViewingReminderJob implements JobHandler<Payload> {
  readonly kind = REMIND_VIEWING;

  constructor(
    private readonly database: Database,
    private readonly projects: ProjectQueries,
    private readonly messages: ViewingMessages,
    registry: JobRegistry,
  ) {
    registry.add(this);
  }

  async run(job: ClaimedJob<Payload>): Promise<JobOutcome> {
    const { viewingId, startsAt } = job.payload;
    return this.database.transaction(async (tx) => {
      const [visit] = await lockViewings(tx, [viewingId]);
      await job.finish(tx);
      if (visit?.status !== 'booked' || visit.starts_at !== startsAt) return 'skipped';
      await this.messages.reminded(tx, visit, (await this.projects.find(visit.project_id))?.address ?? '');
      return 'done';
    });
  }
}
