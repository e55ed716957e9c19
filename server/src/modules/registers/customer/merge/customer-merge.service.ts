import { type CustomerMergePreview, type CustomerMergeReceipt, type MergedPerson, maskPhone } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../../platform/audit/audit';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { JobQueue } from '../../../../platform/jobs/job-queue';
import { normalisePhone } from '../../../../platform/phone';
import { CustomerRegister } from '../customer.register';
import { type CustomerMerge, CustomerMerges, type Joined } from './customer-merges';
import { CustomerNumbers } from './customer-numbers';

interface Row {
  id: string;
  name: string;
  gender: 'male' | 'female' | 'unknown';
  phone_sealed: string;
  phone_index: string;
}

/** Leaves a transaction without its effects, and with what it saw. */
class Foreseen extends Error {
  constructor(readonly preview: CustomerMergePreview) {
    super('foreseen');
  }
}

/** Two customers who are one person become one, with everything that both had, in one transaction. */
@Injectable()
export class CustomerMergeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly numbers: CustomerNumbers,
    private readonly merges: CustomerMerges,
    private readonly jobs: JobQueue,
    private readonly audit: Audit,
  ) {}

  /** Whose number it is. A customer of other people's projects is answered for like one that never was. @throws CodedError `customer.not-found` */
  async lookUp(actor: StaffActor, phoneAsTyped: string): Promise<MergedPerson> {
    const read = normalisePhone(phoneAsTyped);
    if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
    const { manager } = this.database;
    const id = await this.customers.idByPhone(read.e164, manager);
    if (!id) throw coded('customer.not-found');
    await this.require(manager, actor, [id]);
    return this.person(manager, (await this.rows(manager, [id]))[0] as Row);
  }

  /** The merge itself, played in full and taken back: what is told is what will be done. @throws CodedError `customer.*` */
  async foresee(actor: StaffActor, fromId: string, intoId: string): Promise<CustomerMergePreview> {
    try {
      return await this.database.transaction(async (tx) => {
        throw new Foreseen((await this.carryOut(tx, actor, fromId, intoId, '')).preview);
      });
    } catch (error) {
      if (error instanceof Foreseen) return error.preview;
      throw error;
    }
  }

  /** @throws CodedError `customer.*`; of two merges that cross one wins, and the other is told that its customer is gone. */
  merge(actor: StaffActor, fromId: string, intoId: string, reason: string): Promise<CustomerMergeReceipt> {
    return this.database.useCase(async (tx) => {
      const { preview, mergedAt } = await this.carryOut(tx, actor, fromId, intoId, reason);
      const details = { formerId: fromId, reason, moves: preview.moves, decisions: preview.decisions };
      await this.audit.record(tx, actor.staffId, 'customer.merged', `customer:${intoId}`, details);
      return { ...preview, mergedAt: new Date(mergedAt).toISOString() };
    });
  }

  private async carryOut(tx: EntityManager, actor: StaffActor, fromId: string, intoId: string, reason: string) {
    if (fromId === intoId) throw coded('customer.merge-self');
    // First of all, so that everything read from here on is what others have left, and nobody adds to it.
    const rows = await this.rows(tx, [fromId, intoId], true);
    await this.requireStanding(tx, actor, rows, [fromId, intoId]);
    const [from, into] = [fromId, intoId].map((id) => rows.find((row) => row.id === id)) as [Row, Row];
    const people = { from: await this.person(tx, from), into: await this.person(tx, into) };
    const moves = await this.merges.countsOf(tx, fromId);
    const decisions: string[] = [];
    const mergedAt = this.clock.now();
    const merge = new Undertaking(fromId, intoId, actor.staffId, mergedAt, (sentence) => decisions.push(sentence));
    await this.merges.carryOut(tx, merge);
    await this.customers.complete(tx, intoId, from);
    await this.jobs.readdress(tx, fromId, intoId);
    await this.keepNumber(tx, merge, { reason, told: { moves, decisions } });
    return { preview: { ...people, moves, decisions }, mergedAt };
  }

  /**
   * The row stays for its number and gets another id. Whatever still pointed to the old one would be refused by its foreign key here,
   * and whoever comes later with the old id is refused by the same.
   */
  private async keepNumber(
    tx: EntityManager,
    { from, into, byId, at }: CustomerMerge,
    { reason, told }: { reason: string; told: { moves: string[]; decisions: string[] } },
  ): Promise<void> {
    const id = newId();
    await execute(tx, 'UPDATE customers SET id = ?, updated_at = ? WHERE id = ?', [id, at, from]);
    await insertRows(tx, 'customer_merges', [{ id, former_id: from, into_id: into, by_id: byId, reason, told, merged_at: at }]);
  }

  private async requireStanding(tx: EntityManager, actor: StaffActor, rows: readonly Row[], ids: readonly string[]): Promise<void> {
    if (rows.length < ids.length) {
      const gone = await select(tx, 'SELECT id FROM customer_merges WHERE former_id IN (?, ?)', ids);
      throw coded(gone.length > 0 ? 'customer.merged' : 'customer.not-found');
    }
    // A number that was kept is no customer.
    const kept = await select(tx, 'SELECT id FROM customer_merges WHERE id IN (?, ?)', ids);
    if (kept.length > 0) throw coded('customer.not-found');
    if (actor.customerId !== null && ids.includes(actor.customerId)) throw coded('customer.merge-own');
    await this.require(tx, actor, ids);
  }

  /** All that each of them has lies in the projects of whoever acts; the group's own people decide for every project. */
  private async require(tx: EntityManager, { scope }: StaffActor, ids: readonly string[]): Promise<void> {
    if (scope.kind === 'group') return;
    const own = scope.kind === 'project' ? scope.projectIds : [];
    const places = await Promise.all(ids.map((id) => this.merges.projectsOf(tx, [id])));
    if (places.some((projects) => !own.some((id) => projects.has(id)))) throw coded('customer.not-found');
    if (places.some((projects) => [...projects].some((id) => !own.includes(id)))) throw coded('customer.merge-elsewhere');
  }

  private async person(tx: EntityManager, row: Row): Promise<MergedPerson> {
    const brief = (await this.customers.briefs([row.id], tx)).get(row.id);
    const others = (await this.numbers.others([row.id], tx)).get(row.id) ?? [];
    const own = maskPhone(this.cipher.decrypt(row.phone_sealed));
    return { id: row.id, name: brief?.name ?? '', phonesMasked: [own, ...others.map(({ phoneMasked }) => phoneMasked)] };
  }

  private rows(tx: EntityManager, ids: readonly string[], locked = false): Promise<Row[]> {
    const lock = locked && this.database.dialect === 'mysql' ? ' FOR UPDATE' : '';
    const list = ids.map(() => '?').join(', ');
    return select<Row>(
      tx,
      `SELECT id, name, gender, phone_sealed, phone_index FROM customers WHERE id IN (${list}) ORDER BY id${lock}`,
      ids,
    );
  }
}

class Undertaking implements CustomerMerge {
  private readonly all: (Joined & { table: string })[] = [];

  constructor(
    readonly from: string,
    readonly into: string,
    readonly byId: string,
    readonly at: number,
    readonly say: (sentence: string) => void,
  ) {}

  join = (table: string, from: string, into: string): void => {
    this.all.push({ table, from, into });
  };

  joined = (table: string): readonly Joined[] => this.all.filter((each) => each.table === table);
}
