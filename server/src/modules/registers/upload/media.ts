import type { Readable } from 'node:stream';

/** A photo or video made ready to be kept: nothing in it says where and by whom it was taken. */
export interface Media {
  mime: string;
  extension: string;
  bytes: number;
  /** Opened when it is kept. */
  body: () => Buffer | Readable;
  thumb: Buffer | null;
  width: number;
  height: number;
  durationMs: number | null;
}
