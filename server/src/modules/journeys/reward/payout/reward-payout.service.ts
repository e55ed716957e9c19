import { beijingDate, formatYuan, needsRealName, type PayoutRecord, type RewardChange } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded } from '../../../../platform/http/coded-error';
import { RealNames } from '../../../registers/customer';
import { FraudFlagQueries } from '../../referral';
import { RewardEarningService } from '../earning/reward-earning.service';
import { RewardGrants } from '../earning/reward-grants';
import { LedgerBook } from '../ledger/ledger-book';
import { findReward, type RewardRow, rewardSubject } from '../reward.rows';
import { RewardBook, type Step } from '../reward-book';
import { RewardMessages } from '../reward-messages';
import { RewardAccess } from './reward-access';

/** What colleagues decide about a reward: one says yes or no, another one pays. */
@Injectable()
export class RewardPayoutService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: RewardAccess,
    private readonly ledger: LedgerBook,
    private readonly grants: RewardGrants,
    private readonly earning: RewardEarningService,
    private readonly book: RewardBook,
    private readonly messages: RewardMessages,
    private readonly realNames: RealNames,
    private readonly flags: FraudFlagQueries,
  ) {}

  /** @throws CodedError `reward.not-found`, `reward.own-reward`, `reward.state-conflict`, `reward.real-name-missing` */
  approve(actor: StaffActor, id: string): Promise<RewardChange> {
    return this.change(actor, id, 'reward.approved', async (tx, reward) => {
      if (reward.status === 'due') await this.requireRealName(tx, reward);
      const now = this.clock.now();
      const changes = { approved_by_id: actor.staffId, approved_at: now };
      const moved = await this.book.approve(tx, reward, { staffId: actor.staffId, text: '审核通过', changes });
      if (moved.form === 'points') return this.earning.credit(tx, moved);
      await this.messages.tellPerson(tx, moved, '审核已通过，等待财务发放');
      await this.messages.tellDesk(tx, moved);
      return moved;
    });
  }

  refuse(actor: StaffActor, id: string, reason: string): Promise<RewardChange> {
    return this.change(actor, id, 'reward.refused', async (tx, reward) => {
      const moved = await this.book.refuse(tx, reward, { staffId: actor.staffId, text: `未通过审核：${reason}` });
      await this.messages.tellPerson(tx, moved, reason);
      return moved;
    });
  }

  /** @throws CodedError `reward.own-approval`, `reward.suspect`, `reward.payout-invalid`, `reward.home-missing`, besides those of `approve` */
  pay(actor: StaffActor, id: string, { reference, paidOn }: PayoutRecord): Promise<RewardChange> {
    return this.change(actor, id, 'reward.paid', async (tx, reward) => {
      if (reward.status !== 'approved') throw coded('reward.state-conflict');
      if (reward.approved_by_id === actor.staffId) throw coded('reward.own-approval');
      // Looked at again: it may have been taken back since the approval.
      await this.requireRealName(tx, reward);
      // Whoever approved could not know of it.
      if (await this.flags.foundSince(tx, reward.referral_id, reward.approved_at ?? 0)) throw coded('reward.suspect');
      const today = beijingDate(this.clock.now());
      if (paidOn > today || paidOn < beijingDate(reward.approved_at ?? reward.created_at)) throw coded('reward.payout-invalid');
      const changes: NonNullable<Step['changes']> = { paid_by_id: actor.staffId, payout_reference: reference, paid_on: paidOn };
      if (reward.form === 'fee-waiver') changes.unit_id = await this.homeOf(tx, reward);
      const moved = await this.book.pay(tx, reward, { staffId: actor.staffId, text: `已发放，凭证号 ${reference}`, changes });
      await this.messages.tellPerson(tx, moved, noteOf(moved));
      return moved;
    });
  }

  private async requireRealName(tx: EntityManager, { form, person_id }: RewardRow): Promise<void> {
    if (needsRealName(form) && !(await this.realNames.isStated(person_id, tx))) throw coded('reward.real-name-missing');
  }

  /** As it is on the day of the payout: a home that was sold meanwhile has another owner, whose fees these are not. */
  private async homeOf(tx: EntityManager, reward: RewardRow): Promise<string> {
    const unitId = await this.grants.homeOf(tx, reward.person_id, reward.project_id, reward.unit_id);
    if (unitId === null) throw coded('reward.home-missing');
    return unitId;
  }

  private change(
    actor: StaffActor,
    id: string,
    act: string,
    work: (tx: EntityManager, reward: RewardRow) => Promise<RewardRow>,
  ): Promise<RewardChange> {
    return this.database.useCase(async (tx) => {
      const seen = await findReward(tx, id);
      if (!seen || !this.access.covers(actor, seen.project_id)) throw coded('reward.not-found');
      if (seen.person_id === actor.customerId) throw coded('reward.own-reward');
      await this.ledger.lock(tx, [seen.person_id]);
      const reward = (await findReward(tx, id)) as RewardRow;
      const { status } = await work(tx, reward);
      await this.audit.record(tx, actor.staffId, act, rewardSubject(id), { amount: reward.amount, form: reward.form });
      return { id, status };
    });
  }
}

function noteOf({ form, kept, amount }: RewardRow): string {
  if (kept > 0) return `抵扣待追回 ${formatYuan(kept)}，实发 ${formatYuan(amount - kept)}`;
  return form === 'fee-waiver' ? '已抵扣您房屋的物业费' : '已发放，请留意到账';
}
