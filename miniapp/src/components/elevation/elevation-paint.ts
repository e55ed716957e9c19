import type { BuildingOutline } from '@guihu/shared';
import { GROUND, placeBuildings, type StandingBuilding, storeysOf } from './_lib/elevation-svg';

/** What of a canvas is needed here, so that it can be tested without one. */
export type ElevationCanvas = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
> & { bezierCurveTo: CanvasRenderingContext2D['bezierCurveTo'] };

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The project's picture on a canvas, for posters and share cards: WeChat's canvas draws no SVG. */
export function paintElevation(context: ElevationCanvas, buildings: readonly BuildingOutline[], { x, y, width, height }: Place): void {
  const ground = y + height - GROUND;
  context.fillStyle = '#e9f0ed';
  context.fillRect(x, y, width, height);
  context.fillStyle = '#f4e6c8';
  disc(context, x + width * 0.82, y + height * 0.24, height * 0.1);
  hills(context, x, width, ground);
  for (const [at, box] of placeBuildings(buildings, width, height).entries()) building(context, { ...box, x: x + box.x }, ground, at);
  context.fillStyle = '#d5e2dc';
  context.fillRect(x, ground, width, GROUND);
}

function hills(context: ElevationCanvas, x: number, w: number, ground: number): void {
  context.fillStyle = '#dbe7e2';
  context.beginPath();
  context.moveTo(x, ground);
  context.lineTo(x, ground - 30);
  context.bezierCurveTo(x + w * 0.16, ground - 58, x + w * 0.3, ground - 50, x + w * 0.45, ground - 26);
  context.bezierCurveTo(x + w * 0.6, ground - 2, x + w * 0.78, ground - 64, x + w, ground - 34);
  context.lineTo(x + w, ground);
  context.fill();
}

function building(context: ElevationCanvas, box: StandingBuilding, ground: number, at: number): void {
  const { x, width, height } = box;
  const top = ground - height;
  const { storey, bays, bay, small } = storeysOf(box);
  if (small) gable(context, x, top, width);
  else {
    context.fillStyle = '#7fa296';
    context.fillRect(x + width * 0.3, top - 6, width * 0.4, 6);
  }
  context.fillStyle = at % 2 === 0 ? '#ffffff' : '#fbfaf7';
  context.fillRect(x, top, width, height);
  for (let row = 0; row < box.building.floors - 1; row += 1)
    for (let column = 0; column < bays; column += 1) {
      const lit = at % 3 === 1 && row % 2 === 1 && column % 2 === 1;
      context.fillStyle = lit ? '#efd9a4' : (row + column) % 2 === 0 ? '#8fb3a8' : '#a9c6bd';
      context.fillRect(x + 3 + bay * (column + 0.2), top + storey * (0.6 + row + 0.24), bay * 0.6, storey * 0.52);
    }
  context.strokeStyle = '#7fa296';
  context.lineWidth = 1;
  context.strokeRect(x, top, width, height);
  context.fillStyle = '#1f6f5c';
  context.globalAlpha = 0.16;
  context.fillRect(x, ground - storey * 1.25, width, storey * 1.25);
  context.globalAlpha = 1;
  context.fillRect(x + width / 2 - 4, ground - Math.max(7, storey), 8, Math.max(7, storey));
  if (!small) context.fillRect(x - 2, top - 1.5, width + 4, 3);
}

function gable(context: ElevationCanvas, x: number, top: number, width: number): void {
  context.fillStyle = '#5c9182';
  context.beginPath();
  context.moveTo(x - 4, top);
  context.lineTo(x + width / 2, top - Math.min(16, width * 0.28));
  context.lineTo(x + width + 4, top);
  context.fill();
}

function disc(context: ElevationCanvas, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}
