/** What a column of a partner's table means. Every spelling is written as `plainHeader` leaves it. */
export const COLUMNS = {
  name: ['姓名', '客户姓名', '客户名称', '客户', '称呼', '联系人', 'name', 'customername', 'fullname', 'customer'],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '电话',
    '联系电话',
    '电话号码',
    '联系方式',
    '客户电话',
    '客户手机',
    'phone',
    'mobile',
    'tel',
    'phonenumber',
    'mobilephone',
    'telephone',
  ],
  gender: ['性别', 'gender', 'sex'],
  channel: [
    '来源',
    '渠道',
    '来源渠道',
    '客户来源',
    '渠道来源',
    '获客渠道',
    '渠道名称',
    '渠道编码',
    'channel',
    'source',
    'leadsource',
    'channelcode',
  ],
  productType: ['意向产品类型', '意向产品', '产品类型', '意向业态', '业态', '物业类型', '户型类型', 'producttype', 'product'],
  area: ['面积', '意向面积', '面积区间', '需求面积', '面积段', 'area'],
  budget: ['预算', '预算区间', '购房预算', '总价预算', '意向总价', 'budget'],
  purpose: ['购房目的', '置业目的', '购买目的', '目的', 'purpose'],
  note: ['备注', '说明', '客户备注', '跟进备注', '需求描述', '留言', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
  level: ['等级', '意向等级', '客户等级', '级别', '意向级别', 'level', 'grade'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof COLUMNS;

export const FIELD_NAMES: Record<Field, string> = {
  name: '姓名',
  phone: '手机号',
  gender: '性别',
  channel: '来源渠道',
  productType: '意向产品类型',
  area: '面积',
  budget: '预算',
  purpose: '购房目的',
  note: '备注',
  level: '等级',
};

/** Case, spaces, marks of obligation and whatever stands in brackets do not matter: `预算（万元）*` is 预算. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s_*:：-]/g, '');

/** Which header carries which field; the first column that fits wins. */
export function columnsOf(header: readonly string[]): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(COLUMNS) as Field[]) {
    const words: readonly string[] = COLUMNS[field];
    const column = header.find((name) => words.includes(plainHeader(name)));
    if (column !== undefined) found[field] = column;
  }
  return found;
}
