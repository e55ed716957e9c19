import { Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { coded } from '../../../platform/http/coded-error';
import { Public } from '../../../platform/http/permission.guard';
import { FileLinkDto } from './file.dto';
import { FileOpening, RangeOutside } from './file-opening';

/** A stranger's bytes, shown under our name: nothing in them may run or reach out. */
const HARMLESS = "default-src 'none'; sandbox";

/** Open to whoever holds a link. A page has dozens of photos and an office one address, so that no limit counts them. */
@Controller('api/files')
@SkipThrottle({ person: true })
export class FileController {
  constructor(private readonly files: FileOpening) {}

  @Get(':id')
  @Public()
  @ApiProduces('image/jpeg', 'video/mp4')
  async show(
    @Param('id') id: string,
    @Query() link: FileLinkDto,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { body, mime, length, part, secondsLeft, name } = await this.files.open(id, link, range).catch((error: unknown) => {
      if (!(error instanceof RangeOutside)) throw error;
      reply.header('Content-Range', `bytes */${error.size}`);
      throw coded('file.range-outside');
    });
    reply.headers({
      'Cache-Control': `private, max-age=${secondsLeft}, immutable`,
      'Content-Security-Policy': HARMLESS,
      'Accept-Ranges': 'bytes',
    });
    if (part) reply.status(206).header('Content-Range', part);
    return new StreamableFile(body, { type: mime, length, disposition: `inline; filename="${name}"` });
  }
}
