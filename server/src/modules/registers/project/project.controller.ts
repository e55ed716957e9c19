import type { Page, ProjectDetail, ProjectSummary } from '@guihu/shared';
import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../../../platform/http/permission.guard';
import { ProjectQueries } from './project.queries';

@Controller('api/projects')
export class ProjectController {
  constructor(private readonly projects: ProjectQueries) {}

  @Get()
  @Public()
  list(): Promise<Page<ProjectSummary>> {
    return this.projects.list();
  }

  @Get(':id')
  @Public()
  detail(@Param('id') id: string): Promise<ProjectDetail> {
    return this.projects.detail(id);
  }
}
