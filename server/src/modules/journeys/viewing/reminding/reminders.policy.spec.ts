import fc from 'fast-check';
import { isQuiet } from '../../../../platform/working-time';
import { remindersOf } from './reminders.policy';

const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
const QUIET = { from: '21:00', to: '08:30' };

describe('reminders of a visit', () => {
  it.each([
    ['25T14:00', '23T10:00', ['24T18:00', '25T12:00']],
    // Two hours before nine lies in the night.
    ['25T09:00', '23T10:00', ['24T18:00', '25T08:30']],
    ['25T14:00', '24T18:30', ['25T12:00']],
    ['25T14:00', '25T12:30', []],
    // The end of the night comes after this one began.
    ['25T08:30', '23T10:00', ['24T18:00']],
  ])('at %s, booked at %s: %p', (startsAt, now, expected) => {
    expect(remindersOf(at(startsAt), at(now), QUIET).map((r) => r.at)).toEqual(expected.map(at));
  });

  it('come before the visit, after the booking, and never in quiet hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 40_000 }), (offset, ahead) => {
        const now = at('01T00:00') + offset * 60_000;
        const startsAt = now + ahead * 60_000;
        for (const reminder of remindersOf(startsAt, now, QUIET)) {
          expect(reminder.at).toBeGreaterThan(now);
          expect(reminder.at).toBeLessThan(startsAt);
          expect(isQuiet(QUIET, reminder.at)).toBe(false);
        }
      }),
    );
  });
});
