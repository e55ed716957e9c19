import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { ConfigError, readConfig } from './config/config';
import { SystemClock } from './platform/clock/clock';
import { JobRunner } from './platform/jobs/job-runner';
import { NestLog } from './platform/logging/nest-log';
import { sayStartFailure } from './start-failure';

/** The background door: any number of these share the job table. */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.wechat.simulator)
    throw new ConfigError('WECHAT_MODE=simulator lives in one process with its clock; a worker needs WECHAT_MODE=real.');
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new SystemClock()), {
    logger: new NestLog(config.logLevel),
  });
  app.enableShutdownHooks();
  app.get(JobRunner).start(config.jobs.concurrency);
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (sayStartFailure(error) ?? error.stack)}\n`);
  process.exit(1);
});
