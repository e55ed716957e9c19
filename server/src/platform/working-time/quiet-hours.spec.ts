import fc from 'fast-check';
import { isQuiet, outsideQuiet, quietHoursProblem } from './quiet-hours';

const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const NIGHT = { from: '21:00', to: '08:30' };

describe('quiet hours', () => {
  it.each([
    ['2026-11-23 20:59:59.999', '2026-11-23 20:59:59.999'],
    ['2026-11-23 21:00:00.000', '2026-11-24 08:30:00.000'],
    ['2026-11-23 23:59:59.999', '2026-11-24 08:30:00.000'],
    ['2026-11-24 00:00:00.000', '2026-11-24 08:30:00.000'],
    ['2026-11-24 08:29:59.999', '2026-11-24 08:30:00.000'],
    ['2026-11-24 08:30:00.000', '2026-11-24 08:30:00.000'],
  ])('a message of %s goes at %s', (wanted, sent) => {
    expect(outsideQuiet(NIGHT, beijing(wanted))).toBe(beijing(sent));
  });

  it('may lie within one day, as a rest at noon', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(outsideQuiet(noon, beijing('2026-11-23 13:00:00'))).toBe(beijing('2026-11-23 14:00:00'));
    expect(isQuiet(noon, beijing('2026-11-23 11:59:59'))).toBe(false);
    expect(isQuiet(noon, beijing('2026-11-23 23:00:00'))).toBe(false);
  });

  it('are never quiet between equal times, and end at midnight with 24:00', () => {
    expect(isQuiet({ from: '21:00', to: '21:00' }, beijing('2026-11-23 21:00:00'))).toBe(false);
    expect(outsideQuiet({ from: '21:00', to: '24:00' }, beijing('2026-11-23 22:00:00'))).toBe(beijing('2026-11-24 00:00:00'));
  });

  it('refuse a whole day and bad times in a sentence', () => {
    expect(quietHoursProblem({ from: '00:00', to: '24:00' })).toContain('不能是全天');
    expect(quietHoursProblem({ from: '24:00', to: '08:00' })).toContain('24 小时制');
    expect(quietHoursProblem({ from: '9点', to: '08:00' })).toContain('24 小时制');
    expect(quietHoursProblem(NIGHT)).toBeNull();
    expect(() => isQuiet({ from: '9点', to: '08:00' }, 0)).toThrow(RangeError);
  });

  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
  const hours = fc.record({ from: clock, to: fc.oneof(clock, fc.constant('24:00')) }).filter((quiet) => quietHoursProblem(quiet) === null);
  const instant = fc.integer({ min: beijing('2020-01-01 00:00:00'), max: beijing('2035-01-01 00:00:00') });

  it('are over at the answer, which is never earlier, less than a day off, and the very end of the quiet', () => {
    fc.assert(
      fc.property(hours, instant, (quiet, wanted) => {
        const sent = outsideQuiet(quiet, wanted);
        expect(isQuiet(quiet, sent)).toBe(false);
        expect(sent).toBeGreaterThanOrEqual(wanted);
        expect(sent - wanted).toBeLessThan(86_400_000);
        if (sent > wanted) expect(isQuiet(quiet, sent - 1)).toBe(true);
        else expect(isQuiet(quiet, wanted)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
