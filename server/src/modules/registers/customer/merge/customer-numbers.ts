import { maskPhone, type OtherNumber } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database, marks, select } from '../../../../platform/database/database';
import { coded } from '../../../../platform/http/coded-error';

interface NumberRow {
  id: string;
  into_id: string;
  phone_sealed: string;
  phone_index: string;
}

/** The numbers that came to a customer from those who were merged into them. */
@Injectable()
export class CustomerNumbers {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {}

  /** Besides the customer's own, masked, oldest merge first. */
  async others(customerIds: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, OtherNumber[]>> {
    const numbers = new Map<string, OtherNumber[]>();
    for (const row of await this.rows(tx, customerIds)) {
      const number = { id: row.id, phoneMasked: maskPhone(this.cipher.decrypt(row.phone_sealed)) };
      numbers.set(row.into_id, [...(numbers.get(row.into_id) ?? []), number]);
    }
    return numbers;
  }

  /** Blind indices of every number of a customer, their own first. */
  async indicesOf(customerId: string, tx: EntityManager = this.database.manager): Promise<string[]> {
    const [own] = await select<{ phone_index: string }>(tx, 'SELECT phone_index FROM customers WHERE id = ?', [customerId]);
    return [...(own ? [own.phone_index] : []), ...(await this.rows(tx, [customerId])).map((row) => row.phone_index)];
  }

  /** Another number of this customer, in full; whoever calls this records why (M1). @throws CodedError `customer.not-found` */
  async phoneOf(tx: EntityManager, customerId: string, numberId: string): Promise<string> {
    const found = (await this.rows(tx, [customerId])).find((row) => row.id === numberId);
    if (!found) throw coded('customer.not-found', '没有找到这个号码，请刷新后再试');
    return this.cipher.decrypt(found.phone_sealed);
  }

  private rows(tx: EntityManager, customerIds: readonly string[]): Promise<NumberRow[]> {
    if (customerIds.length === 0) return Promise.resolve([]);
    const ids = [...new Set(customerIds)];
    return select<NumberRow>(
      tx,
      `SELECT m.id, m.into_id, c.phone_sealed, c.phone_index FROM customer_merges m JOIN customers c ON c.id = m.id
       WHERE m.into_id IN ${marks(ids.length)} ORDER BY m.merged_at, m.id`,
      ids,
    );
  }
}
