import type { ReferralEndReason, ReferralStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, insertRows, select } from '../../../../platform/database/database';
import { RewardedReferral } from '../reward.entity';

/** What is told of a referral; an event holds it. */
export interface ReferralMove {
  referralId: string;
  projectId: string;
  referrerId: string;
  friendId: string | null;
  to: ReferralStatus;
  at: number;
  /** Fen. */
  dealAmount: number | null;
  why: ReferralEndReason | null;
}

export type ReferralFile = Pick<
  RewardedReferral,
  | 'referralId'
  | 'projectId'
  | 'referrerId'
  | 'friendId'
  | 'rulesVersion'
  | 'signedAt'
  | 'settledAt'
  | 'dealAmount'
  | 'endedAt'
  | 'endReason'
>;

/** How far each referral got, as far as rewards have heard. What is known stays: a late event adds, and never takes away. */
@Injectable()
export class ReferralFiles {
  constructor(private readonly clock: Clock) {}

  /** @param version rules in force now: those that a referral begins under, and keeps */
  async record(tx: EntityManager, move: ReferralMove, version: number): Promise<ReferralFile> {
    const fresh = {
      referral_id: move.referralId,
      project_id: move.projectId,
      referrer_id: move.referrerId,
      friend_id: move.friendId,
      rules_version: version,
      signed_at: null,
      settled_at: null,
      deal_amount: null,
      ended_at: null,
      end_reason: null,
      created_at: this.clock.now(),
    };
    await insertRows(tx, 'rewarded_referrals', [fresh], { unlessThere: 'referral_id' });
    await execute(
      tx,
      `UPDATE rewarded_referrals SET friend_id = COALESCE(friend_id, ?), signed_at = COALESCE(signed_at, ?),
         settled_at = COALESCE(settled_at, ?), deal_amount = COALESCE(deal_amount, ?), ended_at = COALESCE(ended_at, ?),
         end_reason = COALESCE(end_reason, ?) WHERE referral_id = ?`,
      [
        move.friendId,
        move.to === 'signed' ? move.at : null,
        move.to === 'settled' ? move.at : null,
        move.dealAmount,
        move.to === 'ended' ? move.at : null,
        move.to === 'ended' ? (move.why ?? 'expired') : null,
        move.referralId,
      ],
    );
    return tx.findOneByOrFail(RewardedReferral, { referralId: move.referralId });
  }

  /** Deals of the referrer in the project that stand and were signed before this one. */
  async dealsBefore(tx: EntityManager, file: ReferralFile): Promise<number> {
    const [row] = await select<{ deals: number | string }>(
      tx,
      `SELECT COUNT(*) AS deals FROM rewarded_referrals
       WHERE referrer_id = ? AND signed_at <= ? AND project_id = ? AND ended_at IS NULL AND referral_id <> ?`,
      [file.referrerId, file.signedAt ?? this.clock.now(), file.projectId, file.referralId],
    );
    return Number(row?.deals ?? 0);
  }
}
