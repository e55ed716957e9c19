import type { MyViewing, MyWait } from '@guihu/shared';
import { nextVisit } from './next-visit';

/** Ten in the morning in Beijing. */
const now = Date.parse('2026-12-05T02:00:00Z');
const viewing = (id: string, startsAt: string, over: Partial<MyViewing> = {}) =>
  ({ id, status: 'booked', startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(), allowed: [], ...over }) as MyViewing;
const wait = (offerUntil: string | null) => ({ id: 'w', status: offerUntil ? 'offered' : 'waiting', offerUntil }) as MyWait;

const tomorrow = viewing('tomorrow', '2026-12-06T02:00:00Z');
const today = viewing('today', '2026-12-05T06:00:00Z');
const rated = viewing('visited', '2026-12-03T06:00:00Z', { status: 'completed', allowed: ['rate'] });

it('shows the soonest visit, and on its day that the pass may be shown', () => {
  expect(nextVisit([tomorrow, today], [], now)).toEqual({ what: 'visit', viewing: today, today: true });
  expect(nextVisit([tomorrow], [], now)).toEqual({ what: 'visit', viewing: tomorrow, today: false });
});

it('shows an offered seat before everything else, until it has gone', () => {
  expect(nextVisit([today], [wait('2026-12-05T02:20:00Z')], now)?.what).toBe('offer');
  expect(nextVisit([today], [wait('2026-12-05T02:00:00Z')], now)?.what).toBe('visit');
  expect(nextVisit([], [wait(null)], now)).toBeNull();
});

it('asks how it was once nothing is to come', () => {
  expect(nextVisit([tomorrow, rated], [], now)?.what).toBe('visit');
  expect(nextVisit([rated], [], now)).toEqual({ what: 'rate', viewing: rated });
  expect(nextVisit([viewing('missed', '2026-12-05T00:30:00Z')], [], now)).toBeNull();
});
