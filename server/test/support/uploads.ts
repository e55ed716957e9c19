import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Config } from '../../src/config/config';
import { CONFIG } from '../../src/config/config.module';
import type { Answer, Person, TestApp } from './app';

export interface PhotoOptions {
  width?: number;
  height?: number;
  format?: 'jpeg' | 'png' | 'webp';
  /** EXIF: 6 is a phone held upright. */
  orientation?: number;
  /** Where and by what it was taken, as phones write it. */
  notes?: boolean;
  /** With grain, which makes it larger and no two alike. */
  grainy?: boolean;
}

export const CAMERA = 'Guihu Test Camera 9000';

/** A picture whose upper left corner is red and whose lower right one is blue. */
export async function aPhoto(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 400, height = 300, format = 'jpeg', orientation, notes = false, grainy = false } = options;
  const corners = Buffer.from([255, 60, 0, 128, 60, 127, 128, 60, 127, 0, 60, 255]);
  const smooth = sharp(corners, { raw: { width: 2, height: 2, channels: 3 } }).resize({ width, height, fit: 'fill', kernel: 'linear' });
  const raw = { width, height, channels: 3 as const };
  const grain = () => ({ input: randomBytes(width * height * 3), raw, blend: 'soft-light' as const });
  let picture = sharp(await (grainy ? smooth.composite([grain()]) : smooth).raw().toBuffer(), { raw });
  if (notes) {
    const place = { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 49/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 25/1' };
    picture = picture.withExif({ IFD0: { Make: CAMERA, Copyright: CAMERA }, IFD3: place }).withXmp(`<x:xmpmeta>${CAMERA}</x:xmpmeta>`);
  }
  if (orientation) picture = picture.withMetadata({ orientation });
  return picture.toFormat(format, format === 'jpeg' ? { quality: 90 } : {}).toBuffer();
}

export interface Sending {
  name?: string;
  type?: string;
  field?: string;
  headers?: Record<string, string>;
}

/** One file as the mini-program sends it. */
export function sendFile(world: TestApp, person: Person | null, bytes: Buffer, sending: Sending = {}): Promise<Answer> {
  const { name = 'photo.jpg', type = 'image/jpeg', field = 'file', headers } = sending;
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  return sendForm(world, person, form, headers);
}

export async function sendForm(
  world: TestApp,
  person: Person | null,
  body: FormData | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${world.url}/api/uploads`, {
    method: 'POST',
    headers: { ...(person ? { authorization: `Bearer ${person.token}` } : {}), ...headers },
    body,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

export interface Shown {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

/** What lies behind a link, as `<image>` asks for it: without a token. */
export async function show(world: TestApp, url: string, headers: Record<string, string> = {}): Promise<Shown> {
  const response = await fetch(`${world.url}${url}`, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

export const dataDirOf = (world: TestApp): string => world.app.get<Config>(CONFIG).dataDir;

/** Every file that uploads left on disk, by its path below the data directory. */
export function filesOf(world: TestApp): string[] {
  return ['files', 'incoming'].flatMap((folder) => {
    try {
      const entries = readdirSync(path.join(dataDirOf(world), folder), { recursive: true, withFileTypes: true });
      return entries.filter((e) => e.isFile()).map((e) => path.relative(dataDirOf(world), path.join(e.parentPath, e.name)));
    } catch {
      return [];
    }
  });
}

export const uploadCount = async (world: TestApp): Promise<number> =>
  Number((await world.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM uploads'))[0]?.n);
