import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { XMLParser } from 'fast-xml-parser';
import { broken, type RawRow, TableFileError, type TableLimits, tooLarge } from './table';
import { type ArchiveEntry, contentOf, directoryOf, emptyEnd, storedHeader } from './table-archive';

const BOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const EMPTY_TEXTS = Buffer.from('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>');
/** A sheet may hold blank, merely formatted rows beyond its last one; no honest one holds so many. */
const MOST_BLANK_ROWS = 200_000;

interface Part {
  name: string;
  entry: ArchiveEntry;
  most: number;
}

/**
 * Rows of the first visible sheet. The parser is never given the uploaded archive: every part that is needed is inflated under a
 * bound and checked first, then handed over in an archive written here, stored and in the order the parser can stream
 * (shared texts before the sheet, so nothing is put aside in temporary files).
 */
export async function* xlsxRows(path: string, limits: TableLimits): AsyncGenerator<RawRow> {
  const file = await open(path, 'r');
  let source: Readable | undefined;
  try {
    const parts = await partsOf(file, limits);
    for (const part of parts) for await (const _ of contentOf(file, part.entry, part.most)) void _;
    source = Readable.from(safeArchive(file, parts), { objectMode: false });
    // The parser listens to no error of its source. None is left after the check, unless the disk fails.
    source.on('error', () => {});
    yield* sheetRows(source, limits);
  } catch (error) {
    throw error instanceof TableFileError ? error : broken();
  } finally {
    source?.destroy();
    await file.close();
  }
}

async function* sheetRows(source: Readable, limits: TableLimits): AsyncGenerator<RawRow> {
  // Tables come seldom, and what reads them is large.
  const { default: library } = await import('exceljs');
  const book = new library.stream.xlsx.WorkbookReader(source as never, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  let [last, blank] = [0, 0];
  for await (const sheet of book) {
    for await (const row of sheet) {
      const rowNumber = Number.isInteger(row.number) && row.number > last ? row.number : last + 1;
      last = rowNumber;
      const values = valuesOf(row, limits);
      if (values.length > 0) yield { rowNumber, values };
      else if (++blank > MOST_BLANK_ROWS) throw tooLarge();
    }
  }
}

function valuesOf(row: ExcelJS.Row, limits: TableLimits): string[] {
  const values: string[] = [];
  row.eachCell((cell, column) => {
    const text = textOf(cell.value);
    if (text === '') return;
    if (column > limits.columns) throw new TableFileError('too-many-columns', `一张表最多 ${limits.columns} 列，请删去多余的列`);
    while (values.length < column - 1) values.push('');
    values[column - 1] = text;
  });
  return values;
}

/** What the person sees in the cell: rich text as plain text, a formula's result, a date as a date. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((run) => run.text ?? '').join('');
  if ('result' in value || 'formula' in value) return textOf((value as ExcelJS.CellFormulaValue).result as ExcelJS.CellValue);
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  return '';
}

async function partsOf(file: FileHandle, limits: TableLimits): Promise<Part[]> {
  const entries = await directoryOf(file);
  const part = (name: string, path: string, most: number): Part[] => {
    const entry = entries.get(path);
    return entry ? [{ name, entry, most }] : [];
  };
  const [book, relations] = [...part(BOOK, BOOK, limits.partBytes), ...part(RELATIONS, RELATIONS, limits.partBytes)];
  if (!book || !relations) throw broken();
  const targets = targetsOf(await xmlOf(file, relations), await xmlOf(file, book));
  const sheet = part('xl/worksheets/sheet1.xml', targets.sheet, limits.sheetBytes);
  if (sheet.length === 0) throw broken();
  const styles = part('xl/styles.xml', targets.styles, limits.partBytes);
  return [book, relations, ...part('xl/sharedStrings.xml', targets.texts, limits.textBytes), ...styles, ...sheet];
}

async function xmlOf(file: FileHandle, { entry, most }: Part): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of contentOf(file, entry, most)) chunks.push(chunk);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', removeNSPrefix: true, processEntities: false });
  return parser.parse(Buffer.concat(chunks).toString('utf8'));
}

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Where the first visible sheet, the shared texts and the styles lie in this archive. */
function targetsOf(relations: Record<string, unknown>, book: Record<string, unknown>): { sheet: string; texts: string; styles: string } {
  type Relation = { Id?: string; Type?: string; Target?: string };
  const known = list((relations as { Relationships?: { Relationship?: Relation | Relation[] } }).Relationships?.Relationship);
  const path = (relation: Relation | undefined, otherwise: string): string => {
    if (!relation?.Target) return otherwise;
    return relation.Target.startsWith('/') ? relation.Target.slice(1) : `xl/${relation.Target}`;
  };
  const ofType = (type: string, otherwise: string) =>
    path(
      known.find((r) => r.Type?.endsWith(`/${type}`)),
      otherwise,
    );
  type Sheet = { id?: string; state?: string };
  const sheets = list((book as { workbook?: { sheets?: { sheet?: Sheet | Sheet[] } } }).workbook?.sheets?.sheet);
  const first = sheets.find((s) => (s.state ?? 'visible') === 'visible') ?? sheets[0];
  // `id` is `r:id`: the prefix is dropped, and `sheetId` is another attribute.
  const sheet = path(
    known.find((r) => r.Id !== undefined && r.Id === first?.id),
    'xl/worksheets/sheet1.xml',
  );
  return { sheet, texts: ofType('sharedStrings', 'xl/sharedStrings.xml'), styles: ofType('styles', 'xl/styles.xml') };
}

async function* safeArchive(file: FileHandle, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const part of parts.slice(0, 2)) yield* storedPart(file, part);
  if (!parts.some((p) => p.name === 'xl/sharedStrings.xml')) {
    yield storedHeader('xl/sharedStrings.xml', { crc: 0, size: EMPTY_TEXTS.length });
    yield EMPTY_TEXTS;
  }
  for (const part of parts.slice(2)) yield* storedPart(file, part);
  yield emptyEnd();
}

async function* storedPart(file: FileHandle, part: Part): AsyncGenerator<Buffer> {
  yield storedHeader(part.name, part.entry);
  yield* wholeCharacters(contentOf(file, part.entry, part.most));
}

/** Cuts pieces between characters: the parser decodes piece by piece, and half a 汉字 at a seam would be lost. */
export async function* wholeCharacters(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const whole = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    let cut = whole.length;
    while (cut > 0 && whole.length - cut < 4 && ((whole[cut - 1] as number) & 0xc0) === 0x80) cut--;
    // Now at a leading byte or at plain ASCII; a leading byte stays behind with what followed it.
    const keep = cut > 0 && ((whole[cut - 1] as number) & 0xc0) === 0xc0 ? cut - 1 : whole.length;
    if (keep > 0) yield whole.subarray(0, keep);
    rest = whole.subarray(keep);
  }
  if (rest.length > 0) yield rest;
}
