import type { DataSource } from 'typeorm';
import type { FieldCipher } from './field-cipher';

const BATCH = 500;

export interface RotationReport {
  table: string;
  column: string;
  /** Sealed by an older key before, by the current one now. */
  resealed: number;
  current: number;
  /** Ids of rows that no known key opens: they are left as they are. */
  unreadable: string[];
}

interface SealedRow {
  id: string;
  sealed: string | null;
}

/**
 * Seals again, with the key in use, whatever an older key sealed: every column of every table whose name ends in `_sealed`,
 * a batch at a time and beside a running application. It can be stopped and started at any moment.
 */
export async function rotateKeys(dataSource: DataSource, cipher: FieldCipher, batch = BATCH): Promise<RotationReport[]> {
  const reports: RotationReport[] = [];
  for (const { tableName, columns } of dataSource.entityMetadatas) {
    for (const { databaseName } of columns.filter((column) => column.databaseName.endsWith('_sealed'))) {
      reports.push(await rotateColumn(dataSource, cipher, tableName, databaseName, batch));
    }
  }
  return reports;
}

async function rotateColumn(
  dataSource: DataSource,
  cipher: FieldCipher,
  table: string,
  column: string,
  batch: number,
): Promise<RotationReport> {
  const report: RotationReport = { table, column, resealed: 0, current: 0, unreadable: [] };
  let last = '';
  for (;;) {
    const rows: SealedRow[] = await dataSource.query(
      `SELECT id, ${column} AS sealed FROM ${table} WHERE id > ? ORDER BY id LIMIT ${batch}`,
      [last],
    );
    const stale: { row: SealedRow; fresh: string }[] = [];
    for (const row of rows) {
      if (row.sealed === null) continue;
      if (cipher.isCurrent(row.sealed)) report.current += 1;
      else {
        const fresh = reseal(cipher, row.sealed);
        if (fresh === null) report.unreadable.push(row.id);
        else stale.push({ row, fresh });
      }
    }
    await dataSource.transaction(async (tx) => {
      // Only what we read is replaced: a value that the application wrote meanwhile is newer than ours.
      for (const { row, fresh } of stale)
        await tx.query(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`, [fresh, row.id, row.sealed]);
    });
    report.resealed += stale.length;
    if (rows.length < batch) return report;
    last = rows.at(-1)?.id ?? '';
  }
}

function reseal(cipher: FieldCipher, sealed: string): string | null {
  try {
    return cipher.encrypt(cipher.decrypt(sealed));
  } catch {
    return null;
  }
}
