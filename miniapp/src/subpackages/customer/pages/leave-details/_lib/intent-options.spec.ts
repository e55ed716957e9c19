import fc from 'fast-check';
import { areaOptionOf, areaOptions, intentFrom } from './intent-options';

const labels = (areaMin: number, areaMax: number) => areaOptions({ areaMin, areaMax }).map((option) => option.label);

it('asks only about sizes that the project has', () => {
  expect(labels(89, 168)).toEqual(['70–90㎡', '90–120㎡', '120–144㎡', '144–180㎡']);
  expect(labels(76, 96)).toEqual(['70–90㎡', '90–120㎡']);
  expect(labels(260, 260)).toEqual(['180㎡ 以上']);
});

it('asks about every size while the project has not said', () => {
  expect(labels(0, 0)).toHaveLength(6);
});

it('puts every size into exactly one range, which a project of that size offers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (tenths) => {
      const area = tenths / 10;
      expect(areaOptions({ areaMin: area, areaMax: area }).map((o) => o.label)).toEqual([areaOptionOf(area)?.label]);
    }),
  );
});

it('starts from the layout that was looked at, and from nothing without one', () => {
  expect(intentFrom(undefined)).toEqual({});
  expect(intentFrom({ code: 'E', title: '三室两厅两卫', areaSqm: 128, productType: 'low-rise' })).toEqual({
    productType: 'low-rise',
    areaMin: 120,
    areaMax: 144,
    note: '想了解 E 户型（三室两厅两卫，128㎡）',
  });
});
