import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';

const NONCE = 12;
const TAG = 16;

/**
 * Personal data at rest: AES-256-GCM with the key's id in the value (`k1.<base64url>`), so that keys can be rotated while
 * old values stay readable, and a keyed blind index by which equal values can be found without being read.
 */
@Injectable()
export class FieldCipher {
  private readonly byId: Map<string, Buffer>;
  readonly currentKeyId: string;
  private readonly indexKey: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'keys'>) {
    const [current] = config.keys.field;
    if (!current) throw new Error('no field key');
    this.currentKeyId = current.id;
    this.byId = new Map(config.keys.field.map((k) => [k.id, k.key]));
    this.indexKey = config.keys.index;
  }

  encrypt(plain: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.byId.get(this.currentKeyId) as Buffer, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.currentKeyId}.${sealed.toString('base64url')}`;
  }

  /** @throws Error when the key is unknown or the value was changed. */
  decrypt(value: string): string {
    const dot = value.indexOf('.');
    const key = this.byId.get(value.slice(0, dot));
    if (!key) throw new Error(`unknown field key ${value.slice(0, dot)}`);
    const sealed = Buffer.from(value.slice(dot + 1), 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]).toString('utf8');
  }

  isCurrent(value: string): boolean {
    return value.startsWith(`${this.currentKeyId}.`);
  }

  /** Equal inputs give equal 64-character indices; nothing can be read back from one. */
  blindIndex(plain: string): string {
    return createHmac('sha256', this.indexKey).update(plain).digest('hex');
  }
}
