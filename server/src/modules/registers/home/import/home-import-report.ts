import { csvPieces } from '../../../../platform/spreadsheet';

export interface HomeReportRow {
  rowNumber: number;
  result: 'created' | 'updated' | 'rejected';
  reason: string | null;
}

const RESULTS: Record<HomeReportRow['result'], string> = { created: '新建', updated: '更新', rejected: '拒绝' };

/** The report piece by piece: one line for each row of the list, with what became of it. */
export const homeReportPieces = (rows: AsyncIterable<HomeReportRow>): AsyncGenerator<string> =>
  csvPieces(['行号', '结果', '说明'], linesOf(rows));

async function* linesOf(rows: AsyncIterable<HomeReportRow>): AsyncGenerator<string[]> {
  for await (const { rowNumber, result, reason } of rows) yield [String(rowNumber), RESULTS[result], reason ?? ''];
}
