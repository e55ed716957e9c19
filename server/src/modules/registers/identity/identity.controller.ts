import type { Me, SessionAnswer } from '@guihu/shared';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission, Public } from '../../../platform/http/permission.guard';
import { LoginService } from './login.service';
import { Sessions } from './sessions';

export class CodeDto {
  /** One-time code of WeChat, five minutes. */
  @IsString({ message: '缺少微信登录凭证' })
  @IsNotEmpty({ message: '缺少微信登录凭证' })
  @MaxLength(200, { message: '微信登录凭证格式不正确' })
  code: string;
}

@Controller('api')
export class IdentityController {
  constructor(
    private readonly login: LoginService,
    private readonly sessions: Sessions,
  ) {}

  @Post('sessions')
  @Public()
  signIn(@Body() body: CodeDto): Promise<SessionAnswer> {
    return this.login.signIn(body.code);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Permission('self')
  signOut(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.revoke(actor.sessionId);
  }

  @Get('me')
  @Permission('self')
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.login.me(actor.accountId);
  }

  @Post('me/phone')
  @HttpCode(200)
  @Permission('self')
  bindPhone(@CurrentActor() actor: Actor, @Body() body: CodeDto): Promise<Me> {
    return this.login.bindPhone(actor, body.code);
  }
}
