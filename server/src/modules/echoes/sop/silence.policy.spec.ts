import fc from 'fast-check';
import { judgeSilence, silencePeriodMs, silentSince } from './silence.policy';

const DAY = 24 * 3_600_000;

describe('silence', () => {
  it('lasts as long as the plan says, 31 days when it says nothing', () => {
    expect(silencePeriodMs([{ due: { unit: 'days', amount: 14 } }])).toBe(14 * DAY);
    expect(silencePeriodMs([{ due: { unit: 'working-minutes', amount: 14 } }])).toBe(31 * DAY);
  });

  it('begins with the last effective contact, or with a later acceptance', () => {
    expect(silentSince({ acceptedAt: 5, lastContactAt: null })).toBe(5);
    expect(silentSince({ acceptedAt: 5, lastContactAt: 9 })).toBe(9);
    expect(silentSince({ acceptedAt: 12, lastContactAt: 9 })).toBe(12);
  });

  it('is found at the boundary and not a millisecond before', () => {
    expect(judgeSilence(0, 31 * DAY, 31 * DAY - 1)).toEqual({ silent: false, nextCheckAt: 31 * DAY });
    expect(judgeSilence(0, 31 * DAY, 31 * DAY)).toEqual({ silent: true, startedAt: 31 * DAY, countFrom: 0, nextCheckAt: 62 * DAY });
  });

  it('that goes on is found once each period, however late the look is', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.integer({ min: 1, max: 1e10 }), fc.nat(1e12), (since, period, later) => {
        const verdict = judgeSilence(since, period, since + later);
        expect(verdict.nextCheckAt).toBeGreaterThan(since + later);
        expect(verdict.nextCheckAt).toBeLessThanOrEqual(since + later + period);
        if (verdict.silent) expect((verdict.startedAt - since) % period).toBe(0);
      }),
    );
  });
});
