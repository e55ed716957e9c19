import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { Clock } from '../../../platform/clock/clock';
import { coded } from '../../../platform/http/coded-error';

export type Variant = 'full' | 'thumb';

/** A link as it comes back to us; whatever is missing or odd makes it a forged one. */
export interface FileLink {
  variant?: string;
  /** Seconds since 1970. */
  exp?: string;
  sig?: string;
}

const SECOND = 1000;
const STEP_MS = 5 * 60 * SECOND;
const STEPS = 3;

/**
 * The end of a link that is given now: a quarter of an hour after the latest five-minute mark, so that everybody who looks
 * within five minutes gets the same address and a phone's cache can keep the picture.
 */
export const linkEnd = (now: number): number => (Math.floor(now / STEP_MS) + STEPS) * STEP_MS;

/**
 * Addresses under which a photo or a video can be fetched without a token, because `<image>` and `<video>` send none: signed,
 * and good for ten to fifteen minutes.
 */
@Injectable()
export class FileLinks {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'keys'>,
    private readonly clock: Clock,
  ) {
    this.key = createHmac('sha256', config.keys.session).update('guihu:file-links').digest();
  }

  /** Links to an upload and to its small picture. */
  both(id: string, hasThumb: boolean): { url: string; thumbUrl: string | null } {
    return { url: this.to(id, 'full'), thumbUrl: hasThumb ? this.to(id, 'thumb') : null };
  }

  private to(id: string, variant: Variant): string {
    const exp = Math.floor(linkEnd(this.clock.now()) / SECOND);
    return `/api/files/${id}?variant=${variant}&exp=${exp}&sig=${this.signature(id, variant, String(exp))}`;
  }

  /**
   * What the link gives and how long it still does.
   * @throws CodedError `file.link-expired` for one that we did not give or whose time is over
   */
  read(id: string, { variant = '', exp = '', sig = '' }: FileLink): { variant: Variant; secondsLeft: number } {
    const [given, expected] = [Buffer.from(sig), Buffer.from(this.signature(id, variant, exp))];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw coded('file.link-expired');
    const secondsLeft = Math.floor(Number(exp) - this.clock.now() / SECOND);
    if (secondsLeft <= 0) throw coded('file.link-expired');
    return { variant: variant as Variant, secondsLeft };
  }

  private signature(id: string, variant: string, exp: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([id, variant, exp]))
      .digest('base64url');
  }
}
