import type { Readable } from 'node:stream';

/** Bytes of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface StoredFile {
  body: Readable;
  /** Bytes of what `body` gives: the range where one was asked for, else the whole file. */
  size: number;
}

/** Nothing is kept under this key. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(key: string) {
    super(`nothing is kept under ${key}`);
  }
}

/** The place itself cannot be reached or refuses us; the same call may succeed later. The text holds no secret. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

/**
 * Where files lie. Keys are made by us, such as `uploads/2026-11-23/<id>.jpg`; any other shape is a fault of ours and throws.
 * Everything else that goes wrong is a FileMissing or a StorageUnavailable.
 */
export abstract class StoragePort {
  /** Keeps the whole file or nothing; a file of the same key is replaced. @param file.bytes how long `body` is */
  abstract put(key: string, body: Readable | Buffer, file: { mime: string; bytes: number }): Promise<void>;

  /** @param range must lie inside the file. @throws FileMissing */
  abstract open(key: string, range?: ByteRange): Promise<StoredFile>;

  /** No error where nothing is kept. */
  abstract remove(key: string): Promise<void>;

  /** Our keys that begin with the folder `prefix/`; what others put there is passed over. @param olderThan machine time, epoch ms: only what was last written before it */
  abstract list(prefix: string, olderThan?: number): AsyncIterable<string>;
}

const NAME = /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*$/;
const LONGEST = 200;

/** Small letters, digits, dashes and single dots between slashes: `..` is no name. */
export const isKey = (key: string): boolean => key.length <= LONGEST && key.split('/').every((name) => NAME.test(name));

/** @throws Error for what is no key */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new Error(`no key of a file: ${JSON.stringify(key).slice(0, 80)}`);
  return key;
}
