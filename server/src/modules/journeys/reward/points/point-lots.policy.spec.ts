import fc from 'fast-check';
import { expiryAfterReturn, expiryOf, type Lot, lastDayOf, pointsOf, takeFrom, warningAt, withoutKept } from './point-lots.policy';

const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

describe('points', () => {
  it.each([
    ['2026-11-23 10:00', 24, '2028-11-23'],
    ['2026-11-23 23:59', 12, '2027-11-23'],
    ['2026-11-24 00:00', 12, '2027-11-24'],
    ['2026-08-31 12:00', 6, '2027-02-28'],
    ['2027-08-31 12:00', 6, '2028-02-29'],
    ['2026-12-31 12:00', 1, '2027-01-31'],
  ])('earned at %s are good for %i months, to the end of %s', (at, months, last) => {
    const end = expiryOf(beijing(`${at}:00`), months) as number;
    expect(lastDayOf(end)).toBe(last);
    expect(end).toBe(beijing(`${last} 23:59:59`) + 1_000);
  });

  it('are good for ever when the rules say so', () => {
    expect(expiryOf(beijing('2026-11-23 10:00:00'), null)).toBeNull();
  });

  it('are spent as they lapse, to the millisecond', () => {
    const now = 1_000_000;
    const lots: Lot[] = [
      { id: 'never', left: 10, earnedAt: 1, expiresAt: null },
      { id: 'later', left: 10, earnedAt: 2, expiresAt: now + 5 },
      { id: 'now', left: 10, earnedAt: 3, expiresAt: now },
      { id: 'next', left: 10, earnedAt: 4, expiresAt: now + 1 },
      { id: 'empty', left: 0, earnedAt: 5, expiresAt: now + 1 },
    ];
    expect(pointsOf(lots, now)).toBe(30);
    expect(takeFrom(lots, 15, now)).toEqual([
      { lotId: 'next', points: 10, expiresAt: now + 1 },
      { lotId: 'later', points: 5, expiresAt: now + 5 },
    ]);
    expect(takeFrom(lots, 100, now).map(({ lotId }) => lotId)).toEqual(['next', 'later', 'never']);
    expect(takeFrom(lots, 0, now)).toEqual([]);
  });

  it('are taken exactly, or all that there are', () => {
    const lot = fc.record({
      id: fc.uuid(),
      left: fc.nat(500),
      earnedAt: fc.nat(1_000),
      expiresAt: fc.option(fc.integer({ min: 1, max: 2_000 })),
    });
    fc.assert(
      fc.property(fc.array(lot), fc.nat(2_000), fc.nat(2_000), (lots, wanted, now) => {
        const taken = takeFrom(lots, wanted, now);
        expect(taken.reduce((sum, { points }) => sum + points, 0)).toBe(Math.min(wanted, pointsOf(lots, now)));
        expect(taken.every(({ points }) => points > 0)).toBe(true);
      }),
    );
  });

  it('come back as they were; those whose day passed meanwhile have a week', () => {
    const now = beijing('2026-11-23 10:00:00');
    expect(expiryAfterReturn(null, now)).toBeNull();
    expect(expiryAfterReturn(now + 1, now)).toBe(now + 1);
    expect(lastDayOf(expiryAfterReturn(now, now) as number)).toBe('2026-11-30');
  });

  it('are called to mind at ten in the morning', () => {
    expect(warningAt(beijing('2026-12-24 00:00:00'), 30)).toBe(beijing('2026-11-24 10:00:00'));
  });

  it('are kept from what lapses first', () => {
    const taken = [
      { lotId: 'a', points: 300, expiresAt: 1 },
      { lotId: 'b', points: 500, expiresAt: 2 },
    ];
    expect(withoutKept(taken, 0)).toEqual(taken);
    expect(withoutKept(taken, 300)).toEqual([taken[1]]);
    expect(withoutKept(taken, 400)).toEqual([{ lotId: 'b', points: 400, expiresAt: 2 }]);
    expect(withoutKept(taken, 800)).toEqual([]);
  });
});
