import { randomBytes } from 'node:crypto';
import { WechatError } from './wire';

const LIFETIME_MS = 300_000;
const FORGET_MS = 3_600_000;

export type CodeKind = 'login' | 'phone';

interface Code {
  readonly kind: CodeKind;
  readonly personaKey: string;
  readonly expiresAt: number;
  used: boolean;
}

/** The codes a phone hands to the mini-program: good once, for five minutes, and for their own purpose only. */
export class OneTimeCodes {
  private readonly codes = new Map<string, Code>();

  constructor(private readonly now: () => Date) {}

  issue(kind: CodeKind, personaKey: string): string {
    const now = this.now().getTime();
    for (const [value, code] of this.codes) {
      if (code.expiresAt > now - FORGET_MS) break;
      this.codes.delete(value);
    }
    const value = kind === 'login' ? `0${randomBytes(23).toString('base64url').slice(0, 31)}` : randomBytes(32).toString('hex');
    this.codes.set(value, { kind, personaKey, expiresAt: now + LIFETIME_MS, used: false });
    return value;
  }

  /** Whose code it is, once. 40029 for an unknown, late or foreign code; a login code used before is 40163, a phone code 40029. */
  redeem(kind: CodeKind, value: unknown): string {
    const code = typeof value === 'string' ? this.codes.get(value) : undefined;
    if (!code || code.kind !== kind || this.now().getTime() >= code.expiresAt) throw new WechatError(40029);
    if (code.used) throw new WechatError(kind === 'login' ? 40163 : 40029);
    code.used = true;
    return code.personaKey;
  }
}
