import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type RawRow, TableFileError, type TableLimits } from './table';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

const DELIMITERS = [',', '\t', ';'] as const;
const NOT_TEXT = '文件内容不是文字表格，请上传 CSV 或 XLSX 格式的表格';

/**
 * The encoding of a text file: UTF-16 only by its mark, UTF-8 when all of it is, else GB18030 (which holds GBK and GB2312), as
 * spreadsheets on Chinese systems write CSV. Reads the file once, a piece at a time.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<TextEncoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodesAs(path, encoding)) return encoding;
  throw new TableFileError('unreadable', NOT_TEXT);
}

async function decodesAs(path: string, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const text of decoded(path, encoding)) if (text.includes('\0')) throw new TableFileError('unreadable', NOT_TEXT);
    return true;
  } catch (error) {
    if (isUndecodable(error)) return false;
    throw error;
  }
}

const isUndecodable = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

async function* decoded(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** Records one by one; an empty line still counts as a row, as it does in a spreadsheet. */
export async function* csvRows(path: string, encoding: TextEncoding, limits: TableLimits): AsyncGenerator<RawRow> {
  const parser = parse({
    bom: true,
    delimiter: await sniffDelimiter(path, encoding),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.record,
  });
  pipeline(Readable.from(decoded(path, encoding)), parser, () => {});
  let rowNumber = 0;
  try {
    for await (const values of parser) yield { rowNumber: ++rowNumber, values: values as string[] };
  } catch (error) {
    if (error instanceof CsvError) throw csvFault(error, rowNumber + 1);
    if (isUndecodable(error)) throw new TableFileError('unreadable', NOT_TEXT);
    throw error;
  } finally {
    parser.destroy();
  }
}

const csvFault = (error: CsvError, rowNumber: number): TableFileError =>
  error.code === 'CSV_MAX_RECORD_SIZE'
    ? new TableFileError('too-large', `第 ${rowNumber} 行内容过长，请检查是否缺少成对的引号`)
    : new TableFileError('unreadable', `第 ${rowNumber} 行的引号不成对，请检查后再上传`);

/** The delimiter that the first line with anything in it uses most, quotes left out. */
async function sniffDelimiter(path: string, encoding: TextEncoding): Promise<string> {
  let text = '';
  for await (const piece of decoded(path, encoding)) {
    text += piece;
    if (text.length > 64_000 || /\S[^\n]*\n/.test(text)) break;
  }
  const line = (text.split(/\r?\n/).find((l) => l.trim()) ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((d) => line.split(d).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
