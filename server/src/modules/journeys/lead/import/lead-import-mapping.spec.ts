import fc from 'fast-check';
import { normalisePhone } from '../../../../platform/phone';
import { type LeadDraft, type MappingPorts, mappingOf } from './lead-import-mapping';
import { phoneOf } from './lead-import-scoring-profile';

const CHANNELS = [
  { code: 'online.website', name: '官方网站' },
  { code: 'walk-in.visit', name: '售楼处到访' },
  { code: 'referral.owner', name: '老业主推荐' },
  { code: 'online.portal', name: '房产门户' },
];
const ports: MappingPorts = {
  readPhone: normalisePhone,
  findChannel: (word) => CHANNELS.find((c) => c.code === word || c.name === word) ?? null,
};
const map = (cells: Record<string, string>) => mappingOf(Object.keys(cells)).map({ cells }, ports);
const draftOf = (cells: Record<string, string>): LeadDraft => {
  const mapped = map(cells);
  if (!mapped.ok) throw new Error(mapped.reasons.join());
  return mapped.draft;
};
const person = { 姓名: '张三', 手机号: '138 1234 5678', 来源: '官方网站' };

describe('columns', () => {
  it.each([
    [['姓名', '手机号', '来源']],
    [['客户姓名', '联系方式', '渠道']],
    [['Name', 'Mobile', 'Source']],
    [['name', 'phone', 'channel']],
    [['客户姓名*', '联系电话（必填）', '来源 渠道']],
  ])('%p are understood', (header) => {
    const cells = Object.fromEntries(header.map((name, i) => [name, Object.values(person)[i] as string]));
    expect(draftOf(cells)).toEqual({
      name: '张三',
      phone: '+8613812345678',
      channelCode: 'online.website',
      gender: 'unknown',
      intent: {},
      level: null,
      note: null,
    });
  });

  it('that are missing are named', () => {
    expect(() => mappingOf(['姓名', '备注'])).toThrow(
      expect.objectContaining({ code: 'import.columns-missing', detail: expect.stringContaining('手机号、来源渠道') }),
    );
  });
});

describe('a row', () => {
  it('says all that the person wants', () => {
    const cells = {
      ...person,
      性别: '女',
      意向产品类型: '洋房',
      '面积(㎡)': '90-120',
      '预算（万）': '300～350.5',
      购房目的: '改善居住',
      备注: '周末看房',
      等级: '高意向',
    };
    expect(draftOf(cells)).toMatchObject({
      gender: 'female',
      level: 'hot',
      intent: {
        productType: 'low-rise',
        areaMin: 90,
        areaMax: 120,
        budgetMin: 300_000_000,
        budgetMax: 350_500_000,
        purpose: 'upgrade',
        note: '周末看房',
      },
    });
  });

  it.each([
    ['面积', '120㎡以内', { areaMax: 120 }],
    ['面积', '100平以上', { areaMin: 100 }],
    ['面积', '约100平方米', { areaMin: 100, areaMax: 100 }],
    ['面积', '120-90', { areaMin: 90, areaMax: 120 }],
    ['面积', '89.5', { areaMin: 89, areaMax: 90 }],
    ['面积', '>=90', { areaMin: 90 }],
    ['预算', '300万-350万', { budgetMin: 300_000_000, budgetMax: 350_000_000 }],
    ['预算', '300', { budgetMin: 300_000_000, budgetMax: 300_000_000 }],
    ['预算', '3,000,000元', { budgetMin: 300_000_000, budgetMax: 300_000_000 }],
    ['预算(元)', '3000000', { budgetMin: 300_000_000, budgetMax: 300_000_000 }],
    ['预算', '不超过500万', { budgetMax: 500_000_000 }],
  ])('%s %p', (column, text, intent) =>
    expect(draftOf({ ...person, [column === '预算(元)' ? '预算(元)' : column]: text }).intent).toEqual(intent),
  );

  it('that is doubtful keeps the words for a colleague to clear up', () => {
    const { intent, level } = draftOf({ ...person, 面积: '看情况', 预算: '九千九百九十九', 等级: 'A', 备注: '急' });
    expect(intent).toEqual({ note: '急；面积「看情况」存疑；预算「九千九百九十九」存疑；等级「A」存疑' });
    expect(level).toBeNull();
  });

  it.each([
    [{ 姓名: '' }, ['姓名未填写']],
    [{ 姓名: '长'.repeat(41) }, ['姓名超过 40 个字']],
    [{ 姓名: '😀' }, ['姓名含有无法识别的字符']],
    [{ 手机号: '' }, ['手机号未填写']],
    [{ 手机号: '12345' }, ['手机号格式不正确']],
    [{ 来源: '' }, ['来源渠道未填写']],
    [{ 来源: '神秘渠道' }, ['来源「神秘渠道」不在登记的渠道里']],
    [{ 备注: '长'.repeat(501) }, ['备注超过 500 个字']],
    [{ 姓名: '', 手机号: 'x', 来源: '' }, ['姓名未填写', '手机号格式不正确', '来源渠道未填写']],
  ])('%p is refused with every reason', (over, reasons) => expect(map({ ...person, 备注: '', ...over })).toEqual({ ok: false, reasons }));

  it('never breaks the mapping, whatever it holds', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.record({ 姓名: text, 手机号: text, 来源: text, 面积: text, 预算: text, 备注: text, 等级: text, 性别: text }),
        (cells) => {
          const mapped = map(cells);
          if (!mapped.ok) for (const reason of mapped.reasons) expect(reason).toMatch(/\p{Script=Han}/u);
        },
      ),
    );
  });
});

