import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { select } from '../../../../platform/database/database';

/** What other journeys ask of flags: whether a person has yet to look, or has found that it is as it looks. */
@Injectable()
export class FraudFlagQueries {
  async isSuspect(tx: EntityManager, referralId: string): Promise<boolean> {
    const rows = await select(tx, `SELECT id FROM fraud_flags WHERE referral_id = ? AND status <> 'cleared' LIMIT 1`, [referralId]);
    return rows.length > 0;
  }

  /** Whether something odd was found after an instant (epoch ms), and no person has cleared it. */
  async foundSince(tx: EntityManager, referralId: string, at: number): Promise<boolean> {
    const sql = `SELECT id FROM fraud_flags WHERE referral_id = ? AND status <> 'cleared' AND at > ? LIMIT 1`;
    return (await select(tx, sql, [referralId, at])).length > 0;
  }
}
