import { inDailyWindow } from './time-of-day.policy';

const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`);

describe('time of day', () => {
  it.each([
    ['08:59', false],
    ['09:00', true],
    ['17:59', true],
    ['18:00', false],
  ])('09:00–18:00 at %s: %p', (clock, inside) => expect(inDailyWindow(at(clock), '09:00', '18:00')).toBe(inside));

  it.each([
    ['20:59', false],
    ['21:00', true],
    ['23:59', true],
    ['00:00', true],
    ['08:29', true],
    ['08:30', false],
  ])('across midnight, 21:00–08:30 at %s: %p', (clock, inside) => expect(inDailyWindow(at(clock), '21:00', '08:30')).toBe(inside));

  it('an end not given is the end of the day', () => {
    expect(inDailyWindow(at('23:59'), '18:00', undefined)).toBe(true);
    expect(inDailyWindow(at('00:00'), undefined, '08:00')).toBe(true);
    expect(inDailyWindow(at('23:59'), '18:00', '24:00')).toBe(true);
  });
});
