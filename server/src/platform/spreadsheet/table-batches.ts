import type { TableRow } from './table';

/** Rows after one that was taken already, so many at once. */
export async function* inBatches(rows: AsyncIterable<TableRow>, size: number, after = 0): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    if (row.rowNumber <= after) continue;
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
