import fc from 'fast-check';
import { checkWords } from './field';
import { type Matrix, matrixOf } from './matrix';
import { encode } from './words';

/** Reads a code as a camera would, knowing nothing of how it was drawn: level M, one mode, no error to mend. */
function read(matrix: Matrix): string {
  const size = matrix.length;
  const at = (row: number, column: number) => (matrix[row]?.[column] ? 1 : 0);
  const mask = ((at(8, 2) << 2) | (at(8, 3) << 1) | at(8, 4)) ^ 0b101;
  const flips = [
    (i: number, j: number) => (i + j) % 2,
    (i: number) => i % 2,
    (_: number, j: number) => j % 3,
    (i: number, j: number) => (i + j) % 3,
    (i: number, j: number) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    (i: number, j: number) => ((i * j) % 2) + ((i * j) % 3),
    (i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2,
    (i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  const flip = flips[mask] as (i: number, j: number) => number;
  const reserved = (i: number, j: number) =>
    i === 6 ||
    j === 6 ||
    (i < 9 && j < 9) ||
    (i < 9 && j >= size - 8) ||
    (i >= size - 8 && j < 9) ||
    (size > 21 && Math.abs(i - (size - 7)) < 3 && Math.abs(j - (size - 7)) < 3);
  const bits: number[] = [];
  const columns = Array.from({ length: (size - 1) / 2 }, (_, n) => size - 1 - 2 * n).map((right) => (right <= 6 ? right - 1 : right));
  for (const [n, right] of columns.entries()) {
    for (let step = 0; step < size; step += 1) {
      const i = n % 2 === 0 ? size - 1 - step : step;
      for (const j of [right, right - 1]) if (!reserved(i, j)) bits.push(at(i, j) ^ (flip(i, j) === 0 ? 1 : 0));
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) => Number.parseInt(bits.slice(n * 8, n * 8 + 8).join(''), 2));
  const [blocks, length] = { 21: [1, 16], 25: [1, 28], 29: [1, 44], 33: [2, 32], 37: [2, 43], 41: [4, 27] }[size] as [number, number];
  const data = Array.from({ length: blocks }, (_, block) => Array.from({ length }, (_, n) => words[n * blocks + block] as number)).flat();
  const text = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  expect(text.slice(0, 4)).toBe('0100');
  const count = Number.parseInt(text.slice(4, 12), 2);
  const bytes = Array.from({ length: count }, (_, n) => Number.parseInt(text.slice(12 + n * 8, 20 + n * 8), 2));
  return Buffer.from(bytes).toString('utf8');
}

it('makes the check words of the worked example that every book on QR codes has', () => {
  const helloWorld = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
  expect(checkWords(helloWorld, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
});

it('draws nothing but what was written, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 26, unit: 'binary' }).filter((text) => Buffer.from(text).toString() === text),
      (text) => {
        expect(read(matrixOf(text))).toBe(text);
      },
    ),
    { numRuns: 30 },
  );
});

it('grows only as far as the text needs, and says when it cannot', () => {
  expect(matrixOf('7K2M9QXWTD').length).toBe(21);
  expect(matrixOf('x'.repeat(15)).length).toBe(25);
  expect(encode('x'.repeat(106)).version).toBe(6);
  expect(() => matrixOf('x'.repeat(107))).toThrow(RangeError);
});

it('has its three corners and its one dark module where a camera looks for them', () => {
  const matrix = matrixOf('7K2M9QXWTD');
  const corner = (top: number, left: number) =>
    matrix.slice(top, top + 7).map((row) =>
      row
        .slice(left, left + 7)
        .map(Number)
        .join(''),
    );
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  expect([corner(0, 0), corner(0, 14), corner(14, 0)]).toEqual([finder, finder, finder]);
  expect(matrix[13]?.[8]).toBe(true);
});
