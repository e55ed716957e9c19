import type { BuildingOutline } from '@guihu/shared';

/** Units of the drawing: px at its natural size. */
export interface StandingBuilding {
  x: number;
  width: number;
  height: number;
  building: BuildingOutline;
}

export const GROUND = 18;
const SKY = 14;
const SMALL_TOWN = new Set(['villa', 'low-rise', 'shop']);

/** Where each building stands: centred, widths by their units, heights by their floors, the whole made to fit. */
export function placeBuildings(buildings: readonly BuildingOutline[], width: number, height: number): StandingBuilding[] {
  if (buildings.length === 0) return [];
  const wanted = buildings.map((building) => ({
    building,
    width: 26 + Math.min(building.unitsPerFloor, 8) * 9,
    height: 16 + building.floors * (SMALL_TOWN.has(building.productType) ? 9 : 4.2),
  }));
  const gap = 12;
  const wide = wanted.reduce((sum, box) => sum + box.width, 0) + gap * (wanted.length - 1);
  const tall = Math.max(...wanted.map((box) => box.height));
  const narrower = Math.min(1, (width - 32) / wide);
  const lower = Math.min(1.35, (height - GROUND - SKY) / tall);
  let x = (width - wide * narrower) / 2;
  return wanted.map((box) => {
    const placed = { x, width: box.width * narrower, height: box.height * lower, building: box.building };
    x += placed.width + gap * narrower;
    return placed;
  });
}

/** How its windows stand: the height of a storey, how many windows beside each other, and whether it has a gable. */
export function storeysOf({ width, height, building: { floors, unitsPerFloor, productType } }: StandingBuilding) {
  const bays = Math.max(2, Math.min(unitsPerFloor * 2, 10));
  return { storey: height / (floors + 1), bays, bay: (width - 6) / bays, small: SMALL_TOWN.has(productType) };
}

/** A calm drawn elevation of the project, the picture that stands for a photograph. */
export function elevationSvg(buildings: readonly BuildingOutline[], width: number, height: number): string {
  const ground = height - GROUND;
  const boxes = placeBuildings(buildings, width, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice">`,
    `<rect width="${width}" height="${height}" fill="#e9f0ed"/>`,
    `<circle cx="${round(width * 0.82)}" cy="${round(height * 0.24)}" r="${round(height * 0.1)}" fill="#f4e6c8"/>`,
    hills(width, ground),
    ...boxes.map((box, at) => building(box, ground, at)),
    `<rect y="${ground}" width="${width}" height="${GROUND}" fill="#d5e2dc"/>`,
    `<path d="M0 ${ground}H${width}" stroke="#9db8ae" stroke-width="1"/>`,
    trees(boxes, width, ground),
    '</svg>',
  ].join('');
}

const round = (n: number) => Math.round(n * 10) / 10;

function hills(width: number, ground: number): string {
  const w = width;
  return `<path d="M0 ${ground}V${ground - 30}C${round(w * 0.16)} ${ground - 58} ${round(w * 0.3)} ${ground - 50} ${round(w * 0.45)} ${ground - 26}S${round(w * 0.78)} ${ground - 64} ${w} ${ground - 34}V${ground}z" fill="#dbe7e2"/>`;
}

function building(box: StandingBuilding, ground: number, at: number): string {
  const { x, width, height } = box;
  const { floors, productType } = box.building;
  const top = ground - height;
  const id = `w${at}`;
  const face = at % 2 === 0 ? '#ffffff' : '#fbfaf7';
  const { storey, bay } = storeysOf(box);
  return [
    `<defs><pattern id="${id}" x="${round(x + 3)}" y="${round(top + storey * 0.6)}" width="${round(bay * 2)}" height="${round(storey * 2)}" patternUnits="userSpaceOnUse">`,
    windowAt(0, 0, bay, storey, '#8fb3a8'),
    windowAt(bay, 0, bay, storey, '#a9c6bd'),
    windowAt(0, storey, bay, storey, '#a9c6bd'),
    windowAt(bay, storey, bay, storey, at % 3 === 1 ? '#efd9a4' : '#8fb3a8'),
    '</pattern></defs>',
    roof(x, top, width, productType),
    `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${face}" stroke="#7fa296" stroke-width="1"/>`,
    `<rect x="${round(x + 3)}" y="${round(top + storey * 0.6)}" width="${round(width - 6)}" height="${round(storey * (floors - 1))}" fill="url(#${id})"/>`,
    `<rect x="${round(x)}" y="${round(ground - storey * 1.25)}" width="${round(width)}" height="${round(storey * 1.25)}" fill="#1f6f5c" fill-opacity=".16"/>`,
    `<rect x="${round(x + width / 2 - 4)}" y="${round(ground - Math.max(7, storey))}" width="8" height="${round(Math.max(7, storey))}" fill="#1f6f5c"/>`,
  ].join('');
}

function windowAt(x: number, y: number, bay: number, storey: number, colour: string): string {
  return `<rect x="${round(x + bay * 0.2)}" y="${round(y + storey * 0.24)}" width="${round(bay * 0.6)}" height="${round(storey * 0.52)}" rx=".6" fill="${colour}"/>`;
}

function roof(x: number, top: number, width: number, productType: string): string {
  if (SMALL_TOWN.has(productType))
    return `<path d="M${round(x - 4)} ${round(top)}L${round(x + width / 2)} ${round(top - Math.min(16, width * 0.28))}L${round(x + width + 4)} ${round(top)}z" fill="#5c9182"/>`;
  return `<rect x="${round(x + width * 0.3)}" y="${round(top - 6)}" width="${round(width * 0.4)}" height="6" fill="#7fa296"/><rect x="${round(x - 2)}" y="${round(top - 1.5)}" width="${round(width + 4)}" height="3" fill="#1f6f5c"/>`;
}

/** Trees stand between buildings and at both ends, never before a door. */
function trees(boxes: readonly StandingBuilding[], width: number, ground: number): string {
  const first = boxes[0];
  const last = boxes.at(-1);
  const gaps = boxes.slice(1).map((box) => box.x - 5);
  const ends = first && last ? [first.x - 14, first.x - 28, last.x + last.width + 13, last.x + last.width + 29] : [];
  return [...ends, ...gaps]
    .filter((x) => x > 4 && x < width - 4)
    .map((x, at) => {
      const r = at % 2 === 0 ? 7 : 5.5;
      return `<path d="M${round(x)} ${ground + 2}v-9" stroke="#3c6b5d" stroke-width="1.4"/><circle cx="${round(x)}" cy="${round(ground - 8 - r * 0.6)}" r="${r}" fill="#4f8f7d"/>`;
    })
    .join('');
}
