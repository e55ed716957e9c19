import { resumeAt } from './clock-keeper';

/** Monday 23 November 2026, a working day, Beijing time. */
const at = (time: string, date = '2026-11-23'): number => Date.parse(`${date}T${time}+08:00`);

describe('the simulated clock of a server that starts again', () => {
  it.each(['10:00:00', '10:00:41', '10:59:59'])('goes on at %s, so that nothing that waits is late or not due yet', (time) => {
    expect(resumeAt(at(time))).toBe(at(time));
  });

  it.each([
    ['09:59:59', '2026-11-23'],
    ['11:00:00', '2026-11-24'],
    ['23:30:00', '2026-11-24'],
  ])('does not go on at %s but at the next working ten', (time, date) => {
    expect(resumeAt(at(time))).toBe(at('10:00:00', date));
  });

  it('passes over a weekend', () => {
    expect(resumeAt(at('10:30:00', '2026-11-28'))).toBe(at('10:00:00', '2026-11-30'));
  });
});
