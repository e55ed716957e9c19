import { type Me, maskPhone, permissionsOf, type Role, type SessionAnswer } from '@guihu/shared';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WECHAT, type WechatPort, WechatRefused } from '../../../integrations/wechat/wechat.port';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { CustomerRegister } from '../customer';
import { StaffQueries } from '../staff';
import { Account } from './account.entity';
import { Accounts } from './accounts';
import { PhoneBound } from './identity.events';
import { Sessions } from './sessions';

/** From a WeChat code to a person. */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly customers: CustomerRegister,
    private readonly staff: StaffQueries,
    private readonly cipher: FieldCipher,
    private readonly events: DomainEvents,
    @Inject(WECHAT) private readonly wechat: WechatPort,
  ) {}

  /** @throws CodedError `session.code-invalid` for an expired, reused or made-up code; `wechat.unavailable` when WeChat is down. */
  async signIn(code: string): Promise<SessionAnswer> {
    const { openid, unionid } = await this.wechat.code2session(code).catch((error: unknown) => refuse(error, 'session.code-invalid'));
    // No use case that keeps its answer: a token does not lie in a table, and a code is good for one session anyway.
    const { account, session } = await this.database.transaction(async (tx) => {
      const known = await this.accounts.signIn(tx, openid, unionid);
      return { account: known, session: await this.sessions.open(tx, known.id) };
    });
    return { token: session.token, expiresAt: new Date(session.expiresAt).toISOString(), me: await this.describe(account) };
  }

  /**
   * Binds the number that WeChat vouches for: the account becomes this customer, and a colleague when the number is theirs.
   * @throws CodedError `account.phone-code-invalid`, `account.phone-taken`.
   */
  async bindPhone(actor: Actor, code: string): Promise<Me> {
    const { phone } = await this.wechat.phoneNumber(code).catch((error: unknown) => refuse(error, 'account.phone-code-invalid'));
    const colleague = await this.staff.idByPhoneIndex(this.cipher.blindIndex(phone));
    const me = await this.database.useCase(async (tx) => {
      const account = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const customer = await this.customers.findOrCreate(tx, { phone, name: colleague?.name ?? '', gender: 'unknown' });
      if (account.phoneVerified && account.customerId !== customer.id) throw coded('account.phone-taken');
      await this.accounts.bindCustomer(tx, account.id, customer.id, this.cipher.blindIndex(phone));
      if (colleague) await this.accounts.bindStaff(tx, account.id, colleague.id);
      await this.events.publish(tx, PhoneBound, { customerId: customer.id });
      return this.describe({ ...account, customerId: customer.id, phoneVerified: true, staffId: colleague?.id ?? account.staffId }, tx);
    });
    this.sessions.forget(actor.accountId);
    // Whoever had only typed this number has lost it at this moment, not when their session is next looked up.
    if (me.customerId) this.sessions.forgetCustomer(me.customerId);
    return me;
  }

  async me(accountId: string): Promise<Me> {
    const account = await this.accounts.byId(accountId);
    if (!account) throw coded('session.invalid');
    return this.describe(account);
  }

  private async describe(account: Account, tx: EntityManager = this.database.manager): Promise<Me> {
    const colleague = account.staffId ? await this.staff.member(account.staffId) : null;
    const customer = account.customerId ? (await this.customers.briefs([account.customerId], tx)).get(account.customerId) : undefined;
    const roles: Role[] = colleague ? [...colleague.roles] : ['prospect'];
    return {
      accountId: account.id,
      ...(account.customerId ? { customerId: account.customerId } : {}),
      ...(colleague ? { staffId: colleague.id, onDuty: colleague.onDuty } : {}),
      name: colleague?.name ?? (customer?.named ? customer.name : null),
      // A number that was only typed is not offered again as if it were known.
      phoneMasked: colleague ? maskPhone(colleague.phone) : account.phoneVerified ? (customer?.phoneMasked ?? null) : null,
      roles,
      permissions: permissionsOf(roles),
    };
  }
}

function refuse(error: unknown, code: 'session.code-invalid' | 'account.phone-code-invalid'): never {
  if (!(error instanceof WechatRefused)) throw error;
  throw coded(error.kind === 'invalid-code' ? code : 'wechat.unavailable');
}
