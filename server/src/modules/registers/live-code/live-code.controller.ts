import type { LiveCodeView } from '@guihu/shared';
import { Controller, Get, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { RequestWithActor } from '../../../platform/http/actor';
import { Public } from '../../../platform/http/permission.guard';
import { LiveCodeDoor } from './live-code-door.service';
import { LiveCodePictures } from './live-code-picture.service';

/** Pictures never change: what a code opens is decided when it is scanned. */
const KEEP_A_WEEK = 'public, max-age=604800, immutable';

/** For whoever scanned a code, known or not. */
@Controller('api/live-codes')
export class LiveCodeController {
  constructor(
    private readonly door: LiveCodeDoor,
    private readonly pictures: LiveCodePictures,
  ) {}

  @Get(':code')
  @Public()
  look(@Param('code') code: string): Promise<LiveCodeView> {
    return this.door.look(code);
  }

  @Post(':code/scans')
  @HttpCode(200)
  @Public()
  scan(@Req() request: RequestWithActor, @Param('code') code: string): Promise<LiveCodeView> {
    return this.door.scan(code, request.actor?.accountId ?? null);
  }

  @Get(':code/picture')
  @Public()
  @ApiProduces('image/png')
  async picture(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { mime, body, length } = await this.pictures.of(code);
    reply.header('Cache-Control', KEEP_A_WEEK);
    const type = { type: mime, length };
    return Buffer.isBuffer(body) ? new StreamableFile(body, type) : new StreamableFile(body, type);
  }
}
