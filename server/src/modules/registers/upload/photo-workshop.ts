import { Injectable } from '@nestjs/common';
import { CodedError, coded } from '../../../platform/http/coded-error';
import type { Media } from './media';
import { WaitingLine } from './waiting-line';

type Sharp = typeof import('sharp').default;

const MOST_PIXELS = 50_000_000;
/** A picture of more pixels is worked on alone: in some formats it is unpacked as a whole. */
const HEAVY_PIXELS = 25_000_000;
const AT_ONCE = 2;
const MOST_WAITING = 16;
const SLOWEST_SECONDS = 20;

const LONGEST_EDGE = 2560;
const THUMB_EDGE = 480;
/** Tables made for each picture would save a twentieth of the bytes and cost twice the memory. */
const FULL = { quality: 82, optimiseCoding: false };
const THUMB = { quality: 75, optimiseCoding: false };
/** Whatever follows from a stranger's bytes is only decoded by these. */
const DECODERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'];
const FORMATS: readonly string[] = ['jpeg', 'png', 'webp'];

/** Makes a photo ready: upright, at most 2560 pixels, drawn anew as JPEG without a word about place or phone, and a small one beside it. */
@Injectable()
export class PhotoWorkshop {
  private readonly line = new WaitingLine({ room: AT_ONCE, waiting: MOST_WAITING });
  private loaded: Promise<Sharp> | null = null;

  /** @throws CodedError `upload.unreadable`, `upload.type-unsupported`, `upload.too-large`, `upload.busy` */
  async develop(path: string): Promise<Media> {
    const sharp = await this.library();
    const pixels = await pixelsOf(sharp, path);
    return this.line.run(pixels > HEAVY_PIXELS ? AT_ONCE : 1, () => draw(sharp, path));
  }

  /** Loaded with the first photo: a process that never sees one keeps the memory. */
  private library(): Promise<Sharp> {
    this.loaded ??= import('sharp').then(({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      sharp.block({ operation: ['VipsForeignLoad'] });
      sharp.unblock({ operation: DECODERS });
      return sharp;
    });
    return this.loaded;
  }
}

/** By the header alone: a small file may claim to be as large as a house. */
async function pixelsOf(sharp: Sharp, path: string): Promise<number> {
  const { format, width, height } = await sharp(path, { limitInputPixels: false }).metadata().catch(unreadable);
  if (!FORMATS.includes(format)) throw coded('upload.type-unsupported');
  if (width * height > MOST_PIXELS) throw coded('upload.too-large', '照片像素太高（上限 5000 万像素），请换一张或截图后再传');
  return width * height;
}

async function draw(sharp: Sharp, path: string): Promise<Media> {
  const whole = sharp(path, { failOn: 'error', limitInputPixels: MOST_PIXELS }).timeout({ seconds: SLOWEST_SECONDS }).autoOrient();
  const { data, info } = await within(whole, LONGEST_EDGE)
    .flatten({ background: '#ffffff' })
    .jpeg(FULL)
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable);
  const thumb = await within(sharp(data), THUMB_EDGE).jpeg(THUMB).toBuffer();
  const { width, height } = info;
  return { mime: 'image/jpeg', extension: 'jpg', bytes: data.length, body: () => data, thumb, width, height, durationMs: null };
}

const within = (picture: ReturnType<Sharp>, edge: number): ReturnType<Sharp> =>
  picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });

function unreadable(error: unknown): never {
  if (error instanceof CodedError) throw error;
  throw coded('upload.unreadable', '照片已损坏或不完整，请重新选择');
}
