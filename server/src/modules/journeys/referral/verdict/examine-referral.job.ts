import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { type ClaimedJob, type JobOutcome, JobRegistry } from '../../../../platform/jobs/job-registry';
import { VisitHistory } from '../../viewing';
import { FraudInspection } from '../fraud/fraud-inspection';
import { EXAMINE_REFERRAL } from '../referral.jobs';
import { lockReferrals } from '../referral.rows';
import { ReferralVisitsService } from '../stage/referral-visits.service';
import { VerdictBook } from './verdict-book';

interface Examination {
  referralId: string;
  occasion: 'registered' | 'agreed' | 'visited';
}

/** After each step of a referral: what should a person look at, and whose customer is it? */
@Injectable()
export class ExamineReferralJob {
  constructor(
    private readonly database: Database,
    private readonly inspection: FraudInspection,
    private readonly book: VerdictBook,
    private readonly history: VisitHistory,
    private readonly visits: ReferralVisitsService,
    registry: JobRegistry,
  ) {
    registry.add<Examination>({ kind: EXAMINE_REFERRAL, run: (job) => this.run(job) });
  }

  private run(job: ClaimedJob<Examination>): Promise<JobOutcome> {
    const { referralId, occasion } = job.payload;
    return this.database.transaction(async (tx) => {
      const [row] = await lockReferrals(tx, 'r.id = ?', [referralId]);
      if (!row) return 'skipped';
      await this.inspection.inspect(tx, row);
      if (occasion !== 'registered' && row.friend_id) {
        if (row.status === 'agreed') await this.visitBeforeYes(tx, row);
        await this.book.judge(tx, { projectId: row.project_id, customerId: row.friend_id }, { occasion });
      }
      await job.finish(tx);
      return 'done';
    });
  }

  /** They came between the registration and their yes: that was the first visit. */
  private async visitBeforeYes(
    tx: Parameters<VisitHistory['of']>[2],
    row: Awaited<ReturnType<typeof lockReferrals>>[number],
  ): Promise<void> {
    const seen = await this.history.of(row.project_id, [row.friend_id as string], tx);
    const first = seen.filter((visit) => visit.at >= row.registered_at).at(-1);
    if (first && tx) await this.visits.visited(tx, row.friend_id as string, row.project_id, first.at);
  }
}
