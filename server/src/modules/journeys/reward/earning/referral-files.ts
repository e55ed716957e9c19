import type { ReferralEndReason } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { execute, insertRows, select } from '../../../../platform/database/database';
import { RewardedReferral } from '../reward.entity';
import { type Progress, progressOf, type ReferralStep, withStep } from './referral-steps.policy';

/** What is told of a referral; an event holds it. */
export interface ReferralMove extends ReferralStep {
  referralId: string;
  projectId: string;
  referrerId: string;
  friendId: string | null;
  /** Fen. */
  dealAmount: number | null;
  why: ReferralEndReason | null;
}

export interface ReferralFile extends Progress {
  referralId: string;
  projectId: string;
  referrerId: string;
  friendId: string | null;
  rulesVersion: number;
  dealAmount: number | null;
  /** Deals of the referrer here that stood when this one was signed: as they were heard of, so that of several at one moment each counts. */
  dealsBefore: number;
}

/** How far each referral got, as far as rewards have heard. The referrer's lock is held. */
@Injectable()
export class ReferralFiles {
  constructor(private readonly clock: Clock) {}

  /**
   * @param version rules in force now: those that a referral begins under, and keeps
   * @returns null for a step that was heard before
   */
  async record(tx: EntityManager, move: ReferralMove, version: number): Promise<ReferralFile | null> {
    const known = await tx.findOneBy(RewardedReferral, { referralId: move.referralId });
    const { from, to, at, why } = move;
    const steps = withStep(known?.steps ?? [], { from, to, at, why });
    if (!steps) return null;
    const progress = progressOf(steps);
    const file: ReferralFile = {
      referralId: move.referralId,
      projectId: move.projectId,
      referrerId: move.referrerId,
      friendId: move.friendId ?? known?.friendId ?? null,
      rulesVersion: known?.rulesVersion ?? version,
      dealAmount: move.dealAmount ?? known?.dealAmount ?? null,
      dealsBefore: move.to === 'signed' ? await this.dealsBefore(tx, move) : (known?.dealsBefore ?? 0),
      ...progress,
    };
    await this.write(tx, file, steps, known !== null);
    return file;
  }

  /** The referrer's lock makes this a count: nobody else signs for them now. */
  private async dealsBefore(tx: EntityManager, move: ReferralMove): Promise<number> {
    const [row] = await select<{ deals: number | string }>(
      tx,
      `SELECT COUNT(*) AS deals FROM rewarded_referrals
       WHERE referrer_id = ? AND signed_at IS NOT NULL AND project_id = ? AND ended_at IS NULL AND referral_id <> ?`,
      [move.referrerId, move.projectId, move.referralId],
    );
    return Number(row?.deals ?? 0);
  }

  private async write(tx: EntityManager, file: ReferralFile, steps: readonly ReferralStep[], known: boolean): Promise<void> {
    const columns = {
      friend_id: file.friendId,
      signed_at: file.signedAt,
      settled_at: file.settledAt,
      deal_amount: file.dealAmount,
      deals_before: file.dealsBefore,
      ended_at: file.endedAt,
      end_reason: file.endReason,
      steps: JSON.stringify(steps),
    };
    if (known) {
      const assignments = Object.keys(columns).map((name) => `${name} = ?`);
      const sql = `UPDATE rewarded_referrals SET ${assignments.join(', ')} WHERE referral_id = ?`;
      await execute(tx, sql, [...Object.values(columns), file.referralId]);
      return;
    }
    const fixed = {
      referral_id: file.referralId,
      project_id: file.projectId,
      referrer_id: file.referrerId,
      rules_version: file.rulesVersion,
      created_at: this.clock.now(),
    };
    await insertRows(tx, 'rewarded_referrals', [{ ...fixed, ...columns }]);
  }
}
