import fc from 'fast-check';
import { monthBounds, referralShareOf, type ShareCount } from './referral-share.policy';

const at = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

describe('the share of recommendations', () => {
  it('is counted in months of Beijing, the first and the last as far as they were asked for', () => {
    expect(monthBounds(at('2025-11-15'), at('2026-02-03'))).toEqual(
      ['2025-11-15', '2025-12-01', '2026-01-01', '2026-02-01', '2026-02-03'].map(at),
    );
    expect(monthBounds(at('2026-11-01'), at('2026-12-01'))).toEqual([at('2026-11-01'), at('2026-12-01')]);
  });

  it('is of what was counted, and of nothing there is none', () => {
    const count = (over: Partial<ShareCount>): ShareCount => ({ what: 'leads', month: 0, referral: false, count: 1, ...over });
    const bounds = monthBounds(at('2026-10-01'), at('2026-12-01'));
    const { total, months } = referralShareOf(
      [count({ count: 2 }), count({ referral: true }), count({ month: 1, count: 4 }), count({ what: 'deals', month: 1, referral: true })],
      bounds,
    );
    expect(total).toEqual({
      leads: { referral: 1, all: 7, share: 0.1429 },
      visits: { referral: 0, all: 0, share: null },
      deals: { referral: 1, all: 1, share: 1 },
    });
    expect(months.map(({ month, leads }) => [month, leads])).toEqual([
      ['2026-10', { referral: 1, all: 3, share: 0.3333 }],
      ['2026-11', { referral: 0, all: 4, share: 0 }],
    ]);
  });

  it('adds up, and every bound but the ends is the first of a month', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 400 }), (day, days) => {
        const first = at('1980-01-01') + day * 86_400_000;
        const bounds = monthBounds(first, first + days * 86_400_000);
        expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
        for (const inner of bounds.slice(1, -1)) expect(new Date(inner + 8 * 3_600_000).getUTCDate()).toBe(1);
        expect(bounds.length).toBeLessThanOrEqual(days / 28 + 3);
      }),
    ));
});
