import { layoutLine, projectLine, roomFloor, roomSize, unitsLeftWords } from './layout-words';

it('measures rooms in metres, without idle zeros', () => {
  expect(roomSize({ width: 4200, height: 3650 })).toBe('4.2 × 3.65 米');
  expect(roomSize({ width: 4000, height: 3000 })).toBe('4.0 × 3.0 米');
  expect(roomFloor({ width: 4200, height: 3600 })).toBe('15.1㎡');
});

it('says what is left, and that nothing is', () => {
  expect([22, 3, 0].map(unitsLeftWords)).toEqual(['剩 22 套', '仅剩 3 套', '已售罄']);
});

it('sums a layout and a project up in a line', () => {
  expect(layoutLine({ areaSqm: 118.6, productType: 'high-rise' })).toBe('建面 118.6㎡ · 高层住宅');
  expect(projectLine({ productTypes: ['high-rise', 'low-rise'], areaMin: 89, areaMax: 168 })).toBe('高层住宅、洋房 · 建面 89–168㎡');
  expect(projectLine({ productTypes: ['villa'], areaMin: 260, areaMax: 260 })).toBe('别墅 · 建面 260㎡');
});
