import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statutoryCalendar } from './statutory-calendar';

const FIXTURE = join(__dirname, '../../../test/fixtures/cn_holidays_2024_2026.csv');

/** What the notices moved: date → holiday's name, off or worked. */
const moved = new Map(
  readFileSync(FIXTURE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([date, name, off]) => [date!, { name: name!, off: off === '1' }]),
);

function datesOf(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

const isSaturdayOrSunday = (date: string) => [0, 6].includes(new Date(date).getUTCDay());

describe('the statutory calendar', () => {
  const dates = datesOf('2024-01-01', '2026-12-31');

  it('is checked on 1,096 days of which the notices moved 108', () => {
    expect(dates).toHaveLength(1096);
    expect(moved.size).toBe(108);
    expect([...moved.keys()].every((date) => dates.includes(date))).toBe(true);
  });

  it('agrees with the notices on every one of them', () => {
    const wrong = dates.filter((date) => {
      const notice = moved.get(date);
      const working = notice ? !notice.off : !isSaturdayOrSunday(date);
      return statutoryCalendar.day(date).working !== working;
    });
    expect(wrong).toEqual([]);
  });

  it('gives a reason for every one of them as the notices do', () => {
    const wrong = dates.filter((date) => {
      const notice = moved.get(date);
      const { reason } = statutoryCalendar.day(date);
      if (notice?.off) return !notice.name.includes(reason);
      if (notice) return reason !== '调休上班';
      return reason !== (isSaturdayOrSunday(date) ? '周末' : '工作日');
    });
    expect(wrong).toEqual([]);
  });

  it('goes by weekends in a year without a notice, and says so', () => {
    expect(statutoryCalendar.day('2199-10-01')).toMatchObject({ working: true, reason: '工作日（该年放假安排尚未收录，暂按双休计）' });
    expect(statutoryCalendar.day('2199-10-05')).toMatchObject({ working: false, reason: '周末（该年放假安排尚未收录，暂按双休计）' });
    expect(statutoryCalendar.day('1999-10-01')).toMatchObject({ working: true });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-10-01T00:00:00Z'])('refuses %p, which is no date', (text) => {
    expect(() => statutoryCalendar.day(text)).toThrow(RangeError);
  });
});
