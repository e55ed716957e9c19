import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

const MAX_PAD = 32;

export interface CallbackAccount {
  readonly appid: string;
  readonly token: string;
  /** The 43-character EncodingAESKey; empty for plain mode. With it, plain callbacks are refused. */
  readonly aesKey: string;
}

/** Not from WeChat, or not for us. To be answered with a refusal and nothing else. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';

  constructor(readonly reason: 'signature' | 'encryption' | 'appid' | 'format') {
    super(`WeChat callback refused: ${reason}`);
  }
}

export function signatureOf(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Throws CallbackRefused unless `given` is the signature of the parts. */
export function requireSignature(given: string | undefined, ...parts: string[]): void {
  const expected = Buffer.from(signatureOf(...parts));
  const actual = Buffer.from(given ?? '');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw new CallbackRefused('signature');
}

/** Opens secure mode's envelope: AES-256-CBC over random16 | length | message | appid with padding up to 32. */
export function unseal(account: CallbackAccount, encrypted: string): string {
  const key = Buffer.from(`${account.aesKey}=`, 'base64');
  let plain: Buffer;
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  } catch {
    throw new CallbackRefused('encryption');
  }
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > MAX_PAD || plain.length < 20 + pad || !plain.subarray(-pad).every((byte) => byte === pad)) {
    throw new CallbackRefused('encryption');
  }
  const length = plain.readUInt32BE(16);
  const end = plain.length - pad;
  if (20 + length > end) throw new CallbackRefused('encryption');
  if (plain.subarray(20 + length, end).toString() !== account.appid) throw new CallbackRefused('appid');
  return plain.subarray(20, 20 + length).toString();
}
