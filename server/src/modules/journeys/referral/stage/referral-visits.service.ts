import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { ViewingCheckedIn } from '../../viewing';
import { EXAMINE_REFERRAL } from '../referral.jobs';
import { lockReferrals, type ReferralRow, referralSubject, referralsWhere } from '../referral.rows';
import { ReferralBook } from '../referral-book';

/** The friend stands in the sales office: the first time within the protection moves the referral on. */
@Injectable()
export class ReferralVisitsService {
  constructor(
    private readonly database: Database,
    private readonly book: ReferralBook,
    private readonly jobs: JobQueue,
    events: DomainEvents,
  ) {
    events.on(ViewingCheckedIn, 'referral', ({ customerId, projectId, at }) =>
      this.database.transaction((tx) => this.visited(tx, customerId, projectId, at)),
    );
  }

  /** The instant of the visit decides, not that of its delivery: one in time also revives what was ended as expired meanwhile. */
  async visited(tx: EntityManager, friendId: string, projectId: string, at: number): Promise<JobOutcome> {
    const rows = await lockReferrals(tx, 'r.friend_id = ? AND r.project_id = ?', [friendId, projectId]);
    const reached: ReferralRow[] = [];
    for (const row of rows.filter((each) => this.counts(each, at)))
      if (row.status !== 'ended' || !(await this.isSucceeded(tx, row))) reached.push(row);
    for (const row of reached) {
      const columns = { visited_at: at };
      await this.book.move(tx, row, row.status === 'ended' ? 'reinstate' : 'visit', { at, columns });
      await this.jobs.add(tx, {
        kind: EXAMINE_REFERRAL,
        payload: { referralId: row.id, occasion: 'visited' },
        subject: referralSubject(row.id),
      });
    }
    return reached.length > 0 ? 'done' : 'skipped';
  }

  /** The same referrer has registered the same friend again: that referral lives, and the old one is not revived beside it. */
  private async isSucceeded(tx: EntityManager, { id, project_id, referrer_id, friend_id, phone_index }: ReferralRow): Promise<boolean> {
    const alive = await referralsWhere(
      tx,
      `r.project_id = ? AND r.referrer_id = ? AND (r.phone_index = ? OR r.friend_id = ?) AND r.status <> 'ended' AND r.id <> ? LIMIT 1`,
      [project_id, referrer_id, phone_index, friend_id, id],
    );
    return alive.length > 0;
  }

  private counts(row: ReferralRow, at: number): boolean {
    const inTime = at >= row.registered_at && (row.protected_until === null || at <= row.protected_until);
    return inTime && (row.status === 'agreed' || (row.status === 'ended' && row.end_reason === 'expired'));
  }
}
