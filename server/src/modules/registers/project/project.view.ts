import type { BuildingOutline, LayoutView, ProjectDetail, ProjectSummary } from '@guihu/shared';
import type { Building, Layout, Project } from './project.entity';

/** What of a layout can still be bought. */
export interface Offer {
  /** Fen, of the cheapest available unit. */
  priceFrom: number;
  unitsLeft: number;
}

/** A project with everything that hangs under it. */
export interface ProjectParts {
  project: Project;
  buildings: readonly Building[];
  layouts: readonly Layout[];
  /** By layout id; a layout that is sold out has none. */
  offers: ReadonlyMap<string, Offer>;
}

/** How a project stands in the list. Prices stay inside where the project does not show them (G11). */
export function summaryOf({ project, buildings, layouts, offers }: ProjectParts): ProjectSummary {
  const areas = layouts.map(areaOf);
  const prices = layouts.flatMap((l) => offers.get(l.id)?.priceFrom ?? []);
  return {
    id: project.id,
    name: project.name,
    city: project.city,
    district: project.district,
    address: project.address,
    slogan: project.slogan,
    tags: project.tags,
    priceFrom: project.showsPrices && prices.length > 0 ? Math.min(...prices) : null,
    areaMin: areas.length > 0 ? Math.min(...areas) : 0,
    areaMax: areas.length > 0 ? Math.max(...areas) : 0,
    productTypes: [...new Set(buildings.map((b) => b.productType))],
    buildings: buildings.map(outlineOf),
  };
}

export function detailOf(parts: ProjectParts): ProjectDetail {
  const { project, layouts, offers } = parts;
  return {
    ...summaryOf(parts),
    description: project.description,
    facts: project.facts,
    openingHours: project.openingHours,
    phone: project.phone,
    layouts: layouts.map((layout) => layoutView(layout, offers.get(layout.id), project.showsPrices)),
  };
}

function layoutView(layout: Layout, offer: Offer | undefined, showsPrices: boolean): LayoutView {
  return {
    id: layout.id,
    code: layout.code,
    title: layout.title,
    areaSqm: areaOf(layout),
    productType: layout.productType,
    rooms: layout.rooms,
    priceFrom: showsPrices ? (offer?.priceFrom ?? null) : null,
    unitsLeft: offer?.unitsLeft ?? 0,
  };
}

const areaOf = (layout: Layout): number => layout.areaTenths / 10;

const outlineOf = ({ name, floors, unitsPerFloor, productType }: Building): BuildingOutline => ({
  name,
  floors,
  unitsPerFloor,
  productType,
});
