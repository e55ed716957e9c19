import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readLeadTable } from './lead-import-reader';
import { type ReportRow, reportPieces, writeLeadImportReport } from './lead-import-report';

const textOf = async (rows: ReportRow[]): Promise<string> => {
  let text = '';
  for await (const piece of reportPieces(rows)) text += piece;
  return text;
};

it('says of every row what became of it', async () => {
  const rows: ReportRow[] = [
    { rowNumber: 2, result: 'created', reason: null, receiptNo: 'YX-1' },
    { rowNumber: 3, result: 'joined', reason: '已有在跟线索', receiptNo: 'YX-0' },
    { rowNumber: 5, result: 'rejected', reason: '姓名未填写；手机号格式不正确', receiptNo: null },
  ];
  expect(await textOf(rows)).toBe(
    '\ufeff行号,结果,原因,线索编号\r\n2,新建,,YX-1\r\n3,合并,已有在跟线索,YX-0\r\n5,拒绝,姓名未填写；手机号格式不正确,\r\n',
  );
});

it('can be read back by the reader', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lead-report-'));
  const path = join(dir, 'report.csv');
  await writeLeadImportReport(path, [{ rowNumber: 2, result: 'rejected', reason: '来源「a,"b"」不在登记的渠道里', receiptNo: null }]);
  for await (const row of readLeadTable(path)) expect(row.cells.原因).toBe('来源「a,"b"」不在登记的渠道里');
  expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  rmSync(dir, { recursive: true });
});

it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1'])('%p is never run as a formula', async (reason) => {
  const [, row] = parse(await textOf([{ rowNumber: 2, result: 'rejected', reason, receiptNo: null }]), { bom: true }) as string[][];
  expect(row?.[2]).toBe(`'${reason}`);
});

it('keeps one line per row, whatever the reason holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (reasons) => {
      const rows = reasons.map((reason, i) => ({ rowNumber: i + 2, result: 'rejected' as const, reason, receiptNo: null }));
      const read = parse(await textOf(rows), { bom: true, record_delimiter: '\r\n' }) as string[][];
      expect(read.slice(1).map((r) => r[2]?.replace(/^'/, ''))).toEqual(reasons.map((r) => r.replace(/^'/, '')));
    }),
  );
});
