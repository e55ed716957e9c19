import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
  ThrottlerStorage,
} from '@nestjs/throttler';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import type { RequestWithActor } from './actor';
import { CodedError } from './coded-error';
import { PUBLIC } from './permission.guard';

/**
 * Per person where somebody is signed in, per address where nobody is, which is held tighter, as public routes are. Runs
 * between finding out who asks and deciding what they may.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(options, storage, reflector);
  }

  protected async getTracker(request: Record<string, unknown>): Promise<string> {
    const { actor, ip } = request as unknown as RequestWithActor;
    return actor ? `account:${actor.accountId}` : `ip:${ip}`;
  }

  /** One allowance for all routes of a kind, not one for each. */
  protected generateKey(context: ExecutionContext, tracker: string): string {
    return `${this.isHeldTight(context) ? 'public' : 'person'}:${tracker}`;
  }

  protected handleRequest(request: ThrottlerRequest): Promise<boolean> {
    const limit = this.isHeldTight(request.context) ? this.config.rateLimit.publicPerMinute : request.limit;
    return super.handleRequest({ ...request, limit });
  }

  protected async throwThrottlingException(_: ExecutionContext, detail: { timeToBlockExpire: number }): Promise<void> {
    throw new CodedError('request.too-many', undefined, undefined, Math.max(1, Math.ceil(detail.timeToBlockExpire)));
  }

  private isHeldTight(context: ExecutionContext): boolean {
    if (!context.switchToHttp().getRequest<RequestWithActor>().actor) return true;
    return this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]) ?? false;
  }
}
