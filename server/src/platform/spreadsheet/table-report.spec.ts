import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readTable } from './table-reader';
import { csvPieces, reportDisposition } from './table-report';

const textOf = async (rows: readonly string[][]): Promise<string> => {
  let text = '';
  for await (const piece of csvPieces(['行号', '原因'], rows)) text += piece;
  return text;
};

it('can be read back by the reader, and is taken for UTF-8 by its mark', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'guihu-report-'));
  const path = join(dir, 'report.csv');
  const text = await textOf([['2', '来源「a,"b"」不在登记的渠道里']]);
  writeFileSync(path, text);
  for await (const row of readTable(path)) expect(row.cells.原因).toBe('来源「a,"b"」不在登记的渠道里');
  expect(text.codePointAt(0)).toBe(0xfeff);
  rmSync(dir, { recursive: true });
});

it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1'])('%p is never run as a formula', async (reason) => {
  const [, row] = parse(await textOf([['2', reason]]), { bom: true }) as string[][];
  expect(row?.[1]).toBe(`'${reason}`);
});

it('keeps one line per row, whatever a cell holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (reasons) => {
      const text = await textOf(reasons.map((reason, i) => [String(i + 2), reason]));
      const read = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];
      expect(read.slice(1).map((r) => r[1]?.replace(/^'/, ''))).toEqual(reasons.map((r) => r.replace(/^'/, '')));
    }),
  );
});

it('is called after its table, in two alphabets', () => {
  expect(reportDisposition("名单 (1)'.xlsx", 'report.csv')).toBe(
    `attachment; filename="report.csv"; filename*=UTF-8''${encodeURIComponent('导入结果-名单 ')}%281%29%27.csv`,
  );
});
