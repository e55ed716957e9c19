import type { Gender } from '@guihu/shared';
import { maskPhone } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { newId } from '../../../platform/database/columns';
import { Database, insertRows, isDuplicate, marks, select } from '../../../platform/database/database';
import { Customer } from './customer.entity';

export interface Person {
  /** E.164. */
  phone: string;
  name: string;
  gender: Gender;
}

/** WeChat does not say what its users are called; until somebody does, this stands there. */
const NAMELESS = '微信用户';

export interface CustomerBrief {
  id: string;
  name: string;
  /** False while nobody told us the name. */
  named: boolean;
  gender: Gender;
  phoneMasked: string;
}

/** One phone, one customer, under any concurrency (B1): the unique blind index decides, never a look before the write. */
@Injectable()
export class CustomerRegister {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** The customer of this phone, made if there was none. */
  async findOrCreate(tx: EntityManager, person: Person): Promise<{ id: string; created: boolean }> {
    return (await this.findOrCreateAll(tx, [person]))[0] as { id: string; created: boolean };
  }

  /** The customers of these phones, in order; `created` for the first person of a phone that nobody had. */
  async findOrCreateAll(tx: EntityManager, people: readonly Person[]): Promise<{ id: string; created: boolean }[]> {
    const indices = people.map((p) => this.cipher.blindIndex(p.phone));
    const known = await this.idsByIndex(tx, indices);
    const fresh = new Map<string, Record<string, unknown> & { id: string }>();
    for (const [i, person] of people.entries()) {
      const phoneIndex = indices[i] as string;
      if (!known.has(phoneIndex) && !fresh.has(phoneIndex)) fresh.set(phoneIndex, this.newRow(person, phoneIndex));
    }
    const created = await this.insertNew(tx, [...fresh.values()]);
    const winners = created.size < fresh.size ? await this.idsByIndex(tx, [...fresh.keys()]) : known;
    const told = new Set<string>();
    return indices.map((phoneIndex) => {
      const own = fresh.get(phoneIndex);
      const id = (own && created.has(own.id) ? own.id : (known.get(phoneIndex) ?? winners.get(phoneIndex))) as string;
      const first = own !== undefined && created.has(own.id) && !told.has(phoneIndex);
      told.add(phoneIndex);
      return { id, created: first };
    });
  }

  /** For the blind duplicate probe and for binding: whether a phone is known, without saying whose it is. */
  async idByPhone(phone: string, tx: EntityManager = this.database.manager): Promise<string | null> {
    return (await this.idByIndex(tx, this.cipher.blindIndex(phone))) ?? null;
  }

  /** Names and masked phones for lists; inside a transaction, what it wrote itself too. */
  async briefs(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, CustomerBrief>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.findBy(Customer, { id: In([...new Set(ids)]) });
    return new Map(
      rows.map((c) => [
        c.id,
        {
          id: c.id,
          name: c.name || NAMELESS,
          named: c.name !== '',
          gender: c.gender,
          phoneMasked: maskPhone(this.cipher.decrypt(c.phoneSealed)),
        },
      ]),
    );
  }

  /** The full number. Whoever calls this records why (M1). */
  async phoneOf(tx: EntityManager, id: string): Promise<string> {
    const customer = await tx.findOneByOrFail(Customer, { id });
    return this.cipher.decrypt(customer.phoneSealed);
  }

  /** Fills what was not known before; what people told us earlier is not overwritten. */
  async complete(tx: EntityManager, id: string, person: Pick<Person, 'name' | 'gender'>): Promise<void> {
    await tx.query(
      `UPDATE customers SET name = CASE WHEN name = '' THEN ? ELSE name END, gender = CASE WHEN gender = 'unknown' THEN ? ELSE gender END,
         updated_at = ? WHERE id = ? AND (name = '' OR gender = 'unknown')`,
      [person.name, person.gender, this.clock.now(), id],
    );
  }

  /** Ids of customers by exact phone or by the beginning of the name, also one of a number that was merged; at most `limit` of them. */
  async search(text: string, phone: string | null, limit: number): Promise<string[]> {
    if (phone) {
      const id = await this.idByPhone(phone);
      return id ? [id] : [];
    }
    const beginning = text.replace(/[%_\\]/g, '');
    const [condition, values] = this.beginsWith(beginning);
    const rows = await this.database.rows<{ id: string }>(
      `SELECT COALESCE(m.into_id, c.id) AS id FROM customers c LEFT JOIN customer_merges m ON m.id = c.id WHERE ${condition} LIMIT ?`,
      [...values, limit],
    );
    return [...new Set(rows.map((r) => r.id))];
  }

  /** SQLite's LIKE ignores case and its index does not, so that a range is what the index can answer there. */
  private beginsWith(text: string): [string, string[]] {
    return this.database.dialect === 'sqlite'
      ? ['c.name >= ? AND c.name < ?', [text, `${text}\u{10ffff}`]]
      : ['c.name LIKE ?', [`${text}%`]];
  }

  /** Inserts together; when somebody else made one of them at this moment, one by one. Answers the ids that are ours. */
  private async insertNew(tx: EntityManager, rows: readonly (Record<string, unknown> & { id: string })[]): Promise<Set<string>> {
    try {
      await insertRows(tx, 'customers', rows);
      return new Set(rows.map((r) => r.id));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (rows.length === 1) return new Set();
    }
    const created = new Set<string>();
    for (const row of rows) for (const id of await this.insertNew(tx, [row])) created.add(id);
    return created;
  }

  private newRow(person: Person, phoneIndex: string) {
    const now = this.clock.now();
    return {
      id: newId(),
      name: person.name,
      gender: person.gender,
      phone_sealed: this.cipher.encrypt(person.phone),
      phone_index: phoneIndex,
      created_at: now,
      updated_at: now,
    };
  }

  private async idByIndex(tx: EntityManager, phoneIndex: string): Promise<string | undefined> {
    return (await this.idsByIndex(tx, [phoneIndex])).get(phoneIndex);
  }

  /** The one place where a number finds its customer: that of somebody who was merged finds the survivor. */
  private async idsByIndex(tx: EntityManager, indices: readonly string[]): Promise<Map<string, string>> {
    const distinct = [...new Set(indices)];
    const rows = await select<{ id: string; phone_index: string }>(
      tx,
      `SELECT COALESCE(m.into_id, c.id) AS id, c.phone_index FROM customers c LEFT JOIN customer_merges m ON m.id = c.id
       WHERE c.phone_index IN ${marks(distinct.length)}`,
      distinct,
    );
    return new Map(rows.map((r) => [r.phone_index, r.id]));
  }
}
