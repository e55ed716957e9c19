import type { MyReferral } from '@guihu/shared';

/** What referrals have earned, as the journey of rewards tells it; without that journey, nothing. */
export abstract class ReferralRewards {
  /** By referral id; referrals that earned nothing are left out. */
  abstract of(referralIds: readonly string[]): Promise<Map<string, MyReferral['rewards']>>;
}
