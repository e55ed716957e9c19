import { type LayoutRoom, type LayoutView, labelOf, PRODUCT_TYPES, type ProjectSummary } from '@guihu/shared';

const metres = (mm: number): string => (mm / 1000).toFixed(2).replace(/0$/, '');

/** `4.2 × 3.6 米`, as rooms are measured. */
export const roomSize = ({ width, height }: Pick<LayoutRoom, 'width' | 'height'>): string => `${metres(width)} × ${metres(height)} 米`;

/** `15.1㎡` of floor. */
export const roomFloor = ({ width, height }: Pick<LayoutRoom, 'width' | 'height'>): string =>
  `${((width * height) / 1_000_000).toFixed(1)}㎡`;

/** How many can still be chosen; the last few are said as such. */
export function unitsLeftWords(left: number): string {
  if (left <= 0) return '已售罄';
  return left <= 3 ? `仅剩 ${left} 套` : `剩 ${left} 套`;
}

/** `建面 89㎡ · 高层住宅` */
export const layoutLine = ({ areaSqm, productType }: Pick<LayoutView, 'areaSqm' | 'productType'>): string =>
  `建面 ${areaSqm}㎡ · ${labelOf(PRODUCT_TYPES, productType)}`;

/** `高层住宅、洋房 · 建面 89–168㎡` */
export function projectLine({ productTypes, areaMin, areaMax }: Pick<ProjectSummary, 'productTypes' | 'areaMin' | 'areaMax'>): string {
  const types = productTypes.map((word) => labelOf(PRODUCT_TYPES, word)).join('、');
  return `${types} · 建面 ${areaMin === areaMax ? areaMin : `${areaMin}–${areaMax}`}㎡`;
}
