import { csvOf, tabbedOf } from './table-text';

describe('a table as text', () => {
  const table = {
    head: ['姓名', '备注', '差'],
    rows: [
      ['周师傅', '说"好"，慢', -3],
      ['=1+1', '两\n行', 0.5],
    ],
  };

  it('is opened by Excel as it was written, with formulas made harmless and numbers left numbers', () => {
    expect(csvOf(table)).toBe('\uFEFF姓名,备注,差\r\n周师傅,"说""好""，慢",-3\r\n"\'=1+1","两\n行",0.5\r\n');
  });

  it('is pasted cell by cell', () => {
    expect(tabbedOf(table)).toBe('姓名\t备注\t差\n周师傅\t说"好"，慢\t-3\n=1+1\t两 行\t0.5');
  });
});
