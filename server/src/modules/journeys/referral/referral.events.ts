import type { ReferralEndReason, ReferralStatus } from '@guihu/shared';
import { defineEvent } from '../../../platform/events/domain-events';

/** The verdict of a friend changed how their referral stands: it was given to it, or is no more. */
export const ReferralJudged = defineEvent<{
  referralId: string;
  referrerId: string;
  friendId: string | null;
}>('referral.judged');

/** A referral reached a stage, or ended. Rewards follow from it; a repeated or late delivery changes nothing. */
export const ReferralMoved = defineEvent<{
  referralId: string;
  projectId: string;
  referrerId: string;
  /** Customer ids; the friend is known from their yes on. */
  friendId: string | null;
  from: ReferralStatus;
  to: ReferralStatus;
  at: number;
  /** Fen; known from signing on. */
  dealAmount: number | null;
  /** With `ended`. */
  why: ReferralEndReason | null;
}>('referral.moved');
