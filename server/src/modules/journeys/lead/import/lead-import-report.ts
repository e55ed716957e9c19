import { csvPieces } from '../../../../platform/spreadsheet';

export interface ReportRow {
  rowNumber: number;
  result: 'created' | 'joined' | 'rejected';
  reason: string | null;
  receiptNo: string | null;
}

const RESULTS: Record<ReportRow['result'], string> = { created: '新建', joined: '合并', rejected: '拒绝' };

/** The report piece by piece, for an answer that is sent while it is read. One line per row of the imported table. */
export const reportPieces = (rows: AsyncIterable<ReportRow> | Iterable<ReportRow>): AsyncGenerator<string> =>
  csvPieces(['行号', '结果', '原因', '线索编号'], linesOf(rows));

async function* linesOf(rows: AsyncIterable<ReportRow> | Iterable<ReportRow>): AsyncGenerator<string[]> {
  for await (const { rowNumber, result, reason, receiptNo } of rows) {
    yield [String(rowNumber), RESULTS[result], reason ?? '', receiptNo ?? ''];
  }
}
