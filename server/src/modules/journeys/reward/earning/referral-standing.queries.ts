import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { select } from '../../../../platform/database/database';

/** How the verdict sees a referral: given to it, given to another claim, or not judged yet. */
export type ReferralStanding = 'won' | 'lost' | 'open';

/** Of several referrals of one friend at most one is given the friend; the others end only when the deal is made. */
@Injectable()
export class ReferralStandingQueries {
  async of(tx: EntityManager, referralId: string): Promise<ReferralStanding> {
    const [row] = await select<{ standing: 'won' | 'lost' | 'void' | null }>(tx, 'SELECT standing FROM referrals WHERE id = ?', [
      referralId,
    ]);
    // A referral that is known by its events alone has nobody beside it.
    if (!row || row.standing === 'won') return 'won';
    return row.standing === null ? 'open' : 'lost';
  }

  /** Whether the friend was given to another referral of theirs, and so was recommended all the same. */
  async anotherWon(tx: EntityManager, { referralId, projectId, friendId }: Of): Promise<boolean> {
    const rows = await select(
      tx,
      `SELECT id FROM referrals WHERE friend_id = ? AND project_id = ? AND standing = 'won' AND id <> ? LIMIT 1`,
      [friendId, projectId, referralId],
    );
    return rows.length > 0;
  }
}

interface Of {
  referralId: string;
  projectId: string;
  friendId: string | null;
}
