import type { LayoutView, ProjectSummary } from '@guihu/shared';

export interface RangeOption {
  label: string;
  min?: number;
  max?: number;
}

const FEN_PER_WAN = 1_000_000;

/** Square metres, as people here group homes by size. */
const AREAS: readonly RangeOption[] = [
  { label: '70㎡ 以下', max: 70 },
  { label: '70–90㎡', min: 70, max: 90 },
  { label: '90–120㎡', min: 90, max: 120 },
  { label: '120–144㎡', min: 120, max: 144 },
  { label: '144–180㎡', min: 144, max: 180 },
  { label: '180㎡ 以上', min: 180 },
];

/** Fen. */
export const BUDGETS: readonly RangeOption[] = [
  { label: '200 万以内', max: 200 * FEN_PER_WAN },
  { label: '200–300 万', min: 200 * FEN_PER_WAN, max: 300 * FEN_PER_WAN },
  { label: '300–400 万', min: 300 * FEN_PER_WAN, max: 400 * FEN_PER_WAN },
  { label: '400–600 万', min: 400 * FEN_PER_WAN, max: 600 * FEN_PER_WAN },
  { label: '600 万以上', min: 600 * FEN_PER_WAN },
];

/** The sizes worth asking about here: those that the project has homes in. All of them while it has not said. */
export function areaOptions({ areaMin, areaMax }: Pick<ProjectSummary, 'areaMin' | 'areaMax'>): readonly RangeOption[] {
  if (areaMax <= 0) return AREAS;
  return AREAS.filter(({ min = 0, max = Number.POSITIVE_INFINITY }) => min <= areaMax && areaMin < max);
}

/** Which of the offered ranges a size lies in. */
export const areaOptionOf = (areaSqm: number): RangeOption | undefined =>
  AREAS.find(({ min = 0, max = Number.POSITIVE_INFINITY }) => min <= areaSqm && areaSqm < max);

/** What somebody who comes from a layout is asking about; a start that they can change. */
export function intentFrom(layout?: Pick<LayoutView, 'code' | 'title' | 'areaSqm' | 'productType'>) {
  if (!layout) return {};
  const area = areaOptionOf(layout.areaSqm);
  return {
    productType: layout.productType,
    areaMin: area?.min,
    areaMax: area?.max,
    note: `想了解 ${layout.code} 户型（${layout.title}，${layout.areaSqm}㎡）`,
  };
}
