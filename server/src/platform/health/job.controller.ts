import { JOB_STATUSES, type JobStatus, type JobView, type Page } from '@guihu/shared';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageDto } from '../http/page.dto';
import { Permission } from '../http/permission.guard';
import { JobBoard } from '../jobs/job-board';

export class JobListDto extends PageDto {
  @IsOptional()
  @IsIn(JOB_STATUSES, { message: '任务状态不正确' })
  status?: JobStatus;

  @IsOptional()
  @IsString()
  @MaxLength(60, { message: '任务类型不正确' })
  kind?: string;
}

/** Background jobs for operators: what waits, what died and why, and another try. */
@Controller('api/staff/jobs')
export class JobController {
  constructor(private readonly jobs: JobBoard) {}

  @Get()
  @Permission('job.read')
  list(@Query() query: JobListDto): Promise<Page<JobView>> {
    return this.jobs.list({ ...query, limit: query.limit ?? 50 });
  }

  @Post(':id/rerun')
  @HttpCode(200)
  @Permission('job.rerun')
  rerun(@Param('id') id: string): Promise<JobView> {
    return this.jobs.rerun(id);
  }
}
