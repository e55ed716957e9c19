import type { ReferralAnswer, ReferralAsk } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { Consents, CustomerRegister, InterestDesk } from '../../../registers/customer';
import { Accounts } from '../../../registers/identity';
import { REFERRAL_CHANNEL } from '../../../registers/live-code';
import { ProjectQueries } from '../../../registers/project';
import { lockReferrals, type ReferralRow, referralsWhere } from '../referral.rows';
import { ReferralBook } from '../referral-book';
import { AskCodes } from './ask-codes';
import { ReferralAgreeing } from './referral-agreeing';
import { politeName } from './registration.policy';

/** What the friend is asked, and what they say. */
@Injectable()
export class ReferralAskService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly codes: AskCodes,
    private readonly accounts: Accounts,
    private readonly customers: CustomerRegister,
    private readonly consents: Consents,
    private readonly projects: ProjectQueries,
    private readonly desk: InterestDesk,
    private readonly book: ReferralBook,
    private readonly agreeing: ReferralAgreeing,
  ) {}

  /** Never an error: a code that is old, edited or made up is answered for what it is, and names nobody. */
  async look(code: string): Promise<ReferralAsk> {
    const hash = this.codes.hash(code);
    const [row] = hash ? await referralsWhere(this.database.manager, 'r.ask_hash = ?', [hash]) : [];
    return row
      ? this.askOf(this.database.manager, code, row)
      : { code, state: 'unknown', referrerName: '', projectId: '', projectName: '' };
  }

  /**
   * The friend's own answer, from the number that WeChat vouched for. Yes opens or joins their lead; no ends the referral.
   * @throws CodedError `referral.ask-over`, `referral.ask-not-yours`, `account.phone-required`, `policy.consent-required`, `policy.outdated`
   */
  async answer(actor: Actor, code: string, answer: ReferralAnswer): Promise<ReferralAsk> {
    const hash = this.codes.hash(code);
    const friendId = await this.boundCustomer(actor);
    if (answer.agree) {
      if (!answer.consent) throw refusedField('policy.consent-required', 'consent', 'required', '请阅读并同意隐私政策，我们才能与您联系');
      await this.consents.check(answer.consent);
    }
    return this.database.useCase(async (tx) => {
      const [row] = hash ? await lockReferrals(tx, 'r.ask_hash = ?', [hash]) : [];
      if (!row) throw coded('referral.ask-over', '这个邀请不存在，请向好友索取新的链接');
      const phone = this.cipher.decrypt(row.phone_sealed);
      if ((await this.customers.idByPhone(phone, tx)) !== friendId) throw coded('referral.ask-not-yours');
      if (row.status !== 'registered') throw coded('referral.ask-over', '这个邀请已经回答过');
      if (this.clock.now() > (row.ask_until ?? 0)) throw coded('referral.ask-over', '这个邀请已过期，请让好友重新报备');
      const moved = answer.agree
        ? await this.accept(tx, actor, row, friendId, phone, answer)
        : await this.book.move(tx, row, 'end', { why: 'declined' });
      return this.askOf(tx, code, moved);
    });
  }

  private async accept(
    tx: EntityManager,
    actor: Actor,
    row: ReferralRow,
    friendId: string,
    phone: string,
    { name, consent }: ReferralAnswer,
  ): Promise<ReferralRow> {
    const project = await this.projects.find(row.project_id);
    if (!project?.active) throw coded('project.not-found');
    const taken = await this.desk.take(tx, {
      project,
      phone,
      name: name ?? this.cipher.decrypt(row.friend_sealed),
      channelCode: REFERRAL_CHANNEL,
      note: '好友推荐，本人已同意联系',
      accountId: actor.accountId,
      enteredById: null,
      consent: consent ? { given: consent, basis: 'mini-program' } : null,
    });
    return this.agreeing.agree(tx, row, {
      customerId: friendId,
      accountId: actor.accountId,
      leadId: taken.leadId,
      at: this.clock.now(),
    });
  }

  private async boundCustomer(actor: Actor): Promise<string> {
    const account = await this.accounts.byId(actor.accountId);
    if (!account?.customerId || !account.phoneVerified) throw coded('account.phone-required', '请先绑定您的手机号，再回答好友的邀请');
    return account.customerId;
  }

  private async askOf(tx: EntityManager, code: string, row: ReferralRow): Promise<ReferralAsk> {
    const [referrers, names] = await Promise.all([this.customers.briefs([row.referrer_id], tx), this.projects.names([row.project_id])]);
    const open = row.status === 'registered' && this.clock.now() <= (row.ask_until ?? 0);
    const expired = row.status === 'registered' || row.end_reason === 'unanswered';
    return {
      code,
      state: open ? 'open' : expired ? 'expired' : 'answered',
      referrerName: politeName(referrers.get(row.referrer_id)),
      projectId: row.project_id,
      projectName: names.get(row.project_id) ?? '',
    };
  }
}
