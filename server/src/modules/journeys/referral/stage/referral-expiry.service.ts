import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import type { JobOutcome } from '../../../../platform/jobs/job-registry';
import { ContactWithdrawn } from '../../../registers/customer';
import { lockReferrals } from '../referral.rows';
import { ReferralBook } from '../referral-book';

/** What ends a referral without anybody's hand: nobody answered, nobody came, or the friend took the agreement back. */
@Injectable()
export class ReferralExpiryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: ReferralBook,
    events: DomainEvents,
  ) {
    events.on(ContactWithdrawn, 'referral', ({ customerId, at }) => this.withdraw(customerId, at));
  }

  /** The friend has until the last millisecond of the ask's last day. */
  unanswered(referralId: string): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const [row] = await lockReferrals(tx, 'r.id = ?', [referralId]);
      if (row?.status !== 'registered' || this.clock.now() <= (row.ask_until ?? 0)) return 'skipped';
      await this.book.move(tx, row, 'end', { at: (row.ask_until ?? 0) + 1, why: 'unanswered' });
      return 'done';
    });
  }

  /** A visit at the last millisecond of the window's last day still counts; whatever comes after it does not. */
  unvisited(referralId: string): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const [row] = await lockReferrals(tx, 'r.id = ?', [referralId]);
      if (row?.status !== 'agreed' || row.protected_until === null || this.clock.now() <= row.protected_until) return 'skipped';
      await this.book.move(tx, row, 'end', { at: row.protected_until + 1, why: 'expired' });
      return 'done';
    });
  }

  /** Until they subscribe, a friend who does not want to be contacted is no longer a referred one. */
  private withdraw(friendId: string, at: number): Promise<JobOutcome> {
    return this.database.transaction(async (tx) => {
      const rows = await lockReferrals(tx, `r.friend_id = ? AND r.status IN ('agreed', 'visited')`, [friendId]);
      for (const row of rows.filter((r) => (r.agreed_at ?? 0) <= at)) await this.book.move(tx, row, 'end', { at, why: 'withdrawn' });
      return rows.length > 0 ? 'done' : 'skipped';
    });
  }
}
