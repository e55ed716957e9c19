import { Readable } from 'node:stream';
import type { LeadImportView, Page } from '@guihu/shared';
import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { PageDto } from '../../../../platform/http/page.dto';
import { Permission } from '../../../../platform/http/permission.guard';
import { reportDisposition, TableUploads } from '../../../../platform/spreadsheet';
import { UPLOAD_FIELDS, UPLOAD_FORM } from './lead-import.dto';
import { LeadImportQueries } from './lead-import.queries';
import { LeadImportService } from './lead-import.service';
import { reportPieces } from './lead-import-report';

@Controller('api/staff/lead-imports')
export class LeadImportController {
  constructor(
    private readonly imports: LeadImportService,
    private readonly queries: LeadImportQueries,
    private readonly uploads: TableUploads,
  ) {}

  @Post()
  @Permission('lead.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_FORM })
  async start(@CurrentStaff() actor: StaffActor, @Req() request: FastifyRequest): Promise<{ id: string }> {
    return this.imports.start(actor, await this.uploads.receive(request, UPLOAD_FIELDS));
  }

  @Get()
  @Permission('lead.import')
  list(@CurrentStaff() actor: StaffActor, @Query() query: PageDto): Promise<Page<LeadImportView>> {
    return this.queries.list(actor, { cursor: query.cursor, limit: query.limit ?? 20 });
  }

  @Get(':id')
  @Permission('lead.import')
  state(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<LeadImportView> {
    return this.queries.find(actor, id);
  }

  @Get(':id/report')
  @Permission('lead.import')
  @ApiProduces('text/csv')
  @Header('cache-control', 'no-store')
  async report(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    const found = await this.queries.find(actor, id);
    return new StreamableFile(Readable.from(reportPieces(this.queries.reportRows(id))), {
      type: 'text/csv; charset=utf-8',
      disposition: reportDisposition(found.fileName, 'lead-import-report.csv'),
    });
  }
}
