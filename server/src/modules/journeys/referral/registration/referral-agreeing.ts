import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { ASK_EXPIRY, EXAMINE_REFERRAL, PROTECTION_EXPIRY } from '../referral.jobs';
import { type ReferralRow, referralSubject } from '../referral.rows';
import { ReferralBook } from '../referral-book';
import { storedWindowEnd } from '../verdict/protection.policy';
import { VerdictRuleSets } from '../verdict/verdict-rule-sets';

/** The friend said yes, in whichever way: from now on the referral is protected, and it is judged for the first time. */
@Injectable()
export class ReferralAgreeing {
  constructor(
    private readonly book: ReferralBook,
    private readonly rules: VerdictRuleSets,
    private readonly jobs: JobQueue,
  ) {}

  async agree(
    tx: EntityManager,
    row: ReferralRow,
    friend: { customerId: string; accountId: string | null; leadId: string; at: number },
    data?: Record<string, unknown>,
  ): Promise<ReferralRow> {
    const { settings } = await this.rules.current(row.project_id, tx);
    const until = storedWindowEnd(friend.at, settings.protectionDays);
    const agreed = await this.book.move(tx, row, 'agree', {
      at: friend.at,
      data,
      columns: { friend_id: friend.customerId, friend_account_id: friend.accountId, lead_id: friend.leadId, protected_until: until },
      note: settings.protectionDays === null ? '好友已同意，推荐有效' : `好友已同意，保护期 ${settings.protectionDays} 天`,
    });
    const subject = referralSubject(row.id);
    await this.jobs.cancel(tx, subject, ASK_EXPIRY);
    await this.jobs.add(
      tx,
      { kind: EXAMINE_REFERRAL, payload: { referralId: row.id, occasion: 'agreed' }, subject },
      ...(until === null ? [] : [{ kind: PROTECTION_EXPIRY, payload: { referralId: row.id }, runAt: until + 1, subject }]),
    );
    return agreed;
  }
}
