import fc from 'fast-check';
import { mean, percentile, rounded, shareOf } from './statistics.policy';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
const share = fc.integer({ min: 0, max: 100 }).map((each) => each / 100);

describe('statistics', () => {
  it('of nothing are nothing, not zero', () => {
    expect([mean([]), percentile([], 0.5), shareOf([], () => true), rounded(null)]).toEqual([null, null, null, null]);
  });

  it.each([
    [[30, 150], 0.5, 90],
    [[30, 150], 0.9, 138],
    [[5], 0.9, 5],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  ])('of %j the share %d lies below %d', (list, part, expected) => {
    expect(percentile(list, part)).toBeCloseTo(expected, 9);
  });

  it('lie between the least and the most, grow with the share, and do not care for the order', () => {
    fc.assert(
      fc.property(values, share, share, (list, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => percentile(list, each) as number) as [number, number];
        expect(low).toBeGreaterThanOrEqual(Math.min(...list));
        expect(high).toBeLessThanOrEqual(Math.max(...list));
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(percentile([...list].reverse(), a)).toBe(percentile(list, a));
        expect([percentile(list, 0), percentile(list, 1)]).toEqual([Math.min(...list), Math.max(...list)]);
      }),
    );
  });

  it('at least the share of the values is at or below its percentile', () => {
    fc.assert(
      fc.property(values, share, (list, a) => {
        const limit = percentile(list, a) as number;
        const below = list.filter((each) => each <= limit + 1e-9).length;
        expect(below).toBeGreaterThanOrEqual(Math.floor((list.length - 1) * a) + 1);
      }),
    );
  });
});
