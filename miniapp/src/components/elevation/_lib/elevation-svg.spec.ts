import type { BuildingOutline } from '@guihu/shared';
import fc from 'fast-check';
import { elevationSvg, placeBuildings } from './elevation-svg';

const anyBuildings: fc.Arbitrary<BuildingOutline[]> = fc.array(
  fc.record({
    name: fc.constant('1 幢'),
    floors: fc.integer({ min: 1, max: 60 }),
    unitsPerFloor: fc.integer({ min: 1, max: 12 }),
    productType: fc.constantFrom('high-rise', 'low-rise', 'villa', 'shop'),
  }),
  { maxLength: 14 },
);

it('keeps every building inside the picture and apart from its neighbour', () => {
  fc.assert(
    fc.property(anyBuildings, (buildings) => {
      const boxes = placeBuildings(buildings, 343, 152);
      for (const [at, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(343);
        expect(box.height).toBeLessThanOrEqual(152);
        const next = boxes[at + 1];
        if (next) expect(box.x + box.width).toBeLessThan(next.x);
      }
    }),
  );
});

it('draws a taller building taller', () => {
  const [low, high] = placeBuildings(
    [
      { name: '1', floors: 11, unitsPerFloor: 2, productType: 'high-rise' },
      { name: '2', floors: 33, unitsPerFloor: 2, productType: 'high-rise' },
    ],
    343,
    152,
  );
  expect(high?.height).toBeGreaterThan(low?.height as number);
});

it('draws the land alone where nothing is built yet', () => {
  expect(elevationSvg([], 343, 152)).not.toContain('NaN');
});
