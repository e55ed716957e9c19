import type { UploadView } from '@guihu/shared';
import { Controller, Headers, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission } from '../../../platform/http/permission.guard';
import { checkedIdempotencyKey } from '../../../platform/idempotency/idempotency.interceptor';
import { UPLOAD_FORM } from './upload.dto';
import { UploadService } from './upload.service';
import { UploadForm } from './upload-form';

@Controller('api/uploads')
export class UploadController {
  constructor(
    private readonly uploads: UploadService,
    private readonly form: UploadForm,
  ) {}

  @Post()
  @Permission('self')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_FORM })
  async take(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    const ours = key === undefined ? null : checkedIdempotencyKey(key);
    const { view, replayed } = await this.uploads.take(actor, ours, () => this.form.receive(request));
    if (replayed) reply.header('Idempotency-Replayed', 'true');
    return view;
  }
}
