import { checkWords } from './field';

/** Sizes that are ever needed here, all of correction level M: data words of each block, and check words for each block. */
const SIZES: readonly { blocks: readonly number[]; check: number }[] = [
  { blocks: [16], check: 10 },
  { blocks: [28], check: 16 },
  { blocks: [44], check: 26 },
  { blocks: [32, 32], check: 18 },
  { blocks: [43, 43], check: 24 },
  { blocks: [27, 27, 27, 27], check: 16 },
];
const BYTES_MODE = 0b0100;
/** Mode and length stand before the text. */
const HEAD_BITS = 12;
const PADDING = [0xec, 0x11] as const;

const sum = (numbers: readonly number[]): number => numbers.reduce((whole, part) => whole + part, 0);

export interface Encoded {
  /** 1 to 6. */
  version: number;
  /** Data and check words in the order in which they are drawn. */
  words: number[];
}

/**
 * What is drawn for a text, in the smallest size that holds it.
 * @throws RangeError for more than 106 bytes
 */
export function encode(text: string): Encoded {
  const bytes = bytesOf(text);
  const version = SIZES.findIndex(({ blocks }) => bytes.length * 8 + HEAD_BITS <= sum(blocks) * 8) + 1;
  const size = SIZES[version - 1];
  if (!size) throw new RangeError(`${bytes.length} bytes are too many for a code`);
  const data = padded([(BYTES_MODE << 4) | (bytes.length >> 4), ...shifted(bytes)], sum(size.blocks));
  const blocks: number[][] = [];
  for (const length of size.blocks) blocks.push(data.splice(0, length));
  const checks = blocks.map((block) => checkWords(block, size.check));
  return { version, words: [...interleaved(blocks), ...interleaved(checks)] };
}

/** The head ends in the middle of a word, so that every byte lies across two of them; the last half word is the end mark. */
function shifted(bytes: readonly number[]): number[] {
  const halves = [bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  return Array.from({ length: halves.length / 2 }, (_, at) => ((halves[at * 2] as number) << 4) | (halves[at * 2 + 1] as number));
}

const padded = (words: number[], length: number): number[] => [
  ...words,
  ...Array.from({ length: length - words.length }, (_, at) => PADDING[at % 2] as number),
];

const interleaved = (blocks: readonly number[][]): number[] =>
  Array.from({ length: Math.max(...blocks.map((block) => block.length)) }, (_, at) => blocks.map((block) => block[at] as number)).flat();

/** UTF-8; the mini-program has no TextEncoder. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text);
  return [...escaped.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain]) =>
    hex ? Number.parseInt(hex, 16) : (plain as string).charCodeAt(0),
  );
}
