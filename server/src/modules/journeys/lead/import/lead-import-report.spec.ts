import { type ReportRow, reportPieces } from './lead-import-report';

it('says of every row what became of it', async () => {
  const rows: ReportRow[] = [
    { rowNumber: 2, result: 'created', reason: null, receiptNo: 'YX-1' },
    { rowNumber: 3, result: 'joined', reason: '已有在跟线索', receiptNo: 'YX-0' },
    { rowNumber: 5, result: 'rejected', reason: '姓名未填写；手机号格式不正确', receiptNo: null },
  ];
  let text = '';
  for await (const piece of reportPieces(rows)) text += piece;
  expect(text).toBe(
    '\ufeff行号,结果,原因,线索编号\r\n2,新建,,YX-1\r\n3,合并,已有在跟线索,YX-0\r\n5,拒绝,姓名未填写；手机号格式不正确,\r\n',
  );
});
