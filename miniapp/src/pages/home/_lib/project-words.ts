import { labelOf, PRODUCT_TYPES, type ProjectSummary } from '@guihu/shared';

/** `89–142㎡`, or one size where all are alike. */
export function areaRange({ areaMin, areaMax }: Pick<ProjectSummary, 'areaMin' | 'areaMax'>): string {
  return areaMin === areaMax ? `${areaMin}㎡` : `${areaMin}–${areaMax}㎡`;
}

/** `杭州 · 滨江区` */
export const placeOf = ({ city, district }: Pick<ProjectSummary, 'city' | 'district'>): string =>
  city === district || !district ? city : `${city} · ${district}`;

/** `高层住宅、洋房` */
export const typesOf = ({ productTypes }: Pick<ProjectSummary, 'productTypes'>): string =>
  productTypes.map((word) => labelOf(PRODUCT_TYPES, word)).join('、');

/** The project somebody was sent for stands first; the others keep their order. */
export function firstOf(projects: readonly ProjectSummary[], projectId: string | null | undefined): ProjectSummary[] {
  return [...projects.filter(({ id }) => id === projectId), ...projects.filter(({ id }) => id !== projectId)];
}
