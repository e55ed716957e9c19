import { encode } from './words';

/** Rows of modules; true is dark. */
export type Matrix = boolean[][];

type Cell = boolean | null;
type Mask = (row: number, column: number) => boolean;

const MASKS: readonly Mask[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
/** Level M with each mask, with its own check bits, as the standard has them. */
const FORMATS = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];
const FINDER = 7;

/** The code of a text (ISO/IEC 18004, level M), drawn with the mask that a camera reads most easily. */
export function matrixOf(text: string): Matrix {
  const { version, words } = encode(text);
  const size = 17 + 4 * version;
  const fixed = framework(version, size);
  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, at) => ((word >> (7 - at)) & 1) === 1));
  const drawn = MASKS.map((mask, number) => filled(fixed, bits, mask, FORMATS[number] as number));
  return drawn.reduce((best, other) => (penalty(other) < penalty(best) ? other : best));
}

/** What is the same in every code of a size: finders, timing, alignment, and the places kept for the format. */
function framework(version: number, size: number): Cell[][] {
  const cells: Cell[][] = Array.from({ length: size }, () => Array.from({ length: size }, (): Cell => null));
  const put = (row: number, column: number, dark: boolean) => {
    if (row >= 0 && column >= 0 && row < size && column < size) (cells[row] as Cell[])[column] = dark;
  };
  for (let at = 8; at < size - 8; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  for (const [top, left] of [
    [0, 0],
    [0, size - FINDER],
    [size - FINDER, 0],
  ] as const) {
    for (let r = -1; r <= FINDER; r += 1) {
      for (let c = -1; c <= FINDER; c += 1) {
        const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
        put(top + r, left + c, ring !== 2 && ring !== 4);
      }
    }
  }
  if (version > 1) {
    const middle = size - FINDER;
    for (let r = -2; r <= 2; r += 1) for (let c = -2; c <= 2; c += 1) put(middle + r, middle + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
  }
  for (const [row, column] of formatPlaces(size).flat()) put(row, column, false);
  put(size - 8, 8, true);
  return cells;
}

/** Where the fifteen format bits stand, twice each, the highest first. */
function formatPlaces(size: number): [row: number, column: number][][] {
  const around = [0, 1, 2, 3, 4, 5, 7, 8];
  const first: [number, number][] = [
    ...around.map((c): [number, number] => [8, c]),
    ...[...around]
      .reverse()
      .slice(1)
      .map((r): [number, number] => [r, 8]),
  ];
  return first.map((place, bit) => [place, bit < 7 ? [size - 1 - bit, 8] : [8, size - 15 + bit]]);
}

function filled(fixed: readonly Cell[][], bits: readonly boolean[], mask: Mask, format: number): Matrix {
  const size = fixed.length;
  const cells = fixed.map((row) => [...row]);
  let next = 0;
  for (const [row, column] of snake(size)) {
    if (cells[row]?.[column] !== null) continue;
    (cells[row] as Cell[])[column] = (bits[next] ?? false) !== mask(row, column);
    next += 1;
  }
  for (const [bit, places] of formatPlaces(size).entries()) {
    for (const [row, column] of places) (cells[row] as Cell[])[column] = ((format >> (14 - bit)) & 1) === 1;
  }
  return cells as Matrix;
}

/** Two columns at a time from the right, up and down in turn, past the timing column. */
function* snake(size: number): Generator<[row: number, column: number]> {
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
  }
}

/** How hard a code is to read: long runs, blocks, shapes that look like a finder, too much of one colour. */
function penalty(matrix: Matrix): number {
  const columns = matrix.map((_, at) => matrix.map((row) => row[at] as boolean));
  const lines = [...matrix, ...columns].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.reduce((sum, line) => sum + (line.match(/(?=00001011101|10111010000)/g)?.length ?? 0), 0);
  let blocks = 0;
  for (const [r, row] of matrix.slice(1).entries()) {
    for (const [c, dark] of row.slice(1).entries()) {
      if (dark === row[c] && dark === matrix[r]?.[c] && dark === matrix[r]?.[c + 1]) blocks += 1;
    }
  }
  const dark = matrix.flat().filter(Boolean).length / matrix.length ** 2;
  return runs + blocks * 3 + finders * 40 + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
