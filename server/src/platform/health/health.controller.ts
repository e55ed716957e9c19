import { Controller, Get, Header } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import { Database } from '../database/database';
import { coded } from '../http/coded-error';
import { Public } from '../http/permission.guard';
import { JobBoard } from '../jobs/job-board';
import { Metrics } from '../metrics/metrics';

/** Later than this and something is wrong with the workers: do not send this process more. */
const MOST_LAG_MS = 5 * 60_000;

/** Asked every few seconds by one load balancer: a limit would take a healthy process out of service. */
@Controller()
@SkipThrottle({ person: true })
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobBoard,
    private readonly metrics: Metrics,
  ) {}

  @Get('api/health/live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** @throws CodedError `server.not-ready` when the database does not answer or jobs wait too long. */
  @Get('api/health/ready')
  @Public()
  async ready(): Promise<{ status: 'ok'; jobsDue: number; jobLagMs: number }> {
    const lag = await this.database
      .rows('SELECT 1')
      .then(() => this.jobs.lag())
      .catch(() => {
        throw coded('server.not-ready', '数据库没有响应');
      });
    if (lag.oldestMs > MOST_LAG_MS) throw coded('server.not-ready', '后台任务积压');
    return { status: 'ok', jobsDue: lag.due, jobLagMs: lag.oldestMs };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async prometheus(): Promise<string> {
    this.metrics.jobsDue.set((await this.jobs.lag()).due);
    return this.metrics.registry.metrics();
  }
}
