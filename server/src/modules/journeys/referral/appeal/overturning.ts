import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { lockReferrals } from '../referral.rows';
import { ReferralBook } from '../referral-book';
import { claimKey, VerdictBook } from '../verdict/verdict-book';
import type { Subject } from '../verdict/verdict-facts.queries';

/** A manager gives the customer to another claim: the new judgement stands beside the old ones, and the referrals follow it. */
@Injectable()
export class Overturning {
  constructor(
    private readonly clock: Clock,
    private readonly verdicts: VerdictBook,
    private readonly book: ReferralBook,
  ) {}

  /**
   * @param place among the claims of the verdict that stands; without it the customer goes to `appellant`, the referral that appealed
   * @throws CodedError `appeal.state-conflict` for a place in a verdict that stands no more, `request.invalid` for a place without a claim, for the one that won already, and for a referral that is over by
   * something else than a verdict
   */
  async overturn(
    tx: EntityManager,
    actor: StaffActor,
    subject: Subject,
    { place, appellant, judgedAt }: { place: number | undefined; appellant: string | null; judgedAt: string | undefined },
  ): Promise<void> {
    const at = this.clock.now();
    const shown = judgedAt === undefined ? null : Date.parse(judgedAt);
    if (place !== undefined && shown !== null && (await this.verdicts.judgedAt(tx, subject)) !== shown)
      throw coded('appeal.state-conflict', '判客结果刚刚有更新，请查看后重新选择');
    const before = (await this.verdicts.latest(tx, subject)) ?? (await this.verdicts.judge(tx, subject, { occasion: 'asked' })).decision;
    const own = appellant === null ? undefined : before.claims.find((claim) => claim.key === claimKey({ id: appellant }));
    const chosen = place === undefined ? own : before.claims[place];
    if (!chosen || chosen.outcome === 'won') throw refusedField('request.invalid', 'winner', 'claim', '改判时请选择另一项归属主张');
    const rows = await lockReferrals(tx, 'r.friend_id = ? AND r.project_id = ?', [subject.customerId, subject.projectId]);
    const over = rows.find((row) => claimKey(row) === chosen.key && row.status === 'ended' && row.end_reason !== 'lost');
    if (over) throw refusedField('request.invalid', 'winner', 'claim', '这条推荐已经结束，不能改判给它');
    const { decision } = await this.verdicts.judge(tx, subject, { occasion: 'appeal', byId: actor.staffId, decidedKey: chosen.key });
    const winner = decision.winner === null ? null : decision.claims[decision.winner];
    for (const row of rows) {
      const wins = winner?.key === claimKey(row);
      const step = { at, actorId: actor.staffId };
      if (wins && row.status === 'ended' && row.end_reason === 'lost') await this.book.move(tx, row, 'reinstate', step);
      // What was signed or paid out for a claim that lost is taken back by the same way as for a cancelled deal.
      else if (!wins && (row.status === 'signed' || row.status === 'settled'))
        await this.book.move(tx, row, 'cancelDeal', { ...step, why: 'lost' });
    }
  }
}
