import { sayDuration } from '@guihu/shared';
import fc from 'fast-check';
import { calledOf, urgencyAt, wishOf } from './lead-words';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const MINUTE = 60_000;
const due = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
const offered = (minutes: number) => ({
  status: 'offered' as const,
  urgency: { text: '待接单，还剩 99 分钟', late: false, dueAt: due(minutes) },
});

it('counts an offer down from the present, not from when the list was read', () => {
  expect(urgencyAt(offered(12), NOW)).toEqual({ text: '待接单，还剩 12 分钟', tone: 'accent' });
  expect(urgencyAt(offered(12), NOW + 9 * MINUTE)).toEqual({ text: '待接单，还剩 3 分钟', tone: 'soon' });
  expect(urgencyAt(offered(12), NOW + 15 * MINUTE)).toEqual({ text: '待接单，超时 3 分钟', tone: 'late' });
});

it('says how long for any due time, and is late exactly after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (minutes) => {
      const { text, tone } = urgencyAt(offered(minutes), NOW);
      expect(text).toBe(`待接单，${minutes < 0 ? '超时' : '还剩'} ${sayDuration(minutes * MINUTE)}`);
      expect(tone === 'late').toBe(minutes < 0);
    }),
  );
});

it('keeps the words of a lead without a due time', () => {
  const told = (status: 'escalated' | 'accepted' | 'pooled', text: string, late: boolean) =>
    urgencyAt({ status, urgency: { text, late, dueAt: null } }, NOW);
  expect(told('escalated', '待指定同事接待', true)).toEqual({ text: '待指定同事接待', tone: 'late' });
  expect(told('accepted', '待首次联系', false)).toEqual({ text: '待首次联系', tone: 'soon' });
  expect(told('pooled', '公海，可领取', false)).toEqual({ text: '公海，可领取', tone: 'info' });
});

it('calls somebody by name, and by title where it is known', () => {
  expect(calledOf({ name: '陈一诺', gender: 'female' })).toBe('陈一诺 女士');
  expect(calledOf({ name: '陈一诺', gender: 'unknown' })).toBe('陈一诺');
});

it('tells a wish in one line, unit once', () => {
  const intent = {
    productType: 'high-rise',
    areaMin: 89,
    areaMax: 120,
    budgetMin: 300_000_000,
    budgetMax: 400_000_000,
    purpose: 'upgrade',
  };
  expect(wishOf(intent)).toBe('高层住宅 · 89–120㎡ · 300–400 万 · 改善居住');
  expect(wishOf({ areaMin: 120, budgetMax: 500_000_000 })).toBe('120㎡以上 · 500 万以下');
  expect(wishOf({ areaMin: 118, areaMax: 118 })).toBe('118㎡');
});

it('falls back on the person’s own words, then on saying that nothing is known', () => {
  expect(wishOf({ note: ' 三房朝南 ' })).toBe('三房朝南');
  expect(wishOf({})).toBe('需求待了解');
});
