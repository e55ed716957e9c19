import type { FlagJudgement } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { Database, execute } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { referralSubject, writeReferralEvent } from '../referral.rows';
import { ReferralAccess } from '../referral-access';

/** A person has looked at what was flagged. */
@Injectable()
export class FraudFlagService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: ReferralAccess,
    private readonly audit: Audit,
  ) {}

  /** Of two who judge at once one succeeds. @throws CodedError `referral.not-found`, `permission.denied` for one's own, `referral.state-conflict` */
  async judge(
    actor: StaffActor,
    flagId: string,
    { outcome, note }: FlagJudgement,
  ): Promise<{ id: string; status: FlagJudgement['outcome'] }> {
    const [flag] = await this.database.rows<{ referral_id: string; sign: string }>(
      'SELECT referral_id, sign FROM fraud_flags WHERE id = ?',
      [flagId],
    );
    if (!flag) throw coded('referral.not-found');
    const row = await this.access.see(actor, flag.referral_id);
    return this.database.useCase(async (tx) => {
      await this.access.requireNoPart(tx, actor, { projectId: row.project_id, friendId: row.friend_id, referrerId: row.referrer_id });
      const now = this.clock.now();
      const changed = await execute(
        tx,
        `UPDATE fraud_flags SET status = ?, note = ?, looked_by_id = ?, looked_at = ? WHERE id = ? AND status = 'open'`,
        [outcome, note, actor.staffId, now, flagId],
      );
      if (changed === 0) throw coded('referral.state-conflict', '这条提示刚刚已由其他同事处理');
      await writeReferralEvent(tx, flag.referral_id, now, 'flag-judged', actor.staffId, { sign: flag.sign, outcome });
      await this.audit.record(tx, actor.staffId, 'referral.flag-judged', referralSubject(flag.referral_id), { sign: flag.sign, outcome });
      return { id: flagId, status: outcome };
    });
  }
}
