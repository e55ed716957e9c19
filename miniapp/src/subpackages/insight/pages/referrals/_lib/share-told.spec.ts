import type { ReferralShare, ShareOfAll } from '@guihu/shared';
import { figuresOf, monthNames, sharePicture, shareSentence, toldBy } from './share-told';

const of = (referral: number, all: number): ShareOfAll => ({ referral, all, share: all === 0 ? null : referral / all });
const month = (name: string, leads: ShareOfAll, deals = of(0, 0)) => ({ month: name, leads, visits: of(0, 0), deals });
const REPORT: ReferralShare = {
  from: '2026-09-01',
  to: '2026-11-23',
  start: 0.18,
  target: 0.32,
  total: { leads: of(4, 14), visits: of(0, 0), deals: of(1, 2) },
  months: [month('2026-09', of(1, 4)), month('2026-10', of(3, 8), of(1, 2)), month('2026-11', of(0, 2))],
};

it('says the whole time in figures, and what is missing to the target', () => {
  expect(figuresOf(REPORT)).toEqual([
    { label: '新增线索占比', said: '28.6%', note: '14 条里 4 条，离目标还差 3.4 个百分点', behind: true },
    { label: '到访占比', said: '—', note: '这段时间没有', behind: false },
    { label: '成交占比', said: '50%', note: '2 组里 1 组', behind: false },
  ]);
});

it('draws a bar for each month against the line of the target; a month of nothing says so', () => {
  const { names, series, mark } = sharePicture(REPORT, 'leads');
  expect([names, mark]).toEqual([['9月', '10月', '11月'], { at: 32, said: '目标 32%' }]);
  expect(series[0]?.bars).toEqual([
    { value: 25, said: '25% 1/4', tone: 'soon' },
    { value: 37.5, said: '37.5% 3/8', tone: 'accent' },
    { value: 0, said: '0% 0/2', tone: 'soon' },
  ]);
  expect(sharePicture(REPORT, 'deals').series[0]?.bars[0]).toEqual({ value: null, said: '没有', tone: 'accent' });
});

it('says where it stands between the start and the target, in a sentence', () => {
  expect(shareSentence(REPORT, 'leads')).toBe(
    '14 条线索里，4 条来自转介绍，占 28.6%，高于起点，还没到目标（起点 18%，目标 32%）；3 个月里 1 个月达到',
  );
  expect(shareSentence(REPORT, 'visits')).toBe('这段时间还没有到访');
  const low = { ...REPORT, total: { ...REPORT.total, leads: of(1, 10) } };
  expect(shareSentence(low, 'leads')).toContain('低于起点');
});

it('never rounds up to a target that was not reached, and names the year where there are two', () => {
  const near = { ...REPORT, total: { ...REPORT.total, leads: { referral: 319_999, all: 1_000_000, share: 0.319999 } } };
  expect(figuresOf(near)[0]).toMatchObject({ behind: true, note: '1000000 条里 319999 条，离目标还差 0.1 个百分点' });
  expect(monthNames(['2025-12', '2026-01'])).toEqual(['25年12月', '26年1月']);
  expect(toldBy(REPORT)[0]?.table.rows[1]).toEqual(['2026-10', 3, 8, '37.5%']);
});
