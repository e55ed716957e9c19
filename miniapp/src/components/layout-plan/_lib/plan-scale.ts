import type { LayoutRoom } from '@guihu/shared';
import { boundsOf } from './plan-geometry';

/** From millimetres of the home to px of the drawing. */
export interface Scale {
  /** px per millimetre. */
  k: number;
  x: (mm: number) => number;
  y: (mm: number) => number;
  width: number;
  height: number;
  /** Thickness of walls, px. */
  outer: number;
  inner: number;
  font: number;
}

const WALL_MM = { outer: 220, inner: 130 };
/** Beside the walls where no dimensions stand, px. */
const OPEN_SIDE = 4;
/** A flat wide plan may not become a stripe, a deep one not a tower. */
const TALLEST = 1.25;

/** Fits the plan with its dimension lines into `width` px. `font` is the size of its words in px, never under 12. */
export function scaleFor(rooms: readonly LayoutRoom[], width: number, font: number): Scale {
  const box = boundsOf(rooms);
  // The chains of dimensions stand outside the walls, and walls are thicker the larger the plan is drawn.
  const lines = font * 2.6;
  const walls = 2 * WALL_MM.outer;
  const spareFor = (mm: number, px: number) => (px - lines - OPEN_SIDE) / (mm + walls);
  const k = Math.min(spareFor(box.width, width), spareFor(box.height, width * TALLEST));
  const outer = Math.max(4, WALL_MM.outer * k);
  const margin = { left: lines + outer, top: lines + outer, right: OPEN_SIDE + outer, bottom: OPEN_SIDE + outer };
  const spare = (width - margin.left - margin.right - box.width * k) / 2;
  return {
    k,
    x: (mm) => round(margin.left + spare + (mm - box.x) * k),
    y: (mm) => round(margin.top + (mm - box.y) * k),
    width,
    height: Math.round(margin.top + box.height * k + margin.bottom),
    outer: round(outer),
    inner: round(Math.max(2.4, WALL_MM.inner * k)),
    font,
  };
}

export const round = (n: number): number => Math.round(n * 10) / 10;
