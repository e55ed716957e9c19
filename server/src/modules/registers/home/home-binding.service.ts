import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database, execute, marks, select } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { Accounts, PhoneBound } from '../identity';
import { ACTIVE } from './home.rows';

/** Joins people with the homes that are registered under their phone. Only a phone that WeChat vouched for opens anything. */
@Injectable()
export class HomeBindingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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

  /** Binds what is registered under the numbers that this customer proved and nobody has bound; answers how much. May be repeated. */
  async bind(customerId: string): Promise<number> {
    const proved = await this.accounts.provedNumbers(customerId);
    if (proved.length === 0) return 0;
    const waiting = await select(
      this.database.manager,
      `SELECT id FROM residents WHERE phone_index IN ${marks(proved.length)} AND customer_id IS NULL AND ${ACTIVE} LIMIT 1`,
      [...proved, this.clock.now()],
    );
    return waiting.length === 0 ? 0 : this.database.transaction((tx) => this.bindNumbers(tx, customerId, proved));
  }

  private bindNumbers(tx: EntityManager, customerId: string, proved: readonly string[]): Promise<number> {
    const now = this.clock.now();
    return execute(
      tx,
      `UPDATE residents SET customer_id = ?, bound_at = ? WHERE phone_index IN ${marks(proved.length)} AND customer_id IS NULL AND ${ACTIVE}`,
      [customerId, now, ...proved, now],
    );
  }
}
