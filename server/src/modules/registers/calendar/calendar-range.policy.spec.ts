import { isCivilDate } from '@guihu/shared';
import { datesOf, MOST_DAYS } from './calendar-range.policy';

describe('dates of a calendar', () => {
  it('are every day from one to the other', () => {
    expect(datesOf('2028-02-27', '2028-03-01')).toEqual(['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesOf('2026-10-01', '2026-10-01')).toEqual(['2026-10-01']);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '9999-12-31', 'abcd-ef-gh'])('refuse %s', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => datesOf(text, '2026-12-31')).toThrow('calendar.invalid');
  });

  it('refuse an end before the beginning, and more days than one page shows', () => {
    expect(() => datesOf('2026-10-02', '2026-10-01')).toThrow('结束日期不能早于开始日期');
    expect(datesOf('2026-01-01', '2027-02-04')).toHaveLength(MOST_DAYS);
    expect(() => datesOf('2026-01-01', '2027-02-05')).toThrow('最多');
  });
});
