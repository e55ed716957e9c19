/** Job kinds of this journey, by name only. */
export const REWARD_RELEASE = 'reward.release';
export const POINTS_LAPSE = 'points.lapse';
export const POINTS_WARNING = 'points.warning';

/** At most one of each waits; what lapses on one day lapses, and is told, together. */
export const releaseKey = (rewardId: string): string => `${REWARD_RELEASE}:${rewardId}`;
export const lapseKey = (personId: string, expiresAt: number): string => `${POINTS_LAPSE}:${personId}:${expiresAt}`;
export const warningKey = (personId: string, expiresAt: number, days: number): string =>
  `${POINTS_WARNING}:${personId}:${expiresAt}:${days}`;
