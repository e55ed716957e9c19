import { aReport } from './report.fixture';
import * as tables from './report-tables';

it('gives every figure of the pictures, in hours and shares', () => {
  const report = aReport();
  expect(tables.timesTable(report).rows).toContainEqual(['办结', 18.5, 10, 40, '92%']);
  expect(tables.buildingsTable(report).rows).toEqual([
    ['3号楼', 15, 3.5, 23.3],
    ['1号楼', 22, 4.8, 15],
    ['2号楼', 3, '—', '—'],
  ]);
  expect(tables.typesTable(report).rows[0]).toEqual(['渗漏水', 18, '45%']);
  expect(tables.satisfactionTable(report).rows).toEqual([[30, 4.56, '93.3%', '95%']]);
  expect(tables.engineersTable(report).rows[0]).toEqual(['丁海', 16, 4.2, 21.7, '20%']);
  expect(tables.daysTable(report).rows).toEqual([
    ['2026-11-01', 3, 1],
    ['2026-11-02', 1, 2],
  ]);
});

it('has a cell under every head', () => {
  for (const table of Object.values(tables)) {
    const { head, rows } = table(aReport());
    for (const row of rows) expect(row).toHaveLength(head.length);
  }
});
