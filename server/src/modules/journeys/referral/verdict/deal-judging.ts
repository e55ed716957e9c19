import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { DomainEvents } from '../../../../platform/events/domain-events';
import { LeadWon } from '../../lead';
import { lockReferrals } from '../referral.rows';
import { VerdictBook } from './verdict-book';

/**
 * A lead was closed as won: whose customer it was is judged now, although nobody asks, because what referrers are to us and to the
 * friend counts as it was on the day of the deal, and not as it is whenever somebody looks.
 */
@Injectable()
export class DealJudging {
  constructor(database: Database, book: VerdictBook, events: DomainEvents) {
    events.on(LeadWon, 'verdict', ({ customerId, projectId }) =>
      database.transaction(async (tx) => {
        const agreed = await lockReferrals(tx, 'r.friend_id = ? AND r.project_id = ? AND r.agreed_at IS NOT NULL', [customerId, projectId]);
        if (agreed.length === 0) return 'skipped';
        await book.judge(tx, { customerId, projectId }, { occasion: 'deal' });
        return 'done';
      }),
    );
  }
}
