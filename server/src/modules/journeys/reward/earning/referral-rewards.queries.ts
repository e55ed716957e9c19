import { type MyReferral, REWARD_STATUS_LABELS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Database, marks } from '../../../../platform/database/database';
import { ReferralRewards } from '../../referral';
import { REWARD_COLUMNS, type RewardRow, rewardOf } from '../reward.rows';

/** What a referral earned its referrer, for the pages of the referral journey; what the friend is given is theirs to see. */
@Injectable()
export class RewardsOfReferrals extends ReferralRewards {
  constructor(private readonly database: Database) {
    super();
  }

  async of(referralIds: readonly string[]): Promise<Map<string, MyReferral['rewards']>> {
    const found = new Map<string, MyReferral['rewards']>();
    if (referralIds.length === 0) return found;
    const rows = await this.database.rows<RewardRow>(
      `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.referral_id IN ${marks(referralIds.length)} AND r.party = 'referrer' ORDER BY r.id`,
      referralIds,
    );
    for (const { referral_id: id, form, amount, status, why } of rows.map(rewardOf))
      found.set(id, [...(found.get(id) ?? []), { form, amount, status, statusLabel: REWARD_STATUS_LABELS[status], why }]);
    return found;
  }
}
