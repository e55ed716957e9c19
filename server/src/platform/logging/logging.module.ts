import { Global, Module } from '@nestjs/common';
import { CONFIG } from '../../config/config.module';
import { Log } from './log';

@Global()
@Module({ providers: [{ provide: Log, inject: [CONFIG], useFactory: (config) => new Log(config) }], exports: [Log] })
export class LoggingModule {}
