import { coded } from '../../../platform/http/coded-error';

/** One box of an ISO media file (ISO/IEC 14496-12): its length, its type, and whatever it holds. */
export interface Box {
  type: string;
  start: number;
  /** Where its content begins. */
  content: number;
  end: number;
}

export interface MovieFacts {
  durationMs: number;
  /** As shown, pixels. */
  width: number;
  height: number;
}

/** Every header fits into so many bytes. */
export const HEADER_BYTES = 16;

/** What players need. Whatever else lies at the top (`uuid`, `meta`, makers' own boxes) is about the phone and its owner. */
const NEEDED = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'sidx', 'mfra', 'wide']);
/** Boxes that hold boxes on the way to where notes about the owner may lie. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf', 'edts']);
/** Notes: place, phone, names, XMP; and unused room, in which some phones keep the same. */
const NOTES = /^(udta|meta|uuid|free|skip|©...)$/;

/** No film is built deeper, and what follows goes down box by box. */
const DEEPEST = 8;

/** What is no whole film. */
export const broken = () => coded('upload.unreadable', '视频已损坏或不完整，请重新选择');

/**
 * The box whose header stands in `header`.
 * @param start where that is in the file @param end where what holds the box ends
 * @returns null when no box begins here @throws CodedError `upload.unreadable` when the box is cut off
 */
export function boxAt(header: Buffer, start: number, end: number): Box | null {
  if (header.length < 8) return null;
  const type = header.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e©]{4}$/.test(type)) return null;
  const short = header.readUInt32BE(0);
  if (short === 1 && header.length < HEADER_BYTES) return null;
  const size = short === 0 ? end - start : short === 1 ? Number(header.readBigUInt64BE(8)) : short;
  const content = start + (short === 1 ? HEADER_BYTES : 8);
  if (start + size < content) return null;
  if (start + size > end) throw broken();
  return { type, start, content, end: start + size };
}

/** Whether this box at the top of the file is kept, looked into, or blanked. */
export const fateOf = ({ type }: Box): 'keep' | 'look' | 'blank' =>
  type === 'moov' || type === 'moof' ? 'look' : NEEDED.has(type) ? 'keep' : 'blank';

/** The header and content of a box that says nothing: players pass over `free`, and nothing after it moves. */
export function blank(bytes: Buffer, { start, content, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, content, end);
}

/**
 * A `moov` or `moof` box without notes about place, phone and owner; tracks that hold such notes over time are out as well.
 * Every byte else stays where it was.
 */
export function withoutNotes(box: Buffer): Buffer {
  const bytes = Buffer.from(box);
  const clean = (from: number, to: number, depth: number): void => {
    if (depth > DEEPEST) throw broken();
    for (const inner of boxesIn(bytes, from, to)) {
      if (NOTES.test(inner.type) || (inner.type === 'trak' && handlerOf(bytes, inner) === 'meta')) blank(bytes, inner);
      else if (HOLDERS.has(inner.type)) clean(inner.content, inner.end, depth + 1);
    }
  };
  clean(0, bytes.length, 0);
  return bytes;
}

/**
 * How long and how large a movie is, by its `moov` box. The longest of what it claims counts.
 * @throws CodedError `upload.unreadable` without a length, `upload.type-unsupported` without a picture
 */
export function movieFacts(moov: Buffer): MovieFacts {
  const [outer] = boxesIn(moov, 0, moov.length);
  if (outer?.type !== 'moov') throw broken();
  const whole = timesIn(moov, childOf(moov, outer, 'mvhd'));
  const tracks = boxesIn(moov, outer.content, outer.end).filter(({ type }) => type === 'trak');
  const picture = tracks.find((track) => handlerOf(moov, track) === 'vide');
  if (!picture) throw coded('upload.type-unsupported', '这个文件里没有画面，请发送 MP4 视频');
  const fragments = childOf(moov, childOf(moov, outer, 'mvex'), 'mehd');
  const media = tracks.map((track) => timesIn(moov, childOf(moov, childOf(moov, track, 'mdia'), 'mdhd')).ms);
  const durationMs = Math.max(whole.ms, ...media, fragments ? fragmentsMs(moov, fragments, whole.perSecond) : 0);
  if (!Number.isFinite(durationMs) || durationMs <= 0) throw broken();
  return { durationMs: Math.round(durationMs), ...sizeOf(moov, childOf(moov, picture, 'tkhd')) };
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const box = boxAt(bytes.subarray(at, Math.min(at + HEADER_BYTES, to)), at, to);
    if (!box && isZero(bytes.subarray(at, to))) break; // QuickTime ends some lists so
    if (!box) throw broken();
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

const childOf = (bytes: Buffer, box: Box | undefined, type: string): Box | undefined =>
  box && boxesIn(bytes, box.content, box.end).find((child) => child.type === type);

function handlerOf(bytes: Buffer, track: Box): string | null {
  const handler = childOf(bytes, childOf(bytes, track, 'mdia'), 'hdlr');
  return handler ? bytes.toString('latin1', handler.content + 8, Math.min(handler.content + 12, handler.end)) : null;
}

/** Units a second and length of a `mvhd` or `mdhd`, whose times have 32 bits in version 0 and 64 in version 1. */
function timesIn(bytes: Buffer, box: Box | undefined): { perSecond: number; ms: number } {
  if (!box) return { perSecond: 0, ms: 0 };
  const { content, end } = box;
  const long = bytes[content] === 1;
  if (end - content < (long ? 32 : 20)) throw broken();
  const perSecond = bytes.readUInt32BE(content + (long ? 20 : 12));
  const units = long ? Number(bytes.readBigUInt64BE(content + 24)) : bytes.readUInt32BE(content + 16);
  // All ones: not known yet, as live recordings have it.
  const known = units !== (long ? Number(0xffffffffffffffffn) : 0xffffffff);
  return { perSecond, ms: perSecond > 0 && known ? (units * 1000) / perSecond : 0 };
}

function fragmentsMs(bytes: Buffer, { content, end }: Box, perSecond: number): number {
  const long = bytes[content] === 1;
  if (end - content < (long ? 12 : 8) || perSecond === 0) return 0;
  return ((long ? Number(bytes.readBigUInt64BE(content + 4)) : bytes.readUInt32BE(content + 4)) * 1000) / perSecond;
}

/** A `tkhd` ends with a matrix of nine numbers, width and height, of which half the bits are behind the point. */
function sizeOf(bytes: Buffer, box: Box | undefined): { width: number; height: number } {
  if (!box || box.end - box.content < 84) throw broken();
  const [width, height] = [bytes.readUInt16BE(box.end - 8), bytes.readUInt16BE(box.end - 4)];
  const isTurned = bytes.readInt32BE(box.end - 44) === 0;
  return isTurned ? { width: height, height: width } : { width, height };
}
