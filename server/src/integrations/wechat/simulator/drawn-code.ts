import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const INK = [31, 111, 92] as const;
const RAYS = 48;
const RINGS = 10;

/**
 * A picture in the manner of a mini-program code: rays of dots around a disc, different for each scene.
 * It looks like one and is a real PNG, but no phone can read it.
 */
export function drawCode(scene: string, width: number): Buffer {
  const bits = createHash('shake256', { outputLength: (RAYS * RINGS) / 8 })
    .update(scene)
    .digest();
  const rows: Buffer[] = [];
  for (let y = 0; y < width; y += 1) {
    const row = Buffer.alloc(1 + width * 3, 255);
    row[0] = 0;
    for (let x = 0; x < width; x += 1) if (isInk(bits, x / width - 0.5, y / width - 0.5)) row.set(INK, 1 + x * 3);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** `dx`, `dy` are parts of the width from the centre. */
function isInk(bits: Buffer, dx: number, dy: number): boolean {
  const radius = Math.hypot(dx, dy);
  if (radius < 0.14) return radius < 0.12;
  if (radius < 0.19 || radius >= 0.47) return false;
  const ring = Math.floor(((radius - 0.19) / 0.28) * RINGS);
  const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1) * RAYS;
  const ray = Math.floor(turn);
  const bit = ray * RINGS + ring;
  return Math.abs(turn - ray - 0.5) < 0.32 && (((bits[bit >> 3] as number) >> (bit & 7)) & 1) === 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
