import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';

const LENGTH = 32;
const CODE = /^[0-9a-f]{32}$/;

/**
 * The code under which a friend is asked. It follows from the referral by a key, so that the referrer can share the same link again;
 * tables keep its hash alone.
 */
@Injectable()
export class AskCodes {
  constructor(private readonly cipher: FieldCipher) {}

  of(referralId: string): string {
    return this.cipher.blindIndex(`referral-ask:${referralId}`).slice(0, LENGTH);
  }

  /** Null for what no code can look like. */
  hash(code: string): string | null {
    return CODE.test(code) ? createHash('sha256').update(code).digest('hex') : null;
  }

  hashOf(referralId: string): string {
    return this.hash(this.of(referralId)) as string;
  }
}
