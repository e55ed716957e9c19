import { HOME_ROLE_RIGHTS } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { Database, execute, insertRows, isDuplicate, marks, select } from '../../../../platform/database/database';
import type { UnitPlace } from '../../project';
import { ACTIVE, insertResidents, residentRow } from '../home.rows';
import type { HomeReportRow } from './home-import-report';
import type { ListedHome, Owner } from './home-list';
import { type HomeMerge, type KnownResident, mergeOwners } from './home-list-merge.policy';

const LONGEST_REASON = 200;
/** Somebody may accept an invitation into one of the homes at this very moment; a second look sees them. */
const TRIES = 3;
const OWNER_RIGHTS = HOME_ROLE_RIGHTS.owner.usual;

type NamedHome = ListedHome & { unit: UnitPlace };

interface Known {
  people: Map<string, KnownResident[]>;
  deliveries: Map<string, string>;
}

/** Takes homes of a purchaser list into the register. What became of each row is written with what it changed. */
@Injectable()
export class HomeImportBatchService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /** Homes that were taken before are left as they are, so that an import may be taken up and repeated. */
  async take(importId: string, homes: readonly ListedHome[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction((tx) => this.takeTogether(tx, importId, homes));
      } catch (error) {
        if (!isDuplicate(error) || attempt === TRIES) throw error;
      }
    }
  }

  private async takeTogether(tx: EntityManager, importId: string, homes: readonly ListedHome[]): Promise<void> {
    const fresh = await this.notYetTaken(tx, importId, homes);
    const named = fresh.filter((home): home is NamedHome => home.unit !== null && home.owners.length > 0);
    const known = await this.known(tx, named);
    const merges = named.map((home) => ({
      home,
      merge: mergeOwners(known.people.get(home.unit.unitId) ?? [], home.owners, home.refused.length === 0),
    }));
    await this.writePeople(tx, merges);
    const results = fresh.flatMap(({ refused }) => refused.map((row): HomeReportRow => ({ ...row, result: 'rejected' })));
    for (const { home, merge } of merges) {
      const moved = await this.handOver(tx, home, known.deliveries.get(home.unit.unitId) ?? null);
      results.push(...home.owners.map((owner) => resultOf(owner, merge, moved)));
    }
    await this.record(tx, importId, results);
  }

  /** Holds the import while it looks: the same file may be uploaded twice at once. */
  private async notYetTaken(tx: EntityManager, importId: string, homes: readonly ListedHome[]): Promise<ListedHome[]> {
    const lock = this.database.dialect === 'mysql' ? ' FOR UPDATE' : '';
    await select(tx, `SELECT id FROM home_imports WHERE id = ?${lock}`, [importId]);
    const numbers = homes.flatMap((home) => [...home.owners, ...home.refused].map((row) => row.rowNumber));
    const rows = await select<{ row_no: number }>(
      tx,
      `SELECT row_no FROM home_import_rows WHERE import_id = ? AND row_no IN ${marks(numbers.length)}`,
      [importId, ...numbers],
    );
    const taken = new Set(rows.map((row) => row.row_no));
    return homes.filter((home) => ![...home.owners, ...home.refused].some((row) => taken.has(row.rowNumber)));
  }

  private async known(tx: EntityManager, homes: readonly NamedHome[]): Promise<Known> {
    const ids = homes.map((home) => home.unit.unitId);
    const known: Known = { people: new Map(), deliveries: new Map() };
    if (ids.length === 0) return known;
    const people = await select<Pick<KnownResident, 'id' | 'role' | 'name'> & { unit_id: string; phone_index: string }>(
      tx,
      `SELECT id, unit_id, role, name, phone_index FROM residents WHERE unit_id IN ${marks(ids.length)} AND ${ACTIVE} ORDER BY id`,
      [...ids, this.clock.now()],
    );
    for (const { id, unit_id, role, name, phone_index: phoneIndex } of people) {
      known.people.set(unit_id, [...(known.people.get(unit_id) ?? []), { id, role, name, phoneIndex }]);
    }
    const deliveries = await select<{ unit_id: string; delivered_on: string }>(
      tx,
      `SELECT unit_id, delivered_on FROM deliveries WHERE unit_id IN ${marks(ids.length)}`,
      ids,
    );
    for (const { unit_id, delivered_on } of deliveries) known.deliveries.set(unit_id, delivered_on);
    return known;
  }

  private async writePeople(tx: EntityManager, merges: readonly { home: NamedHome; merge: HomeMerge<Owner> }[]): Promise<void> {
    const now = this.clock.now();
    const begun = merges.flatMap(({ home, merge }) =>
      merge.begin.map(({ owner, follows }) => ({ follows, row: residentRow(this.ownerOf(home.unit, owner), now) })),
    );
    await insertResidents(
      tx,
      begun.map(({ row }) => row),
      now,
    );
    for (const { follows, row } of begun) if (follows !== null) await this.succeed(tx, row.unit_id, follows, row.id, now);
    for (const { home, merge } of merges) {
      for (const { id, name } of merge.rename) await execute(tx, 'UPDATE residents SET name = ? WHERE id = ?', [name, id]);
      for (const { id, name } of merge.promote) {
        await execute(
          tx,
          `UPDATE residents SET role = 'owner', may = ?, name = ?, source = 'import', until_at = NULL, invited_by_id = NULL WHERE id = ?`,
          [JSON.stringify(OWNER_RIGHTS), name, id],
        );
      }
      if (merge.end.length > 0) await this.end(tx, home.unit.unitId, merge.end, now);
    }
  }

  private ownerOf(unit: UnitPlace, { name, phone, phoneIndex }: Owner) {
    const sealed = { phoneSealed: this.cipher.encrypt(phone), phoneIndex };
    return {
      unitId: unit.unitId,
      projectId: unit.projectId,
      role: 'owner' as const,
      may: OWNER_RIGHTS,
      name,
      source: 'import' as const,
      ...sealed,
    };
  }

  /** The same person under another number: those whom they let in stay theirs. */
  private async succeed(tx: EntityManager, unitId: string, before: string, after: string, now: number): Promise<void> {
    const theirs = 'SET invited_by_id = ? WHERE unit_id = ? AND invited_by_id = ?';
    await execute(tx, `UPDATE residents ${theirs} AND ended_at IS NULL`, [after, unitId, before]);
    await execute(tx, `UPDATE home_invitations ${theirs} AND used_at IS NULL`, [after, unitId, before]);
    await execute(tx, 'UPDATE residents SET ended_at = ?, active_key = NULL WHERE id = ? AND ended_at IS NULL', [now, before]);
  }

  /** Owners who sold, with everybody whom they had let in; their open invitations fail by themselves. */
  private async end(tx: EntityManager, unitId: string, ids: readonly string[], now: number): Promise<void> {
    const ending = 'UPDATE residents SET ended_at = ?, active_key = NULL WHERE unit_id = ? AND ended_at IS NULL AND';
    await execute(tx, `${ending} id IN ${marks(ids.length)}`, [now, unitId, ...ids]);
    await execute(tx, `${ending} invited_by_id IN ${marks(ids.length)}`, [now, unitId, ...ids]);
  }

  /** Keeps the day of delivery that the list tells; answers what is said of it. */
  private async handOver(tx: EntityManager, { unit, owners }: NamedHome, before: string | null): Promise<string | null> {
    const day = owners.find((owner) => owner.deliveredOn !== null)?.deliveredOn ?? null;
    if (day === null || day === before) return null;
    if (before === null) await insertRows(tx, 'deliveries', [{ unit_id: unit.unitId, delivered_on: day, contractor: null }]);
    else await execute(tx, 'UPDATE deliveries SET delivered_on = ? WHERE unit_id = ?', [day, unit.unitId]);
    return before === null ? '交付日期已登记' : '交付日期已更新';
  }

  private async record(tx: EntityManager, importId: string, results: readonly HomeReportRow[]): Promise<void> {
    await insertRows(
      tx,
      'home_import_rows',
      results.map(({ rowNumber, result, reason }) => ({
        import_id: importId,
        row_no: rowNumber,
        result,
        reason: reason === null ? null : reason.slice(0, LONGEST_REASON),
      })),
    );
    const count = (result: HomeReportRow['result']) => results.filter((row) => row.result === result).length;
    await execute(tx, 'UPDATE home_imports SET created = created + ?, updated = updated + ?, rejected = rejected + ? WHERE id = ?', [
      count('created'),
      count('updated'),
      count('rejected'),
      importId,
    ]);
  }
}

function resultOf({ rowNumber }: Owner, { told }: HomeMerge<Owner>, moved: string | null): HomeReportRow {
  const said = told.get(rowNumber) ?? null;
  if (said === null) return { rowNumber, result: 'created', reason: moved };
  return { rowNumber, result: 'updated', reason: [said, moved].filter(Boolean).join('；') || '与登记一致' };
}
