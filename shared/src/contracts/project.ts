/** One room of a layout, drawn to scale: millimetres from the plan's top-left corner. */
export interface LayoutRoom {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  kind: 'living' | 'bedroom' | 'kitchen' | 'bath' | 'balcony' | 'hall' | 'study';
}

export interface LayoutView {
  id: string;
  /** `A1`, `B2` … */
  code: string;
  /** 三室两厅两卫 */
  title: string;
  areaSqm: number;
  productType: string;
  rooms: LayoutRoom[];
  /** Lowest price on offer in fen; null where the project does not show prices. */
  priceFrom: number | null;
  unitsLeft: number;
}

export interface ProjectSummary {
  id: string;
  name: string;
  city: string;
  district: string;
  address: string;
  slogan: string;
  tags: string[];
  /** Fen; null where prices are not shown. */
  priceFrom: number | null;
  areaMin: number;
  areaMax: number;
  productTypes: string[];
  /** Drives the drawn elevation that stands for a photograph. */
  buildings: BuildingOutline[];
}

export interface BuildingOutline {
  name: string;
  floors: number;
  unitsPerFloor: number;
  productType: string;
}

export interface ProjectDetail extends ProjectSummary {
  description: string;
  facts: { label: string; value: string }[];
  openingHours: string;
  phone: string;
  layouts: LayoutView[];
}

export interface ChannelView {
  code: string;
  name: string;
  root: string;
  rootName: string;
}
