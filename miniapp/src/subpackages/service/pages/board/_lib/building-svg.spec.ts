import fc from 'fast-check';
import { buildingSvg, stateOf } from './building-svg';

it('reads late before soon before open', () => {
  expect(stateOf({ open: 3, late: 1, soon: 1 })).toBe('late');
  expect(stateOf({ open: 3, late: 0, soon: 1 })).toBe('soon');
  expect(stateOf({ open: 3, late: 0, soon: 0 })).toBe('open');
  expect(stateOf({ open: 0, late: 0, soon: 0 })).toBe('quiet');
});

it('draws any building inside its place, without a number that is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (floors, tallest) => {
      const svg = buildingSvg({ floors, state: 'late' }, tallest);
      expect(svg).not.toMatch(/NaN|Infinity/);
      const top = Number(/M8 ([\d.]+)h/.exec(svg)?.[1]);
      expect(top).toBeGreaterThanOrEqual(6);
      expect(top).toBeLessThanOrEqual(76.1);
    }),
  );
});

it('draws the higher building higher', () => {
  const topOf = (floors: number) => Number(/M8 ([\d.]+)h/.exec(buildingSvg({ floors, state: 'open' }, 30))?.[1]);
  expect(topOf(30)).toBeLessThan(topOf(11));
});
