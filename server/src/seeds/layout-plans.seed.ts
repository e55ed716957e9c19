import type { LayoutRoom, ProductType } from '@guihu/shared';
import type { ProjectCode } from './world';

export interface LayoutPlan {
  project: ProjectCode;
  code: string;
  title: string;
  areaSqm: number;
  productType: ProductType;
  rooms: readonly LayoutRoom[];
}

type Drawn = readonly [name: string, kind: LayoutRoom['kind'], x: number, y: number, width: number, height: number];

const plan = (
  project: ProjectCode,
  code: string,
  title: string,
  areaSqm: number,
  productType: ProductType,
  drawn: Drawn[],
): LayoutPlan => ({
  project,
  code,
  title,
  areaSqm,
  productType,
  rooms: drawn.map(([name, kind, x, y, width, height]) => ({ name, kind, x, y, width, height })),
});

/**
 * Floor plans in millimetres, north at the top: bedrooms and living room look south over a balcony, kitchen and baths north.
 * Rooms fill the inner area; a home's stated area also has walls and its share of stairs and lifts.
 */
export const LAYOUT_PLANS: readonly LayoutPlan[] = [
  plan('YX', 'A', '三室两厅一卫', 89, 'high-rise', [
    ['次卧二', 'bedroom', 0, 0, 2700, 3000],
    ['卫生间', 'bath', 2700, 0, 1800, 3000],
    ['厨房', 'kitchen', 4500, 0, 2100, 3000],
    ['餐厅', 'living', 6600, 0, 3300, 3000],
    ['过道', 'hall', 0, 3000, 6600, 1200],
    ['主卧', 'bedroom', 0, 4200, 3600, 3000],
    ['次卧一', 'bedroom', 3600, 4200, 3000, 3000],
    ['客厅', 'living', 6600, 3000, 3300, 4200],
    ['阳台', 'balcony', 6600, 7200, 3300, 1500],
  ]),
  plan('YX', 'B', '三室两厅两卫', 105, 'high-rise', [
    ['次卧二', 'bedroom', 0, 0, 3600, 2700],
    ['公卫', 'bath', 3600, 0, 1500, 2700],
    ['厨房', 'kitchen', 5100, 0, 2100, 2700],
    ['餐厅', 'living', 7200, 0, 3900, 3000],
    ['主卫', 'bath', 0, 2700, 2400, 1500],
    ['过道', 'hall', 2400, 2700, 4800, 1500],
    ['主卧', 'bedroom', 0, 4200, 3600, 3300],
    ['次卧一', 'bedroom', 3600, 4200, 3600, 3300],
    ['客厅', 'living', 7200, 3000, 3900, 4500],
    ['阳台', 'balcony', 7200, 7500, 3900, 1500],
  ]),
  plan('YX', 'C', '三室两厅两卫', 118.6, 'high-rise', [
    ['次卧二', 'bedroom', 0, 0, 3300, 2700],
    ['公卫', 'bath', 3300, 0, 1800, 2700],
    ['厨房', 'kitchen', 5100, 0, 3000, 2700],
    ['餐厅', 'living', 8100, 0, 4200, 3000],
    ['主卫', 'bath', 0, 2700, 2400, 1500],
    ['过道', 'hall', 2400, 2700, 5700, 1500],
    ['主卧', 'bedroom', 0, 4200, 4500, 3300],
    ['次卧一', 'bedroom', 4500, 4200, 3600, 3300],
    ['客厅', 'living', 8100, 3000, 4200, 4500],
    ['阳台', 'balcony', 8100, 7500, 4200, 1800],
  ]),
  plan('YX', 'D', '四室两厅两卫', 143, 'high-rise', [
    ['次卧三', 'bedroom', 0, 0, 3300, 3000],
    ['公卫', 'bath', 3300, 0, 2400, 3000],
    ['厨房', 'kitchen', 5700, 0, 3300, 3000],
    ['餐厅', 'living', 9000, 0, 4800, 3300],
    ['主卫', 'bath', 0, 3000, 2400, 1500],
    ['过道', 'hall', 2400, 3000, 6600, 1500],
    ['主卧', 'bedroom', 0, 4500, 3600, 3600],
    ['次卧一', 'bedroom', 3600, 4500, 2700, 3600],
    ['次卧二', 'bedroom', 6300, 4500, 2700, 3600],
    ['客厅', 'living', 9000, 3300, 4800, 4800],
    ['阳台', 'balcony', 9000, 8100, 4800, 1800],
  ]),
  plan('YX', 'E', '三室两厅两卫', 128, 'low-rise', [
    ['书房', 'study', 0, 0, 3900, 2400],
    ['主卫', 'bath', 0, 2400, 2400, 1500],
    ['过道', 'hall', 2400, 2400, 1500, 1500],
    ['主卧', 'bedroom', 0, 3900, 3900, 3900],
    ['餐厅', 'living', 3900, 0, 4800, 3300],
    ['客厅', 'living', 3900, 3300, 4800, 4500],
    ['厨房', 'kitchen', 8700, 0, 3900, 2100],
    ['走廊', 'hall', 8700, 2100, 1800, 2100],
    ['公卫', 'bath', 10500, 2100, 2100, 2100],
    ['次卧', 'bedroom', 8700, 4200, 3900, 3600],
    ['阳台', 'balcony', 3900, 7800, 8700, 1500],
  ]),
  plan('YX', 'F', '四室两厅三卫', 168, 'low-rise', [
    ['次卧二', 'bedroom', 0, 0, 4500, 3000],
    ['主卫', 'bath', 0, 3000, 1500, 2400],
    ['次卫', 'bath', 1500, 3000, 1200, 2400],
    ['过道', 'hall', 2700, 3000, 1800, 2400],
    ['主卧', 'bedroom', 0, 5400, 4500, 3600],
    ['餐厅', 'living', 4500, 0, 5400, 3900],
    ['客厅', 'living', 4500, 3900, 5400, 5100],
    ['厨房', 'kitchen', 9900, 0, 4500, 2100],
    ['走廊', 'hall', 9900, 2100, 1200, 3900],
    ['公卫', 'bath', 11100, 2100, 3300, 1500],
    ['书房', 'study', 11100, 3600, 3300, 2400],
    ['次卧一', 'bedroom', 9900, 6000, 4500, 3000],
    ['阳台', 'balcony', 4500, 9000, 9900, 1650],
  ]),
  plan('LT', 'G', '两室两厅一卫', 76, 'high-rise', [
    ['卫生间', 'bath', 0, 0, 2700, 2100],
    ['厨房', 'kitchen', 2700, 0, 3000, 2100],
    ['餐厅', 'living', 5700, 0, 3300, 3000],
    ['过道', 'hall', 0, 2100, 5700, 1200],
    ['主卧', 'bedroom', 0, 3300, 3000, 3300],
    ['次卧', 'bedroom', 3000, 3300, 2700, 3300],
    ['客厅', 'living', 5700, 3000, 3300, 3600],
    ['阳台', 'balcony', 5700, 6600, 3300, 1500],
  ]),
  plan('LT', 'H', '三室两厅一卫', 96, 'high-rise', [
    ['次卧二', 'bedroom', 0, 0, 3000, 3000],
    ['卫生间', 'bath', 3000, 0, 1800, 3000],
    ['厨房', 'kitchen', 4800, 0, 2100, 3000],
    ['餐厅', 'living', 6900, 0, 3600, 3000],
    ['过道', 'hall', 0, 3000, 6900, 1200],
    ['主卧', 'bedroom', 0, 4200, 3900, 3000],
    ['次卧一', 'bedroom', 3900, 4200, 3000, 3000],
    ['客厅', 'living', 6900, 3000, 3600, 4200],
    ['阳台', 'balcony', 6900, 7200, 3600, 1500],
  ]),
];
