import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { IdempotencyInterceptor } from '../idempotency/idempotency.interceptor';
import { ActorGuard, PermissionGuard } from './permission.guard';
import { ProblemFilter } from './problem.filter';
import { RateLimitGuard } from './rate-limit.guard';
import { validationPipe } from './validation';

/** What every request passes: who asks, rate limit, permission, validation, idempotency, and one shape for every failure. */
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ throttlers: [{ name: 'person', ttl: 60_000, limit: config.rateLimit.perMinute }] }),
    }),
  ],
  providers: [
    { provide: APP_GUARD, useClass: ActorGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_PIPE, useFactory: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
