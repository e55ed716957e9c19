import { beijingDate, idCardFault, type MyRealName, normaliseIdCard, type RealNameStatement, startOfBeijingDate } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, select } from '../../../platform/database/database';
import { DomainEvents } from '../../../platform/events/domain-events';
import type { Actor } from '../../../platform/http/actor';
import { type CodedError, coded, refusedField } from '../../../platform/http/coded-error';
import { Consents, REAL_NAME_PURPOSE } from './consents';
import { RealName } from './real-name.entity';
import { RealNameRefused, RealNameStated } from './real-name.events';
import { RealNames } from './real-name.queries';

/** Cards of other people that one customer may state within a Beijing day: enough for a slip, too few to find out whose they are. */
const MOST_REFUSALS = 3;

/** Somebody says who they are, once, before money is paid to them (K2). */
@Injectable()
export class RealNameService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly consents: Consents,
    private readonly names: RealNames,
    private readonly events: DomainEvents,
  ) {}

  /**
   * One card is one customer's. Whoever states another one's is told nothing of that, and a person looks at it.
   * @throws CodedError `account.phone-required`, `request.invalid`, `policy.outdated`, `policy.consent-required`, `real-name.stated`,
   * `real-name.unconfirmed`, `real-name.limit-reached`
   */
  async state(actor: Actor, { name, number: typed, consent }: RealNameStatement): Promise<MyRealName> {
    const { customerId } = actor;
    if (customerId === null || !actor.phoneVerified) throw coded('account.phone-required', '请先绑定您的手机号，再完成实名');
    const number = normaliseIdCard(typed);
    const fault = idCardFault(number, this.clock.now());
    if (fault) throw refusedField('request.invalid', 'number', 'id-card', fault);
    await this.consents.checkFor(REAL_NAME_PURPOSE, consent);
    const numberIndex = this.cipher.blindIndex(`id-card:${number}`);
    try {
      return await this.database.useCase(async (tx) => {
        if ((await this.refusalsToday(tx, customerId)) >= MOST_REFUSALS) throw coded('real-name.limit-reached');
        await this.write(tx, customerId, { name, number, numberIndex });
        await this.consents.record(tx, [{ customerId, given: consent, basis: 'mini-program', isNewCustomer: false }]);
        await this.events.publish(tx, RealNameStated, { customerId });
        return this.names.mine(customerId, tx);
      });
    } catch (error) {
      if (!isDuplicate(error) && !(error instanceof CardTaken)) throw error;
      throw await this.refusal(customerId);
    }
  }

  /** The unique card and the unique customer decide; the look before says which of them it was. */
  private async write(tx: EntityManager, customerId: string, stated: { name: string; number: string; numberIndex: string }): Promise<void> {
    const own = await tx.findOneBy(RealName, { customerId });
    if (own && own.withdrawnAt === null) throw coded('real-name.stated');
    const columns = {
      name_sealed: this.cipher.encrypt(stated.name),
      number_sealed: this.cipher.encrypt(stated.number),
      stated_at: this.clock.now(),
    };
    if (!own) return insertRows(tx, 'real_names', [{ id: newId(), customer_id: customerId, number_index: stated.numberIndex, ...columns }]);
    // Whoever took it back may state the same card again; another one would make two people of one customer.
    if (own.numberIndex !== stated.numberIndex) throw new CardTaken();
    await execute(tx, 'UPDATE real_names SET name_sealed = ?, number_sealed = ?, stated_at = ?, withdrawn_at = NULL WHERE id = ?', [
      ...Object.values(columns),
      own.id,
    ]);
  }

  private async refusal(customerId: string): Promise<CodedError> {
    return this.database.transaction(async (tx) => {
      // Of many tries at once each waits for the one before, so that the limit holds.
      const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
      await select(tx, `SELECT id FROM customers WHERE id = ?${lock}`, [customerId]);
      if (await this.names.isStated(customerId, tx)) return coded('real-name.stated');
      if ((await this.refusalsToday(tx, customerId)) >= MOST_REFUSALS) return coded('real-name.limit-reached');
      await insertRows(tx, 'real_name_refusals', [{ id: newId(), customer_id: customerId, at: this.clock.now() }]);
      await this.events.publish(tx, RealNameRefused, { customerId });
      return coded('real-name.unconfirmed');
    });
  }

  private async refusalsToday(tx: EntityManager, customerId: string): Promise<number> {
    const [row] = await select<{ many: number | string }>(
      tx,
      'SELECT COUNT(*) AS many FROM real_name_refusals WHERE customer_id = ? AND at >= ?',
      [customerId, startOfBeijingDate(beijingDate(this.clock.now()))],
    );
    return Number(row?.many ?? 0);
  }
}

class CardTaken extends Error {}
