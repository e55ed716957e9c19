import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface ReportRow {
  rowNumber: number;
  result: 'created' | 'joined' | 'rejected';
  reason: string | null;
  receiptNo: string | null;
}

const RESULTS: Record<ReportRow['result'], string> = { created: '新建', joined: '合并', rejected: '拒绝' };
/** With the mark spreadsheets take the file for UTF-8. */
const HEADER = '\ufeff行号,结果,原因,线索编号\r\n';

/** What a spreadsheet would run as a formula is shown as text; full-width signs count too. */
const harmless = (text: string): string => (/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const shown = harmless(text);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
};

/** The report piece by piece, for an answer that is sent while it is read. One line per row of the imported table. */
export async function* reportPieces(rows: AsyncIterable<ReportRow> | Iterable<ReportRow>): AsyncGenerator<string> {
  yield HEADER;
  for await (const { rowNumber, result, reason, receiptNo } of rows) {
    yield `${rowNumber},${RESULTS[result]},${cell(reason ?? '')},${cell(receiptNo ?? '')}\r\n`;
  }
}

/** Writes the report to a file without holding it. */
export const writeLeadImportReport = (path: string, rows: AsyncIterable<ReportRow> | Iterable<ReportRow>): Promise<void> =>
  pipeline(Readable.from(reportPieces(rows)), createWriteStream(path));

/** Names the download after the table it is about; older programs that know no UTF-8 names get a plain one. */
export function reportDisposition(fileName: string): string {
  const name = `导入结果-${fileName.replace(/\.[^.]{1,8}$/, '')}.csv`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="lead-import-report.csv"; filename*=UTF-8''${encoded}`;
}
