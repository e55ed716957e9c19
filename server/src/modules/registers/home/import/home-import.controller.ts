import { Readable } from 'node:stream';
import type { HomeImportView } from '@guihu/shared';
import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { reportDisposition, TableUploads } from '../../../../platform/spreadsheet';
import { HomeImportTargetDto, UPLOAD_FORM } from './home-import.dto';
import { HomeImportQueries } from './home-import.queries';
import { HomeImportService } from './home-import.service';
import { homeReportPieces } from './home-import-report';

@Controller('api/staff/home-imports')
export class HomeImportController {
  constructor(
    private readonly imports: HomeImportService,
    private readonly queries: HomeImportQueries,
    private readonly uploads: TableUploads,
  ) {}

  @Post()
  @Permission('home.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_FORM })
  async start(
    @CurrentStaff() actor: StaffActor,
    @Query() { projectId }: HomeImportTargetDto,
    @Req() request: FastifyRequest,
  ): Promise<{ id: string }> {
    return this.imports.start(actor, projectId, await this.uploads.receive(request));
  }

  @Get(':id')
  @Permission('home.import')
  state(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<HomeImportView> {
    return this.queries.find(actor, id);
  }

  @Get(':id/report')
  @Permission('home.import')
  @ApiProduces('text/csv')
  @Header('cache-control', 'no-store')
  async report(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StreamableFile> {
    const found = await this.queries.find(actor, id);
    return new StreamableFile(Readable.from(homeReportPieces(this.queries.reportRows(id))), {
      type: 'text/csv; charset=utf-8',
      disposition: reportDisposition(found.fileName, 'home-import-report.csv'),
    });
  }
}
