import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { Database, execute, select } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { CustomerRegister } from '../customer';
import { Accounts, PhoneBound } from '../identity';
import { ACTIVE } from './home.rows';

/** Joins people with the homes that are registered under their phone. Only a phone that WeChat vouched for opens anything. */
@Injectable()
export class HomeBindingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly accounts: Accounts,
    events: DomainEvents,
  ) {
    events.on(PhoneBound, 'homes', async ({ customerId }) => ((await this.bind(customerId)) > 0 ? 'done' : 'skipped'));
  }

  /** The customer of an account whose phone WeChat vouched for, as the database knows it now; null for everybody else. */
  async verifiedCustomer(actor: Actor): Promise<string | null> {
    const account = await this.accounts.byId(actor.accountId);
    return account?.phoneVerified ? account.customerId : null;
  }

  /** @throws CodedError `home.phone-required` for everybody whose phone nobody vouched for */
  async requireVerified(actor: Actor): Promise<string> {
    const customerId = await this.verifiedCustomer(actor);
    if (customerId === null) throw coded('home.phone-required');
    return customerId;
  }

  /** Binds what is registered under this customer's phone and nobody has bound; answers how much. May be repeated. */
  async bind(customerId: string): Promise<number> {
    const phoneIndex = this.cipher.blindIndex(await this.customers.phoneOf(this.database.manager, customerId));
    const waiting = await select(
      this.database.manager,
      `SELECT id FROM residents WHERE phone_index = ? AND customer_id IS NULL AND ${ACTIVE} LIMIT 1`,
      [phoneIndex, this.clock.now()],
    );
    return waiting.length === 0 ? 0 : this.database.transaction((tx) => this.bindPhone(tx, customerId, phoneIndex));
  }

  private bindPhone(tx: EntityManager, customerId: string, phoneIndex: string): Promise<number> {
    const now = this.clock.now();
    return execute(tx, `UPDATE residents SET customer_id = ?, bound_at = ? WHERE phone_index = ? AND customer_id IS NULL AND ${ACTIVE}`, [
      customerId,
      now,
      phoneIndex,
      now,
    ]);
  }
}
