import type { BuildingUnits, Page, ProjectDetail, ProjectSummary } from '@guihu/shared';
import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../../../platform/http/permission.guard';
import { ProjectQueries } from './project.queries';
import { UnitQueries } from './unit.queries';

@Controller('api/projects')
export class ProjectController {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly units: UnitQueries,
  ) {}

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

  @Get(':id/buildings')
  @Public()
  buildings(@Param('id') id: string): Promise<Page<BuildingUnits>> {
    return this.units.buildings(id);
  }
}
