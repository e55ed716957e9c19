import type { HomeView, WorkOrderCategory } from '@guihu/shared';
import { checkReport, chosenCategory, EMPTY_REPORT, type ReportForm, type ReportGround, reportOf } from './report-form';

const leaf = (id: string, name: string): WorkOrderCategory => ({
  id,
  name,
  kind: 'repair',
  picture: 'tap',
  part: 'pipes-and-wires',
  skill: null,
  children: [],
});
const categories = [
  { ...leaf('water', '水管与洁具'), children: [leaf('water-tap', '龙头漏水'), leaf('water-pipe', '水管漏水')] },
  leaf('repair-other', '其他报修'),
];
const home = { unitId: 'u1', label: '云溪府 3号楼 1203' } as HomeView;
const NOW = Date.parse('2026-11-23T02:00:00Z');
const ground: ReportGround = { kind: 'repair', home, categories, boundPhone: '138****0001', refusedFiles: [], now: NOW };
const form = (part: Partial<ReportForm>): ReportForm => ({ ...EMPTY_REPORT, branch: 'water', leaf: 'water-tap', ...part });

describe('what is reported', () => {
  it('is the part that was named, or the whole where none was', () => {
    expect(chosenCategory({ branch: 'water', leaf: 'water-pipe' }, categories)?.name).toBe('水管漏水');
    expect(chosenCategory({ branch: 'water', leaf: null }, categories)?.name).toBe('水管与洁具');
    expect(chosenCategory({ branch: 'water', leaf: 'openings-door' }, categories)?.name).toBe('水管与洁具');
    expect(chosenCategory({ branch: 'gone', leaf: null }, categories)).toBeNull();
  });
});

describe('what is still missing', () => {
  it('is nothing for a repair with a picture tapped: the name says it', () => {
    expect(checkReport(form({}), ground)).toEqual({});
    expect(reportOf(form({}), ground)).toEqual({ kind: 'repair', unitId: 'u1', category: 'water-tap', description: '龙头漏水' });
    expect(reportOf(form({ description: ' 滴 ' }), ground).description).toBe('龙头漏水，滴');
  });

  it('is said in the order of the page', () => {
    expect(checkReport(EMPTY_REPORT, { ...ground, home: null })).toEqual({
      home: '请选择是哪套房屋',
      category: '请点一下坏的是什么',
    });
  });

  it('are the words of a complaint, which nobody can guess', () => {
    const complaint = { ...ground, kind: 'complaint' as const };
    expect(checkReport(form({}), complaint)).toEqual({ description: '请说说发生了什么，我们好去核实' });
    expect(checkReport(form({ description: '楼上半夜装修' }), complaint)).toEqual({});
  });

  it('is a time to come, and a number that can be one', () => {
    expect(checkReport(form({ wish: NOW }), ground)).toEqual({ wish: '选的时间已经过了，请重新选' });
    expect(checkReport(form({ otherPhone: true }), ground)).toEqual({ phone: '请填写要联系的号码，或改用您的手机号' });
    expect(checkReport(form({ otherPhone: true, phone: '1381234' }), ground)).toEqual({});
    expect(checkReport(form({ otherPhone: true, phone: '明天再说' }), ground)).toEqual({ phone: '号码好像不对，请检查' });
    expect(checkReport(form({}), { ...ground, boundPhone: null })).toEqual({});
  });

  it('is a photo that can never be sent', () => {
    const refusedFiles = ['文件已损坏或不完整，请重新选择'];
    expect(checkReport(form({}), { ...ground, refusedFiles })).toEqual({
      files: '文件已损坏或不完整，请重新选择（点右上角的叉可以删掉）',
    });
  });
});

describe('the report', () => {
  it('says of a repair when and how urgent, of a complaint how far and how it feels', () => {
    const full = form({
      description: '一直在滴水',
      wish: NOW + 3_600_000,
      urgent: true,
      otherPhone: true,
      phone: ' 13812345678 ',
      scope: 2,
      mood: 3,
    });
    expect(reportOf(full, ground)).toEqual({
      kind: 'repair',
      unitId: 'u1',
      category: 'water-tap',
      description: '一直在滴水',
      contactPhone: '13812345678',
      preferredTime: '2026-11-23T03:00:00.000Z',
      urgent: true,
    });
    expect(reportOf(full, { ...ground, kind: 'complaint' })).toMatchObject({ kind: 'complaint', scope: 2, mood: 3 });
    expect(reportOf(full, { ...ground, kind: 'complaint' })).not.toHaveProperty('urgent');
  });
});
