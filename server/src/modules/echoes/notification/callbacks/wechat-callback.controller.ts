import { Controller, Get, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { type CallbackApp, type CallbackQuery, WechatCallbacks } from '../../../../integrations/wechat/wechat-callbacks.port';
import { Public } from '../../../../platform/http/permission.guard';
import { CallbackService } from './callback.service';

type Call = RawBodyRequest<FastifyRequest>;

/** Where WeChat calls back. Its signature is the permission; all of its calls come from a few addresses, so none is throttled. */
@Controller('api/wechat')
@Public()
@SkipThrottle({ person: true })
export class WechatCallbackController {
  constructor(
    private readonly callbacks: WechatCallbacks,
    private readonly service: CallbackService,
  ) {}

  @Get('official-account')
  verifyOfficialAccount(@Req() request: Call): string {
    return this.callbacks.answerVerification('officialAccount', queryOf(request));
  }

  @Post('official-account')
  @HttpCode(200)
  officialAccount(@Req() request: Call): Promise<string> {
    return this.take('officialAccount', request);
  }

  @Get('mini-program')
  verifyMiniProgram(@Req() request: Call): string {
    return this.callbacks.answerVerification('miniProgram', queryOf(request));
  }

  @Post('mini-program')
  @HttpCode(200)
  miniProgram(@Req() request: Call): Promise<string> {
    return this.take('miniProgram', request);
  }

  private async take(app: CallbackApp, request: Call): Promise<string> {
    const body = typeof request.body === 'string' ? request.body : (request.rawBody?.toString('utf8') ?? '');
    await this.service.take(this.callbacks.read(app, queryOf(request), body));
    return 'success';
  }
}

/** A parameter that is given twice is no parameter of WeChat's. */
function queryOf(request: FastifyRequest): CallbackQuery {
  return Object.fromEntries(Object.entries(request.query as Record<string, unknown>).filter(([, value]) => typeof value === 'string'));
}
