import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const BLOCK = 32;

/** WeChat's signature: sha1 over the sorted parts joined. */
export const sign = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** AES-256-CBC over random16 | length | message | appid, padded to blocks of 32, as secure mode does. */
export function seal(aesKey: string, appid: string, message: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appid)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}
