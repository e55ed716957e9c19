import type { ReferralReceipt, ReferralRegistration } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, insertRows, isDuplicate, select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { normalisePhone } from '../../../../platform/phone';
import { CONTACT_PURPOSE, Consents, CustomerRegister } from '../../../registers/customer';
import { Accounts } from '../../../registers/identity';
import { ProjectQueries } from '../../../registers/project';
import { ASK_EXPIRY, EXAMINE_REFERRAL } from '../referral.jobs';
import { activeKey, askPage, referralOf, referralSubject, writeReferralEvent } from '../referral.rows';
import { ReferralMessages } from '../referral-messages';
import { beijingDay, dayStart } from '../verdict/protection.policy';
import { AskCodes } from './ask-codes';
import { askUntil, MOST_A_DAY, politeName } from './registration.policy';

/** A customer names a friend (报备). Nobody of ours learns the number before the friend's own yes. */
@Injectable()
export class ReferralRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly consents: Consents,
    private readonly accounts: Accounts,
    private readonly projects: ProjectQueries,
    private readonly codes: AskCodes,
    private readonly jobs: JobQueue,
    private readonly messages: ReferralMessages,
  ) {}

  /**
   * Two people who name one friend in the same second both get a receipt; whose claim it is, the verdict says.
   * @throws CodedError `referral.phone-required`, `project.not-found`, `phone.invalid`, `referral.self`, `referral.limit-reached`,
   * `referral.already-registered`
   */
  async register(actor: Actor, form: ReferralRegistration): Promise<ReferralReceipt> {
    const referrerId = await this.boundCustomer(actor);
    const project = await this.projects.find(form.projectId);
    if (!project?.active) throw coded('project.not-found');
    const phone = readPhone(form.phone);
    if ((await this.customers.idByPhone(phone)) === referrerId)
      throw refusedField('referral.self', 'phone', 'self', '这是您自己的手机号，请填写好友的');
    try {
      return await this.database.useCase((tx) => this.write(tx, actor, referrerId, project.id, { ...form, phone }));
    } catch (error) {
      throw isDuplicate(error) ? coded('referral.already-registered') : error;
    }
  }

  /** The customer whose number WeChat vouched for. @throws CodedError `referral.phone-required` */
  async boundCustomer(actor: Actor): Promise<string> {
    const account = await this.accounts.byId(actor.accountId);
    if (!account?.customerId || !account.phoneVerified) throw coded('referral.phone-required');
    return account.customerId;
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    referrerId: string,
    projectId: string,
    form: ReferralRegistration,
  ): Promise<ReferralReceipt> {
    const now = this.clock.now();
    await this.countToday(tx, actor.accountId, now);
    const id = newId();
    const phoneIndex = this.cipher.blindIndex(form.phone);
    const until = askUntil(now);
    const row = {
      id,
      project_id: projectId,
      referrer_id: referrerId,
      friend_sealed: this.cipher.encrypt(form.name),
      phone_sealed: this.cipher.encrypt(form.phone),
      phone_index: phoneIndex,
      way: 'registered' as const,
      relation: form.relation || null,
      note: form.note || null,
      status: 'registered' as const,
      ask_hash: this.codes.hashOf(id),
      ask_until: until,
      account_id: actor.accountId,
      active_key: activeKey(projectId, referrerId, phoneIndex),
      registered_at: now,
      updated_at: now,
    };
    await insertRows(tx, 'referrals', [row]);
    await writeReferralEvent(tx, id, now, 'registered');
    await this.jobs.add(
      tx,
      { kind: ASK_EXPIRY, payload: { referralId: id }, runAt: until + 1, subject: referralSubject(id) },
      { kind: EXAMINE_REFERRAL, payload: { referralId: id, occasion: 'registered' }, subject: referralSubject(id) },
    );
    await this.askByMessage(tx, referralOf(row), form.phone);
    return { id, status: 'registered', askPath: askPage(this.codes.of(id)) };
  }

  /** A friend who is our customer is asked by message too. The referrer's answer is the same either way. */
  private async askByMessage(tx: EntityManager, row: ReturnType<typeof referralOf>, phone: string): Promise<void> {
    const friendId = await this.customers.idByPhone(phone, tx);
    if (!friendId || (await this.consents.withdrawn(friendId, CONTACT_PURPOSE, tx))) return;
    const referrer = (await this.customers.briefs([row.referrer_id], tx)).get(row.referrer_id);
    await this.messages.toFriend(tx, row, friendId, this.codes.of(row.id), politeName(referrer));
  }

  /** Of many registrations at once by one user, each waits for the one before, so that the limit holds. */
  private async countToday(tx: EntityManager, accountId: string, now: number): Promise<void> {
    const lock = tx.connection.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
    await select(tx, `SELECT id FROM accounts WHERE id = ?${lock}`, [accountId]);
    const [row] = await select<{ many: number | string }>(
      tx,
      'SELECT COUNT(*) AS many FROM referrals WHERE account_id = ? AND registered_at >= ?',
      [accountId, dayStart(beijingDay(now))],
    );
    if (Number(row?.many ?? 0) >= MOST_A_DAY) throw coded('referral.limit-reached');
  }
}

function readPhone(input: string): string {
  const read = normalisePhone(input);
  if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
  return read.e164;
}
