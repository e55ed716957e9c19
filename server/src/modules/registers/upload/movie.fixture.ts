/** One box of an ISO media file. */
export function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

/** The same with its length in 64 bits. */
export function longBox(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1);
  header.write(type, 4, 'latin1');
  header.writeBigUInt64BE(BigInt(content.length + 16), 8);
  return Buffer.concat([header, content]);
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
};
const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
};

/** `mvhd` or `mdhd`: version, scale and length. */
export const times = (type: string, seconds: number, { scale = 600, long = false } = {}): Buffer =>
  long
    ? box(type, u32(0x01000000), u64(0n), u64(0n), u32(scale), u64(BigInt(Math.round(seconds * scale))), Buffer.alloc(8))
    : box(type, u32(0), u32(0), u32(0), u32(scale), u32(Math.round(seconds * scale)), Buffer.alloc(8));

const handler = (type: string): Buffer => box('hdlr', u32(0), u32(0), type, Buffer.alloc(12), 'Handler\0');

interface TrackOptions {
  handler?: string;
  seconds?: number;
  width?: number;
  height?: number;
  turned?: boolean;
  extra?: Buffer[];
}

export function track({ handler: type = 'vide', seconds = 5, width = 1280, height = 720, turned = false, extra = [] }: TrackOptions = {}) {
  const one = 0x00010000;
  const matrix = turned ? [0, one, 0, -one, 0, 0, 0, 0, 0x40000000] : [one, 0, 0, 0, one, 0, 0, 0, 0x40000000];
  const tkhd = box('tkhd', Buffer.alloc(40), ...matrix.map(u32), u32(width * one), u32(height * one));
  return box('trak', tkhd, box('mdia', times('mdhd', seconds, { scale: 30_000 }), handler(type), box('minf', box('stbl'))), ...extra);
}

/** Where the film was made, as phones write it. */
export const PLACE = '+31.2304+121.4737/';
export const phoneNotes = (): Buffer => box('udta', box('\u00a9xyz', Buffer.from([0, PLACE.length, 0x15, 0xc7]), PLACE), Buffer.alloc(4));
export const appleNotes = (): Buffer => box('meta', handler('mdta'), box('ilst', `com.apple.quicktime.location.ISO6709 ${PLACE}`));

export interface MovieOptions {
  brand?: string;
  seconds?: number;
  bytes?: number;
  moov?: Buffer[];
  tracks?: Buffer[];
  /** Boxes before and after the pictures. */
  before?: Buffer[];
  after?: Buffer[];
}

/** A film that says of itself where it was made, unless told otherwise; its pictures are noise. */
export function aMovie({ brand = 'isom', seconds = 5, bytes = 2_000, moov, tracks, before = [], after = [] }: MovieOptions = {}): Buffer {
  const pictures = Buffer.alloc(bytes, 'pictures ');
  return Buffer.concat([
    box('ftyp', brand, u32(0x200), 'isom'),
    ...before,
    box('moov', times('mvhd', seconds), ...(tracks ?? [track({ seconds })]), ...(moov ?? [phoneNotes(), appleNotes()])),
    box('mdat', pictures),
    ...after,
  ]);
}
