import type { ReferralStageStep, ReferralStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { Database, isDuplicate } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { EXAMINE_REFERRAL, PROTECTION_EXPIRY } from '../referral.jobs';
import { lockReferrals, type ReferralRow, referralSubject } from '../referral.rows';
import { ReferralAccess } from '../referral-access';
import { ReferralBook } from '../referral-book';
import { claimKey, VerdictBook } from '../verdict/verdict-book';

const DEAL_ELSEWHERE = '这位好友的交易已登记在另一条推荐上，请先核对';

/** What became of a step; `explained` says why a referral ended instead of being signed. */
export interface StageResult {
  id: string;
  status: ReferralStatus;
  explained: string | null;
}

/** Stages that colleagues set by hand. Only the claim that wins the verdict is signed as a referral. */
@Injectable()
export class ReferralStageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ReferralAccess,
    private readonly book: ReferralBook,
    private readonly verdicts: VerdictBook,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /** @throws CodedError `referral.not-found`, `permission.denied` for one's own, `referral.state-conflict`, `referral.deal-amount-required`, `request.invalid` */
  async step(actor: StaffActor, id: string, step: ReferralStageStep): Promise<StageResult> {
    if (step.stage === 'signed' && !step.dealAmount) throw coded('referral.deal-amount-required');
    if (step.stage === 'deal-cancelled' && !step.reason?.trim())
      throw refusedField('request.invalid', 'reason', 'required', '请填写交易取消的原因');
    await this.access.see(actor, id);
    try {
      return await this.database.useCase((tx) => this.take(tx, actor, id, step));
    } catch (error) {
      // The unique key of deals stands behind the look at the other referrals.
      throw isDuplicate(error) ? coded('referral.state-conflict', DEAL_ELSEWHERE) : error;
    }
  }

  private async take(tx: EntityManager, actor: StaffActor, id: string, step: ReferralStageStep): Promise<StageResult> {
    const row = await this.access.take(tx, id);
    await this.access.requireNoPart(tx, actor, { projectId: row.project_id, friendId: row.friend_id, referrerId: row.referrer_id });
    await this.audit.record(tx, actor.staffId, `referral.${step.stage}`, referralSubject(id));
    if (step.stage === 'signed') return this.sign(tx, actor, row, step.dealAmount as number);
    const verb = { subscribed: 'subscribe', settled: 'settle', 'deal-cancelled': 'cancelDeal' } as const;
    const moved = await this.book.move(tx, row, verb[step.stage], {
      actorId: actor.staffId,
      ...(step.stage === 'deal-cancelled' ? { why: 'deal-cancelled' as const } : {}),
      ...(step.reason ? { data: { reason: step.reason } } : {}),
    });
    if (step.stage === 'deal-cancelled') await this.reviveLosers(tx, moved, actor.staffId);
    return { id, status: moved.status, explained: null };
  }

  /** Judged at this moment, in this transaction. The friend has one deal and one winner, so that every other referral of theirs ends here. */
  private async sign(tx: EntityManager, actor: StaffActor, row: ReferralRow, dealAmount: number): Promise<StageResult> {
    if (row.status !== 'visited' && row.status !== 'subscribed') throw coded('referral.state-conflict');
    const at = this.clock.now();
    const subject = { projectId: row.project_id, customerId: row.friend_id as string };
    const all = await lockReferrals(tx, 'r.friend_id = ? AND r.project_id = ?', [subject.customerId, subject.projectId]);
    if (all.some((one) => one.id !== row.id && (one.status === 'signed' || one.status === 'settled')))
      throw coded('referral.state-conflict', DEAL_ELSEWHERE);
    const { decision } = await this.verdicts.judge(tx, subject, { occasion: 'signing', byId: actor.staffId, dealAt: at });
    const winner = decision.winner === null ? null : decision.claims[decision.winner];
    for (const one of all) {
      const mine = winner?.key === claimKey(one);
      if (one.id === row.id && mine)
        await this.book.move(tx, one, 'sign', { at, actorId: actor.staffId, columns: { deal_amount: dealAmount } });
      else if (!mine && (one.id === row.id || winner?.key === claimKey(row)))
        await this.lose(tx, one, { at, actorId: actor.staffId, note: winner ? '归属判给他人，详见推荐进度' : '归属未成立，详见推荐进度' });
    }
    const own = decision.claims.find((claim) => claim.key === claimKey(row));
    const won = winner?.key === claimKey(row);
    return { id: row.id, status: won ? 'signed' : 'ended', explained: won ? null : (own?.why ?? decision.conclusion) };
  }

  /**
   * Without the deal nobody lost it, unless the same person registered the friend anew: whoever had come goes on from the visit. Whoever
   * had not come yet goes on from the yes while the promised protection lasts, as the deal alone had ended it; one whose protection is
   * over meanwhile would have ended by itself.
   */
  private async reviveLosers(tx: EntityManager, cancelled: ReferralRow, actorId: string): Promise<void> {
    const rows = await lockReferrals(tx, 'r.project_id = ? AND r.phone_index = ?', [cancelled.project_id, cancelled.phone_index]);
    const lost = rows.filter(
      (row) =>
        row.id !== cancelled.id &&
        row.friend_id === cancelled.friend_id &&
        row.status === 'ended' &&
        row.end_reason === 'lost' &&
        (row.visited_at !== null || row.protected_until === null || row.protected_until >= this.clock.now()) &&
        (row.ended_at ?? 0) >= (cancelled.signed_at ?? Number.POSITIVE_INFINITY) &&
        !rows.some((other) => other.referrer_id === row.referrer_id && other.id !== row.id && other.registered_at > row.registered_at),
    );
    for (const row of lost) {
      if (row.visited_at !== null) await this.book.move(tx, row, 'reinstate', { actorId });
      else await this.renew(tx, row, actorId);
    }
    if (lost.length > 0) {
      const subject = { projectId: cancelled.project_id, customerId: cancelled.friend_id as string };
      await this.verdicts.judge(tx, subject, { occasion: 'asked', byId: actorId });
    }
  }

  private async renew(tx: EntityManager, row: ReferralRow, actorId: string): Promise<void> {
    await this.book.move(tx, row, 'renew', { actorId });
    const subject = referralSubject(row.id);
    const until = row.protected_until;
    await this.jobs.add(
      tx,
      // The friend may have come meanwhile, in the referral that had won.
      { kind: EXAMINE_REFERRAL, payload: { referralId: row.id, occasion: 'agreed' }, subject },
      ...(until === null ? [] : [{ kind: PROTECTION_EXPIRY, payload: { referralId: row.id }, runAt: until + 1, subject }]),
    );
  }

  private async lose(tx: EntityManager, row: ReferralRow, step: { at: number; actorId: string; note: string }): Promise<void> {
    if (row.status === 'agreed' || row.status === 'visited' || row.status === 'subscribed')
      await this.book.move(tx, row, 'end', { ...step, why: 'lost' });
  }
}
