import { TOUR_STOPS, type TourStop, VIEWING_KINDS } from '@guihu/shared';
import fc from 'fast-check';
import { afterTick, type StopMade, tourOf } from './tour.policy';

const STOPS = Object.keys(TOUR_STOPS) as TourStop[];
const NOON = Date.parse('2026-11-28T12:00:00+08:00');
const made = (stop: TourStop, at = NOON): StopMade => ({ stop, at, by: 'lin' });

describe('the tour of a visit', () => {
  it('is the plan’s, in its order, with when each stop was made', () => {
    expect(tourOf(['showroom', 'sandbox'], 'viewing', [made('sandbox')])).toEqual([
      { stop: 'showroom', label: '样板间', at: null },
      { stop: 'sandbox', label: '沙盘讲解', at: '2026-11-28T04:00:00.000Z' },
    ]);
  });

  it('keeps what was shown besides, and is the usual one where there is no plan', () => {
    expect(tourOf(['sandbox'], 'viewing', [made('site')]).map(({ stop }) => stop)).toEqual(['sandbox', 'site']);
    expect(tourOf(null, 'viewing', [])[0]?.stop).toBe('needs');
    expect(tourOf(null, 'event', [])).toEqual([]);
  });

  it('has each stop once, whatever was tapped, and its first time', () =>
    fc.assert(
      fc.property(
        fc.subarray(STOPS),
        fc.constantFrom(...VIEWING_KINDS),
        fc.array(fc.record({ stop: fc.constantFrom(...STOPS), shown: fc.boolean() })),
        (planned, kind, taps) => {
          let stops: StopMade[] = [];
          const since = new Map<TourStop, number>();
          taps.forEach(({ stop, shown }, n) => {
            stops = afterTick(stops, made(stop, NOON + n), shown);
            if (!shown) since.delete(stop);
            else if (!since.has(stop)) since.set(stop, NOON + n);
          });
          const tour = tourOf(planned, kind, stops);
          expect(new Set(tour.map(({ stop }) => stop)).size).toBe(tour.length);
          const told = tour.flatMap(({ stop, at }) => (at ? [[stop, Date.parse(at)] as const] : []));
          expect(new Map(told)).toEqual(since);
        },
      ),
    ));
});
