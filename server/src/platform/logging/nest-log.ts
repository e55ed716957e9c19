import type { LoggerService } from '@nestjs/common';
import { Log } from './log';

/** Nest's own lines in our shape; its chatter about routes stays at debug. */
export class NestLog implements LoggerService {
  private readonly inner: Log;

  constructor(logLevel: string) {
    this.inner = new Log({ logLevel });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.inner.debug(context(rest), String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.inner.error({ ...context(rest), ...(message instanceof Error ? { err: message } : {}) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.inner.warn(context(rest), String(message));
  }
}

const context = (rest: unknown[]) => ({ context: rest.at(-1) });
