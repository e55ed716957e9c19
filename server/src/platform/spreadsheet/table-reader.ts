import { open } from 'node:fs/promises';
import { broken, type RawRow, TABLE_LIMITS, TableFileError, type TableLimits, type TableRow } from './table';
import { csvRows, detectEncoding, type TextEncoding } from './table-csv';
import { xlsxRows } from './table-xlsx';

export { TABLE_LIMITS, TableFileError, type TableLimits, type TableRow } from './table';

export interface TableKind {
  format: 'csv' | 'xlsx';
  encoding: TextEncoding | null;
}

export interface TableSummary extends TableKind {
  header: string[];
  /** Rows with anything in them, the header not counted. */
  rows: number;
}

/**
 * What a file is, by its content and never by its name.
 * @throws TableFileError `unreadable` with what to do about it
 */
export async function kindOf(path: string): Promise<TableKind> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(512);
  const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
  if (bytesRead === 0) throw new TableFileError('unreadable', '文件是空的，请检查后再上传');
  if (head.readUInt32BE(0) === 0x504b0304) return { format: 'xlsx', encoding: null };
  if (head.readUInt32BE(0) === 0xd0cf11e0) {
    throw new TableFileError('unreadable', '这是旧版 .xls 或加密的表格，请用 Excel 另存为 .xlsx 后再上传');
  }
  if (/^(\ufeff)?\s*</.test(head.toString('utf8', 0, bytesRead))) {
    throw new TableFileError('unreadable', '这是网页格式的表格，请用 Excel 打开后另存为 .xlsx 再上传');
  }
  return { format: 'csv', encoding: await detectEncoding(path, head) };
}

/**
 * Reads the whole table once without keeping it, so that a file with a fault in its last row is refused before its first one is
 * taken in.
 * @throws TableFileError
 */
export async function inspectTable(path: string, limits: TableLimits = TABLE_LIMITS): Promise<TableSummary> {
  const kind = await kindOf(path);
  let header: string[] = [];
  let rows = 0;
  for await (const _ of tableRows(path, kind, limits, (found) => {
    header = found;
  }))
    rows += 1;
  return { ...kind, header, rows };
}

/**
 * Rows below the header, one by one; rows with nothing in them are passed over.
 * @throws TableFileError while reading
 */
export async function* readTable(path: string, limits: TableLimits = TABLE_LIMITS): AsyncGenerator<TableRow> {
  yield* tableRows(path, await kindOf(path), limits, () => {});
}

async function* tableRows(
  path: string,
  kind: TableKind,
  limits: TableLimits,
  onHeader: (header: string[]) => void,
): AsyncGenerator<TableRow> {
  let header: string[] | undefined;
  let rows = 0;
  for await (const raw of rawRows(path, kind, limits)) {
    const values = raw.values.map((value) => value.trim());
    if (values.every((value) => value === '')) continue;
    checkCells(raw.rowNumber, values, limits);
    if (!header) {
      header = headerOf(values);
      onHeader(header);
      continue;
    }
    if (++rows > limits.rows)
      throw new TableFileError('too-many-rows', `这份表格超过 ${limits.rows.toLocaleString('en-US')} 行，请拆分后再上传`);
    yield { rowNumber: raw.rowNumber, cells: cellsOf(header, values) };
  }
  if (!header) throw new TableFileError('no-header', '表格里没有内容，第一行请填写列名');
}

const rawRows = (path: string, kind: TableKind, limits: TableLimits): AsyncGenerator<RawRow> => {
  if (kind.format === 'xlsx') return xlsxRows(path, limits);
  if (kind.encoding === null) throw broken();
  return csvRows(path, kind.encoding, limits);
};

function checkCells(rowNumber: number, values: readonly string[], limits: TableLimits): void {
  if (values.length > limits.columns) throw new TableFileError('too-many-columns', `一张表最多 ${limits.columns} 列，请删去多余的列`);
  const column = values.findIndex((value) => value.length > limits.cell);
  if (column < 0) return;
  throw new TableFileError(
    'cell-too-long',
    `第 ${rowNumber} 行第 ${column + 1} 列超过 ${limits.cell.toLocaleString('en-US')} 个字，请精简后再上传`,
  );
}

/** A column without a name is called by its place, a second one of the same name gets its number. */
function headerOf(values: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return values.map((value, i) => {
    const name = value || `列${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Without a prototype: a column may be called `constructor`. */
function cellsOf(header: readonly string[], values: readonly string[]): Record<string, string> {
  const cells: Record<string, string> = Object.create(null);
  header.forEach((name, i) => {
    cells[name] = values[i] ?? '';
  });
  return cells;
}
