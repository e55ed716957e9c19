import type { UploadKind } from '@guihu/shared';

/** What a file is by its content; its name and its headers say whatever the sender likes. */
export interface FileKind {
  kind: UploadKind;
  mime: string;
  extension: string;
  /** Bytes that the sender may send of it. */
  limit: number;
}

const MEGABYTE = 1024 * 1024;
const PHOTO_LIMIT = 10 * MEGABYTE;
const VIDEO_LIMIT = 30 * MEGABYTE;

/** More than this of a file is taken by nobody. */
export const LARGEST_FILE = VIDEO_LIMIT;

/** The first bytes that tell what a file is. */
export const HEAD_BYTES = 32;

const photo = (mime: string, extension: string): FileKind => ({ kind: 'image', mime, extension, limit: PHOTO_LIMIT });
const video = (mime: string, extension: string): FileKind => ({ kind: 'video', mime, extension, limit: VIDEO_LIMIT });

const MP4 = video('video/mp4', 'mp4');
const BRANDS: readonly [RegExp, FileKind][] = [
  [/^(isom|iso\d|mp4\d|avc1|M4V.|MSNV|mmp4|dash|f4v )$/, MP4],
  [/^qt {2}$/, video('video/quicktime', 'mov')],
  [/^3g[eghprs2].$/, video('video/3gpp', '3gp')],
];
const HEIC = /^(hei[cmsx]|hev[cmsx]|mif[12]|msf1)$/;

/** @returns null for what we do not take; `whyRefused` says why */
export function kindOf(head: Buffer): FileKind | null {
  if (head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return photo('image/jpeg', 'jpg');
  if (head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return photo('image/png', 'png');
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return photo('image/webp', 'webp');
  const brand = brandOf(head);
  return (brand !== null && BRANDS.find(([pattern]) => pattern.test(brand))?.[1]) || null;
}

/** What to do instead, for those whose phone or habit chose another format. */
export function whyRefused(head: Buffer): string | undefined {
  const brand = brandOf(head);
  if (brand !== null && HEIC.test(brand)) return '暂不支持 HEIC 照片，请在手机设置里选择“兼容性最佳”，或发送 JPG 照片';
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return '暂不支持 GIF 动图，请发送 JPG、PNG 照片或 MP4 视频';
  return undefined;
}

/** The major brand of an ISO media file. */
const brandOf = (head: Buffer): string | null => (ascii(head, 4, 8) === 'ftyp' ? ascii(head, 8, 12) : null);

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);
