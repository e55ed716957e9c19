import { Inject, Injectable } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { currentCorrelationId } from './correlation';
import { withoutPersonalData } from './redaction';

type Fields = Record<string, unknown>;

/** One JSON line an event, with its correlation id and without phone numbers, tokens or secrets. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) config: Pick<Config, 'logLevel'>, destination?: DestinationStream) {
    const options = {
      level: config.logLevel,
      base: null,
      mixin: () => ({ correlationId: currentCorrelationId() }),
      hooks: { streamWrite: withoutPersonalData },
    };
    this.logger = destination ? pino(options, destination) : pino(options);
  }

  debug(fields: Fields, message: string): void {
    this.logger.debug(fields, message);
  }

  info(fields: Fields, message: string): void {
    this.logger.info(fields, message);
  }

  warn(fields: Fields, message: string): void {
    this.logger.warn(fields, message);
  }

  error(fields: Fields, message: string): void {
    this.logger.error(fields, message);
  }
}
