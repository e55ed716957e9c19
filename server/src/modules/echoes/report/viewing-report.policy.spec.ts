import fc from 'fast-check';
import type { ViewingFact } from '../../journeys/viewing';
import { viewingReportOf } from './viewing-report.policy';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const fact = (over: Partial<ViewingFact> = {}): ViewingFact => ({
  id: 'v',
  status: 'completed',
  walkIn: false,
  startsAt: at('2026-11-28 10:00'),
  checkedInAt: at('2026-11-28 10:05'),
  hostId: 'lin',
  customerId: 'c1',
  leadId: 'l1',
  stars: null,
  objections: [],
  tour: null,
  ...over,
});
const name = (id: string) => id;

describe('the report of visits', () => {
  it('counts by the hour in which people came, a Sunday as the seventh day', () => {
    const facts = [
      fact(),
      fact({ checkedInAt: at('2026-11-28 10:59') }),
      fact({ checkedInAt: at('2026-11-29 00:00') }),
      fact({ checkedInAt: null }),
    ];
    expect(viewingReportOf(facts, new Set(), name).heat).toEqual([
      { weekday: 6, hour: 10, visits: 2 },
      { weekday: 7, hour: 0, visits: 1 },
    ]);
  });

  it('counts a deal once, a walk-in as a visit without a booking, and who came again', () => {
    const facts = [
      fact({ stars: 5, objections: ['price'] }),
      fact({ walkIn: true, stars: 4, objections: ['price', 'school'] }),
      fact({ customerId: 'c2', leadId: 'l2', status: 'no-show', checkedInAt: null }),
      fact({ customerId: 'c3', leadId: 'l3', status: 'cancelled', checkedInAt: null, hostId: 'sun' }),
    ];
    const report = viewingReportOf(facts, new Set(['l1', 'l2']), name);
    expect(report.funnel).toEqual({ booked: 3, visited: 2, noShow: 1, cancelled: 1, revisited: 1, won: 1 });
    expect(report.byHost).toEqual([
      { staffId: 'lin', name: 'lin', booked: 2, visited: 2, noShow: 1, won: 1, rating: 4.5 },
      { staffId: 'sun', name: 'sun', booked: 1, visited: 0, noShow: 0, won: 0, rating: null },
    ]);
    expect(report.objections.map(({ key, count }) => [key, count])).toEqual([
      ['price', 2],
      ['school', 1],
    ]);
  });

  it('tells of each stop how many were shown it and bought, by customer and not by visit', () => {
    const facts = [
      fact({ tour: ['sandbox'] }),
      fact({ tour: ['showroom'] }),
      fact({ customerId: 'c2', leadId: 'l2', tour: ['sandbox'] }),
      fact({ customerId: 'c3', leadId: 'l3', tour: null }),
      fact({ customerId: 'c4', leadId: null, tour: ['sandbox'] }),
      fact({ customerId: 'c5', leadId: 'l5', tour: ['sandbox'], status: 'no-show', checkedInAt: null }),
    ];
    expect(viewingReportOf(facts, new Set(['l1', 'l3']), name).byStop).toEqual([
      { key: 'sandbox', label: '沙盘讲解', shown: 2, shownWon: 1, others: 0, othersWon: 0 },
      { key: 'showroom', label: '样板间', shown: 1, shownWon: 1, others: 1, othersWon: 0 },
    ]);
  });

  it('adds up, whatever happened', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            status: fc.constantFrom('booked', 'checked-in', 'completed', 'cancelled', 'no-show') as fc.Arbitrary<ViewingFact['status']>,
            walkIn: fc.boolean(),
            checkedInAt: fc.option(fc.integer({ min: 0, max: 2_000_000_000_000 })),
            hostId: fc.constantFrom(null, 'a', 'b'),
            leadId: fc.constantFrom(null, 'l1', 'l2'),
            customerId: fc.constantFrom('c1', 'c2'),
            tour: fc.option(fc.subarray(['needs', 'sandbox', 'site'])),
          }),
        ),
        (drafts) => {
          const facts = drafts.map((draft) => fact(draft));
          const { heat, funnel, byHost, byStop } = viewingReportOf(facts, new Set(['l1']), name);
          expect(heat.reduce((sum, { visits }) => sum + visits, 0)).toBe(funnel.visited);
          expect(funnel.won).toBeLessThanOrEqual(1);
          for (const { shown, shownWon, others, othersWon } of byStop) {
            expect(shownWon).toBeLessThanOrEqual(shown);
            expect(othersWon).toBeLessThanOrEqual(others);
            expect(shownWon + othersWon).toBeLessThanOrEqual(funnel.won);
          }
          expect(new Set(byStop.map(({ shown, others }) => shown + others)).size).toBeLessThanOrEqual(1);
          expect(byHost.reduce((sum, { visited }) => sum + visited, 0)).toBeLessThanOrEqual(funnel.visited);
        },
      ),
    ));
});