describe('the lead-scoring export', () => {
  /** Rows made up here, in the shape of the export. */
  const exported = (over: Record<string, string> = {}) => ({
    'Lead Number': '700123',
    'Lead Origin': 'API',
    'Lead Source': 'Google',
    ToBeConverted: '1',
    TotalVisits: '4',
    'Total Time Spent on Website': '310',
    'Last Activity': 'Email Opened',
    'Lead Quality': 'Might be',
    'Last Notable Activity': 'Modified',
    ...over,
  });

  it('is known by its header', () => {
    expect(mappingOf(Object.keys(exported())).profile).toBe('x-education');
    expect(() => mappingOf(Object.keys(exported()).slice(1))).toThrow('import.columns-missing');
  });

  it('becomes a lead with source, activity and note', () => {
    expect(draftOf(exported())).toEqual({
      name: '客户700123',
      phone: '+8614500700123',
      channelCode: 'online.website',
      gender: 'unknown',
      level: 'interested',
      intent: {
        note: '入口：接口；访问网站 4 次；停留 310 秒；最近动作：打开邮件；最近重要动作：资料更新；质量评估：可能有意向；原系统判断可成交',
      },
      note: '表中来源：Google',
    });
  });

  it.each([
    [{ 'Lead Source': '' }, ['来源渠道未填写']],
    [{ 'Lead Source': 'somewhere' }, ['来源「somewhere」不在登记的渠道里']],
    [{ 'Lead Source': 'constructor' }, ['来源「constructor」不在登记的渠道里']],
    [{ 'Lead Number': '' }, ['线索编号未填写']],
    [{ 'Lead Number': '123456789' }, ['线索编号应为 8 位以内的数字']],
  ])('%p is refused', (over, reasons) => expect(map(exported(over))).toEqual({ ok: false, reasons }));

  it('gives every lead number a valid phone of its own', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.nat({ max: 99_999_999 }), (a, b) => {
        const [x, y] = [phoneOf(String(a)) as string, phoneOf(String(b)) as string];
        expect(normalisePhone(x)).toEqual({ ok: true, e164: `+86${x}` });
        expect(x === y).toBe(a === b);
      }),
    );
  });
});
